#include "app/services/feedbackservice.h"

#include "app/domain/fieldrules.h"
#include "app/services/againafterconflict.h"
#include "app/services/changedfields.h"
#include "app/services/requesttag.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

ChangedFields changes(const Feedback &before, const Feedback &after)
{
    ChangedFields fields;
    fields.compare("patient_id", std::pair(before.patient, before.patientReference),
        std::pair(after.patient, after.patientReference));
    fields.compare("patient_name", before.patientName, after.patientName);
    fields.compare("age", before.age, after.age);
    fields.compare("gender", before.gender, after.gender);
    fields.compare("phone_number", before.phoneNumber, after.phoneNumber);
    fields.compare("condition", before.condition, after.condition);
    fields.compare("ward", before.ward, after.ward);
    fields.compare("treatment_satisfaction", before.ratings.treatmentSatisfaction, after.ratings.treatmentSatisfaction);
    fields.compare("communication_rating", before.ratings.communicationRating, after.ratings.communicationRating);
    fields.compare("facility_rating", before.ratings.facilityRating, after.ratings.facilityRating);
    fields.compare("overall_experience", before.ratings.overallExperience, after.ratings.overallExperience);
    fields.compare(
        "recommendation_likelihood", before.ratings.recommendationLikelihood, after.ratings.recommendationLikelihood);
    fields.compare("emoji_rating", before.ratings.emojiRating, after.ratings.emojiRating);
    fields.compare("feedback_date", before.feedbackDate, after.feedbackDate);
    fields.compare("comments", before.comments, after.comments);
    fields.compare("language", before.language, after.language);
    fields.compare("submission_method", before.method, after.method);
    fields.compare("transcript", before.transcript, after.transcript);
    fields.compare("translation", before.translation, after.translation);
    fields.compare("processed", before.processed, after.processed);
    fields.compare("callback_requested", before.callbackRequested, after.callbackRequested);
    return fields;
}

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

} // namespace

FeedbackService::FeedbackService(
    Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events)
    : m_database(database)
    , m_cipher(cipher)
    , m_clock(clock)
    , m_events(events)
    , m_feedback(database, cipher)
    , m_patients(database, cipher)
    , m_attachments(database, cipher)
    , m_audit(database)
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
    if (!submission || !submission->created)
        return submission;
    Q_EMIT m_events.feedbackChanged(submission->feedback.id);
    if (submission->feedback.patient)
        Q_EMIT m_events.patientChanged(*submission->feedback.patient);
    return submission;
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
    Feedback feedback = applied(draft, {}, now);
    std::optional<qint64> tag;
    if (!draft.clientId.isEmpty()) {
        tag = requestTag(m_cipher.index, draft, audio);
        if (const auto known = m_feedback.findRequest(feedback.clientId)) {
            if (known->tag && known->tag != tag)
                return repeatDiffers();
            if (const std::optional<Feedback> row = m_feedback.find(known->id)) // not removed in this moment
                return Submission{*row, false};
        }
    }
    Result<QString> mediaType;
    if (!audio.isEmpty()) {
        mediaType = mediaTypeOf(audio);
        if (!mediaType)
            return tl::unexpected(mediaType.error());
    }
    match(feedback, draft, {});
    feedback.id = m_feedback.nextId();
    feedback.createdAt = now;
    feedback.updatedAt = now;
    if (who.user)
        feedback.createdBy = who.user;
    if (who.device)
        feedback.device = who.device;
    m_feedback.insert(feedback, tag);
    if (!audio.isEmpty())
        feedback.audio = m_attachments.replace(feedback.id, *mediaType, audio, now).id;
    touchPatient(feedback);
    audit(who, u"created"_s, feedback.id);
    // What find() would answer, without the cost of reading a wide row: of a matched patient the registry has the name.
    if (feedback.patient && feedback.patientName.isEmpty())
        feedback.patientName = m_feedback.registryName(*feedback.patient);
    return Submission{feedback, true};
}

void FeedbackService::match(Feedback &feedback, const FeedbackDraft &draft, const Feedback &before)
{
    const QString reference = cleanLine(draft.patientReference);
    const bool newReference = normalisedPatientNumber(reference) != normalisedPatientNumber(before.patientReference);
    // Of the two ways to name a patient, the one that says something new counts.
    const bool byReference = draft.patient == before.patient && newReference;
    if (!draft.patient || byReference) {
        matchReference(feedback, reference);
        return;
    }
    if (draft.patient == before.patient)
        return;
    if (const std::optional<Patient> patient = m_patients.find(*draft.patient)) {
        feedback.patient = patient->id;
        feedback.patientReference = patient->patientNumber;
    } else {
        matchReference(feedback, reference.isEmpty() ? QString::number(draft.patient->value) : reference);
    }
}

void FeedbackService::matchReference(Feedback &feedback, const QString &reference)
{
    const QString number = normalisedPatientNumber(reference);
    feedback.patient.reset();
    feedback.patientReference = reference;
    if (number.isEmpty())
        return;
    feedback.patient = m_patients.idOf(number);
    if (!feedback.patient) {
        // Somebody may be registering this patient right now.
        m_feedback.lockReference(number);
        feedback.patient = m_patients.idOf(number);
    }
    if (feedback.patient)
        feedback.patientReference = number;
}

void FeedbackService::touchPatient(const Feedback &feedback)
{
    if (feedback.patient)
        m_patients.touch(*feedback.patient, std::min(feedback.feedbackDate, m_clock.now()));
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
    match(after, draft, *before);
    const ChangedFields changed = changes(*before, after);
    if (changed.isEmpty())
        return *before;
    after.updatedAt = now;
    after.version = before->version + 1;
    m_feedback.update(*before, after);
    touchPatient(after);
    audit(who, u"edited"_s, id, changed.text());
    const Feedback stored = m_feedback.find(id).value();
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
    if (!before)
        return fail(ErrorCode::NotFound);
    if (before->audio && !who.may(Permission::EditFeedback))
        return fail(ErrorCode::Forbidden);
    const Attachment attachment = m_attachments.replace(id, *mediaType, bytes, now);
    Feedback after = *before;
    after.updatedAt = now;
    ++after.version;
    m_feedback.update(*before, after);
    audit(who, u"edited"_s, id, u"audio_url"_s);
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
