// What a program that died left behind: the part of DeliveryService that takes it up.
#include "app/services/deliveryservice.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int recoveryBatch = 100;

} // namespace

void DeliveryService::recoverInterrupted()
{
    const QDateTime now = m_clock.now();
    QStringList gone;
    if (m_options.isGone) {
        for (const QString &owner : m_queue.leaseOwners()) {
            if (owner != m_leaseOwner && m_options.isGone(owner))
                gone << owner;
        }
        for (const QString &owner : std::as_const(gone))
            m_queue.releaseClaims(owner);
    }
    if (m_queue.interrupted(now, gone, 1).isEmpty())
        return;
    Transaction transaction{m_database};
    const QList<ReminderId> ids = m_queue.interrupted(now, gone, recoveryBatch);
    for (const ReminderId id : ids) {
        Reminder reminder = m_reminders.find(id).value();
        std::optional<Attempt> attempt = m_attempts.last(id);
        if (attempt && m_underWay.contains(attempt->id.value))
            continue; // our own, and the clock was set
        if (attempt && attempt->outcome == AttemptOutcome::Sending) {
            attempt->outcome = AttemptOutcome::Unknown;
            attempt->finishedAt = now;
            attempt->reason = u"interrupted"_s;
            if (attempt->channel != Channel::Email)
                attempt->nextCheck = now;
            m_attempts.update(*attempt);
        }
        m_recorder.inDoubt(reminder, u"interrupted"_s, now);
    }
    transaction.commit();
    for (const ReminderId id : ids)
        Q_EMIT m_events.reminderChanged(id);
}

} // namespace accueil
