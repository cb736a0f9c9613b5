#include "server/http/serverload.h"

#include <algorithm>

namespace accueil {

Admission ServerLoad::enter(const QHostAddress &address)
{
    const std::lock_guard lock{m_mutex};
    const int here = ++m_perAddress[address];
    ++m_connections;
    if (here > m_limits.connectionsPerAddress)
        return Admission::AddressFull;
    return m_connections > m_limits.connections ? Admission::ServerFull : Admission::Free;
}

void ServerLoad::leave(const QHostAddress &address)
{
    const std::lock_guard lock{m_mutex};
    --m_connections;
    const auto found = m_perAddress.find(address);
    if (found != m_perAddress.end() && --*found <= 0)
        m_perAddress.erase(found);
}

QHostAddress ServerLoad::counted(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return QHostAddress(ipv4);
    Q_IPV6ADDR network = address.toIPv6Address();
    std::fill(std::begin(network.c) + 8, std::end(network.c), quint8(0));
    return QHostAddress(network);
}

bool ServerLoad::take(std::atomic<qint64> &sum, qint64 bytes, qint64 limit)
{
    if (sum.fetch_add(bytes) + bytes <= limit)
        return true;
    sum -= bytes;
    return false;
}

} // namespace accueil
