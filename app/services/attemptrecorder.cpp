#include "app/services/attemptrecorder.h"

#include "app/domain/recurrence.h"

#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

AttemptRecorder::AttemptRecorder(
    Database &database, const StoreCipher &cipher, std::function<HospitalSettings()> settings, OptOut optedOut)
    : m_settings(std::move(settings))
    , m_optedOut(std::move(optedOut))
    , m_reminders(database, cipher)
    , m_patients(database, cipher)
    , m_flags(database, cipher)
{
}

void AttemptRecorder::end(Reminder &reminder, ReminderStatus status, const ReasonKey &reason, const QDateTime &at)
{
    reminder.status = status;
    reminder.reason = reason;
    reminder.nextTry.reset();
    reminder.updatedAt = at;
    // From now on the row says where the message went, whatever the patient's record says later.
    if (reminder.attempts > 0)
        m_reminders.update(reminder);
    else
        m_reminders.updateState(reminder, Lease::Ended);
}

void AttemptRecorder::sent(Reminder &reminder, const QDateTime &at)
{
    reminder.sentAt = at;
    end(reminder, ReminderStatus::Sent, {}, at);
    scheduleNext(reminder, at);
}

void AttemptRecorder::delivered(Reminder &reminder, const QDateTime &at)
{
    if (!reminder.sentAt)
        reminder.sentAt = at;
    reminder.deliveredAt = at;
    end(reminder, ReminderStatus::Delivered, {}, at);
    scheduleNext(reminder, at);
}

void AttemptRecorder::inDoubt(Reminder &reminder, const ReasonKey &reason, const QDateTime &at)
{
    end(reminder, ReminderStatus::Unknown, reason, at);
    scheduleNext(reminder, at);
}

void AttemptRecorder::expire(Reminder &reminder, const ReasonKey &reason, const QDateTime &at)
{
    end(reminder, ReminderStatus::Expired, reason, at);
    scheduleNext(reminder, at);
}

void AttemptRecorder::cancel(Reminder &reminder, const ReasonKey &reason, const QDateTime &at)
{
    end(reminder, ReminderStatus::Cancelled, reason, at);
}

void AttemptRecorder::hold(Reminder &reminder, const ReasonKey &reason, const QDateTime &until, const QDateTime &at)
{
    if (until > usefulUntil(reminder)) {
        expire(reminder, reason, at);
        return;
    }
    reminder.status = ReminderStatus::Pending;
    reminder.reason = reason;
    reminder.nextTry = until;
    reminder.updatedAt = at;
    m_reminders.updateState(reminder, Lease::Ended);
}

void AttemptRecorder::tryAgain(Reminder &reminder, const ReasonKey &reason, const QDateTime &when, const QDateTime &at)
{
    const HospitalSettings settings = m_settings();
    hold(reminder, reason, firstAllowed(when, settings.delivery, settings.timeZone.toLatin1()), at);
}

void AttemptRecorder::failed(
    Reminder &reminder, const ReasonKey &reason, Cause cause, std::chrono::seconds retryAfter, const QDateTime &at)
{
    const DeliveryRules rules = m_settings().delivery;
    if (cause == Cause::Outage) { // says nothing about this message; the channel rests longer and longer
        tryAgain(reminder, reason, at.addDuration(std::max(rules.retryDelays.first(), retryAfter)), at);
        return;
    }
    if (cause == Cause::Transient) {
        const double jitter = QRandomGenerator::global()->generateDouble();
        if (const auto delay = retryDelay(rules, reminder.deferrals, retryAfter, jitter)) {
            ++reminder.deferrals;
            tryAgain(reminder, reason, at.addDuration(*delay), at);
            return;
        }
    }
    if (cause == Cause::Call && reminder.deferrals < callTries) {
        ++reminder.deferrals;
        tryAgain(reminder, reason, at.addDuration(rules.retryDelays.last()), at);
        return;
    }
    if (cause == Cause::BadNumber)
        m_flags.insert(reminder.channel, addressOf(reminder), reason, at);
    if (cause == Cause::OptedOut && m_optedOut)
        m_optedOut(reminder.channel, addressOf(reminder), at);
    const bool goesOn = fallBack(reminder, at);
    if (goesOn)
        reminder.settledAt = at; // nothing for a person to do
    end(reminder, ReminderStatus::Failed, reason, at);
    // A series goes on after a failure that says nothing about the recipient; a refused number ends it.
    if (goesOn || cause == Cause::Transient || cause == Cause::Call)
        scheduleNext(reminder, at);
}

Reminder AttemptRecorder::successor(const Reminder &reminder, const QDateTime &at)
{
    const Patient patient = m_patients.find(reminder.patient).value();
    Reminder next = reminder;
    next.id = m_reminders.nextId();
    next.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    next.phoneNumber = reminder.phoneNumber == patient.phoneNumber ? QString() : reminder.phoneNumber;
    next.email = reminder.email == patient.email ? QString() : reminder.email;
    next.status = ReminderStatus::Pending;
    next.reason.clear();
    next.attempts = 0;
    next.deferrals = 0;
    next.nextTry.reset();
    next.sentAt.reset();
    next.deliveredAt.reset();
    next.settledAt.reset();
    next.createdAt = at;
    next.updatedAt = at;
    next.version = 1;
    return next;
}

bool AttemptRecorder::fallBack(const Reminder &reminder, const QDateTime &at)
{
    if (reminder.fallback.isEmpty())
        return false;
    Reminder next = successor(reminder, at);
    next.channel = next.fallback.takeFirst();
    next.recurrence.reset(); // the series goes on with its first channel
    // Not inserted when it is there already: a person tried this one again.
    return m_reminders.insert(next);
}

// The next occurrence that is still to come; those that were missed while no program ran are left out.
void AttemptRecorder::scheduleNext(const Reminder &reminder, const QDateTime &at)
{
    if (!reminder.recurrence)
        return;
    const QByteArray zone = m_settings().timeZone.toLatin1();
    int occurrence = reminder.occurrence;
    std::optional<QDateTime> time;
    do {
        time = nextOccurrence(*reminder.recurrence, reminder.seriesStart, occurrence, zone);
        ++occurrence;
    } while (time && *time <= at);
    const bool afterAppointment = time && reminder.appointmentTime && *time > *reminder.appointmentTime;
    if (!time || afterAppointment)
        return;
    Reminder next = successor(reminder, at);
    next.scheduledTime = *time;
    next.occurrence = occurrence;
    next.occurrenceTime = *time;
    // Not inserted when the occurrence is there already: the one before was tried again, or its news came later.
    m_reminders.insert(next);
}

} // namespace accueil
