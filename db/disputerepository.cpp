#include "db/disputerepository.h"

#include "db/cellvalues.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr auto table = "disputes";

const QString selection = u"SELECT d.id, d.client_id, d.feedback_id, d.device_id, t.name, d.received_at, d.kept,"
                          " d.resolved_at FROM disputes d LEFT JOIN devices t ON t.id = d.device_id"_s;
enum Column { Id, ClientId, FeedbackRow, DeviceRow, DeviceName, ReceivedAt, Kept, ResolvedAt };

Dispute read(const QSqlQuery &row)
{
    Dispute dispute{.id = {row.value(Id).toLongLong()},
        .clientId = row.value(ClientId).toString(),
        .feedback = {row.value(FeedbackRow).toLongLong()},
        .device = optionalId<DeviceId>(row.value(DeviceRow)),
        .deviceName = row.value(DeviceName).toString(),
        .receivedAt = storedTime(row.value(ReceivedAt)),
        .resolvedAt = optionalTime(row.value(ResolvedAt))};
    if (const QVariant kept = row.value(Kept); !kept.isNull())
        dispute.kept = disputeChoiceTable.value(kept.toString());
    return dispute;
}

} // namespace

std::optional<Dispute> DisputeRepository::findOne(const QString &rest, const QVariantList &values)
{
    QSqlQuery &query = m_database.execute(selection + rest, values);
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

std::optional<Dispute> DisputeRepository::find(DisputeId id)
{
    return findOne(u" WHERE d.id = ?"_s, {id.value});
}

std::optional<Dispute> DisputeRepository::findForUpdate(DisputeId id)
{
    // On SQLite there is one writer at a time.
    const bool isShared = m_database.dialect() == Dialect::PostgreSql;
    return findOne(isShared ? u" WHERE d.id = ? FOR UPDATE OF d"_s : u" WHERE d.id = ?"_s, {id.value});
}

std::optional<DisputeId> DisputeRepository::findRequest(const QString &clientId, qint64 requestTag)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT id FROM disputes WHERE client_id = ? AND request_tag = ?"_s, {clientId, requestTag});
    return query.next() ? std::optional(DisputeId{query.value(0).toLongLong()}) : std::nullopt;
}

Page<Dispute> DisputeRepository::listOpen(const PageRequest &page)
{
    Page<Dispute> result;
    QSqlQuery &count = m_database.execute(u"SELECT count(*) FROM disputes WHERE kept IS NULL"_s);
    count.next();
    result.total = count.value(0).toLongLong();
    QSqlQuery &query
        = m_database.execute(selection + u" WHERE d.kept IS NULL ORDER BY d.received_at, d.id LIMIT ? OFFSET ?"_s,
            {page.limit, page.offset});
    while (query.next())
        result.items += read(query);
    return result;
}

qint64 DisputeRepository::requestTag(DisputeId id)
{
    QSqlQuery &query = m_database.execute(u"SELECT request_tag FROM disputes WHERE id = ?"_s, {id.value});
    return query.next() ? query.value(0).toLongLong() : 0;
}

QByteArray DisputeRepository::body(DisputeId id)
{
    QSqlQuery &query = m_database.execute(u"SELECT body_enc FROM disputes WHERE id = ?"_s, {id.value});
    if (!query.next() || query.value(0).toByteArray().isEmpty())
        return {};
    return m_cipher.fields.decrypt(query.value(0).toByteArray(), {table, "body_enc", id.value});
}

std::optional<DisputedAudio> DisputeRepository::audio(DisputeId id)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT audio_media_type, audio_enc FROM disputes WHERE id = ? AND audio_enc IS NOT NULL"_s, {id.value});
    if (!query.next())
        return std::nullopt;
    const DisputedAudio audio{query.value(0).toString(),
        m_cipher.fields.decrypt(query.value(1).toByteArray(), {table, "audio_enc", id.value})};
    query.finish(); // statements are kept, and this one holds megabytes
    return audio;
}

void DisputeRepository::insert(Dispute &dispute, qint64 requestTag, const QByteArray &body)
{
    dispute.id = {m_database.nextId(table)};
    m_database.execute(
        u"INSERT INTO disputes (id, client_id, feedback_id, request_tag, device_id, body_enc, received_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {dispute.id.value, dispute.clientId, dispute.feedback.value, requestTag, nullableId(dispute.device),
            m_cipher.fields.encrypt(body, {table, "body_enc", dispute.id.value}),
            dispute.receivedAt.toMSecsSinceEpoch()});
}

void DisputeRepository::storeAudio(DisputeId id, const DisputedAudio &audio)
{
    QSqlQuery &query = m_database.execute(u"UPDATE disputes SET audio_media_type = ?, audio_enc = ? WHERE id = ?"_s,
        {audio.mediaType, m_cipher.fields.encrypt(audio.bytes, {table, "audio_enc", id.value}), id.value});
    query.finish();
    query.bindValue(1, QByteArray()); // likewise
}

void DisputeRepository::resolve(DisputeId id, DisputeChoice kept, std::optional<UserId> by, const QDateTime &now)
{
    m_database.execute(u"UPDATE disputes SET kept = ?, resolved_at = ?, resolved_by = ?, body_enc = '',"
                       " audio_enc = NULL, audio_media_type = '' WHERE id = ?"_s,
        {disputeChoiceTable.key(kept), now.toMSecsSinceEpoch(), nullableId(by), id.value});
}

} // namespace accueil
