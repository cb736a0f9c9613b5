#include "app/services/reminderservice.h"

#include "app/domain/deliveryrules.h"
#include "app/domain/fieldrules.h"
#include "app/domain/phonenumber.h"
#include "app/services/changedfields.h"
#include "app/services/consentledger.h"
#include "app/services/privacyguard.h"
#include "app/services/requesttag.h"

#include <QUuid>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// A number or address that is the patient's own is left to the patient's record.
QString ownUnless(const QString &value, const QString &ofPatient)
{
    return value == ofPatient ? QString() : value;
}

QString canonicalUuid(const QString &text)
{
    return QUuid::fromString(text).toString(QUuid::WithoutBraces);
}

// What only a look at the patient can tell.
QList<FieldError> patientErrors(const ReminderDraft &draft, const Patient &patient)
{
    QList<FieldError> errors;
    if (patient.archived)
        errors << FieldError{u"patient_id"_s, u"patientArchived"_s};
    const bool byEmail = draft.channel == Channel::Email;
    if (byEmail && cleanLine(draft.email).isEmpty() && patient.email.isEmpty())
        errors << FieldError{u"email"_s, u"required"_s};
    if (!byEmail && cleanLine(draft.phoneNumber).isEmpty() && patient.phoneNumber.isEmpty())
        errors << FieldError{u"phone_number"_s, u"required"_s};
    return errors;
}

bool mayBeEdited(const Reminder &before, const ReminderDraft &draft)
{
    switch (before.status) {
    case ReminderStatus::Pending:
        return true;
    case ReminderStatus::Failed:
    case ReminderStatus::Expired:
    case ReminderStatus::Late:
    case ReminderStatus::Unknown:
        return draft.scheduledTime && *draft.scheduledTime != before.scheduledTime;
    case ReminderStatus::Sending:
    case ReminderStatus::Sent:
    case ReminderStatus::Delivered:
    case ReminderStatus::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

QString changedFields(const Reminder &before, const Reminder &after)
{
    ChangedFields fields;
    fields.compare("patient_id", before.patient, after.patient);
    fields.compare("phone_number", before.phoneNumber, after.phoneNumber);
    fields.compare("email", before.email, after.email);
    fields.compare("message", before.message, after.message);
    fields.compare("language", before.language, after.language);
    fields.compare("scheduled_time", before.scheduledTime, after.scheduledTime);
    fields.compare("channel", before.channel, after.channel);
    fields.compare("template", before.templateName, after.templateName);
    fields.compare("recurrence", before.recurrence, after.recurrence);
    fields.compare("purpose", before.purpose, after.purpose);
    fields.compare("appointment_time", before.appointmentTime, after.appointmentTime);
    fields.compare("fallback", before.fallback, after.fallback);
    fields.compare("status", before.status, after.status);
    return fields.text();
}

} // namespace

ReminderService::ReminderService(Database &database, const StoreCipher &cipher, const Clock &clock,
    DomainEvents &events, std::function<HospitalSettings()> settings)
    : m_database(database)
    , m_cipher(cipher)
    , m_clock(clock)
    , m_events(events)
    , m_composer(database, clock, settings)
    , m_reminders(database, cipher)
    , m_queue(database)
    , m_flags(database, cipher)
    , m_attempts(database)
    , m_patients(database, cipher)
    , m_audit(database)
    , m_consents(database, cipher)
    , m_settings(std::move(settings))
{
}

Result<Scheduling> ReminderService::schedule(const Session &who, const ReminderDraft &draft)
{
    return scheduleAll(who, {draft}).constFirst();
}

QList<Result<Scheduling>> ReminderService::scheduleAll(const Session &who, const QList<ReminderDraft> &drafts)
{
    if (const auto allowed = require(who, Permission::ManageReminders); !allowed)
        return QList<Result<Scheduling>>(drafts.size(), tl::unexpected(allowed.error()));
    QList<Result<Scheduling>> answers;
    Transaction transaction{m_database};
    for (const ReminderDraft &draft : drafts)
        answers << add(who, draft);
    transaction.commit();
    for (const Result<Scheduling> &answer : std::as_const(answers)) {
        if (answer && answer->created)
            Q_EMIT m_events.reminderChanged(answer->reminder.id);
    }
    return answers;
}

// Within the caller's transaction; writes nothing where it answers with an error.
Result<Scheduling> ReminderService::add(const Session &who, const ReminderDraft &draft)
{
    const QUuid given = QUuid::fromString(draft.clientId);
    // Before the rules: a repeat is answered also when its time has come meanwhile.
    std::optional<qint64> tag;
    if (!given.isNull()) {
        tag = requestTag(m_cipher.index, draft);
        if (const auto known = m_reminders.findRequest(given.toString(QUuid::WithoutBraces)))
            return repeated(*known, tag);
    }
    Result<Reminder> wanted = checked(draft, {});
    if (!wanted)
        return tl::unexpected(wanted.error());
    Reminder reminder = *wanted;
    reminder.id = m_reminders.nextId();
    reminder.series = reminder.id;
    reminder.seriesStart = reminder.scheduledTime;
    reminder.source = seriesSource(reminder.series);
    reminder.occurrenceTime = reminder.scheduledTime;
    reminder.clientId = canonicalUuid(given.isNull() ? QUuid::createUuid().toString() : draft.clientId);
    reminder.createdAt = reminder.updatedAt;
    if (who.user)
        reminder.createdBy = who.user;
    if (!m_reminders.insert(reminder, tag)) // the same client_id arrived twice at once
        return repeated(m_reminders.findRequest(reminder.clientId).value(), tag);
    m_patients.touch(reminder.patient, reminder.updatedAt);
    writeAudit(who, u"created"_s, reminder.id);
    return Scheduling{m_reminders.find(reminder.id).value(), true};
}

Result<Scheduling> ReminderService::repeated(const KnownRequest<ReminderId> &known, std::optional<qint64> tag)
{
    if (known.tag && known.tag != tag)
        return repeatDiffers();
    const std::optional<Reminder> row = m_reminders.find(known.id);
    if (!row) // removed in this moment
        return fail(ErrorCode::Conflict);
    return Scheduling{*row, false};
}

Result<Scheduling> ReminderService::foresee(const Session &who, const ReminderDraft &draft)
{
    if (const auto allowed = require(who, Permission::ManageReminders); !allowed)
        return tl::unexpected(allowed.error());
    const QUuid given = QUuid::fromString(draft.clientId);
    if (!given.isNull()) {
        if (const auto known = m_reminders.findRequest(given.toString(QUuid::WithoutBraces)))
            return repeated(*known, requestTag(m_cipher.index, draft));
    }
    return checked(draft, {}).map([](const Reminder &reminder) { return Scheduling{reminder, true}; });
}

Result<Reminder> ReminderService::planned(const ReminderDraft &draft, const Reminder &before)
{
    return checked(draft, before, Recipient::WhenSent);
}

Result<Reminder> ReminderService::checked(const ReminderDraft &draft, const Reminder &before, Recipient recipient)
{
    const QDateTime now = m_clock.now();
    QList<FieldError> errors = validate(draft, now);
    if (before.status == ReminderStatus::Pending && draft.scheduledTime == std::optional(before.scheduledTime))
        errors.removeIf([](const FieldError &error) { return error.key == "mustBeFuture"_L1; });
    const QString number = normalisedPatientNumber(draft.patientReference);
    const std::optional<PatientId> id = draft.patient ? draft.patient : m_patients.idOf(number);
    const std::optional<Patient> patient = id ? m_patients.find(*id) : std::nullopt;
    if (patient && recipient == Recipient::Now) {
        errors << patientErrors(draft, *patient);
        if (!isWanted(draft, *patient, m_settings().consentPolicy, m_consents))
            errors << FieldError{u"channel"_s, u"consentRefused"_s};
    } else if (!patient && (draft.patient || !number.isEmpty()))
        errors << FieldError{u"patient_id"_s, u"unknownPatient"_s};
    if (!errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    const Result<QString> words = wordsOf(draft, *patient);
    if (!words)
        return tl::unexpected(words.error());
    if (goesBySms(draft.channel, draft.fallback)) {
        if (const auto problem = privacyProblem(u"message"_s, *words, patient, m_settings()))
            return fail(ErrorCode::Invalid, {*problem});
    }

    Reminder reminder = before;
    reminder.patient = patient->id;
    const QString phone = cleanLine(draft.phoneNumber);
    reminder.phoneNumber = phone.isEmpty()
        ? QString()
        : ownUnless(PhoneNumber::parse(phone, u"phone_number"_s)->e164(), patient->phoneNumber);
    reminder.email = ownUnless(cleanLine(draft.email), patient->email);
    reminder.message = *words;
    reminder.language = draft.language.value_or(patient->preferredLanguage);
    reminder.scheduledTime = draft.scheduledTime->toUTC();
    reminder.channel = draft.channel;
    reminder.templateName = cleanLine(draft.templateName);
    reminder.recurrence = draft.recurrence;
    reminder.purpose = draft.purpose;
    reminder.appointmentTime = draft.appointmentTime;
    reminder.fallback = draft.fallback;
    reminder.updatedAt = now;
    becomePending(reminder);
    return reminder;
}

Result<QString> ReminderService::wordsOf(const ReminderDraft &draft, const Patient &patient)
{
    const Language language = draft.language.value_or(patient.preferredLanguage);
    if (const QString own = cleanText(draft.message); !own.isEmpty())
        return m_composer.minimalWords(patient, draft.channel, language).value_or(own);
    const Result<ComposedMessage> message = m_composer.compose({.templateName = cleanLine(draft.templateName),
                                                                   .language = language,
                                                                   .channel = draft.channel,
                                                                   .appointmentTime = draft.appointmentTime},
        patient);
    if (!message)
        return tl::unexpected(message.error());
    if (message->missing.isEmpty()) {
        FieldRules rules; // what was filled in may be long
        rules.text(u"message"_s, message->text, longestMessage);
        return rules.errors().isEmpty() ? Result<QString>(message->text) : fail(ErrorCode::Invalid, rules.errors());
    }
    const bool isTime = message->missing.contains(u"{date}"_s) || message->missing.contains(u"{time}"_s);
    return fail(ErrorCode::Invalid,
        {{isTime ? u"appointment_time"_s : u"template"_s, u"missingForTemplate"_s,
            {{u"placeholder"_s, message->missing.constFirst()}}}});
}

bool ReminderService::speaksTheTemplate(const Reminder &reminder)
{
    if (reminder.templateName.isEmpty())
        return false;
    const std::optional<Patient> patient = m_patients.find(reminder.patient);
    ReminderDraft draft = draftOf(reminder);
    draft.message.clear();
    const Result<QString> words = patient ? wordsOf(draft, *patient) : fail(ErrorCode::NotFound);
    return words && *words == reminder.message;
}

Result<Reminder> ReminderService::find(const Session &who, ReminderId id)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    const std::optional<Reminder> reminder = m_reminders.find(id);
    if (!reminder)
        return fail(ErrorCode::NotFound);
    return *reminder;
}

Result<Reminder> ReminderService::edit(
    const Session &who, ReminderId id, const ReminderDraft &draft, std::optional<qint64> expectedVersion)
{
    if (const auto allowed = require(who, Permission::ManageReminders); !allowed)
        return tl::unexpected(allowed.error());
    Transaction transaction{m_database};
    const std::optional<Reminder> before = m_reminders.findForUpdate(id);
    if (!before)
        return fail(ErrorCode::NotFound);
    if (expectedVersion && *expectedVersion != before->version)
        return fail(ErrorCode::VersionMismatch);
    if (!mayBeEdited(*before, draft))
        return fail(ErrorCode::Conflict);
    ReminderDraft changed = draft;
    // Words that came from the template follow what they speak of: the time of the appointment, the language, the
    // patient.
    const bool hasTemplate = !cleanLine(draft.templateName).isEmpty();
    if (hasTemplate && draft.message == before->message && speaksTheTemplate(*before))
        changed.message.clear();
    Result<Reminder> wanted = checked(changed, *before);
    if (!wanted)
        return wanted;
    Reminder reminder = *wanted;
    // Words that a person gave a reminder of an appointment are not the template's any more.
    if (before->appointment && reminder.message != before->message && !changed.message.isEmpty())
        reminder.templateName.clear();
    if (reminder.recurrence != before->recurrence) {
        reminder.series = reminder.id;
        reminder.occurrence = 1;
        reminder.source = seriesSource(reminder.series);
        reminder.occurrenceTime = reminder.scheduledTime;
    }
    if (reminder.occurrence == 1)
        reminder.seriesStart = reminder.scheduledTime;
    m_reminders.update(reminder);
    reminder = m_reminders.find(id).value();
    writeAudit(who, u"edited"_s, id, changedFields(*before, reminder));
    transaction.commit();
    Q_EMIT m_events.reminderChanged(id);
    return reminder;
}

Result<void> ReminderService::remove(const Session &who, ReminderId id, std::optional<qint64> expectedVersion)
{
    if (const auto allowed = require(who, Permission::ManageReminders); !allowed)
        return allowed;
    Transaction transaction{m_database};
    const std::optional<Reminder> reminder = m_reminders.findForUpdate(id);
    if (!reminder)
        return fail(ErrorCode::NotFound);
    if (expectedVersion && *expectedVersion != reminder->version)
        return fail(ErrorCode::VersionMismatch);
    // What was tried belongs to the patient's time line; unknown waits for a person.
    const bool isUntouched
        = reminder->status == ReminderStatus::Pending || reminder->status == ReminderStatus::Cancelled;
    if (!isUntouched || reminder->attempts > 0)
        return fail(ErrorCode::Conflict);
    m_reminders.remove(id);
    writeAudit(who, u"deleted"_s, id);
    transaction.commit();
    Q_EMIT m_events.reminderChanged(id);
    return {};
}

Result<Page<Reminder>> ReminderService::list(const Session &who, const ReminderFilter &filter, const PageRequest &page)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    return m_reminders.list(filter, page);
}

Result<QList<Attempt>> ReminderService::attempts(const Session &who, ReminderId id)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    if (!m_reminders.find(id))
        return fail(ErrorCode::NotFound);
    return m_attempts.ofReminder(id);
}

Result<ReminderCounts> ReminderService::counts(const Session &who)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    return m_reminders.counts();
}

Result<QMap<PatientId, ReminderOutlook>> ReminderService::outlook(const Session &who, const QList<PatientId> &patients)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    constexpr int refusedDays = 30; // older refusals are history, not something to do
    return m_reminders.outlook(patients, m_clock.now().addDays(-refusedDays));
}

Result<SmsSpending> ReminderService::smsSpending(const Session &who)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    const HospitalSettings settings = m_settings();
    const SmsCost &cost = settings.smsCost;
    const QDateTime since = startOfMonth(m_clock.now(), settings.timeZone.toLatin1());
    return SmsSpending{.spent = double(m_attempts.segmentsSince(since)) * cost.pricePerSegment,
        .budget = cost.monthlyBudget,
        .currency = cost.currency};
}

void ReminderService::writeAudit(const Session &who, const QString &action, ReminderId id, const QString &detail)
{
    m_audit.append(auditEntry(who, m_clock.now(), action, u"reminder"_s, id.value, detail));
}

} // namespace accueil
