#pragma once

#include "app/domain/clock.h"

#include <QHash>
#include <QHostAddress>
#include <QMutex>

namespace accueil {

// Slows down who tries out signatures or tokens: counts refusals per address (of IPv6 per /64) and minute. What is
// rightly signed is never counted, so that nobody keeps a provider's news out by pretending to be it from behind the
// same proxy. Thread-safe.
class RefusalLimit
{
public:
    explicit RefusalLimit(const Clock &clock)
        : m_clock(clock)
    {
    }

    // Seconds until it may try at all, where a right guess must not be let in either; 0: it may. Counts nothing.
    int wait(const QHostAddress &peer);
    // Counts one. Seconds until it may ask again; 0: it may.
    int refused(const QHostAddress &peer);

private:
    void beginMinute(qint64 seconds);

    const Clock &m_clock;
    QMutex m_mutex; // guards what follows
    QHash<QHostAddress, int> m_refusals; // in this minute
    qint64 m_minute = 0;
};

} // namespace accueil
