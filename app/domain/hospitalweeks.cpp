#include "app/domain/hospitalweeks.h"

#include <QDateTime>

#include <algorithm>

namespace accueil {

namespace {

constexpr qint64 minute = 60'000; // ms
constexpr qint64 minutesOfWeek = 7 * 24 * 60;

qint64 startOf(QDate day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toMSecsSinceEpoch() / minute;
}

} // namespace

HospitalWeeks::HospitalWeeks(const QTimeZone &zone, qint64 first, qint64 last)
    : m_zone(zone)
{
    QDate monday = QDateTime::fromMSecsSinceEpoch(first * minute, zone).date();
    monday = monday.addDays(1 - monday.dayOfWeek());
    m_starts.push_back(startOf(monday, zone));
    do {
        m_mondays.append(monday);
        monday = monday.addDays(7);
        m_starts.push_back(startOf(monday, zone));
    } while (m_starts.back() <= last);
}

// Weeks are equally long but for an hour when clocks change, so that the first guess is at most one off.
size_t HospitalWeeks::weekOf(qint64 moment) const
{
    auto week
        = size_t(std::clamp<qint64>((moment - m_starts.front()) / minutesOfWeek, 0, qint64(m_mondays.size()) - 1));
    while (week > 0 && moment < m_starts[week])
        --week;
    while (week + 1 < count() && moment >= m_starts[week + 1])
        ++week;
    return week;
}

// Only in weeks in which clocks change the calendar has to be asked.
size_t HospitalWeeks::hourOf(qint64 moment, size_t week) const
{
    const qint64 since = moment - m_starts[week];
    if (m_starts[week + 1] - m_starts[week] == minutesOfWeek && since >= 0 && since < minutesOfWeek)
        return size_t(since / 60);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment * minute, m_zone);
    return size_t(24 * (local.date().dayOfWeek() - 1) + local.time().hour());
}

} // namespace accueil
