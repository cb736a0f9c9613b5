#pragma once

#include "app/domain/appointment.h"
#include "app/domain/clock.h"
#include "app/services/appointmentstep.h"
#include "app/services/messagecomposer.h"
#include "app/services/reminderservice.h"
#include "db/appointmentrepository.h"

namespace accueil {

// Brings the reminders of a patient's appointments in line with the appointments and their plans: makes what is still
// to come, moves what is left when an appointment moves, withdraws what is no longer owed, and lets one reminder speak
// for two appointments of the same day. Whoever was mailed an invitation is mailed the new time, or that it is off.
// What was sent stays as it is. Every call belongs in the caller's transaction, which holds the patient's row; throws
// DatabaseError, CipherError.
class AppointmentReminders
{
public:
    AppointmentReminders(Database &database, const StoreCipher &cipher, const Clock &clock, ReminderService &reminders,
        std::function<HospitalSettings()> settings);

    // All appointments of `patient` on the hospital's day of `moment`. `replanned`: an appointment whose steps are
    // other ones than before. Invalid when a template has no words, with the field `steps.N.template`.
    Result<void> follow(
        const Session &who, const Patient &patient, const QDateTime &moment, AppointmentId replanned = {});
    // From now on a reminder for which there are no words stays as it is, and nothing is Invalid.
    void skipWordless() { m_skipsWordless = true; }
    // The other open appointments of that day for which reminders of `appointment` speak, or spoke, too.
    QList<Appointment> spokenForBy(const Appointment &appointment);
    QList<ReminderId> takeChanged(); // by the calls so far, for DomainEvents after the commit

private:
    using Step = AppointmentStep;

    QList<Appointment> ofDay(PatientId patient, const QDateTime &moment);
    static QList<Step> stepsOf(const Appointment &appointment, const QList<Reminder> &made, AppointmentId replanned);
    Result<void> keepCalendar(
        const Session &who, const Patient &patient, const Appointment &appointment, const QList<Reminder> &made);
    void mergeSameDay(QList<Step> &steps) const;
    void decide(Step &step);
    bool wasSpokenFor(const Step &step);
    Result<void> carryOut(const Session &who, const Patient &patient, Step &step);
    Result<void> send(const Session &who, const Patient &patient, Step &step);
    Result<QString> wordsOf(const Patient &patient, const Step &step, Channel channel);
    Result<void> rewrite(const Session &who, const Patient &patient, const Step &step, Reminder reminder);
    Result<void> make(const Session &who, const Patient &patient, const Step &step);
    Result<Reminder> asWanted(const Patient &patient, const Step &step, const Reminder &before, const QDateTime &time);
    Result<void> merge(const Session &who, const Patient &patient, Step &step);
    void withdraw(const Session &who, Reminder &reminder, const ReasonKey &reason);
    void writeAudit(const Session &who, const QString &action, ReminderId id, const QString &detail = {});

    const Clock &m_clock;
    ReminderService &m_service;
    std::function<HospitalSettings()> m_settings;
    MessageComposer m_composer;
    AppointmentRepository m_appointments;
    ReminderRepository m_reminders;
    AuditRepository m_audit;
    QList<ReminderId> m_changed;
    bool m_skipsWordless = false;
};

} // namespace accueil
