#include "app/services/feedbackservice.h"

#include "app/domain/fieldrules.h"
#include "app/services/againafterconflict.h"
#include "app/services/feedbackchanges.h"
#include "app/services/requesttag.h"

#include <QCryptographicHash>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

Result<QString> mediaTypeOf(const QByteArray &audio)
{
    if (audio.size() > FeedbackService::maximumAudioBytes)
        return fail(
            ErrorCode::TooLarge, {{u"audio"_s, u"tooLarge"_s, {{u"max"_s, FeedbackService::maximumAudioBytes}}}});
    const QString mediaType = audioMediaType(audio);
    if (mediaType.isEmpty())
        return fail(ErrorCode::UnsupportedMedia, {{u"audio"_s, u"unknownMediaType"_s}});
    return mediaType;
}

Result<void> check(const FeedbackDraft &draft, bool hasAudio, const QDateTime &now)
{
    QList<FieldError> broken = validate(draft, now);
    if (!hasAudio && !saysSomething(draft))
        broken += FieldError{u"comments"_s, u"required"_s};
    if (!broken.isEmpty())
        return fail(ErrorCode::Invalid, broken);
    return {};
}

// For a tablet: what it said itself, and nothing of the registry or of what people made of its feedback since.
Submission withoutKnowledge(const Submission &submission, const FeedbackDraft &draft)
{
    Feedback said = applied(draft, {}, submission.feedback.createdAt);
    said.id = submission.feedback.id;
    said.clientId = submission.feedback.clientId;
    said.patientReference = cleanLine(draft.patientReference);
    said.device = submission.feedback.device;
    said.audio = submission.feedback.audio;
    said.createdAt = submission.feedback.createdAt;
    said.updatedAt = submission.feedback.createdAt;
    return {said, submission.created};
}

} // namespace

FeedbackService::FeedbackService(Database &database, const StoreCipher &cipher, const Clock &clock,
    DomainEvents &events, const UnderstandingEngine &engine)
    : m_database(database)
    , m_cipher(cipher)
    , m_clock(clock)
    , m_events(events)
    , m_feedback(database, cipher)
    , m_attachments(database, cipher)
    , m_deleted(database)
    , m_audit(database)
    , m_intake(database, cipher, clock, engine)
{
}

Result<Submission> FeedbackService::submit(const Session &who, const FeedbackDraft &draft, const QByteArray &audio)
{
    if (const auto allowed = require(who, Permission::SubmitFeedback); !allowed)
        return tl::unexpected(allowed.error());
    if (const auto right = check(draft, !audio.isEmpty(), m_clock.now()); !right)
        return tl::unexpected(right.error());
    const Result<Submission> submission = againAfterConflict([&] {
        Transaction transaction{m_database};
        Result<Submission> answer = submitInTransaction(who, draft, audio);
        if (answer)
            transaction.commit();
        return answer;
    });
    if (!submission)
        return submission;
    if (submission->created) {
        Q_EMIT m_events.feedbackChanged(submission->feedback.id);
        if (submission->feedback.patient)
            Q_EMIT m_events.patientChanged(*submission->feedback.patient);
    }
    return who.role == Role::Device ? withoutKnowledge(*submission, draft) : submission;
}

QList<Result<Submission>> FeedbackService::submitBatch(const Session &who, const QList<FeedbackDraft> &drafts)
{
    QList<Result<Submission>> answers;
    if (const auto allowed = require(who, Permission::SubmitFeedback); !allowed) {
        answers.fill(tl::unexpected(allowed.error()), drafts.size());
        return answers;
    }
    return againAfterConflict([&] {
        answers.clear();
        Transaction transaction{m_database};
        for (const FeedbackDraft &draft : drafts) {
            const Result<void> right = check(draft, false, m_clock.now());
            answers += right ? submitInTransaction(who, draft, {}) : Result<Submission>(tl::unexpected(right.error()));
        }
        transaction.commit();
        return answers;
    });
}

QList<FieldError> FeedbackService::brokenRules(const FeedbackDraft &draft) const
{
    return validate(draft, m_clock.now());
}

Result<Submission> FeedbackService::submitInTransaction(
    const Session &who, const FeedbackDraft &draft, const QByteArray &audio)
{
    const QDateTime now = m_clock.now();
    std::optional<qint64> tag;
    if (!draft.clientId.isEmpty()) {
        const QByteArray hash
            = audio.isEmpty() ? QByteArray() : QCryptographicHash::hash(audio, QCryptographicHash::Sha256);
        tag = requestTag(m_cipher.index, draft, hash);
        const QString clientId = draft.clientId.toLower();
        if (const auto known = m_feedback.findRequest(clientId)) {
            if (known->tag && known->tag != tag)
                return repeatDiffers();
            if (const std::optional<Feedback> row = m_feedback.find(known->id)) // not removed in this moment
                return Submission{*row, false};
        }
        if (m_deleted.contains(clientId, tag))
            return fail(ErrorCode::Conflict, {{u"client_id"_s, u"wasDeleted"_s}});
    }
    Result<QString> mediaType;
    if (!audio.isEmpty()) {
        mediaType = mediaTypeOf(audio);
        if (!mediaType)
            return tl::unexpected(mediaType.error());
    }
    Feedback feedback = m_intake.insert(who, draft, tag);
    if (!audio.isEmpty()) {
        feedback.audio = m_attachments.replace(feedback.id, *mediaType, audio, now).id;
        m_intake.considerCase(who, feedback);
    }
    return Submission{feedback, true};
}

Result<Feedback> FeedbackService::find(const Session &who, FeedbackId id)
{
    if (const auto allowed = require(who, Permission::ReadFeedback); !allowed)
        return tl::unexpected(allowed.error());
    const std::optional<Feedback> feedback = m_feedback.find(id);
    if (!feedback)
        return fail(ErrorCode::NotFound);
    return *feedback;
}

Result<QString> FeedbackService::givenReference(const Session &who, FeedbackId id)
{
    if (const auto allowed = require(who, Permission::ReadFeedback); !allowed)
        return tl::unexpected(allowed.error());
    return m_feedback.givenReference(id);
}

Result<Feedback> FeedbackService::edit(
    const Session &who, FeedbackId id, const FeedbackDraft &draft, std::optional<qint64> expectedVersion)
{
    if (const auto allowed = require(who, Permission::EditFeedback); !allowed)
        return tl::unexpected(allowed.error());
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    const std::optional<Feedback> before = m_feedback.findForUpdate(id);
    if (!before)
        return fail(ErrorCode::NotFound);
    if (expectedVersion && *expectedVersion != before->version)
        return fail(ErrorCode::VersionMismatch);
    if (const auto right = check(draft, before->audio.has_value(), now); !right)
        return tl::unexpected(right.error());
    Feedback after = applied(draft, *before, now);
    m_intake.match(after, draft, *before);
    const ChangedFields changed = changedFields(*before, after);
    if (changed.isEmpty())
        return *before;
    m_intake.understandAgain(after);
    after.updatedAt = now;
    after.version = before->version + 1;
    m_feedback.update(*before, after);
    m_intake.touchPatient(after);
    audit(who, u"edited"_s, id, changed.text());
    const Feedback stored = m_feedback.find(id).value();
    m_intake.considerCase(who, stored);
    transaction.commit();
    Q_EMIT m_events.feedbackChanged(id);
    return stored;
}

Result<void> FeedbackService::remove(const Session &who, FeedbackId id, std::optional<qint64> expectedVersion)
{
    if (const auto allowed = require(who, Permission::DeleteFeedback); !allowed)
        return tl::unexpected(allowed.error());
    Transaction transaction{m_database};
    const std::optional<Feedback> before = m_feedback.findForUpdate(id);
    if (!before)
        return fail(ErrorCode::NotFound);
    if (expectedVersion && *expectedVersion != before->version)
        return fail(ErrorCode::VersionMismatch);
    m_feedback.remove(id);
    audit(who, u"deleted"_s, id);
    transaction.commit();
    Q_EMIT m_events.feedbackChanged(id);
    return {};
}

Result<Page<Feedback>> FeedbackService::list(const Session &who, const FeedbackFilter &filter, const PageRequest &page)
{
    if (const auto allowed = require(who, Permission::ReadFeedback); !allowed)
        return tl::unexpected(allowed.error());
    return m_feedback.list(filter, page);
}

Result<Attachment> FeedbackService::attachAudio(const Session &who, FeedbackId id, const QByteArray &bytes)
{
    if (const auto allowed = require(who, Permission::SubmitFeedback); !allowed)
        return tl::unexpected(allowed.error());
    const Result<QString> mediaType = mediaTypeOf(bytes);
    if (!mediaType)
        return tl::unexpected(mediaType.error());
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    const std::optional<Feedback> before = m_feedback.findForUpdate(id);
    // A tablet does not even learn which rows there are.
    const bool isOthers = who.role == Role::Device && (!before || before->device != who.device);
    if (!before || isOthers)
        return fail(ErrorCode::NotFound);
    if (before->audio && !who.may(Permission::EditFeedback))
        return fail(ErrorCode::Forbidden);
    const Attachment attachment = m_attachments.replace(id, *mediaType, bytes, now);
    Feedback after = *before;
    after.updatedAt = now;
    ++after.version;
    m_feedback.update(*before, after);
    audit(who, u"edited"_s, id, u"audio_url"_s);
    after.audio = attachment.id;
    m_intake.considerCase(who, after);
    transaction.commit();
    Q_EMIT m_events.feedbackChanged(id);
    return attachment;
}

Result<AudioRecording> FeedbackService::audio(const Session &who, FeedbackId id)
{
    if (const auto allowed = require(who, Permission::ReadFeedback); !allowed)
        return tl::unexpected(allowed.error());
    const std::optional<AudioRecording> recording = m_attachments.find(id);
    if (!recording)
        return fail(ErrorCode::NotFound);
    return *recording;
}

void FeedbackService::audit(const Session &who, const QString &action, FeedbackId about, const QString &detail)
{
    m_audit.append({
        .at = m_clock.now(),
        .actor = who.user.value,
        .actorName = who.username,
        .action = action,
        .entity = u"feedback"_s,
        .entityId = about.value,
        .detail = detail,
    });
}

} // namespace accueil
