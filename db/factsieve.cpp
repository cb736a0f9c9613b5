#include "db/factsieve.h"

namespace accueil {

namespace {

constexpr qint64 minuteLength = 60'000; // ms

qint64 minuteOf(const QDateTime &time)
{
    return (time.toMSecsSinceEpoch() - factEpoch) / minuteLength;
}

} // namespace

FactSieve::FactSieve(const StatisticsFilter &filter, const QTimeZone &zone, const Facts &facts)
    : m_from(0)
    , m_until(std::numeric_limits<qint64>::max())
{
    for (std::array<bool, 80> &values : m_allowed)
        values.fill(true);
    if (filter.from)
        m_from = std::max(m_from, minuteOf(*filter.from));
    if (filter.firstDay)
        m_from = std::max(m_from, minuteOf(filter.firstDay->startOfDay(zone)));
    if (filter.until)
        m_until = std::min(m_until, minuteOf(*filter.until));
    if (filter.lastDay)
        m_until = std::min(m_until, minuteOf(filter.lastDay->addDays(1).startOfDay(zone)));
    if (!filter.ward.isEmpty())
        m_ward = facts.places.value(filter.ward, std::numeric_limits<quint32>::max()); // a ward that no row names
    if (filter.ageBand) {
        only(1, [&](quint8 age) {
            return ageBandOf(age == unknownAge ? std::nullopt : std::optional<int>(age)) == *filter.ageBand;
        });
    }
}

} // namespace accueil
