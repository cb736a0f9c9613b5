#include "app/services/appointmentservice.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// The message as delivery would look at it.
Reminder reminderOf(const PlannedMessage &message, const Appointment &appointment, const Patient &patient)
{
    if (message.reminder)
        return *message.reminder;
    Reminder reminder;
    reminder.patient = patient.id;
    reminder.phoneNumber = patient.phoneNumber;
    reminder.email = patient.email;
    reminder.channel = message.step.channel;
    reminder.scheduledTime = message.time;
    reminder.appointmentTime = appointment.startsAt;
    reminder.onlyUnconfirmed = message.step.onlyUnconfirmed;
    reminder.isConfirmed = appointment.confirmedAt.has_value();
    return reminder;
}

} // namespace

QList<PlannedMessage> AppointmentService::messagesOf(const Appointment &appointment, const Patient &patient)
{
    QList<Reminder> made = m_reminders.ofAppointment(appointment.id);
    const HospitalSettings settings = m_settings();
    QList<PlannedMessage> messages;
    for (qsizetype i = 0; i < appointment.steps.size(); ++i) {
        const PlanStep &step = appointment.steps.at(i);
        PlannedMessage message{.number = int(i) + 1, .step = step, .time = step.timeFor(appointment.startsAt)};
        const auto last = std::find_if(made.crbegin(), made.crend(), [&](const Reminder &reminder) {
            return reminder.step == message.number && reminder.appointmentTime == appointment.startsAt;
        });
        if (last != made.crend())
            message.reminder = *last;
        const Reminder reminder = reminderOf(message, appointment, patient);
        const bool isOpen = !message.reminder || reminder.status == ReminderStatus::Pending;
        const QDateTime due = isOpen ? std::max(reminder.scheduledTime, m_clock.now()) : reminder.scheduledTime;
        const QList<SendRefusal> refusals = m_rules.refusals(reminder, patient, due, settings);
        message.obstacle = refusals.isEmpty() ? ReasonKey() : refusals.constFirst().reason;
        if (isOpen)
            message.delay = m_rules.closed(due, settings);
        const bool waitsTooLong = message.delay && *message.delay->until > usefulUntil(reminder);
        if (waitsTooLong || (!message.reminder && message.time <= m_clock.now()))
            message.obstacle = u"tooLate"_s;
        messages << message;
    }
    return messages;
}

Result<QList<PlannedMessage>> AppointmentService::messages(const Session &who, AppointmentId id)
{
    const Result<Appointment> appointment = find(who, id);
    if (!appointment)
        return tl::unexpected(appointment.error());
    const std::optional<Patient> patient = m_patients.find(appointment->patient);
    if (!patient) // removed in this moment
        return fail(ErrorCode::NotFound);
    return messagesOf(*appointment, *patient);
}

Result<QList<PlannedMessage>> AppointmentService::preview(const Session &who, const AppointmentDraft &draft)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    const std::optional<PatientId> id
        = draft.patient ? draft.patient : m_patients.idOf(normalisedPatientNumber(draft.patientReference));
    const std::optional<Patient> patient = id ? m_patients.find(*id) : std::nullopt;
    if (!patient)
        return fail(ErrorCode::Invalid, {{u"patient_id"_s, u"unknownPatient"_s}});
    const Result<Appointment> appointment = checked(draft, {}, *patient);
    if (!appointment)
        return tl::unexpected(appointment.error());
    return messagesOf(*appointment, *patient);
}

} // namespace accueil
