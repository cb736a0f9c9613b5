#include "server/addresskey.h"

#include "server/http/countedaddress.h"

#include <cstring>

namespace accueil {

AddressKey AddressKey::of(const QHostAddress &peer)
{
    const Q_IPV6ADDR bytes = countedAddressOf(peer).toIPv6Address();
    AddressKey key;
    std::memcpy(&key.high, bytes.c, sizeof(key.high));
    std::memcpy(&key.low, bytes.c + sizeof(key.high), sizeof(key.low));
    return key;
}

} // namespace accueil
