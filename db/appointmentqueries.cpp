#include "db/appointmentqueries.h"

#include "app/domain/reminderplan.h"
#include "db/cellvalues.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 quarter = 15 * 60'000; // ms

// The channel of the last message of a plan that left about this appointment, or about another one of that day that
// spoke for it.
const QString lastChannel
    = u"coalesce((SELECT r.channel FROM reminders r WHERE r.patient_id = a.patient_id"
      " AND r.status IN ('sent', 'delivered') AND r.step <= %1"
      " AND ((r.appointment_id = a.id AND r.appointment_time = a.starts_at)"
      " OR (r.appointment_id IS NOT NULL AND r.appointment_time BETWEEN a.starts_at - 86400000 AND a.starts_at + "
      "86400000"
      " AND EXISTS (SELECT 1 FROM reminders m WHERE m.appointment_id = a.id AND m.reason = 'mergedInto')))"
      " ORDER BY r.sent_at DESC, r.id DESC LIMIT 1), '')"_s.arg(mostPlanSteps);

const QString leadTime = u"CASE WHEN a.starts_at - a.created_at < 86400000 THEN 0"
                         " WHEN a.starts_at - a.created_at < 7 * 86400000 THEN 1"
                         " WHEN a.starts_at - a.created_at < CAST(30 AS BIGINT) * 86400000 THEN 2 ELSE 3 END"_s;

void count(QMap<QString, NoShowRate> &rates, const QString &key, qint64 appointments, qint64 missed)
{
    NoShowRate &rate = rates[key];
    rate.key = key;
    rate.appointments += appointments;
    rate.missed += missed;
}

} // namespace

QList<CalendarSlot> AppointmentQueries::quarters(const QDateTime &from, const QDateTime &until)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT scheduled_time / %1, channel, status, only_unconfirmed, count(*) FROM reminders"
        " WHERE scheduled_time >= ? AND scheduled_time < ? GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"_s.arg(quarter),
        {timeValue(from), timeValue(until)});
    QList<CalendarSlot> slots;
    while (query.next()) {
        slots << CalendarSlot{.start = QDateTime::fromMSecsSinceEpoch(query.value(0).toLongLong() * quarter, Qt::UTC),
            .channel = channelTable.value(query.value(1).toString()).value(),
            .status = reminderStatusTable.value(query.value(2).toString()).value(),
            .onlyUnconfirmed = query.value(3).toInt() != 0,
            .count = query.value(4).toLongLong()};
    }
    return slots;
}

NoShowFigures AppointmentQueries::noShows(const NoShowFilter &filter)
{
    Conditions conditions;
    conditions.add(u"a.status IN ('attended', 'late', 'missed')"_s);
    if (filter.from)
        conditions.add(u"a.starts_at >= ?"_s, {timeValue(*filter.from)});
    if (filter.until)
        conditions.add(u"a.starts_at < ?"_s, {timeValue(*filter.until)});
    QSqlQuery &query = m_database.execute(
        u"SELECT channel, lead, language, ward, count(*), sum(missed) FROM (SELECT %1 AS channel, %2 AS lead,"
        " p.preferred_language AS language, a.ward AS ward, CASE a.status WHEN 'missed' THEN 1 ELSE 0 END AS missed"
        " FROM appointments a JOIN patients p ON p.id = a.patient_id%3) AS known GROUP BY 1, 2, 3, 4"_s.arg(
            lastChannel, leadTime, conditions.text()),
        conditions.values());
    NoShowFigures figures;
    QMap<NoShowGrouping, QMap<QString, NoShowRate>> groups;
    while (query.next()) {
        const qint64 appointments = query.value(4).toLongLong();
        const qint64 missed = query.value(5).toLongLong();
        figures.all.appointments += appointments;
        figures.all.missed += missed;
        count(groups[NoShowGrouping::Channel], query.value(0).toString(), appointments, missed);
        // Sorted by its number, so that the shortest comes first.
        count(groups[NoShowGrouping::LeadTime], query.value(1).toString(), appointments, missed);
        count(groups[NoShowGrouping::Language], query.value(2).toString(), appointments, missed);
        count(groups[NoShowGrouping::Ward], query.value(3).toString(), appointments, missed);
    }
    for (const auto &row : noShowGroupingTable.rows)
        figures.groups[row.value] = groups.value(row.value).values();
    for (NoShowRate &rate : figures.groups[NoShowGrouping::LeadTime])
        rate.key = QString::fromUtf16(leadTimeKeys.at(size_t(rate.key.toInt())));
    return figures;
}

} // namespace accueil
