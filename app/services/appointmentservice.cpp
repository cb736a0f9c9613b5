#include "app/services/appointmentservice.h"

#include "app/domain/fieldrules.h"
#include "app/services/changedfields.h"
#include "app/services/requesttag.h"

#include <QUuid>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QString canonicalUuid(const QUuid &uuid)
{
    return uuid.toString(QUuid::WithoutBraces);
}

QString changedFields(const Appointment &before, const Appointment &after)
{
    ChangedFields fields;
    fields.compare("starts_at", before.startsAt, after.startsAt);
    fields.compare("ward", before.ward, after.ward);
    fields.compare("with_whom", before.withWhom, after.withWhom);
    fields.compare("status", before.status, after.status);
    fields.compare("confirmed_at", before.confirmedAt, after.confirmedAt);
    fields.compare("plan", before.plan, after.plan);
    fields.compare("steps", before.steps, after.steps);
    return fields.text();
}

// What follows only from the clock.
QList<FieldError> outcomeErrors(const Appointment &appointment, AppointmentStatus status, const QDateTime &now)
{
    if (status == AppointmentStatus::Moved)
        return {{u"status"_s, u"unknownValue"_s}};
    const bool needsTheTime = status == AppointmentStatus::Late || status == AppointmentStatus::Missed;
    if (needsTheTime && now < appointment.startsAt)
        return {{u"status"_s, u"notYet"_s}};
    return {};
}

} // namespace

AppointmentService::AppointmentService(Database &database, const StoreCipher &cipher, const Clock &clock,
    DomainEvents &events, ReminderService &reminders, std::function<HospitalSettings()> settings)
    : m_database(database)
    , m_cipher(cipher)
    , m_clock(clock)
    , m_events(events)
    , m_service(reminders)
    , m_settings(std::move(settings))
    , m_rules(database, cipher)
    , m_plans(database)
    , m_appointments(database, cipher)
    , m_reminders(database, cipher)
    , m_patients(database, cipher)
    , m_audit(database)
{
}

std::optional<Patient> AppointmentService::patientOf(const AppointmentDraft &draft)
{
    const std::optional<PatientId> id
        = draft.patient ? draft.patient : m_patients.idOf(normalisedPatientNumber(draft.patientReference));
    return id ? m_patients.findForUpdate(*id) : std::nullopt;
}

// Steps of its own, else those of the plan that is named; an appointment that keeps its plan keeps its steps, whatever
// became of the plan.
std::optional<ReminderPlan> AppointmentService::planOf(const AppointmentDraft &draft, const Appointment &before)
{
    const QString name = cleanLine(draft.plan);
    const bool namesAnother = !before.id || name != before.plan;
    if (draft.steps && (!before.id || *draft.steps != before.steps))
        return ReminderPlan{name, *draft.steps};
    return namesAnother ? m_plans.find(name) : ReminderPlan{before.plan, before.steps};
}

Result<Appointment> AppointmentService::checked(
    const AppointmentDraft &draft, const Appointment &before, const Patient &patient)
{
    const QDateTime now = m_clock.now();
    const bool isNew = !before.id;
    QList<FieldError> errors = validate(draft, now, isNew ? std::nullopt : std::optional(before.startsAt));
    if (isNew && patient.archived)
        errors << FieldError{u"patient_id"_s, u"patientArchived"_s};
    if (!isNew && patient.id != before.patient)
        errors << FieldError{u"patient_id"_s, u"cannotChange"_s};
    const std::optional<ReminderPlan> plan = planOf(draft, before);
    if (!plan)
        errors << FieldError{u"plan"_s, u"unknownPlan"_s};
    if (!errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    Appointment appointment = before;
    appointment.patient = patient.id;
    appointment.startsAt = draft.startsAt->toUTC();
    appointment.ward = cleanLine(draft.ward);
    appointment.withWhom = cleanLine(draft.withWhom);
    appointment.plan = plan->name;
    appointment.steps = plan->steps;
    appointment.updatedAt = now;
    return appointment;
}

Result<AppointmentScheduling> AppointmentService::schedule(const Session &who, const AppointmentDraft &draft)
{
    if (const auto allowed = require(who, Permission::ManageReminders); !allowed)
        return tl::unexpected(allowed.error());
    const QUuid given = QUuid::fromString(draft.clientId);
    const qint64 tag = requestTag(m_cipher.index, draft);
    AppointmentReminders reminders(m_database, m_cipher, m_clock, m_service, m_settings);
    Transaction transaction{m_database};
    const std::optional<Patient> patient = patientOf(draft);
    // Before the rules: a repeat is answered also when its time has come meanwhile.
    if (!given.isNull()) {
        if (const auto known = m_appointments.findRequest(canonicalUuid(given)))
            return repeated(*known, tag);
    }
    const Result<Appointment> wanted = checked(draft, {}, patient.value_or(Patient{}));
    if (!wanted || !patient) {
        QList<FieldError> errors = wanted ? QList<FieldError>() : wanted.error().fields;
        const auto isOfPatient = [](const FieldError &error) { return error.field == "patient_id"_L1; };
        if (!patient && std::none_of(errors.cbegin(), errors.cend(), isOfPatient))
            errors << FieldError{u"patient_id"_s, u"unknownPatient"_s};
        return fail(ErrorCode::Invalid, errors);
    }
    Appointment appointment = *wanted;
    appointment.id = m_appointments.nextId();
    appointment.clientId = canonicalUuid(given.isNull() ? QUuid::createUuid() : given);
    appointment.createdAt = appointment.updatedAt;
    if (who.user)
        appointment.createdBy = who.user;
    if (!m_appointments.insert(appointment, given.isNull() ? std::nullopt : std::optional(tag)))
        return repeated(m_appointments.findRequest(appointment.clientId).value(), tag);
    if (const auto followed = reminders.follow(who, *patient, appointment.startsAt); !followed)
        return tl::unexpected(followed.error());
    m_patients.touch(patient->id, appointment.updatedAt);
    writeAudit(who, u"created"_s, appointment.id);
    appointment = m_appointments.find(appointment.id).value();
    transaction.commit();
    tell({appointment.id}, reminders.takeChanged());
    return AppointmentScheduling{appointment, true};
}

Result<AppointmentScheduling> AppointmentService::repeated(const KnownRequest<AppointmentId> &known, qint64 tag)
{
    if (known.tag && *known.tag != tag)
        return repeatDiffers();
    const std::optional<Appointment> row = m_appointments.find(known.id);
    if (!row) // removed in this moment
        return fail(ErrorCode::Conflict);
    return AppointmentScheduling{*row, false};
}

Result<Appointment> AppointmentService::find(const Session &who, AppointmentId id)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    const std::optional<Appointment> appointment = m_appointments.find(id);
    if (!appointment)
        return fail(ErrorCode::NotFound);
    return *appointment;
}

Result<Page<Appointment>> AppointmentService::list(
    const Session &who, const AppointmentFilter &filter, const PageRequest &page)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    return m_appointments.list(filter, page);
}

Result<Appointment> AppointmentService::changed(const Session &who, AppointmentId id, const QString &action,
    const Change &change, std::optional<qint64> expectedVersion)
{
    if (const auto allowed = require(who, Permission::ManageReminders); !allowed)
        return tl::unexpected(allowed.error());
    AppointmentReminders reminders(m_database, m_cipher, m_clock, m_service, m_settings);
    Transaction transaction{m_database};
    const std::optional<PatientId> owner = m_appointments.patientOf(id);
    const std::optional<Patient> patient = owner ? m_patients.findForUpdate(*owner) : std::nullopt;
    const std::optional<Appointment> before = patient ? m_appointments.find(id) : std::nullopt;
    if (!before)
        return fail(ErrorCode::NotFound);
    if (expectedVersion && *expectedVersion != before->version)
        return fail(ErrorCode::VersionMismatch);
    Appointment appointment = *before;
    if (const Result<void> allowed = change(appointment, *patient); !allowed)
        return tl::unexpected(allowed.error());
    if (const auto stored = store(who, *patient, *before, appointment, action, reminders); !stored)
        return tl::unexpected(stored.error());
    appointment = m_appointments.find(id).value();
    transaction.commit();
    tell({id}, reminders.takeChanged());
    return appointment;
}

Result<void> AppointmentService::store(const Session &who, const Patient &patient, const Appointment &before,
    Appointment &appointment, const QString &action, AppointmentReminders &reminders)
{
    const QString fields = changedFields(before, appointment);
    if (fields.isEmpty())
        return {};
    appointment.updatedAt = m_clock.now();
    m_appointments.update(appointment);
    const AppointmentId replanned = before.steps == appointment.steps ? AppointmentId() : appointment.id;
    Result<void> followed = reminders.follow(who, patient, appointment.startsAt, replanned);
    // Also the day that it has left, where another one may now have to speak for itself.
    if (followed && before.startsAt != appointment.startsAt)
        followed = reminders.follow(who, patient, before.startsAt);
    if (followed)
        writeAudit(who, action, appointment.id, fields);
    return followed;
}

Result<Appointment> AppointmentService::edit(
    const Session &who, AppointmentId id, const AppointmentDraft &draft, std::optional<qint64> expectedVersion)
{
    return changed(
        who, id, u"edited"_s,
        [&](Appointment &appointment, const Patient &patient) -> Result<void> {
            if (!appointment.isOpen())
                return fail(ErrorCode::Conflict);
            const QString number = normalisedPatientNumber(draft.patientReference);
            const bool isHers = draft.patient ? *draft.patient == patient.id : number == patient.patientNumber;
            const Result<Appointment> wanted = checked(draft, appointment, isHers ? patient : Patient{});
            if (!wanted)
                return tl::unexpected(wanted.error());
            const bool isMoved = wanted->startsAt != appointment.startsAt;
            appointment = *wanted;
            if (isMoved) {
                appointment.status = AppointmentStatus::Moved;
                appointment.confirmedAt.reset();
                appointment.confirmedBy.reset();
            }
            return {};
        },
        expectedVersion);
}

Result<void> AppointmentService::remove(const Session &who, AppointmentId id, std::optional<qint64> expectedVersion)
{
    if (const auto allowed = require(who, Permission::ManageReminders); !allowed)
        return allowed;
    AppointmentReminders reminders(m_database, m_cipher, m_clock, m_service, m_settings);
    Transaction transaction{m_database};
    const std::optional<PatientId> owner = m_appointments.patientOf(id);
    const std::optional<Patient> patient = owner ? m_patients.findForUpdate(*owner) : std::nullopt;
    const std::optional<Appointment> appointment = patient ? m_appointments.find(id) : std::nullopt;
    if (!appointment)
        return fail(ErrorCode::NotFound);
    if (expectedVersion && *expectedVersion != appointment->version)
        return fail(ErrorCode::VersionMismatch);
    // What was tried belongs to the patient's time line.
    const QList<Reminder> made = m_reminders.ofAppointmentForUpdate(id);
    if (std::any_of(made.cbegin(), made.cend(), [](const Reminder &reminder) { return reminder.attempts > 0; }))
        return fail(ErrorCode::Conflict);
    m_appointments.remove(id);
    if (const auto followed = reminders.follow(who, *patient, appointment->startsAt); !followed)
        return followed;
    writeAudit(who, u"deleted"_s, id);
    transaction.commit();
    QList<ReminderId> gone = reminders.takeChanged();
    for (const Reminder &reminder : made)
        gone << reminder.id;
    tell({id}, gone);
    return {};
}

Result<Appointment> AppointmentService::setOutcome(const Session &who, AppointmentId id, AppointmentStatus status)
{
    return changed(who, id, u"outcome"_s, [&](Appointment &appointment, const Patient &) -> Result<void> {
        if (const QList<FieldError> errors = outcomeErrors(appointment, status, m_clock.now()); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        if (status != AppointmentStatus::Planned || !appointment.isOpen()) // one that was moved stays so
            appointment.status = status;
        return {};
    });
}

Result<Appointment> AppointmentService::cancel(const Session &who, AppointmentId id)
{
    return changed(who, id, u"cancelled"_s, [](Appointment &appointment, const Patient &) -> Result<void> {
        if (!appointment.isOpen() && appointment.status != AppointmentStatus::Cancelled)
            return fail(ErrorCode::Conflict);
        appointment.status = AppointmentStatus::Cancelled;
        return {};
    });
}

Result<Appointment> AppointmentService::confirm(const Session &who, AppointmentId id, AnswerPath path)
{
    return changed(who, id, u"confirmed"_s, [&](Appointment &appointment, const Patient &) -> Result<void> {
        if (!appointment.isOpen())
            return fail(ErrorCode::Conflict);
        if (!appointment.confirmedAt) {
            appointment.confirmedAt = m_clock.now();
            appointment.confirmedBy = path;
        }
        return {};
    });
}

void AppointmentService::answered(
    ReminderId reminder, const QString &action, const std::function<void(Appointment &)> &change)
{
    const Session who = Session::system();
    AppointmentReminders reminders(m_database, m_cipher, m_clock, m_service, m_settings);
    reminders.skipWordless(); // what a patient says counts, whatever became of a template
    Transaction transaction{m_database};
    const std::optional<Reminder> about = m_reminders.find(reminder);
    const std::optional<Patient> patient
        = about && about->appointment ? m_patients.findForUpdate(about->patient) : std::nullopt;
    const std::optional<Appointment> first = patient ? m_appointments.find(*about->appointment) : std::nullopt;
    // An answer is to what was said, not to an appointment that was moved since.
    if (!first || !first->isOpen() || about->appointmentTime != first->startsAt)
        return;
    QList<AppointmentId> touched;
    const QList<Appointment> named = QList<Appointment>{*first} + reminders.spokenForBy(*first);
    for (const Appointment &before : named) {
        Appointment appointment = before;
        change(appointment);
        if (!store(who, *patient, before, appointment, action, reminders))
            return;
        touched << appointment.id;
    }
    transaction.commit();
    tell(touched, reminders.takeChanged());
}

void AppointmentService::confirm(const Reminder &reminder, Channel by)
{
    answered(reminder.id, u"confirmed"_s, [&](Appointment &appointment) {
        if (appointment.confirmedAt)
            return;
        appointment.confirmedAt = m_clock.now();
        appointment.confirmedBy = by == Channel::Ivr ? AnswerPath::Ivr : AnswerPath::Sms;
    });
}

void AppointmentService::cancel(const Reminder &reminder, Channel)
{
    answered(reminder.id, u"cancelled"_s,
        [](Appointment &appointment) { appointment.status = AppointmentStatus::Cancelled; });
}

void AppointmentService::writeAudit(const Session &who, const QString &action, AppointmentId id, const QString &detail)
{
    m_audit.append(auditEntry(who, m_clock.now(), action, u"appointment"_s, id.value, detail));
}

void AppointmentService::tell(const QList<AppointmentId> &appointments, const QList<ReminderId> &reminders)
{
    for (const AppointmentId id : appointments)
        Q_EMIT m_events.appointmentChanged(id);
    for (const ReminderId id : reminders)
        Q_EMIT m_events.reminderChanged(id);
}

} // namespace accueil
