#include "app/services/calendarservice.h"

#include <QTimeZone>

#include <map>
#include <tuple>

namespace accueil {

using namespace Qt::StringLiterals;

CalendarService::CalendarService(Database &database, std::function<HospitalSettings()> settings)
    : m_settings(std::move(settings))
    , m_queries(database)
{
}

Result<QList<CalendarSlot>> CalendarService::hours(const Session &who, const QDateTime &from, const QDateTime &until)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    if (!from.isValid() || !until.isValid() || until <= from || from.addDays(longestCalendarDays) < until) {
        return fail(
            ErrorCode::Invalid, {{u"until"_s, u"outOfRange"_s, {{u"min"_s, 1}, {u"max"_s, longestCalendarDays}}}});
    }
    const QTimeZone zone(m_settings().timeZone.toLatin1());
    std::map<std::tuple<QDateTime, int, int, bool>, qint64> hours;
    for (CalendarSlot slot : m_queries.quarters(from, until)) {
        const int minutes = slot.start.toTimeZone(zone).time().minute();
        slot.start = slot.start.addSecs(-60 * minutes);
        hours[{slot.start, int(slot.channel), int(slot.status), slot.onlyUnconfirmed}] += slot.count;
    }
    QList<CalendarSlot> found;
    for (const auto &[key, count] : hours) {
        const auto &[start, channel, status, onlyUnconfirmed] = key;
        found << CalendarSlot{start, Channel(channel), ReminderStatus(status), onlyUnconfirmed, count};
    }
    return found;
}

Result<NoShowFigures> CalendarService::noShows(const Session &who, const NoShowFilter &filter)
{
    if (const auto allowed = require(who, Permission::ReadDashboard); !allowed)
        return tl::unexpected(allowed.error());
    const QTimeZone zone(m_settings().timeZone.toLatin1());
    NoShowFilter times = filter;
    if (filter.firstDay)
        times.from = filter.firstDay->startOfDay(zone);
    if (filter.lastDay)
        times.until = filter.lastDay->addDays(1).startOfDay(zone);
    return m_queries.noShows(times);
}

} // namespace accueil
