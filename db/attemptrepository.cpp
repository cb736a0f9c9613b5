#include "db/attemptrepository.h"

#include "db/sqllist.h"
#include "db/sqlvalue.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

Attempt readAttempt(const QSqlQuery &query)
{
    return {.id = AttemptId{query.value(0).toLongLong()},
        .reminder = ReminderId{query.value(1).toLongLong()},
        .patient = PatientId{query.value(16).toLongLong()},
        .number = query.value(2).toInt(),
        .channel = channelTable.value(query.value(3).toString()).value(),
        .startedAt = storedTime(query.value(4)),
        .finishedAt = optionalTime(query.value(5)),
        .outcome = attemptOutcomeTable.value(query.value(6).toString()).value(),
        .provider = query.value(7).toString(),
        .providerMessageId = query.value(8).toString(),
        .providerCode = query.value(9).toString(),
        .reason = query.value(10).toString(),
        .segments = query.value(11).isNull() ? std::nullopt : std::optional(query.value(11).toInt()),
        .price = query.value(12).toString(),
        .priceUnit = query.value(13).toString(),
        .checks = query.value(14).toInt(),
        .nextCheck = optionalTime(query.value(15))};
}

QList<Attempt> allOf(QSqlQuery &query)
{
    QList<Attempt> attempts;
    while (query.next())
        attempts << readAttempt(query);
    return attempts;
}

std::optional<Attempt> firstOf(QSqlQuery &query)
{
    return query.next() ? std::optional(readAttempt(query)) : std::nullopt;
}

constexpr auto columns = "id, reminder_id, number, channel, started_at, finished_at, outcome, provider, "
                         "provider_message_id, provider_code, reason, segments, price, price_unit, checks, next_check, "
                         "patient_id"_L1;

} // namespace

Attempt AttemptRepository::insert(Attempt attempt)
{
    attempt.id = AttemptId{m_database.nextId("attempts")};
    static const QString sql
        = "INSERT INTO attempts ("_L1 + columns + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_L1;
    m_database.execute(sql,
        {attempt.id.value, attempt.reminder.value, attempt.number, channelTable.key(attempt.channel),
            timeValue(attempt.startedAt), timeValue(attempt.finishedAt), attemptOutcomeTable.key(attempt.outcome),
            attempt.provider, attempt.providerMessageId, attempt.providerCode, attempt.reason,
            attempt.segments ? QVariant(*attempt.segments) : QVariant(), attempt.price, attempt.priceUnit,
            attempt.checks, timeValue(attempt.nextCheck), attempt.patient.value});
    return attempt;
}

void AttemptRepository::update(const Attempt &attempt)
{
    m_database.execute(u"UPDATE attempts SET finished_at = ?, outcome = ?, provider = ?, provider_message_id = ?,"
                       " provider_code = ?, reason = ?, segments = ?, price = ?, price_unit = ?, checks = ?,"
                       " next_check = ? WHERE id = ?"_s,
        {timeValue(attempt.finishedAt), attemptOutcomeTable.key(attempt.outcome), attempt.provider,
            attempt.providerMessageId, attempt.providerCode, attempt.reason,
            attempt.segments ? QVariant(*attempt.segments) : QVariant(), attempt.price, attempt.priceUnit,
            attempt.checks, timeValue(attempt.nextCheck), attempt.id.value});
}

QList<Attempt> AttemptRepository::ofReminder(ReminderId reminder)
{
    static const QString sql = "SELECT "_L1 + columns + " FROM attempts WHERE reminder_id = ? ORDER BY number"_L1;
    return allOf(m_database.execute(sql, {reminder.value}));
}

std::optional<Attempt> AttemptRepository::findByProviderId(const QString &providerMessageId)
{
    static const QString sql
        = "SELECT "_L1 + columns + " FROM attempts WHERE provider_message_id = ? AND provider_message_id <> ''"_L1;
    return firstOf(m_database.execute(sql, {providerMessageId}));
}

QSet<QString> AttemptRepository::knownProviderIds(const QStringList &providerMessageIds)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT provider_message_id FROM attempts WHERE provider_message_id <> '' AND provider_message_id IN (%1)"_s
            .arg(listedTexts(m_database.dialect())),
        {listValue(providerMessageIds)});
    QSet<QString> known;
    while (query.next())
        known << query.value(0).toString();
    return known;
}

QList<Attempt> AttemptRepository::toCheck(
    const QList<AttemptOutcome> &outcomes, const QList<Channel> &channels, const QDateTime &now, int limit)
{
    QStringList outcomeKeys;
    for (const AttemptOutcome outcome : outcomes)
        outcomeKeys << u'\'' + attemptOutcomeTable.key(outcome) + u'\'';
    QStringList channelKeys;
    for (const Channel channel : channels)
        channelKeys << u'\'' + channelTable.key(channel) + u'\'';
    if (outcomeKeys.isEmpty() || channelKeys.isEmpty())
        return {};
    return allOf(m_database.execute("SELECT "_L1 + columns + " FROM attempts WHERE next_check <= ? AND outcome IN ("_L1
            + outcomeKeys.join(u',') + ") AND channel IN ("_L1 + channelKeys.join(u',')
            + ") ORDER BY next_check LIMIT ?"_L1,
        {timeValue(now), limit}));
}

QList<Attempt> AttemptRepository::undecided(const QDateTime &since)
{
    static const QString sql = "SELECT "_L1 + columns
        + " FROM attempts WHERE (reminder_id, number) IN (SELECT id, attempts FROM reminders"
          " WHERE status IN ('sending', 'unknown')) AND outcome IN ('sending', 'unknown') AND started_at >= ?"
          " ORDER BY id"_L1;
    return allOf(m_database.execute(sql, {timeValue(since)}));
}

bool AttemptRepository::hasOpenCall(PatientId patient, const QDateTime &since)
{
    return m_database
        .execute(u"SELECT 1 FROM attempts WHERE patient_id = ? AND started_at >= ? AND channel = 'ivr'"
                 " AND outcome IN ('sending', 'unknown', 'accepted', 'sent') LIMIT 1"_s,
            {patient.value, timeValue(since)})
        .next();
}

int AttemptRepository::countSince(PatientId patient, const QDateTime &since)
{
    QSqlQuery &query = m_database.execute(u"SELECT count(*) FROM attempts WHERE patient_id = ? AND started_at >= ?"
                                          " AND outcome <> 'failed'"_s,
        {patient.value, timeValue(since)});
    query.next();
    return query.value(0).toInt();
}

qint64 AttemptRepository::segmentsSince(const QDateTime &since)
{
    QSqlQuery &query = m_database.execute(u"SELECT coalesce(sum(segments), 0) FROM attempts WHERE channel = 'sms'"
                                          " AND started_at >= ? AND outcome <> 'failed'"_s,
        {timeValue(since)});
    query.next();
    return query.value(0).toLongLong();
}

std::optional<Attempt> AttemptRepository::find(AttemptId id)
{
    static const QString sql = "SELECT "_L1 + columns + " FROM attempts WHERE id = ?"_L1;
    return firstOf(m_database.execute(sql, {id.value}));
}

std::optional<Attempt> AttemptRepository::last(ReminderId reminder)
{
    static const QString sql
        = "SELECT "_L1 + columns + " FROM attempts WHERE reminder_id = ? ORDER BY number DESC LIMIT 1"_L1;
    return firstOf(m_database.execute(sql, {reminder.value}));
}

} // namespace accueil
