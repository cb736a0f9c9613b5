#pragma once

#include <QDate>
#include <QList>
#include <QTimeZone>

#include <vector>

namespace accueil {

// The weeks of a hospital, Monday to Sunday by its clock, and in which of them a moment lies. Moments are minutes since
// 1970-01-01 UTC.
class HospitalWeeks
{
public:
    // Of all moments from `first` to `last`; those before and after belong to the first and the last week.
    HospitalWeeks(const QTimeZone &zone, qint64 first, qint64 last);

    size_t count() const { return m_mondays.size(); }
    QDate monday(size_t week) const { return m_mondays.at(qsizetype(week)); }
    size_t weekOf(qint64 minute) const;
    size_t hourOf(qint64 minute) const { return hourOf(minute, weekOf(minute)); }
    size_t hourOf(
        qint64 minute, size_t week) const; // of its week by the clock: 0 from Monday 00:00 on, 167 from Sunday 23:00 on

private:
    QTimeZone m_zone;
    QList<QDate> m_mondays;
    std::vector<qint64> m_starts; // of each week, and the end of the last one
};

} // namespace accueil
