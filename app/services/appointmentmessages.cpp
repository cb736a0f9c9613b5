#include "app/services/appointmentservice.h"

#include "app/domain/consent.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// What forbids this message as things stand.
ReasonKey obstacleOf(const PlanStep &step, const Appointment &appointment, const Patient &patient, ConsentPolicy policy)
{
    if (patient.archived)
        return u"patientArchived"_s;
    if (step.onlyUnconfirmed && appointment.confirmedAt)
        return u"alreadyConfirmed"_s;
    if (!consentAllows(patient.consent, step.channel, Purpose::Appointment, policy))
        return u"consentRefused"_s;
    if ((step.channel == Channel::Email ? patient.email : patient.phoneNumber).isEmpty())
        return u"noRecipient"_s;
    return {};
}

} // namespace

QList<PlannedMessage> AppointmentService::messagesOf(const Appointment &appointment, const Patient &patient)
{
    QList<Reminder> made = m_reminders.ofAppointment(appointment.id);
    QList<PlannedMessage> messages;
    for (qsizetype i = 0; i < appointment.steps.size(); ++i) {
        const PlanStep &step = appointment.steps.at(i);
        PlannedMessage message{.number = int(i) + 1, .step = step, .time = step.timeFor(appointment.startsAt)};
        const auto last = std::find_if(made.crbegin(), made.crend(), [&](const Reminder &reminder) {
            return reminder.step == message.number && reminder.appointmentTime == appointment.startsAt;
        });
        if (last != made.crend())
            message.reminder = *last;
        message.obstacle = obstacleOf(step, appointment, patient, m_settings().consentPolicy);
        if (!message.reminder && message.time <= m_clock.now())
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
