#include "app/services/syncservice.h"

#include "app/domain/fieldrules.h"
#include "app/security/random.h"
#include "app/services/againafterconflict.h"
#include "app/services/disputedbody.h"
#include "app/services/feedbackchanges.h"
#include "app/services/requesttag.h"
#include "db/commitgroup.h"

#include <QMutexLocker>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// A queue outlives its pairing: of a tablet that was revoked and paired anew it is older than that. What a clock says
// that lost its battery is years ago, and is told from it by a quarter of a year.
constexpr int longestOfflineDays = 90;

const FieldError nothingSaid{u"comments"_s, u"required"_s};

QList<FieldError> brokenRules(const FeedbackDraft &draft, const SubmittedItem &item, const QDateTime &now)
{
    const std::optional<AudioClaim> &audio = item.audio;
    QList<FieldError> broken = validate(draft, now);
    if (draft.clientId.isEmpty())
        broken += FieldError{u"client_id"_s, u"required"_s};
    if (audio)
        broken += validate(*audio);
    else if (!saysSomething(draft) && !item.lostAudio) // what is lost may be known here
        broken += nothingSaid;
    return broken;
}

} // namespace

SyncService::SyncService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
    DeviceService &devices, const UnderstandingEngine &engine)
    : m_database(database)
    , m_cipher(cipher)
    , m_clock(clock)
    , m_events(events)
    , m_devices(devices)
    , m_intake(database, cipher, clock, engine)
    , m_feedback(database, cipher)
    , m_disputes(database, cipher)
    , m_uploads(database, cipher)
    , m_attachments(database, cipher)
    , m_deleted(database)
    , m_audit(database)
{
}

Result<SyncAnswer> SyncService::take(const Session &who, const SyncBatch &batch)
{
    if (const auto allowed = require(who, Permission::SubmitFeedback); !allowed)
        return tl::unexpected(allowed.error());
    if (batch.file) {
        if (const auto allowed = require(who, Permission::ManageDevices); !allowed)
            return tl::unexpected(allowed.error());
    }
    if (batch.items.size() > longestBatch)
        return fail(ErrorCode::Invalid, {{u"items"_s, u"tooMany"_s, {{u"max"_s, longestBatch}}}});
    SyncAnswer answer{.serverTime = m_clock.now()};
    const QList<Prepared> items = prepare(who, batch, answer);
    if (!items.isEmpty())
        takeAll(who, items, answer);
    if (!batch.file)
        m_devices.recordReport(who, batch.report);
    return answer;
}

// What can be said without the store. The tag is of what the patient said, with the ward only when the item names one
// and without any time, so that a repeat reads alike after the tablet was moved or its clock was set.
QList<SyncService::Prepared> SyncService::prepare(const Session &who, const SyncBatch &batch, SyncAnswer &answer)
{
    const QDateTime now = answer.serverTime;
    const std::chrono::milliseconds offset = clockOffset(batch.clientTime, now);
    const QString ward = batch.file ? batch.file->ward : m_devices.own(who).map(&Device::ward).value_or(QString());
    const QDateTime earliest = (batch.file ? batch.file->writtenAt : now).addDays(-longestOfflineDays);
    QList<Prepared> items;
    for (qsizetype i = 0; i < batch.items.size(); ++i) {
        const SubmittedItem &item = batch.items.at(i);
        SyncOutcome &outcome = answer.items.emplaceBack(SyncOutcome{.clientId = item.draft.clientId});
        FeedbackDraft draft = item.draft;
        draft.clientTime = item.draft.feedbackDate;
        draft.feedbackDate = correctedTime(item.draft.feedbackDate, offset, earliest, now);
        if (cleanLine(draft.ward).isEmpty())
            draft.ward = ward;
        outcome.errors = item.errors.isEmpty() ? brokenRules(draft, item, now) : item.errors;
        if (!outcome.errors.isEmpty()) {
            outcome.status = SyncStatus::Invalid;
            continue;
        }
        std::optional<AudioClaim> audio = item.audio;
        if (audio)
            audio->sha256 = audio->sha256.toLower();
        FeedbackDraft said = item.draft;
        said.feedbackDate.reset();
        const auto tagWith = [&](const std::optional<AudioClaim> &claim) {
            return requestTag(m_cipher.index, said, claim ? QByteArray::fromHex(claim->sha256) : QByteArray());
        };
        const auto lostTag = item.lostAudio ? std::optional(tagWith(item.lostAudio)) : std::nullopt;
        items += Prepared{i, draft.clientId.toLower(), draft, audio, tagWith(audio), lostTag};
    }
    // In the same order everywhere, so that two desks do not wait for each other.
    std::ranges::stable_sort(items, {}, &Prepared::clientId);
    return items;
}

void SyncService::takeAll(const Session &who, const QList<Prepared> &items, SyncAnswer &answer)
{
    News news;
    try {
        Transaction transaction{m_database};
        QStringList clientIds;
        for (const Prepared &item : items)
            clientIds += item.clientId;
        QSet<QString> known = m_deleted.known(clientIds);
        for (const Prepared &item : items) {
            const Request request = known.contains(item.clientId) ? Request::MaybeKnown : Request::New;
            answer.items[item.index] = takeOne(who, item, request, news);
            known.insert(item.clientId);
        }
        transaction.commit();
    } catch (const DatabaseError &error) {
        if (error.kind() == DatabaseError::Kind::Unreachable)
            throw;
        takeEach(who, items, answer);
        return;
    }
    tell(news);
}

void SyncService::together(const std::function<void()> &work)
{
    CommitGroup group(m_database);
    work();
    group.commit();
}

void SyncService::takeEach(const Session &who, const QList<Prepared> &items, SyncAnswer &answer)
{
    for (const Prepared &item : items) {
        SyncOutcome &outcome = answer.items[item.index];
        try {
            News news;
            outcome = againAfterConflict([&] {
                news = {};
                Transaction transaction{m_database};
                const SyncOutcome taken = takeOne(who, item, Request::MaybeKnown, news);
                transaction.commit();
                return taken;
            });
            tell(news);
        } catch (const DatabaseError &error) {
            // Whatever stands in the way of this one need not stand in the way of the next.
            if (error.kind() == DatabaseError::Kind::Unreachable || error.kind() == DatabaseError::Kind::Busy)
                throw;
            outcome = {.clientId = item.draft.clientId, .status = SyncStatus::Retry};
        }
    }
}

// One that another desk stored since it was looked for breaks a constraint, and is looked for again then.
SyncOutcome SyncService::takeOne(const Session &who, const Prepared &item, Request request, News &news)
{
    if (request == Request::MaybeKnown) {
        if (const std::optional<SyncOutcome> known = takeKnown(who, item, news))
            return *known;
    }
    SyncOutcome outcome{.clientId = item.draft.clientId};
    if (item.lostTag && !saysSomething(item.draft)) {
        outcome.status = SyncStatus::Invalid;
        outcome.errors = {nothingSaid};
        return outcome;
    }
    const Feedback feedback = m_intake.insert(who, item.draft, item.tag);
    outcome.status = SyncStatus::Created;
    outcome.feedback = feedback.id;
    news.feedback += feedback.id;
    if (feedback.patient)
        news.patients += *feedback.patient;
    if (item.audio)
        outcome.audio = expectAudio(who, item, feedback.id);
    else if (item.lostTag)
        outcome.audio = progressOf(item.clientId, *item.lostTag);
    return outcome;
}

// What came under its client_id before; nothing when nothing did that counts.
std::optional<SyncOutcome> SyncService::takeKnown(const Session &who, const Prepared &item, News &news)
{
    SyncOutcome outcome{.clientId = item.draft.clientId, .status = SyncStatus::Known};
    const auto known = m_feedback.findRequest(item.clientId);
    const bool isRepeat = known && (known->tag ? hasTag(item, *known->tag) : saysTheSame(item, known->id));
    // Looked for after the row, so that one that is deleted in this moment is found in one of the two places.
    if (!isRepeat && wasDeleted(item)) {
        outcome.isDeleted = true;
        if (item.audio)
            outcome.audio = AudioProgress{item.audio->size, true};
        return outcome;
    }
    if (!known)
        return std::nullopt;
    outcome.feedback = known->id;
    if (!isRepeat) {
        outcome.status = SyncStatus::Kept;
        keepOther(who, item, known->id, news);
    }
    const bool isThere = isRepeat && !known->tag; // compared, and the same
    if (item.audio)
        outcome.audio = isThere ? AudioProgress{item.audio->size, true} : expectAudio(who, item, known->id);
    else if (item.lostTag)
        outcome.audio = progressOf(item.clientId, *item.lostTag);
    return outcome;
}

// Of a row that has no tag: what it says now is all there is to compare with. Times are no part of it.
bool SyncService::saysTheSame(const Prepared &item, FeedbackId id)
{
    const std::optional<Feedback> stored = m_feedback.find(id);
    if (!stored)
        return false;
    FeedbackDraft draft = readDisputedBody(disputedBody(item.draft, item.audio), draftOf(*stored)).draft;
    draft.feedbackDate = stored->feedbackDate;
    Feedback said = applied(draft, *stored, m_clock.now());
    m_intake.match(said, draft, *stored);
    const std::optional<AudioRecording> recording = m_attachments.find(id);
    const QByteArray hash = recording ? recording->attachment.sha256.toLatin1() : QByteArray();
    return changedFields(*stored, said).isEmpty() && hash == (item.audio ? item.audio->sha256 : QByteArray());
}

void SyncService::keepOther(const Session &who, const Prepared &item, FeedbackId stored, News &news)
{
    if (m_disputes.findRequest(item.clientId, item.tag)
        || (item.lostTag && m_disputes.findRequest(item.clientId, *item.lostTag)))
        return;
    Dispute dispute{.clientId = item.clientId, .feedback = stored, .receivedAt = m_clock.now()};
    if (who.device)
        dispute.device = who.device;
    m_disputes.insert(dispute, item.tag, disputedBody(item.draft, item.audio));
    m_audit.append(auditEntry(who, m_clock.now(), u"disputed"_s, u"feedback"_s, stored.value));
    news.disputes = true;
}

bool SyncService::hasTag(const Prepared &item, qint64 tag)
{
    return item.tag == tag || item.lostTag == tag;
}

bool SyncService::wasDeleted(const Prepared &item)
{
    return m_deleted.contains(item.clientId, item.tag)
        || (item.lostTag && m_deleted.contains(item.clientId, *item.lostTag));
}

std::optional<AudioProgress> SyncService::progressOf(const QString &clientId, qint64 tag)
{
    const std::optional<AudioUpload> upload = m_uploads.findRequest(clientId, tag);
    return upload ? std::optional(upload->progress) : std::nullopt;
}

AudioProgress SyncService::expectAudio(const Session &who, const Prepared &item, FeedbackId feedback)
{
    const QDateTime now = m_clock.now();
    if (const std::optional<AudioUpload> upload = m_uploads.findRequest(item.clientId, item.tag)) {
        // Whoever says all the same again is the one who submitted it: a tablet that was paired anew, perhaps.
        const bool isOthers = upload->device != who.device || upload->user != who.user;
        // Pieces that do not say of which recording they are belong to the one that was announced last.
        if (isOthers || upload->updatedAt.daysTo(now) >= 1 || m_uploads.hasOthers(*upload))
            m_uploads.handOver(upload->id, who, now);
        return upload->progress;
    }
    AudioUpload upload{.clientId = item.clientId,
        .requestTag = item.tag,
        .feedback = feedback,
        .claim = *item.audio,
        .device = who.device,
        .user = who.user,
        .updatedAt = now};
    m_uploads.insert(upload);
    return {};
}

void SyncService::tell(const News &news)
{
    m_database.afterCommit([this, news] {
        for (const FeedbackId id : news.feedback)
            Q_EMIT m_events.feedbackChanged(id);
        for (const PatientId id : news.patients)
            Q_EMIT m_events.patientChanged(id);
        if (news.disputes)
            Q_EMIT m_events.disputesChanged();
    });
}

} // namespace accueil
