#include "db/reminderqueue.h"

#include "db/sqlvalue.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCompared = 20'000; // of a backlog, when the order of the next ones is found out

QList<ReminderId> idsOf(QSqlQuery &query)
{
    QList<ReminderId> ids;
    while (query.next())
        ids << ReminderId{query.value(0).toLongLong()};
    return ids;
}

} // namespace

QList<ReminderId> ReminderQueue::claimDue(
    const QList<Channel> &channels, const QDateTime &now, int limit, const QString &owner, const QDateTime &leaseUntil)
{
    if (channels.isEmpty())
        return {};
    QStringList marks;
    QVariantList condition{timeValue(now), timeValue(now)};
    for (const Channel channel : channels) {
        marks << u"?"_s;
        condition << channelTable.key(channel);
    }
    const QString due = "FROM reminders WHERE status = 'pending' AND coalesce(next_try, scheduled_time) <= ?"
                        " AND (lease_until IS NULL OR lease_until < ?) AND channel IN ("_L1
        + marks.join(u',') + ") ORDER BY coalesce(next_try, scheduled_time) LIMIT ?"_L1;
    // Most rounds find nothing; looking takes no lock, and on SQLite keeps the writers out of each other's way. The
    // order is that of the index, so that none but what is due is read, however much is stored.
    if (!m_database.execute("SELECT id "_L1 + due, condition + QVariantList{1}).next())
        return {};
    const auto locked = m_database.dialect() == Dialect::PostgreSql ? " FOR UPDATE OF r SKIP LOCKED"_L1 : ""_L1;
    // Materialized, so that the limit holds: PostgreSQL may run a sub-query more than once.
    const QVariant overdue = timeValue(now.addSecs(-60));
    QSqlQuery &query
        = m_database.execute("WITH due AS MATERIALIZED (SELECT r.id FROM reminders r JOIN (SELECT id "_L1 + due
                + ") AS candidates ON candidates.id = r.id"
                  // Said again of the row that is locked: another program may have taken it a moment ago.
                  " WHERE r.status = 'pending' AND (r.lease_until IS NULL OR r.lease_until < ?)"
                  " ORDER BY CASE WHEN r.scheduled_time >= ? THEN r.scheduled_time END NULLS LAST,"
                  " coalesce(r.appointment_time, r.scheduled_time) DESC, r.id LIMIT ?"_L1
                + locked
                + ") UPDATE reminders SET lease_owner = ?, lease_until = ? FROM due WHERE reminders.id = due.id"
                  " AND reminders.status = 'pending' RETURNING reminders.id"_L1,
            condition + QVariantList{mostCompared, timeValue(now), overdue, limit, owner, timeValue(leaseUntil)});
    return idsOf(query);
}

bool ReminderQueue::holdClaim(ReminderId id, const QString &owner, const QDateTime &leaseUntil)
{
    return m_database
               .execute(
                   u"UPDATE reminders SET lease_until = ? WHERE id = ? AND status = 'pending' AND lease_owner = ?"_s,
                   {timeValue(leaseUntil), id.value, owner})
               .numRowsAffected()
        == 1;
}

void ReminderQueue::releaseClaims(const QString &owner)
{
    m_database.execute(u"UPDATE reminders SET lease_owner = NULL, lease_until = NULL"
                       " WHERE status = 'pending' AND lease_owner = ?"_s,
        {owner});
}

QList<ReminderId> ReminderQueue::interrupted(const QDateTime &now, const QStringList &gone, int limit)
{
    const auto locked = m_database.dialect() == Dialect::PostgreSql ? " FOR UPDATE SKIP LOCKED"_L1 : ""_L1;
    QStringList marks;
    QVariantList values{timeValue(now)};
    for (const QString &owner : gone) {
        marks << u"?"_s;
        values << owner;
    }
    const QString orGone = gone.isEmpty() ? QString() : " OR lease_owner IN ("_L1 + marks.join(u',') + u')';
    return idsOf(m_database.execute("SELECT id FROM reminders WHERE status = 'sending'"
                                    " AND (lease_until IS NULL OR lease_until < ?"_L1
            + orGone + ") LIMIT ?"_L1 + locked,
        values << limit));
}

QStringList ReminderQueue::leaseOwners()
{
    QSqlQuery &query
        = m_database.execute(u"SELECT DISTINCT lease_owner FROM reminders WHERE lease_owner IS NOT NULL"_s);
    QStringList owners;
    while (query.next())
        owners << query.value(0).toString();
    return owners;
}

bool ReminderQueue::lockPatient(PatientId patient)
{
    if (m_database.dialect() == Dialect::Sqlite) // a writer is alone
        return true;
    return m_database.execute(u"SELECT id FROM patients WHERE id = ? FOR NO KEY UPDATE SKIP LOCKED"_s, {patient.value})
        .next();
}

QList<QDateTime> ReminderQueue::dueTimes(
    PatientId patient, const QDateTime &from, const QDateTime &until, ReminderId except)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT coalesce(next_try, scheduled_time) FROM reminders WHERE patient_id = ? AND status = 'pending'"
        " AND coalesce(next_try, scheduled_time) BETWEEN ? AND ? AND id <> ?"_s,
        {patient.value, timeValue(from), timeValue(until), except.value});
    QList<QDateTime> times;
    while (query.next())
        times << storedTime(query.value(0));
    return times;
}

int ReminderQueue::countDue(Channel channel, const QDateTime &dueBefore, int most)
{
    QSqlQuery &query
        = m_database.execute(u"SELECT count(*) FROM (SELECT 1 FROM reminders WHERE status = 'pending' AND channel = ?"
                             " AND coalesce(next_try, scheduled_time) <= ? LIMIT ?) AS due"_s,
            {channelTable.key(channel), timeValue(dueBefore), most});
    query.next();
    return query.value(0).toInt();
}

void ReminderQueue::markLate(Channel channel, const QDateTime &dueBefore, const ReasonKey &reason, const QDateTime &now)
{
    m_database.execute(u"UPDATE reminders SET status = 'late', reason = ?, next_try = NULL, updated_at = ?,"
                       " version = version + 1 WHERE status = 'pending' AND channel = ?"
                       " AND coalesce(next_try, scheduled_time) <= ? AND (lease_until IS NULL OR lease_until < ?)"_s,
        {reason, timeValue(now), channelTable.key(channel), timeValue(dueBefore), timeValue(now)});
}

QList<ReminderId> ReminderQueue::decideLate(ReminderStatus to, const ReasonKey &reason, const QDateTime &now)
{
    return idsOf(m_database.execute(u"UPDATE reminders SET status = ?, reason = ?, updated_at = ?,"
                                    " version = version + 1 WHERE status = 'late' RETURNING id"_s,
        {reminderStatusTable.key(to), reason, timeValue(now)}));
}

QList<ReminderId> ReminderQueue::maybeUseless(
    const QDateTime &now, const QDateTime &medicationBefore, const QDateTime &otherBefore, int limit)
{
    const auto over = " AND (lease_until IS NULL OR lease_until < ?) AND (appointment_time < ?"
                      " OR (appointment_time IS NULL AND scheduled_time < CASE purpose WHEN 'medication'"
                      " THEN CAST(? AS BIGINT) ELSE CAST(? AS BIGINT) END))"_L1;
    const QVariantList values{timeValue(now), timeValue(now), timeValue(medicationBefore), timeValue(otherBefore)};
    QList<ReminderId> ids = idsOf(m_database.execute("SELECT id FROM reminders WHERE status = 'pending'"
                                                     " AND coalesce(next_try, scheduled_time) <= ?"_L1
            + over + " LIMIT ?"_L1,
        QVariantList{timeValue(now)} + values + QVariantList{limit}));
    ids += idsOf(m_database.execute(
        "SELECT id FROM reminders WHERE status = 'late' AND scheduled_time <= ?"_L1 + over + " LIMIT ?"_L1,
        QVariantList{timeValue(now)} + values + QVariantList{limit}));
    return ids;
}

QList<ReminderId> ReminderQueue::dueWithoutReason(
    Channel channel, const ReasonKey &reason, const QDateTime &now, int limit)
{
    return idsOf(m_database.execute(
        u"SELECT id FROM reminders WHERE status = 'pending' AND coalesce(next_try, scheduled_time) <= ?"
        " AND channel = ? AND reason <> ? LIMIT ?"_s,
        {timeValue(now), channelTable.key(channel), reason, limit}));
}

QList<ReminderId> ReminderQueue::unconfigured(Channel channel, int limit)
{
    // The words of the index, so that nothing else that waits is read.
    return idsOf(m_database.execute(
        u"SELECT id FROM reminders WHERE status = 'pending' AND reason = 'notConfigured' AND channel = ? LIMIT ?"_s,
        {channelTable.key(channel), limit}));
}

} // namespace accueil
