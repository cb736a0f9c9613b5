#pragma once

#include <QDateTime>

namespace accueil {

// The time of day, so that tests can set it. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0; // UTC, milliseconds
};

// The machine's clock; the only place that asks it.
class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
};

} // namespace accueil
