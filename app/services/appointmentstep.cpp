#include "app/services/appointmentstep.h"

#include <QUuid>

#include <algorithm>
#include <array>

namespace accueil {

using namespace Qt::StringLiterals;

namespace withdrawal {
const ReasonKey mergedInto = u"mergedInto"_s;
const ReasonKey alreadyConfirmed = u"alreadyConfirmed"_s;
const ReasonKey appointmentMoved = u"appointmentMoved"_s;
const ReasonKey appointmentCancelled = u"appointmentCancelled"_s;
const ReasonKey appointmentOver = u"appointmentOver"_s;
const ReasonKey planChanged = u"planChanged"_s;
} // namespace withdrawal

bool isCalendarLetter(const Reminder &reminder)
{
    return reminder.step == calendarletter::moved || reminder.step == calendarletter::cancelled;
}

void beginFor(const Appointment &appointment, Reminder &reminder, ReminderId id, const Session &who)
{
    reminder.id = id;
    reminder.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    reminder.series = id;
    reminder.seriesStart = reminder.scheduledTime;
    reminder.source = appointment.source();
    reminder.appointment = appointment.id;
    reminder.createdAt = reminder.updatedAt;
    if (who.user)
        reminder.createdBy = who.user;
}

bool mayHaveLeft(const Reminder &reminder)
{
    return reminder.status == ReminderStatus::Sending || reminder.status == ReminderStatus::Sent
        || reminder.status == ReminderStatus::Delivered || reminder.status == ReminderStatus::Unknown;
}

bool isLeft(const Reminder &reminder)
{
    return reminder.status == ReminderStatus::Pending || reminder.status == ReminderStatus::Late;
}

bool isMerged(const Reminder &reminder)
{
    return reminder.status == ReminderStatus::Cancelled && reminder.reason == withdrawal::mergedInto
        && reminder.mergedInto;
}

bool isWithdrawn(const Reminder &reminder)
{
    using namespace withdrawal;
    const std::array ours{
        mergedInto, alreadyConfirmed, appointmentMoved, appointmentCancelled, appointmentOver, planChanged};
    return reminder.status == ReminderStatus::Cancelled
        && std::find(ours.begin(), ours.end(), reminder.reason) != ours.end();
}

bool AppointmentStep::isDone() const
{
    const auto last = std::find_if(reminders.crbegin(), reminders.crend(),
        [](const Reminder &reminder) { return !isLeft(reminder) && !isWithdrawn(reminder); });
    return last != reminders.crend() && isOfThisTime(*last);
}

bool AppointmentStep::canStillSpeak() const
{
    const bool isWaiting = std::any_of(reminders.cbegin(), reminders.cend(),
        [&](const Reminder &reminder) { return reminder.status == ReminderStatus::Pending && isOwed(reminder); });
    const bool waitsForAPerson = std::any_of(reminders.cbegin(), reminders.cend(),
        [](const Reminder &reminder) { return reminder.status == ReminderStatus::Late; });
    if (wish == Wish::Keep)
        return isWaiting;
    return wish == Wish::Send && !waitsForAPerson && (isWaiting || !isDone());
}

QDateTime AppointmentStep::freeOccurrence(Channel channel) const
{
    QDateTime moment = appointment.startsAt;
    while (std::any_of(reminders.cbegin(), reminders.cend(),
        [&](const Reminder &reminder) { return reminder.channel == channel && reminder.occurrenceTime == moment; }))
        moment = moment.addMSecs(1);
    return moment;
}

} // namespace accueil
