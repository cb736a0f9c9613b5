#pragma once

#include "app/domain/dispute.h"
#include "app/domain/listing.h"
#include "db/database.h"
#include "db/storecipher.h"

namespace accueil {

// The recording of a disputed submission.
struct DisputedAudio
{
    QString mediaType;
    QByteArray bytes;
};

// Submissions under a client_id that is taken, once per body. Writing calls belong inside a transaction.
class DisputeRepository
{
public:
    DisputeRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    std::optional<Dispute> find(DisputeId id);
    std::optional<Dispute> findForUpdate(DisputeId id); // nobody else changes it until the transaction ends
    std::optional<DisputeId> findRequest(const QString &clientId, qint64 requestTag);
    Page<Dispute> listOpen(const PageRequest &page); // the oldest first
    qint64 requestTag(DisputeId id);
    QByteArray body(DisputeId id); // empty when it is resolved
    std::optional<DisputedAudio> audio(DisputeId id);

    // Sets its id. Throws DatabaseError (ConstraintViolated) when this body is there already.
    void insert(Dispute &dispute, qint64 requestTag, const QByteArray &body);
    void storeAudio(DisputeId id, const DisputedAudio &audio);
    // Deletes its body and recording.
    void resolve(DisputeId id, DisputeChoice kept, std::optional<UserId> by, const QDateTime &now);

private:
    std::optional<Dispute> findOne(const QString &rest, const QVariantList &values);

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
