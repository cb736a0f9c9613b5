#include "db/audiouploadrepository.h"

#include "db/cellvalues.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QString selection = u"SELECT id, client_id, request_tag, feedback_id, sha256, size, received, is_complete,"
                          " device_id, user_id, updated_at FROM audio_uploads"_s;

AudioUpload read(const QSqlQuery &row)
{
    return {.id = row.value(0).toLongLong(),
        .clientId = row.value(1).toString(),
        .requestTag = row.value(2).toLongLong(),
        .feedback = {row.value(3).toLongLong()},
        .claim = {row.value(4).toString().toLatin1(), row.value(5).toLongLong()},
        .progress = {row.value(6).toLongLong(), row.value(7).toBool()},
        .device = {row.value(8).toLongLong()},
        .user = {row.value(9).toLongLong()},
        .updatedAt = storedTime(row.value(10))};
}

template <typename Id>
QVariant idValue(Id id)
{
    return id ? QVariant(id.value) : QVariant();
}

CellAddress cellOf(qint64 piece)
{
    return {"audio_pieces", "bytes_enc", piece};
}

} // namespace

std::optional<AudioUpload> AudioUploadRepository::findOne(const QString &rest, const QVariantList &values)
{
    QSqlQuery &query = m_database.execute(selection + rest, values);
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

std::optional<AudioUpload> AudioUploadRepository::findRequest(const QString &clientId, qint64 requestTag)
{
    return findOne(u" WHERE client_id = ? AND request_tag = ?"_s, {clientId, requestTag});
}

std::optional<AudioUpload> AudioUploadRepository::findOwnForUpdate(
    const QString &clientId, const QByteArray &sha256, const Session &who)
{
    QString rest = u" WHERE client_id = ? AND (device_id = ? OR user_id = ?)"_s;
    QVariantList values{clientId, idValue(who.device), idValue(who.user)};
    if (!sha256.isEmpty()) {
        rest += u" AND sha256 = ?"_s;
        values += QString::fromLatin1(sha256);
    }
    rest += u" ORDER BY is_complete, updated_at DESC, id DESC LIMIT 1"_s;
    // On SQLite there is one writer at a time.
    if (m_database.dialect() == Dialect::PostgreSql)
        rest += u" FOR UPDATE"_s;
    return findOne(rest, values);
}

std::optional<AudioUpload> AudioUploadRepository::findForUpdate(const QString &clientId, const QByteArray &sha256)
{
    const bool isShared = m_database.dialect() == Dialect::PostgreSql;
    return findOne(u" WHERE client_id = ? AND sha256 = ? ORDER BY is_complete, id DESC LIMIT 1"_s
            + (isShared ? u" FOR UPDATE"_s : QString()),
        {clientId, QString::fromLatin1(sha256)});
}

bool AudioUploadRepository::hasOthers(const AudioUpload &upload)
{
    return m_database
        .execute(u"SELECT 1 FROM audio_uploads WHERE client_id = ? AND id <> ? LIMIT 1"_s, {upload.clientId, upload.id})
        .next();
}

void AudioUploadRepository::insert(AudioUpload &upload)
{
    upload.id = m_database.nextId("audio_uploads");
    m_database.execute(u"INSERT INTO audio_uploads (id, client_id, request_tag, feedback_id, device_id, user_id, size,"
                       " sha256, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {upload.id, upload.clientId, upload.requestTag, upload.feedback.value, idValue(upload.device),
            idValue(upload.user), upload.claim.size, QString::fromLatin1(upload.claim.sha256),
            upload.updatedAt.toMSecsSinceEpoch()});
}

void AudioUploadRepository::handOver(qint64 upload, const Session &who, const QDateTime &now)
{
    m_database.execute(u"UPDATE audio_uploads SET device_id = ?, user_id = ?, updated_at = ? WHERE id = ?"_s,
        {idValue(who.device), idValue(who.user), now.toMSecsSinceEpoch(), upload});
}

void AudioUploadRepository::append(AudioUpload &upload, QByteArrayView piece, const QDateTime &now)
{
    const qint64 id = m_database.nextId("audio_pieces");
    m_database.execute(u"INSERT INTO audio_pieces (id, upload_id, start, bytes_enc) VALUES (?, ?, ?, ?)"_s,
        {id, upload.id, upload.progress.received, m_cipher.fields.encrypt(piece, cellOf(id))});
    upload.progress.received += piece.size();
    m_database.execute(u"UPDATE audio_uploads SET received = ?, updated_at = ? WHERE id = ?"_s,
        {upload.progress.received, now.toMSecsSinceEpoch(), upload.id});
}

QByteArray AudioUploadRepository::whole(const AudioUpload &upload)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT id, bytes_enc FROM audio_pieces WHERE upload_id = ? ORDER BY start"_s, {upload.id});
    QByteArray bytes;
    bytes.reserve(upload.claim.size);
    while (query.next())
        bytes += m_cipher.fields.decrypt(query.value(1).toByteArray(), cellOf(query.value(0).toLongLong()));
    query.finish(); // statements are kept, and this one holds megabytes
    return bytes;
}

void AudioUploadRepository::complete(const AudioUpload &upload, const QDateTime &now)
{
    removePieces(upload);
    m_database.execute(u"UPDATE audio_uploads SET is_complete = 1, received = size, updated_at = ? WHERE id = ?"_s,
        {now.toMSecsSinceEpoch(), upload.id});
}

void AudioUploadRepository::startAgain(const AudioUpload &upload, const QDateTime &now)
{
    removePieces(upload);
    m_database.execute(
        u"UPDATE audio_uploads SET received = 0, updated_at = ? WHERE id = ?"_s, {now.toMSecsSinceEpoch(), upload.id});
}

int AudioUploadRepository::removeOlderThan(const QDateTime &time)
{
    return m_database
        .execute(u"DELETE FROM audio_uploads WHERE is_complete = 0 AND updated_at < ?"_s, {time.toMSecsSinceEpoch()})
        .numRowsAffected();
}

void AudioUploadRepository::removePieces(const AudioUpload &upload)
{
    m_database.execute(u"DELETE FROM audio_pieces WHERE upload_id = ?"_s, {upload.id});
}

} // namespace accueil
