#pragma once

#include "server/http/httplimits.h"

#include <atomic>

namespace accueil {

// The bytes that all connections of all server threads hold together, against the limits. Thread-safe.
class BufferBudget
{
public:
    explicit BufferBudget(const HttpLimits &limits)
        : m_bodyLimit(limits.bufferedBodyBytes)
        , m_responseLimit(limits.bufferedResponseBytes)
    {
    }

    // false: over the limit, nothing taken.
    bool takeBody(qint64 bytes) { return take(m_bodyBytes, bytes, m_bodyLimit); }
    void giveBody(qint64 bytes) { m_bodyBytes -= bytes; }
    bool takeResponse(qint64 bytes) { return take(m_responseBytes, bytes, m_responseLimit); }
    void giveResponse(qint64 bytes) { m_responseBytes -= bytes; }

private:
    static bool take(std::atomic<qint64> &sum, qint64 bytes, qint64 limit);

    const qint64 m_bodyLimit;
    const qint64 m_responseLimit;
    std::atomic<qint64> m_bodyBytes = 0;
    std::atomic<qint64> m_responseBytes = 0;
};

} // namespace accueil
