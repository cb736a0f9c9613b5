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

} // namespace accueil
