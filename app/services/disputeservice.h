#pragma once

#include "app/domain/clock.h"
#include "app/domain/dispute.h"
#include "app/domain/session.h"
#include "app/services/domainevents.h"
#include "app/services/feedbackintake.h"
#include "db/attachmentrepository.h"
#include "db/audiouploadrepository.h"
#include "db/disputerepository.h"

namespace accueil {

// Submissions that came under a client_id that was taken: a person compares the two and chooses. All of it needs
// EditFeedback. Thread-safe; throws DatabaseError and CipherError.
class DisputeService
{
public:
    DisputeService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        const UnderstandingEngine &engine);

    Result<Page<Dispute>> list(const Session &who, const PageRequest &page); // the open ones, the oldest first
    Result<DisputeComparison> find(const Session &who, DisputeId id);
    Result<AudioRecording> audio(const Session &who, DisputeId id); // of what was received; NotFound without one
    // Keeps the row as it is, or makes it what was received, with its recording when that has come (one that comes
    // later is added then). What lost is deleted, voice and all. Conflict when somebody has chosen already.
    Result<Dispute> resolve(const Session &who, DisputeId id, DisputeChoice kept);

private:
    Feedback received(const Dispute &dispute, const Feedback &stored);
    void endOtherUpload(const Dispute &dispute, DisputeChoice kept);
    void takeReceived(const Session &who, const Dispute &dispute);

    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    FeedbackIntake m_intake;
    FeedbackRepository m_feedback;
    DisputeRepository m_disputes;
    AudioUploadRepository m_uploads;
    AttachmentRepository m_attachments;
    AuditRepository m_audit;
};

} // namespace accueil
