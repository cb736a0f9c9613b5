#include "app/domain/reminder.h"

#include "app/domain/fieldrules.h"
#include "app/domain/messagetemplate.h"

#include <QTimeZone>
#include <QUuid>

#include <chrono>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// A clock at the desk and one at the API's client are never quite the same.
constexpr std::chrono::seconds pastGrace{60};
constexpr int furthestYears = 10;

void checkTimes(const ReminderDraft &draft, const QDateTime &now, FieldRules &rules)
{
    const QString field = u"scheduled_time"_s;
    if (draft.appointmentTime && !draft.appointmentTime->isValid())
        rules.add(u"appointment_time"_s, u"implausible"_s);
    if (!draft.scheduledTime) {
        rules.add(field, u"required"_s);
        return;
    }
    if (!draft.scheduledTime->isValid() || *draft.scheduledTime > now.addYears(furthestYears))
        rules.add(field, u"implausible"_s);
    else if (draft.scheduledTime->addDuration(pastGrace) < now)
        rules.add(field, u"mustBeFuture"_s);
    if (draft.appointmentTime && *draft.scheduledTime > *draft.appointmentTime)
        rules.add(field, u"afterAppointment"_s);
}

void checkRecurrence(const Recurrence &recurrence, const std::optional<QDateTime> &scheduledTime, FieldRules &rules)
{
    const QString field = u"recurrence"_s;
    rules.range(field, recurrence.every, 1, 366);
    rules.range(field, recurrence.count, 1, 999);
    const bool endsBeforeItBegins = recurrence.until && scheduledTime && *recurrence.until < *scheduledTime;
    if (endsBeforeItBegins || (recurrence.until && !recurrence.until->isValid()))
        rules.add(field, u"badRecurrence"_s);
}

} // namespace

std::optional<QDateTime> nextOccurrence(
    const Recurrence &recurrence, const QDateTime &first, int index, const QByteArray &zone)
{
    if (recurrence.count && index >= *recurrence.count)
        return std::nullopt;
    const QTimeZone timeZone(zone);
    Q_ASSERT(timeZone.isValid());
    const QDateTime start = first.toTimeZone(timeZone);
    const int steps = index * recurrence.every;
    QDate day = start.date();
    switch (recurrence.unit) {
    case RecurrenceUnit::Days:
        day = day.addDays(steps);
        break;
    case RecurrenceUnit::Weeks:
        day = day.addDays(qint64(steps) * 7);
        break;
    case RecurrenceUnit::Months:
        // Counted from the first, not from the one before, so that 31 January does not become 28 March.
        day = day.addMonths(steps);
        break;
    }
    const QDateTime next = QDateTime(day, start.time(), timeZone).toUTC();
    if (!next.isValid() || (recurrence.until && next > *recurrence.until))
        return std::nullopt;
    return next;
}

ReminderDraft draftOf(const Reminder &reminder)
{
    return {.clientId = reminder.clientId,
        .patientReference = reminder.patientNumber,
        .patient = reminder.patient,
        .phoneNumber = reminder.phoneNumber,
        .email = reminder.email,
        .message = reminder.message,
        .language = reminder.language,
        .scheduledTime = reminder.scheduledTime,
        .channel = reminder.channel,
        .templateName = reminder.templateName,
        .recurrence = reminder.recurrence,
        .purpose = reminder.purpose,
        .appointmentTime = reminder.appointmentTime};
}

QList<FieldError> validate(const ReminderDraft &draft, const QDateTime &now)
{
    FieldRules rules;
    if (!draft.clientId.isEmpty() && QUuid::fromString(draft.clientId).isNull())
        rules.add(u"client_id"_s, u"badUuid"_s);
    if (!draft.patient)
        rules.required(u"patient_id"_s, cleanLine(draft.patientReference));
    const QString message = cleanText(draft.message);
    if (cleanLine(draft.templateName).isEmpty())
        rules.required(u"message"_s, message);
    rules.text(u"message"_s, message, longestMessage);
    rules.text(u"template"_s, cleanLine(draft.templateName), longestTemplateName);
    rules.phoneNumber(u"phone_number"_s, cleanLine(draft.phoneNumber));
    rules.emailAddress(u"email"_s, cleanLine(draft.email));
    checkTimes(draft, now, rules);
    if (draft.recurrence)
        checkRecurrence(*draft.recurrence, draft.scheduledTime, rules);
    return rules.errors();
}

} // namespace accueil
