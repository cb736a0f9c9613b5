#pragma once

#include "app/domain/clock.h"
#include "app/domain/prompt.h"
#include "app/domain/session.h"
#include "app/services/domainevents.h"
#include "db/auditrepository.h"
#include "db/database.h"
#include "db/promptrepository.h"
#include "db/storecipher.h"

namespace accueil {

// The recordings that tablets play: who recorded them, and who else listened to them and found them right. Thread-safe;
// throws DatabaseError and CipherError.
class PromptService
{
public:
    PromptService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events);

    Result<QList<Prompt>> list(const Session &who); // what is recorded, by key and language
    Result<PromptRecording> recording(const Session &who, const PromptAddress &address);
    // For tablets, which know of it from their configuration.
    Result<PromptRecording> recording(const Session &who, const QString &sha256);

    // In place of the one that was there; it is not reviewed then. TooLarge and UnsupportedMedia say why not.
    Result<Prompt> replace(const Session &who, const PromptAddress &address, const QByteArray &bytes);
    // Somebody listened to the recording of this SHA-256 and says that it is right. Conflict when it is another one by
    // now; Invalid (`ownRecording`) for the voice itself: two people hear more than one.
    Result<Prompt> markReviewed(const Session &who, const PromptAddress &address, const QString &sha256);
    Result<void> remove(const Session &who, const PromptAddress &address);

private:
    void writeAudit(const Session &who, const QString &action, const PromptAddress &address);

    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    PromptRepository m_prompts;
    AuditRepository m_audit;
};

} // namespace accueil
