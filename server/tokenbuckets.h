#pragma once

#include "server/ratelimits.h"

#include <QHash>
#include <QMutex>

#include <algorithm>
#include <cmath>
#include <utility>

namespace accueil {

// One token bucket for each of many keys. A bucket is one number: the time at which it will be full again (the generic
// cell rate algorithm). Keeps at most `mostKeys`, and forgets those that were asked for longest ago: a full bucket is
// the same as none. Thread-safe.
template <typename Key>
class TokenBuckets
{
public:
    explicit TokenBuckets(RateLimit limit, qsizetype mostKeys = 20'000)
        : m_limit(limit)
        , m_generation(mostKeys / 2)
    {
    }

    // Takes one token. Seconds until there is one again, rounded up; 0: taken. A clock that jumps back empties a bucket
    // at the most.
    int take(const Key &key, qint64 milliseconds) { return ask(key, double(milliseconds), true); }
    // The same without taking one.
    int wait(const Key &key, qint64 milliseconds) { return ask(key, double(milliseconds), false); }

    qsizetype size() const
    {
        const QMutexLocker locker(&m_mutex);
        return m_young.size() + m_old.size();
    }

private:
    int ask(const Key &key, double now, bool takes)
    {
        if (m_limit.isOff())
            return 0;
        const double interval = 60'000.0 / m_limit.perMinute;
        const double depth = interval * m_limit.burst;
        const QMutexLocker locker(&m_mutex);
        const double begin = std::min(std::max(fullAt(key, now), now), now + depth);
        const double wait = begin + interval - depth - now;
        constexpr double rounding = 0.001; // ms
        const bool isThere = wait <= rounding;
        if (takes)
            m_young.insert(key, isThere ? begin + interval : begin);
        return isThere ? 0 : int(std::ceil(wait / 1000));
    }

    double fullAt(const Key &key, double now)
    {
        if (const auto found = m_young.constFind(key); found != m_young.constEnd())
            return *found;
        if (m_young.size() >= m_generation)
            m_old = std::exchange(m_young, {});
        return m_old.value(key, now);
    }

    const RateLimit m_limit;
    const qsizetype m_generation;
    mutable QMutex m_mutex; // guards what follows
    QHash<Key, double> m_young; // asked for since the last change of generation
    QHash<Key, double> m_old;
};

} // namespace accueil
