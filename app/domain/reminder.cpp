#include "app/domain/reminder.h"

#include "app/domain/fieldrules.h"
#include "app/domain/messagetemplate.h"

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

} // namespace

const QString &addressOf(const Reminder &reminder)
{
    return reminder.channel == Channel::Email ? reminder.email : reminder.phoneNumber;
}

QString seriesSource(ReminderId series)
{
    return u"reminder:"_s + QString::number(series.value);
}

void becomePending(Reminder &reminder)
{
    reminder.status = ReminderStatus::Pending;
    reminder.reason.clear();
    reminder.deferrals = 0;
    reminder.nextTry.reset();
    reminder.settledAt.reset();
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
        .appointmentTime = reminder.appointmentTime,
        .fallback = reminder.fallback};
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
    for (qsizetype i = 0; i < draft.fallback.size(); ++i) {
        const Channel channel = draft.fallback.at(i);
        if (channel == draft.channel || draft.fallback.indexOf(channel) != i)
            rules.add(u"fallback"_s, u"channelTwice"_s);
    }
    if (draft.recurrence) {
        for (const FieldError &error : validate(*draft.recurrence, draft.scheduledTime))
            rules.add(error);
    }
    return rules.errors();
}

} // namespace accueil
