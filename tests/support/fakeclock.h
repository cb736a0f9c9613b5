#pragma once

#include "app/domain/clock.h"

#include <atomic>

namespace accueil {

// A clock that stands until it is moved. Thread-safe.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(const QDateTime &start = QDateTime({2026, 3, 12}, {9, 42}, Qt::UTC))
        : m_now(start.toMSecsSinceEpoch())
    {
    }
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC); }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }
    void set(const QDateTime &to) { m_now = to.toMSecsSinceEpoch(); }

private:
    std::atomic<qint64> m_now;
};

} // namespace accueil
