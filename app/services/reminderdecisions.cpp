// What staff decide about reminders that are there: the part of ReminderService that changes only their state.
#include "app/services/attemptrecorder.h"
#include "app/services/reminderservice.h"

namespace accueil {

using namespace Qt::StringLiterals;

Result<Reminder> ReminderService::changeStatus(const Session &who, ReminderId id, const QList<ReminderStatus> &from,
    const QString &action, const std::function<void(Reminder &)> &change)
{
    if (const auto allowed = require(who, Permission::ManageReminders); !allowed)
        return tl::unexpected(allowed.error());
    Transaction transaction{m_database};
    std::optional<Reminder> reminder = m_reminders.findForUpdate(id);
    if (!reminder)
        return fail(ErrorCode::NotFound);
    if (!from.contains(reminder->status))
        return fail(ErrorCode::Conflict);
    change(*reminder);
    reminder->updatedAt = m_clock.now();
    m_reminders.updateState(*reminder, Lease::Ended);
    writeAudit(who, action, id);
    transaction.commit();
    Q_EMIT m_events.reminderChanged(id);
    return *reminder;
}

Result<Reminder> ReminderService::cancel(const Session &who, ReminderId id)
{
    return changeStatus(
        who, id, {ReminderStatus::Pending, ReminderStatus::Late}, u"cancelled"_s, [](Reminder &reminder) {
            reminder.status = ReminderStatus::Cancelled;
            reminder.reason.clear();
            reminder.nextTry.reset();
        });
}

Result<Reminder> ReminderService::retry(const Session &who, ReminderId id)
{
    return changeStatus(who, id, {ReminderStatus::Failed}, u"retried"_s, [this](Reminder &reminder) {
        becomePending(reminder);
        // Who tries again says that the number is right.
        m_flags.remove(reminder.channel, addressOf(reminder));
    });
}

Result<Reminder> ReminderService::retryWithRecord(const Session &who, ReminderId id)
{
    if (const auto allowed = require(who, Permission::ManageReminders); !allowed)
        return tl::unexpected(allowed.error());
    Transaction transaction{m_database};
    std::optional<Reminder> reminder = m_reminders.findForUpdate(id);
    if (!reminder)
        return fail(ErrorCode::NotFound);
    if (reminder->status != ReminderStatus::Failed)
        return fail(ErrorCode::Conflict);
    becomePending(*reminder);
    reminder->phoneNumber.clear();
    reminder->email.clear();
    reminder->updatedAt = m_clock.now();
    m_reminders.update(*reminder);
    reminder = m_reminders.find(id);
    m_flags.remove(reminder->channel, addressOf(*reminder));
    writeAudit(who, u"retried"_s, id);
    transaction.commit();
    Q_EMIT m_events.reminderChanged(id);
    return *reminder;
}

Result<Reminder> ReminderService::settle(const Session &who, ReminderId id)
{
    return changeStatus(who, id, {ReminderStatus::Failed, ReminderStatus::Expired}, u"settled"_s,
        [this](Reminder &reminder) { reminder.settledAt = m_clock.now(); });
}

Result<int> ReminderService::decideLate(const Session &who, LateDecision decision)
{
    if (const auto allowed = require(who, Permission::ManageReminders); !allowed)
        return tl::unexpected(allowed.error());
    Transaction transaction{m_database};
    const bool sends = decision == LateDecision::Send;
    const QList<ReminderId> ids = m_queue.decideLate(sends ? ReminderStatus::Pending : ReminderStatus::Cancelled,
        sends ? QString() : u"lateBacklog"_s, m_clock.now());
    for (const ReminderId id : ids)
        writeAudit(who, sends ? u"released"_s : u"cancelled"_s, id);
    transaction.commit();
    Q_EMIT m_events.recordsImported(); // many rows at once
    return int(ids.size());
}

Result<Reminder> ReminderService::decideUnknown(const Session &who, ReminderId id, UnknownDecision decision)
{
    if (decision == UnknownDecision::SendAgain)
        return changeStatus(who, id, {ReminderStatus::Unknown, ReminderStatus::Late}, u"sentAgain"_s, becomePending);
    return changeStatus(who, id, {ReminderStatus::Unknown}, u"confirmedSent"_s, [&](Reminder &reminder) {
        const std::optional<Attempt> attempt = m_attempts.last(id);
        reminder.status = ReminderStatus::Sent;
        reminder.reason = u"confirmedByStaff"_s;
        reminder.sentAt = attempt ? attempt->startedAt : m_clock.now();
    });
}

} // namespace accueil
