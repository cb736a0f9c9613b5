#pragma once

#include "server/http/httplimits.h"

#include <QHash>
#include <QHostAddress>

#include <atomic>
#include <mutex>

namespace accueil {

enum class Admission { Free, AddressFull, ServerFull };

// What all connections of all server threads cost together, held against the limits. Thread-safe.
class ServerLoad
{
public:
    explicit ServerLoad(const HttpLimits &limits)
        : m_limits(limits)
    {
    }

    // Counts the connection in whatever the verdict; leave() undoes it. `address` as counted() gives it.
    Admission enter(const QHostAddress &address);
    void leave(const QHostAddress &address);

    // false: over the limit, nothing taken.
    bool takeBody(qint64 bytes) { return take(m_bodyBytes, bytes, m_limits.bufferedBodyBytes); }
    void giveBody(qint64 bytes) { m_bodyBytes -= bytes; }
    bool takeResponse(qint64 bytes) { return take(m_responseBytes, bytes, m_limits.bufferedResponseBytes); }
    void giveResponse(qint64 bytes) { m_responseBytes -= bytes; }

    // What counts as one address: an IPv4 address (also when mapped into IPv6), or an IPv6 /64, which one household
    // has.
    static QHostAddress counted(const QHostAddress &address);

private:
    static bool take(std::atomic<qint64> &sum, qint64 bytes, qint64 limit);

    const HttpLimits m_limits;
    std::atomic<qint64> m_bodyBytes = 0;
    std::atomic<qint64> m_responseBytes = 0;
    std::mutex m_mutex;
    int m_connections = 0;
    QHash<QHostAddress, int> m_perAddress;
};

} // namespace accueil
