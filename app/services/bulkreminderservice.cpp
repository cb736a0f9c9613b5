#include "app/services/bulkreminderservice.h"

#include "app/domain/smstext.h"

#include <QSet>
#include <QUuid>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 500;
// Waiting for the disk costs as much for so many as for one; few enough that others get their turn in between.
constexpr int storedTogether = 100;

// What is wrong whoever the patient is.
QList<FieldError> errorsOf(const BulkOrder &order, const QDateTime &now)
{
    QList<FieldError> errors = validate(order.draft, now);
    errors.removeIf([](const FieldError &error) { return error.field == "patient_id"_L1; });
    if (QUuid::fromString(order.clientId).isNull())
        errors << FieldError{u"client_id"_s, order.clientId.isEmpty() ? u"required"_s : u"badUuid"_s};
    if (order.patientNumbers.size() > mostBulkPatients)
        errors << FieldError{u"patients"_s, u"tooMany"_s, {{u"max"_s, mostBulkPatients}}};
    return errors;
}

QString refusalOf(const Error &error)
{
    const FieldError first = error.fields.value(0);
    const bool isRecipient = first.field == "phone_number"_L1 || first.field == "email"_L1;
    return isRecipient && first.key == "required"_L1 ? u"noRecipient"_s : first.key;
}

} // namespace

BulkReminderService::BulkReminderService(PatientService &patients, ReminderService &reminders, const Clock &clock,
    std::function<HospitalSettings()> settings)
    : m_patients(patients)
    , m_reminders(reminders)
    , m_clock(clock)
    , m_settings(std::move(settings))
{
}

Result<BulkOutcome> BulkReminderService::preview(const Session &who, const BulkOrder &order)
{
    return run(who, order, Mode::Preview, {});
}

Result<BulkOutcome> BulkReminderService::schedule(const Session &who, const BulkOrder &order, const Progress &progress)
{
    return run(who, order, Mode::Schedule, progress);
}

QList<Result<Scheduling>> BulkReminderService::answersTo(
    const Session &who, const QList<ReminderDraft> &drafts, Mode mode)
{
    if (mode == Mode::Schedule)
        return m_reminders.scheduleAll(who, drafts);
    QList<Result<Scheduling>> answers;
    for (const ReminderDraft &draft : drafts)
        answers << m_reminders.foresee(who, draft);
    return answers;
}

Result<BulkOutcome> BulkReminderService::run(
    const Session &who, const BulkOrder &order, Mode mode, const Progress &progress)
{
    if (const auto allowed = require(who, Permission::ManageReminders); !allowed)
        return tl::unexpected(allowed.error());
    if (const QList<FieldError> errors = errorsOf(order, m_clock.now()); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    BulkOutcome outcome;
    Result<QList<PatientId>> patients = patientsOf(who, order, outcome);
    if (!patients)
        return tl::unexpected(patients.error());
    std::sort(patients->begin(), patients->end()); // two orders at once take the patients in the same order
    const QUuid family = QUuid::fromString(order.clientId);
    const HospitalSettings settings = m_settings();
    for (qsizetype begin = 0; begin < patients->size(); begin += storedTogether) {
        QList<ReminderDraft> drafts;
        for (const PatientId patient : patients->mid(begin, storedTogether)) {
            ReminderDraft draft = order.draft;
            draft.patientReference.clear();
            draft.patient = patient;
            draft.phoneNumber.clear();
            draft.email.clear();
            draft.clientId
                = QUuid::createUuidV5(family, QByteArray::number(patient.value)).toString(QUuid::WithoutBraces);
            drafts << draft;
        }
        for (const Result<Scheduling> &answer : answersTo(who, drafts, mode))
            add(answer, settings.twilio, outcome);
        if (progress)
            progress(begin + drafts.size(), patients->size());
    }
    const SmsCost &cost = settings.smsCost;
    outcome.currency = cost.currency;
    if (order.draft.channel == Channel::Sms && cost.pricePerSegment > 0)
        outcome.cost = cost.pricePerSegment * double(outcome.segments);
    return outcome;
}

Result<QList<PatientId>> BulkReminderService::patientsOf(
    const Session &who, const BulkOrder &order, BulkOutcome &outcome)
{
    QList<PatientId> patients;
    if (!order.patientNumbers.isEmpty()) {
        const QSet<QString> numbers(order.patientNumbers.cbegin(), order.patientNumbers.cend());
        for (const QString &number : numbers) {
            if (const Result<Patient> patient = m_patients.findByNumber(who, number))
                patients << patient->id;
            else if (patient.error().code == ErrorCode::NotFound)
                ++outcome.refused[u"unknownPatient"_s];
            else
                return tl::unexpected(patient.error());
        }
        outcome.patients = numbers.size();
        return patients;
    }
    QSet<PatientId> known;
    for (PageRequest page{.limit = pageSize};; page.offset += pageSize) {
        const Result<Page<Patient>> some = m_patients.list(who, order.filter, page);
        if (!some)
            return tl::unexpected(some.error());
        if (some->total > mostBulkPatients)
            return fail(ErrorCode::Invalid, {{u"patients"_s, u"tooMany"_s, {{u"max"_s, mostBulkPatients}}}});
        for (const Patient &patient : some->items) {
            if (!known.contains(patient.id)) // else somebody who moved in the list while it was read
                patients << patient.id;
            known << patient.id;
        }
        if (some->items.size() < pageSize)
            break;
    }
    outcome.patients = patients.size();
    return patients;
}

void BulkReminderService::add(const Result<Scheduling> &answer, const TwilioSettings &sender, BulkOutcome &outcome)
{
    if (!answer) {
        ++outcome.refused[refusalOf(answer.error())];
        return;
    }
    if (!answer->created) {
        ++outcome.repeated;
        return;
    }
    ++outcome.accepted;
    if (answer->reminder.channel == Channel::Sms)
        outcome.segments += countSms(sender.asSent(answer->reminder.message)).segments;
}

} // namespace accueil
