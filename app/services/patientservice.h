#pragma once

#include "app/domain/clock.h"
#include "app/domain/history.h"
#include "app/domain/listing.h"
#include "app/domain/patient.h"
#include "app/domain/patientfilter.h"
#include "app/domain/session.h"
#include "app/services/consentledger.h"
#include "app/services/domainevents.h"
#include "db/attemptrepository.h"
#include "db/auditrepository.h"
#include "db/database.h"
#include "db/feedbackrepository.h"
#include "db/historyqueries.h"
#include "db/patientrepository.h"
#include "db/patientsearch.h"
#include "db/reminderrepository.h"
#include "db/storecipher.h"

namespace accueil {

enum class Removal { Deleted, Archived };

// The registry. Creating a patient takes over the feedback that was given under this number before. Every call checks
// the permission of who acts, writes the audit and tells DomainEvents after its commit. Thread-safe; throws
// DatabaseError and CipherError.
class PatientService
{
public:
    PatientService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events);

    Result<Patient> create(const Session &who, const PatientDraft &draft);
    // Many at once in one transaction, for imports: each answer as create() gives it, a refused one does not stop the
    // others; no event each (the caller says recordsImported).
    QList<Result<Patient>> createBatch(const Session &who, const QList<PatientDraft> &drafts);
    // The rules of its fields that `draft` breaks now. Reads no store.
    QList<FieldError> brokenRules(const PatientDraft &draft) const;
    Result<Patient> find(const Session &who, PatientId id);
    Result<Patient> findByNumber(const Session &who, const QString &patientNumber);
    // `expectedVersion`: what the editor read (If-Match); nothing overwrites whatever is there.
    Result<Patient> edit(
        const Session &who, PatientId id, const PatientDraft &draft, std::optional<qint64> expectedVersion = {});
    // Deletes a patient without history, archives one with.
    Result<Removal> remove(const Session &who, PatientId id, std::optional<qint64> expectedVersion = {});
    Result<Page<Patient>> list(const Session &who, const PatientFilter &filter, const PageRequest &page);
    // Registered patients that may be the same person as `draft`: same telephone, or same folded name words and a birth
    // year that does not contradict. At most 5.
    Result<QList<Patient>> possibleDuplicates(
        const Session &who, const PatientDraft &draft, std::optional<PatientId> except = {});
    // The time line, newest first: feedback, reminders, attempts, edits.
    Result<Page<HistoryItem>> history(const Session &who, PatientId id, const PageRequest &page);
    Result<QStringList> wards(const Session &who); // known to the store, sorted

private:
    struct Created
    {
        Patient patient;
        QList<FeedbackId> linked; // feedback that waited under this number
    };
    struct Edited
    {
        Patient patient;
        bool changed = false;
        QList<FeedbackId> linked = {};
    };

    // Inside a transaction of the caller.
    Result<Created> createInTransaction(const Session &who, const PatientDraft &draft);
    Result<Edited> editInTransaction(
        const Session &who, PatientId id, const PatientDraft &draft, std::optional<qint64> expectedVersion);
    QList<FeedbackId> takeOverFeedback(const Session &who, const Patient &patient);
    QList<FieldError> conflicts(const Patient &patient, const Patient &before);
    void audit(const Session &who, const QString &action, PatientId about, const QString &detail = {});
    void tell(PatientId id, const QList<FeedbackId> &linked);
    QList<HistoryItem> historyItems(const QList<HistoryQueries::Entry> &entries);

    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    PatientRepository m_patients;
    PatientSearch m_search;
    FeedbackRepository m_feedback;
    ReminderRepository m_reminders;
    AttemptRepository m_attempts;
    HistoryQueries m_history;
    AuditRepository m_audit;
    ConsentLedger m_consents;
};

} // namespace accueil
