// The half of SyncService that puts recordings together.
#include "app/security/random.h"
#include "app/services/syncservice.h"

#include <QMutexLocker>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysOfPatience = 30; // with pieces that nobody goes on with
constexpr qint64 secondsBetweenCleanings = 3600;
constexpr qsizetype tellingBytes = 64; // of which audioMediaType() looks at no more

tl::unexpected<Error> refusal(ErrorCode code, const QString &field, const QString &key, qint64 received)
{
    return fail(code, {{field, key, {{u"received"_s, received}}}});
}

} // namespace

Result<AudioProgress> SyncService::takePiece(
    const Session &who, const QString &clientId, qint64 offset, const QByteArray &bytes, const QByteArray &sha256)
{
    if (const auto allowed = require(who, Permission::SubmitFeedback); !allowed)
        return tl::unexpected(allowed.error());
    if (bytes.size() > largestPiece)
        return fail(ErrorCode::TooLarge, {{u"audio"_s, u"tooLarge"_s, {{u"max"_s, largestPiece}}}});
    const QDateTime now = m_clock.now();
    News news;
    Transaction transaction{m_database};
    std::optional<AudioUpload> upload = m_uploads.findOwnForUpdate(clientId.toLower(), sha256.toLower(), who);
    if (!upload && m_deleted.contains(clientId.toLower()))
        return AudioProgress{offset + bytes.size(), true}; // nobody wants it any more
    if (!upload)
        return fail(ErrorCode::NotFound);
    if (upload->progress.isComplete)
        return upload->progress;
    const qint64 received = upload->progress.received;
    if (offset > received)
        return refusal(ErrorCode::Conflict, u"offset"_s, u"wrongOffset"_s, received);
    if (offset + bytes.size() <= received)
        return upload->progress;
    const QByteArrayView fresh = QByteArrayView(bytes).sliced(received - offset);
    if (received + fresh.size() > upload->claim.size)
        return refusal(ErrorCode::Invalid, u"audio"_s, u"hashDiffers"_s, received);
    if (received == 0 && fresh.size() >= tellingBytes && audioMediaType(fresh).isEmpty())
        return refusal(ErrorCode::UnsupportedMedia, u"audio"_s, u"unknownMediaType"_s, 0);
    m_uploads.append(*upload, fresh, now);
    const bool isWhole = upload->progress.received == upload->claim.size;
    const Result<AudioProgress> progress
        = isWhole ? finish(who, *upload, m_uploads.whole(*upload), news) : upload->progress;
    transaction.commit(); // also of a whole that is not what was announced: its pieces are gone
    tell(news);
    return progress;
}

Result<AudioProgress> SyncService::takeRecording(const Session &who, const QString &clientId, const QByteArray &bytes)
{
    if (const auto allowed = require(who, Permission::ManageDevices); !allowed)
        return tl::unexpected(allowed.error());
    News news;
    Transaction transaction{m_database};
    const std::optional<AudioUpload> upload = m_uploads.findForUpdate(clientId.toLower(), sha256Hex(bytes));
    if (!upload)
        return fail(ErrorCode::NotFound);
    if (upload->progress.isComplete)
        return upload->progress;
    const Result<AudioProgress> progress = finish(who, *upload, bytes, news);
    transaction.commit();
    tell(news);
    return progress;
}

Result<AudioProgress> SyncService::finish(
    const Session &who, const AudioUpload &upload, const QByteArray &bytes, News &news)
{
    const QDateTime now = m_clock.now();
    const QString mediaType = audioMediaType(bytes);
    if (sha256Hex(bytes) != upload.claim.sha256 || mediaType.isEmpty()) {
        m_uploads.startAgain(upload, now);
        return mediaType.isEmpty() ? refusal(ErrorCode::UnsupportedMedia, u"audio"_s, u"unknownMediaType"_s, 0)
                                   : refusal(ErrorCode::Invalid, u"audio"_s, u"hashDiffers"_s, 0);
    }
    const std::optional<DisputeId> id = m_disputes.findRequest(upload.clientId, upload.requestTag);
    const std::optional<Dispute> dispute = id ? m_disputes.findForUpdate(*id) : std::nullopt;
    if (!dispute || dispute->kept == DisputeChoice::Received) {
        attach(who, upload.feedback, mediaType, bytes, news);
    } else if (!dispute->kept) {
        m_disputes.storeAudio(dispute->id, {mediaType, bytes});
        news.disputes = true;
    }
    m_uploads.complete(upload, now);
    return AudioProgress{upload.claim.size, true};
}

void SyncService::attach(
    const Session &who, FeedbackId id, const QString &mediaType, const QByteArray &bytes, News &news)
{
    const QDateTime now = m_clock.now();
    const Feedback before = m_feedback.findForUpdate(id).value(); // the upload goes when the feedback does
    Feedback after = before;
    after.audio = m_attachments.replace(id, mediaType, bytes, now).id;
    after.updatedAt = now;
    ++after.version;
    m_feedback.update(before, after);
    m_audit.append(auditEntry(who, now, u"edited"_s, u"feedback"_s, id.value, u"audio_url"_s));
    m_intake.considerCase(who, after);
    news.feedback += id;
}

void SyncService::removeAbandonedPieces()
{
    const QDateTime now = m_clock.now();
    {
        const QMutexLocker locker(&m_mutex);
        if (m_nextCleaning.isValid() && now < m_nextCleaning)
            return;
        m_nextCleaning = now.addSecs(secondsBetweenCleanings);
    }
    Transaction transaction{m_database};
    m_uploads.removeOlderThan(now.addDays(-daysOfPatience));
    transaction.commit();
}

} // namespace accueil
