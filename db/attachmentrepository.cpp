#include "db/attachmentrepository.h"

#include "app/security/random.h"
#include "db/cellvalues.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

CellAddress bytesOf(AttachmentId id)
{
    return {"attachments", "bytes_enc", id.value};
}

} // namespace

std::optional<AudioRecording> AttachmentRepository::find(FeedbackId feedback)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT id, media_type, size, sha256, created_at, bytes_enc FROM attachments WHERE feedback_id = ?"_s,
        {feedback.value});
    if (!query.next())
        return std::nullopt;
    AudioRecording recording;
    recording.attachment = {
        .id = {query.value(0).toLongLong()},
        .feedback = feedback,
        .mediaType = query.value(1).toString(),
        .size = query.value(2).toLongLong(),
        .sha256 = query.value(3).toString(),
        .createdAt = storedTime(query.value(4)),
    };
    recording.bytes = m_cipher.fields.decrypt(query.value(5).toByteArray(), bytesOf(recording.attachment.id));
    query.finish(); // statements are kept, and this one holds megabytes
    return recording;
}

Attachment AttachmentRepository::replace(
    FeedbackId feedback, const QString &mediaType, const QByteArray &bytes, const QDateTime &now)
{
    m_database.execute(u"DELETE FROM attachments WHERE feedback_id = ?"_s, {feedback.value});
    const Attachment attachment{
        .id = {m_database.nextId("attachments")},
        .feedback = feedback,
        .mediaType = mediaType,
        .size = bytes.size(),
        .sha256 = QString::fromLatin1(sha256Hex(bytes)),
        .createdAt = now,
    };
    QSqlQuery &query = m_database.execute(
        u"INSERT INTO attachments (id, feedback_id, media_type, size, sha256, bytes_enc, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {attachment.id.value, feedback.value, mediaType, attachment.size, attachment.sha256,
            m_cipher.fields.encrypt(bytes, bytesOf(attachment.id)), now.toMSecsSinceEpoch()});
    query.finish();
    query.bindValue(5, QByteArray()); // likewise
    return attachment;
}

} // namespace accueil
