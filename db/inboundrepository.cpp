#include "db/inboundrepository.h"

#include "db/cellvalues.h"
#include "db/numbertag.h"
#include "db/sqllist.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr auto table = "inbound_messages";
const QString columns = u"id, provider_message_id, channel, number_tag, phone_number_enc, text_enc, received_at, "
                        "outcome, reason, patient_id, reminder_id, feedback_id"_s;

} // namespace

bool InboundRepository::insert(InboundMessage &message)
{
    message.id = m_database.nextId(table);
    const RowCipher row(m_cipher.fields, table, message.id);
    QSqlQuery &query
        = m_database.execute(u"INSERT INTO inbound_messages (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                             " ON CONFLICT (provider_message_id) DO NOTHING"_s.arg(columns),
            {message.id, message.providerMessageId, channelTable.key(message.channel), tagOf(message.phoneNumber),
                row.sealed("phone_number_enc", message.phoneNumber), row.sealed("text_enc", message.text),
                timeValue(message.receivedAt), inboundOutcomeTable.key(message.outcome), message.reason,
                nullableId(message.patient), nullableId(message.reminder), nullableId(message.feedback)});
    return query.numRowsAffected() == 1;
}

void InboundRepository::update(const InboundMessage &message)
{
    m_database.execute(u"UPDATE inbound_messages SET outcome = ?, reason = ?, patient_id = ?, reminder_id = ?, "
                       "feedback_id = ? WHERE id = ?"_s,
        {inboundOutcomeTable.key(message.outcome), message.reason, nullableId(message.patient),
            nullableId(message.reminder), nullableId(message.feedback), message.id});
}

std::optional<InboundMessage> InboundRepository::find(const QString &providerMessageId)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT %1 FROM inbound_messages WHERE provider_message_id = ?"_s.arg(columns), {providerMessageId});
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

Page<InboundMessage> InboundRepository::list(const PageRequest &page)
{
    Page<InboundMessage> result;
    QSqlQuery &count = m_database.execute(u"SELECT count(*) FROM inbound_messages"_s);
    count.next();
    result.total = count.value(0).toLongLong();
    QSqlQuery &query = m_database.execute(
        u"SELECT %1 FROM inbound_messages ORDER BY received_at DESC, id DESC LIMIT ? OFFSET ?"_s.arg(columns),
        {page.limit, page.offset});
    while (query.next())
        result.items += read(query);
    return result;
}

QList<InboundMessage> InboundRepository::received(const QDateTime &before, int limit)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT %1 FROM inbound_messages WHERE outcome = 'received' AND received_at < ? ORDER BY id LIMIT ?"_s.arg(
            columns),
        {timeValue(before), limit});
    QList<InboundMessage> messages;
    while (query.next())
        messages += read(query);
    return messages;
}

int InboundRepository::countSince(const QString &phoneNumber, const QDateTime &since)
{
    QSqlQuery &query
        = m_database.execute(u"SELECT count(*) FROM inbound_messages WHERE number_tag = ? AND received_at > ?"_s,
            {tagOf(phoneNumber), timeValue(since)});
    query.next();
    return query.value(0).toInt();
}

QList<AnswerableReminder> InboundRepository::answerable(
    const QString &phoneNumber, const QList<PatientId> &owners, Channel channel, const QDateTime &now)
{
    const Dialect dialect = m_database.dialect();
    // A reminder says itself where it goes, or goes where its patient's messages go. The tag can be shared by numbers
    // that are not meant.
    QSqlQuery &query = m_database.execute(
        u"SELECT r.id, r.patient_id, r.source, r.appointment_id, r.appointment_time, r.phone_number_enc FROM reminders "
        u"r"
        " WHERE (r.number_tag = ? OR (r.number_tag IS NULL AND r.patient_id IN (%1)))"
        " AND r.appointment_time > ? AND r.channel = ? AND r.status IN ('sending', 'sent', 'delivered', 'unknown')"
        " AND (r.appointment_id IS NULL OR EXISTS (SELECT 1 FROM appointments a WHERE a.id = r.appointment_id"
        " AND a.starts_at = r.appointment_time AND a.status IN ('planned', 'moved')))"
        " ORDER BY coalesce(r.sent_at, r.updated_at) DESC, r.id DESC"_s.arg(listed(dialect)),
        {reminderNumberTag(m_cipher, phoneNumber), listValue(dialect, owners), timeValue(now),
            channelTable.key(channel)});
    QList<AnswerableReminder> found;
    while (query.next()) {
        const qint64 id = query.value(0).toLongLong();
        const QString own = RowCipher(m_cipher.fields, "reminders", id).opened("phone_number_enc", query.value(5));
        if (!own.isEmpty() && own != phoneNumber)
            continue;
        const bool hasAppointment = !query.value(3).isNull();
        found.append({{id},
            hasAppointment ? query.value(2).toString() : query.value(1).toString() + u' ' + query.value(4).toString()});
    }
    return found;
}

InboundMessage InboundRepository::read(const QSqlQuery &row) const
{
    const qint64 id = row.value(0).toLongLong();
    const RowCipher cells(m_cipher.fields, table, id);
    return {.id = id,
        .providerMessageId = row.value(1).toString(),
        .channel = channelTable.value(row.value(2).toString()).value(),
        .phoneNumber = cells.opened("phone_number_enc", row.value(4)),
        .text = cells.opened("text_enc", row.value(5)),
        .receivedAt = storedTime(row.value(6)),
        .outcome = inboundOutcomeTable.value(row.value(7).toString()).value(),
        .reason = row.value(8).toString(),
        .patient = optionalId<PatientId>(row.value(9)),
        .reminder = optionalId<ReminderId>(row.value(10)),
        .feedback = optionalId<FeedbackId>(row.value(11))};
}

qint64 InboundRepository::tagOf(const QString &phoneNumber) const
{
    return m_cipher.index.tagOf("inbound number", phoneNumber);
}

} // namespace accueil
