#include "app/services/disputeservice.h"

#include "app/security/random.h"
#include "app/services/disputedbody.h"
#include "app/services/feedbackchanges.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Less than a second is what repeating a submission and correcting a clock make of one time.
bool sameSecond(const QDateTime &one, const QDateTime &other)
{
    return one.toSecsSinceEpoch() == other.toSecsSinceEpoch();
}

} // namespace

DisputeService::DisputeService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
    const UnderstandingEngine &engine)
    : m_database(database)
    , m_clock(clock)
    , m_events(events)
    , m_intake(database, cipher, clock, engine)
    , m_feedback(database, cipher)
    , m_disputes(database, cipher)
    , m_uploads(database, cipher)
    , m_attachments(database, cipher)
    , m_audit(database)
{
}

Result<Page<Dispute>> DisputeService::list(const Session &who, const PageRequest &page)
{
    if (const auto allowed = require(who, Permission::EditFeedback); !allowed)
        return tl::unexpected(allowed.error());
    return m_disputes.listOpen(page);
}

Result<DisputeComparison> DisputeService::find(const Session &who, DisputeId id)
{
    if (const auto allowed = require(who, Permission::EditFeedback); !allowed)
        return tl::unexpected(allowed.error());
    Transaction transaction{m_database}; // both as they were at one moment
    const std::optional<Dispute> dispute = m_disputes.find(id);
    const std::optional<Feedback> stored = dispute ? m_feedback.find(dispute->feedback) : std::nullopt;
    if (!stored)
        return fail(ErrorCode::NotFound);
    if (dispute->kept)
        return DisputeComparison{*dispute, *stored, {}, {}};
    DisputeComparison comparison{*dispute, *stored, received(*dispute, *stored), {}};
    comparison.differing = changedFields(*stored, *comparison.received).names();
    if (sameSecond(stored->feedbackDate, comparison.received->feedbackDate))
        comparison.differing.removeAll(u"feedback_date"_s);
    const DisputedBody body = readDisputedBody(m_disputes.body(id), {});
    const std::optional<AudioRecording> recording = m_attachments.find(stored->id);
    if (body.audio && (!recording || recording->attachment.sha256.toLatin1() != body.audio->sha256))
        comparison.differing += u"audio_url"_s;
    return comparison;
}

Result<AudioRecording> DisputeService::audio(const Session &who, DisputeId id)
{
    if (const auto allowed = require(who, Permission::EditFeedback); !allowed)
        return tl::unexpected(allowed.error());
    const std::optional<DisputedAudio> audio = m_disputes.audio(id);
    if (!audio)
        return fail(ErrorCode::NotFound);
    AudioRecording recording{.bytes = audio->bytes};
    recording.attachment.mediaType = audio->mediaType;
    recording.attachment.size = audio->bytes.size();
    recording.attachment.sha256 = QString::fromLatin1(sha256Hex(audio->bytes));
    return recording;
}

Result<Dispute> DisputeService::resolve(const Session &who, DisputeId id, DisputeChoice kept)
{
    if (const auto allowed = require(who, Permission::EditFeedback); !allowed)
        return tl::unexpected(allowed.error());
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    std::optional<Dispute> dispute = m_disputes.findForUpdate(id);
    if (!dispute)
        return fail(ErrorCode::NotFound);
    if (dispute->kept)
        return fail(ErrorCode::Conflict);
    if (kept == DisputeChoice::Received)
        takeReceived(who, *dispute);
    const std::optional<UserId> by = who.user ? std::optional(who.user) : std::nullopt;
    endOtherUpload(*dispute, kept);
    m_disputes.resolve(id, kept, by, now);
    m_audit.append(
        auditEntry(who, now, u"resolved"_s, u"feedback"_s, dispute->feedback.value, disputeChoiceTable.key(kept)));
    transaction.commit();
    dispute->kept = kept;
    dispute->resolvedAt = now;
    Q_EMIT m_events.disputesChanged();
    if (kept == DisputeChoice::Received)
        Q_EMIT m_events.feedbackChanged(dispute->feedback);
    return *dispute;
}

// What a tablet cannot say, such as a name or a transcript, stays as people have it.
Feedback DisputeService::received(const Dispute &dispute, const Feedback &stored)
{
    const DisputedBody body = readDisputedBody(m_disputes.body(dispute.id), draftOf(stored));
    Feedback feedback = applied(body.draft, stored, m_clock.now());
    m_intake.match(feedback, body.draft, stored);
    return feedback;
}

// Of the recording that nobody wants any more no further piece is kept, and none that has come.
void DisputeService::endOtherUpload(const Dispute &dispute, DisputeChoice kept)
{
    const qint64 disputed = m_disputes.requestTag(dispute.id);
    std::optional<qint64> other = disputed;
    if (kept == DisputeChoice::Received) {
        const bool hasRecording = m_uploads.findRequest(dispute.clientId, disputed).has_value();
        const auto stored = m_feedback.findRequest(dispute.clientId);
        other = hasRecording && stored ? stored->tag : std::nullopt;
    }
    const std::optional<AudioUpload> upload
        = other ? m_uploads.findRequest(dispute.clientId, *other) : std::optional<AudioUpload>();
    if (upload && !upload->progress.isComplete)
        m_uploads.complete(*upload, m_clock.now());
}

void DisputeService::takeReceived(const Session &who, const Dispute &dispute)
{
    const QDateTime now = m_clock.now();
    const Feedback before = m_feedback.findForUpdate(dispute.feedback).value(); // the dispute goes when it does
    Feedback after = received(dispute, before);
    QStringList changed = changedFields(before, after).names();
    if (const std::optional<DisputedAudio> audio = m_disputes.audio(dispute.id)) {
        after.audio = m_attachments.replace(before.id, audio->mediaType, audio->bytes, now).id;
        changed += u"audio_url"_s;
    }
    m_intake.understandAgain(after);
    after.updatedAt = now;
    after.version = before.version + 1;
    m_feedback.update(before, after);
    m_intake.touchPatient(after);
    m_audit.append(auditEntry(who, now, u"edited"_s, u"feedback"_s, before.id.value, changed.join(u' ')));
    m_intake.considerCase(who, after);
}

} // namespace accueil
