#pragma once

#include "app/domain/reminder.h"
#include "db/database.h"

#include <QList>
#include <QStringList>

namespace accueil {

// Rows of `reminders` as work that waits: which are due, who has reserved them, which nobody can send. Leases let
// several programs share the work; a lease that ended counts as none. Calls that write belong in a transaction of the
// caller.
class ReminderQueue
{
public:
    explicit ReminderQueue(Database &database)
        : m_database(database)
    {
    }

    // Reserves pending reminders that are due: first those on time, oldest first, then those overdue by more than a
    // minute, newest deadline first. Two programs never reserve the same.
    QList<ReminderId> claimDue(const QList<Channel> &channels, const QDateTime &now, int limit, const QString &owner,
        const QDateTime &leaseUntil);
    // True if `id` is still pending and still reserved for `owner`; locks the row and prolongs the lease.
    bool holdClaim(ReminderId id, const QString &owner, const QDateTime &leaseUntil);
    void releaseClaims(const QString &owner); // of what is still pending
    // Being sent by a program that is none of `alive` or whose lease ended.
    QList<ReminderId> interrupted(const QDateTime &now, const QStringList &gone, int limit);
    QStringList leaseOwners(); // of everything that is claimed or being sent
    // Within the transaction no other desk sends to the patient; false: another one is about to.
    bool lockPatient(PatientId patient);
    // When the patient's other pending reminders are due, from `from` to `until` inclusive.
    QList<QDateTime> dueTimes(PatientId patient, const QDateTime &from, const QDateTime &until, ReminderId except);
    // Due before `dueBefore`, counted up to `most`; and all of them: pending -> late.
    int countDue(Channel channel, const QDateTime &dueBefore, int most);
    void markLate(Channel channel, const QDateTime &dueBefore, const ReasonKey &reason, const QDateTime &now);
    // late -> pending or cancelled, all of them; returns which.
    QList<ReminderId> decideLate(ReminderStatus to, const ReasonKey &reason, const QDateTime &now);
    // Pending or late, unclaimed, and their appointment or the time of their purpose has passed.
    QList<ReminderId> maybeUseless(
        const QDateTime &now, const QDateTime &medicationBefore, const QDateTime &otherBefore, int limit);
    // Due on `channel` and not yet marked with `reason`.
    QList<ReminderId> dueWithoutReason(Channel channel, const ReasonKey &reason, const QDateTime &now, int limit);
    // Pending on `channel` with the reason `notConfigured`.
    QList<ReminderId> unconfigured(Channel channel, int limit);

private:
    Database &m_database;
};

} // namespace accueil
