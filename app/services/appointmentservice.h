#pragma once

#include "app/domain/appointment.h"
#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "app/services/appointmentanswers.h"
#include "app/services/appointmentreminders.h"
#include "app/services/domainevents.h"
#include "app/services/planservice.h"
#include "app/services/sendrules.h"
#include "db/appointmentrepository.h"
#include "db/auditrepository.h"
#include "db/patientrepository.h"

namespace accueil {

struct AppointmentScheduling
{
    Appointment appointment;
    bool created = true; // false: a repeat of the same client_id
};

// One message of an appointment as it stands, or as it would be.
struct PlannedMessage
{
    int number = 1; // of the step
    PlanStep step;
    QDateTime time; // UTC
    std::optional<Reminder> reminder; // nothing: it is not made, or not yet
    ReasonKey obstacle; // what forbids it as things stand: tooLate, or what SendRules says; empty: nothing
    std::optional<SendDelay> delay; // until when quiet hours or holidays hold it at its time
};

// Planned visits: making, moving and ending them takes their reminders along, in the same transaction. Two desks that
// change the appointments of one patient at once wait for each other. Thread-safe; throws DatabaseError, CipherError.
class AppointmentService : public AppointmentAnswers
{
public:
    AppointmentService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        ReminderService &reminders, std::function<HospitalSettings()> settings);

    // A client_id that is known answers with the row that has it; Conflict when it comes with something else.
    Result<AppointmentScheduling> schedule(const Session &who, const AppointmentDraft &draft);
    Result<Appointment> find(const Session &who, AppointmentId id);
    Result<Page<Appointment>> list(const Session &who, const AppointmentFilter &filter, const PageRequest &page);
    // Only what is still to come; Conflict otherwise. A new time takes the patient's confirmation back.
    Result<Appointment> edit(const Session &who, AppointmentId id, const AppointmentDraft &draft,
        std::optional<qint64> expectedVersion = {});
    Result<void> remove(const Session &who, AppointmentId id,
        std::optional<qint64> expectedVersion = {}); // Conflict when any of its reminders was tried
    // How it ended; `planned` takes that back. Late and missed not before its time.
    Result<Appointment> setOutcome(const Session &who, AppointmentId id, AppointmentStatus status);
    Result<Appointment> confirm(const Session &who, AppointmentId id, AnswerPath path = AnswerPath::Desk);
    Result<Appointment> cancel(const Session &who, AppointmentId id);

    // What a patient answered, for all the appointments that the reminder names. Nothing for a reminder without one,
    // and for an appointment that was moved or is over since.
    void confirm(const Reminder &reminder, Channel by) override;
    void cancel(const Reminder &reminder, Channel by) override;

    Result<QList<PlannedMessage>> messages(const Session &who, AppointmentId id);
    Result<QList<PlannedMessage>> preview(const Session &who, const AppointmentDraft &draft);

private:
    using Change = std::function<Result<void>(Appointment &, const Patient &)>;

    std::optional<ReminderPlan> planOf(const AppointmentDraft &draft, const Appointment &before);
    Result<Appointment> checked(const AppointmentDraft &draft, const Appointment &before, const Patient &patient);
    Result<AppointmentScheduling> repeated(const KnownRequest<AppointmentId> &known, qint64 tag);
    std::optional<Patient> patientOf(const AppointmentDraft &draft);
    // One transaction: `change`, and what follows from it for the reminders.
    Result<Appointment> changed(const Session &who, AppointmentId id, const QString &action, const Change &change,
        std::optional<qint64> expectedVersion = {});
    Result<void> store(const Session &who, const Patient &patient, const Appointment &before, Appointment &appointment,
        const QString &action, AppointmentReminders &reminders);
    void answered(ReminderId reminder, const QString &action, const std::function<void(Appointment &)> &change);
    QList<PlannedMessage> messagesOf(const Appointment &appointment, const Patient &patient);
    void writeAudit(const Session &who, const QString &action, AppointmentId id, const QString &detail = {});
    void tell(const QList<AppointmentId> &appointments, const QList<ReminderId> &reminders);

    Database &m_database;
    const StoreCipher &m_cipher;
    const Clock &m_clock;
    DomainEvents &m_events;
    ReminderService &m_service;
    std::function<HospitalSettings()> m_settings;
    SendRules m_rules;
    PlanBook m_plans;
    AppointmentRepository m_appointments;
    ReminderRepository m_reminders;
    PatientRepository m_patients;
    AuditRepository m_audit;
};

} // namespace accueil
