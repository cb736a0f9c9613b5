#pragma once

#include "app/domain/attachment.h"
#include "app/domain/clock.h"
#include "app/domain/feedback.h"
#include "app/domain/feedbackfilter.h"
#include "app/domain/listing.h"
#include "app/domain/session.h"
#include "app/services/domainevents.h"
#include "app/services/feedbackintake.h"
#include "db/attachmentrepository.h"
#include "db/auditrepository.h"
#include "db/database.h"
#include "db/deletedrequests.h"
#include "db/feedbackrepository.h"
#include "db/storecipher.h"

namespace accueil {

// Whether a submission made a row or repeated one that was there (same client_id).
struct Submission
{
    Feedback feedback;
    bool created = true;
};

// Feedback of patients. A client_id that is known answers with the row that has it, also when that was edited since;
// Conflict when it comes with something else than the first time, or when its row was deleted. A patient number that is
// not known is kept as given.
// Thread-safe; throws DatabaseError and CipherError.
class FeedbackService
{
public:
    FeedbackService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        const UnderstandingEngine &engine);

    // A tablet is answered with what it said itself, without what the registry knows of the patient.
    // Something must be said: a rating, a comment, a transcript or a recording. `audio`: bytes of a recording, may be
    // empty; 10 MB at most (TooLarge), content must be a known format (UnsupportedMedia).
    Result<Submission> submit(const Session &who, const FeedbackDraft &draft, const QByteArray &audio = {});
    // Many at once in one transaction, for imports: each answer as submit() gives it, a refused one does not stop the
    // others; one recordsImported (by the caller) instead of an event each.
    QList<Result<Submission>> submitBatch(const Session &who, const QList<FeedbackDraft> &drafts);
    // The rules of its fields that `draft` breaks now. Reads no store.
    QList<FieldError> brokenRules(const FeedbackDraft &draft) const;
    Result<Feedback> find(const Session &who, FeedbackId id);
    // The patient's number as it was given, also when somebody has linked it to a patient of another number since.
    Result<QString> givenReference(const Session &who, FeedbackId id);
    Result<Feedback> edit(
        const Session &who, FeedbackId id, const FeedbackDraft &draft, std::optional<qint64> expectedVersion = {});
    Result<void> remove(const Session &who, FeedbackId id, std::optional<qint64> expectedVersion = {});
    Result<Page<Feedback>> list(const Session &who, const FeedbackFilter &filter, const PageRequest &page);

    // Replaces an earlier one, which needs EditFeedback. A tablet finds only what it submitted itself.
    Result<Attachment> attachAudio(const Session &who, FeedbackId id, const QByteArray &bytes);
    Result<AudioRecording> audio(const Session &who, FeedbackId id);

    static constexpr qint64 maximumAudioBytes = largestRecording;

private:
    // Inside a transaction of the caller.
    Result<Submission> submitInTransaction(const Session &who, const FeedbackDraft &draft, const QByteArray &audio);
    void audit(const Session &who, const QString &action, FeedbackId about, const QString &detail = {});

    Database &m_database;
    const StoreCipher &m_cipher;
    const Clock &m_clock;
    DomainEvents &m_events;
    FeedbackRepository m_feedback;
    AttachmentRepository m_attachments;
    DeletedRequests m_deleted;
    AuditRepository m_audit;
    FeedbackIntake m_intake;
};

} // namespace accueil
