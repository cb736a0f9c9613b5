#pragma once

#include "app/domain/feedback.h"
#include "app/domain/feedbackfilter.h"
#include "app/domain/listing.h"
#include "db/database.h"
#include "db/knownrequest.h"
#include "db/storecipher.h"

namespace accueil {

// The rows of feedback. The number and name of a matched patient are read from the registry, not copied. Writing calls
// belong inside a transaction.
class FeedbackRepository
{
public:
    FeedbackRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    std::optional<Feedback> find(FeedbackId id);
    std::optional<Feedback> findForUpdate(FeedbackId id); // nobody else changes it until the transaction ends
    std::optional<KnownRequest<FeedbackId>> findRequest(const QString &clientId);
    QList<Feedback> load(const QList<FeedbackId> &ids); // in any order; without those that are gone

    FeedbackId nextId();
    QString registryName(PatientId patient); // as the registry has it; empty when nobody has this number
    // Throws DatabaseError (ConstraintViolated) when the client_id is there already or the patient is gone.
    // `requestTag`: for findRequest(), when the client gave the client_id.
    void insert(const Feedback &feedback, std::optional<qint64> requestTag = {});
    // The version is that of `before`, raised by one; `before` must come from findForUpdate().
    void update(const Feedback &before, const Feedback &after);
    void remove(FeedbackId id);

    // The patient's number as it was given, also after a person has linked it to a patient of another number.
    QString givenReference(FeedbackId id);
    // Held until the transaction ends: nobody else submits feedback about this number or registers a patient with it.
    void lockReference(const QString &normalisedNumber);
    // Gives feedback that waits under this number to the patient who has it now.
    QList<FeedbackId> link(const QString &normalisedNumber, PatientId patient, const QDateTime &now);

    // Costs what the page costs: the total is kept by triggers for the filters ward, language, method and matched, and
    // counted along an index for the others.
    Page<Feedback> list(const FeedbackFilter &filter, const PageRequest &page);

private:
    Feedback read(const QSqlQuery &query) const;
    std::optional<Feedback> findOne(const QString &condition, const QVariant &value);
    QVariantList values(const Feedback &feedback);
    QString ownName(const Feedback &feedback);
    QVariant keptReference(const Feedback &before, const Feedback &after);
    qint64 referenceTag(const QString &normalisedNumber) const;
    qint64 count(const FeedbackFilter &filter);

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
