#pragma once

#include <QHashFunctions>
#include <QHostAddress>

namespace accueil {

// What counts as one address (countedAddressOf), small enough to keep many.
struct AddressKey
{
    quint64 high = 0;
    quint64 low = 0;

    static AddressKey of(const QHostAddress &peer);
    friend bool operator==(const AddressKey &, const AddressKey &) = default;
    friend size_t qHash(const AddressKey &key, size_t seed) { return qHashMulti(seed, key.high, key.low); }
};

} // namespace accueil
