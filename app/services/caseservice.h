#pragma once

#include "app/domain/case.h"
#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "app/services/caseintake.h"
#include "app/services/domainevents.h"
#include "db/feedbackrepository.h"
#include "db/patientrepository.h"

#include <functional>

namespace accueil {

// A case with what the patient said.
struct CaseCard
{
    Case about;
    Feedback feedback;
};

// All there is to read about a case.
struct CaseFile
{
    Case about;
    Feedback feedback;
    QList<CaseEvent> events; // oldest first
    QList<Case> merged; // those that were merged into it
    QString callNumber; // the patient wants to be called, and at this number; empty: must not be called
};

struct CaseCounts
{
    qint64 open = 0;
    qint64 acknowledged = 0;
    qint64 overdue = 0; // of both
    qint64 mine = 0; // of both, of whoever asks
};

struct CaseResolution
{
    CaseOutcome outcome = CaseOutcome::Solved;
    QString note; // what was done, for colleagues
};

// What of a case may be changed at any time; nothing stays as it is. What the poster says needs ManageCases.
struct CaseChange
{
    std::optional<UserId> owner; // 0: nobody
    std::optional<CaseSeverity> severity;
    std::optional<QString> heard;
    std::optional<QString> done;
    std::optional<bool> isPublished;
};

// Bad experiences, followed up until they are resolved (WorkCases). Steps that were read as another version than
// `expected` answer VersionMismatch, steps that the state does not allow Conflict; a case that was merged into another
// one is worked on there. Thread-safe; throws DatabaseError and CipherError.
class CaseService
{
public:
    CaseService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events);

    using Version = std::optional<qint64>;

    Result<Page<CaseCard>> list(const Session &who, const CaseFilter &filter, const PageRequest &page);
    Result<CaseCounts> counts(const Session &who);
    Result<CaseFile> find(const Session &who, CaseId id);
    Result<QList<CasePerson>> people(const Session &who); // who may own cases

    // By hand, however old the feedback is. Conflict when it has a case.
    Result<Case> open(const Session &who, FeedbackId feedback, CaseSeverity severity, const QString &note);
    Result<Case> acknowledge(const Session &who, CaseId id, Version expected = {}); // nobody's becomes one's own
    Result<Case> resolve(const Session &who, CaseId id, const CaseResolution &resolution, Version expected = {});
    // With a new deadline. The note says why.
    Result<Case> reopen(const Session &who, CaseId id, const QString &note, Version expected = {});
    Result<Case> addNote(const Session &who, CaseId id, const QString &note);
    // Invalid (`noCallback`) where the patient did not ask for it or gave no number.
    Result<Case> recordCall(const Session &who, CaseId id, CallResult result, const QString &note);
    // Invalid (`identifiesPatient`) when words for the poster would tell who it was; they are for resolved cases
    // (`notResolved`), and others than were approved take the approval away.
    Result<Case> change(const Session &who, CaseId id, const CaseChange &change, Version expected = {});
    // Both about the same thing: `id` is worked on as `into` from now on. Only of unresolved ones.
    Result<Case> merge(const Session &who, CaseId id, CaseId into, Version expected = {});
    Result<Case> separate(const Session &who, CaseId id, Version expected = {}); // with new deadlines

    Result<CaseRules> rules(const Session &who);
    // VersionMismatch when it is another version than `rules.version` by now (ManageCases).
    Result<CaseRules> saveRules(const Session &who, const CaseRules &rules);

private:
    // What a step does to the case, and what is written down about it.
    using Step = std::function<Result<void>(Case &, CaseEvent &)>;
    Result<Case> step(const Session &who, CaseId id, Version expected, const Step &step);
    QList<FieldError> brokenPosterRules(const Case &about);
    bool identifies(const QString &text, const Feedback &feedback, const std::optional<Patient> &patient) const;
    Result<void> handOver(Case &about, UserId owner, CaseEvent &event);

    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    CaseRepository m_cases;
    CaseRulesRepository m_rules;
    CaseNewsRepository m_news;
    FeedbackRepository m_feedback;
    PatientRepository m_patients;
    AuditRepository m_audit;
    CaseIntake m_intake;
};

} // namespace accueil
