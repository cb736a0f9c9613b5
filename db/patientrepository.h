#pragma once

#include "app/domain/listing.h"
#include "app/domain/patient.h"
#include "app/domain/patientfilter.h"
#include "db/database.h"
#include "db/storecipher.h"

namespace accueil {

// The rows of patients and the tags under which they are found. Writing calls belong inside a transaction.
class PatientRepository
{
public:
    PatientRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    std::optional<Patient> find(PatientId id);
    std::optional<Patient> findForUpdate(PatientId id); // nobody else changes it until the transaction ends
    std::optional<PatientId> idOf(const QString &normalisedNumber);
    QList<Patient> load(const QList<PatientId> &ids); // in this order; without those that are gone

    PatientId nextId();
    QString nextFreeNumber(); // P000001, P000002 ...; those that were given by hand are left out

    // Throws DatabaseError (ConstraintViolated) when the number is taken.
    void insert(const Patient &patient);
    // The version is that of `before`, raised by one; `before` must come from findForUpdate().
    void update(const Patient &before, const Patient &after);
    void remove(const Patient &patient);
    void touch(PatientId id, const QDateTime &when); // raises the time of the last activity, no new version

    bool hasHistory(PatientId id); // feedback, appointments or reminders
    bool userExists(UserId id);

    // Without a search. Costs what the page costs: the total is kept by triggers, unless `activeSince` is asked for.
    Page<Patient> list(const PatientFilter &filter, const PageRequest &page);
    QStringList wards(); // of patients and feedback, sorted by code point

private:
    Patient read(const QSqlQuery &query) const;
    QVariantList values(const Patient &patient) const;
    QList<qint64> tagsOf(const Patient &patient) const;
    void addTags(PatientId id, const QList<qint64> &tags);
    void removeTags(PatientId id, const QList<qint64> &tags);
    qint64 count(const PatientFilter &filter);

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
