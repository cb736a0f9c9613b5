#pragma once

#include "app/domain/clock.h"
#include "app/services/domainevents.h"
#include "app/services/messagesender.h"
#include "db/attemptrepository.h"
#include "db/database.h"
#include "db/reminderrepository.h"
#include "db/storecipher.h"

#include <QMap>

namespace accueil {

// Claims due reminders with a lease in the database, sends each through its channel's sender and records the attempt: once
// before the provider is asked, once after. An attempt that a crash left open becomes `unknown` when its lease ends.
// Called by one thread of each program; several programs may share a store. Throws DatabaseError.
class DeliveryService
{
public:
    DeliveryService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
                    QMap<Channel, MessageSender *> senders);

    // One round; returns how many reminders it finished. `stop` is asked between two messages.
    int deliverDue(const std::function<bool()> &stop);
    void recoverInterrupted(); // leases that ended: sending -> unknown, reason `interrupted`

private:
    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    QMap<Channel, MessageSender *> m_senders;
    ReminderRepository m_reminders;
    AttemptRepository m_attempts;
    QString m_leaseOwner;
};

} // namespace accueil
