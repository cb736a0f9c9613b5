#pragma once

#include "app/domain/clock.h"
#include "app/services/domainevents.h"
#include "app/services/hospitalsettings.h"
#include "app/services/messagesender.h"
#include "db/attemptrepository.h"
#include "db/database.h"
#include "db/patientrepository.h"
#include "db/reminderrepository.h"
#include "db/storecipher.h"

#include <QMap>

#include <chrono>
#include <functional>

namespace accueil {

struct DeliveryOptions
{
    // How long a reminder stays reserved. A program that does not finish in that time is taken for dead.
    std::chrono::milliseconds lease = 2 * longestSend;
    int batch = 10; // reminders reserved at once
};

// Claims due reminders with a lease in the database, sends each through its channel's sender and records the attempt:
// once before the provider is asked, once after. An attempt that a crash left open becomes `unknown` when its lease
// ends and waits for a person; a message that certainly did not leave is tried again after 1, 5, 15 and 60 minutes.
// Consent is asked for again at the moment of sending. Called by one thread of each program; several programs may share
// a store. Throws DatabaseError and CipherError; what a provider answered is then kept and recorded in the next round.
class DeliveryService
{
public:
    DeliveryService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        QMap<Channel, MessageSender *> senders, std::function<HospitalSettings()> settings,
        DeliveryOptions options = {});

    // One round; returns how many reminders it finished. `stop` is asked between two messages.
    int deliverDue(const std::function<bool()> &stop);
    void recoverInterrupted(); // leases that ended: sending -> unknown, reason `interrupted`

private:
    struct Started
    {
        Attempt attempt;
        OutgoingMessage message;
    };
    struct Answered
    {
        Started started;
        SendReport report;
        QDateTime at;
    };

    bool isUsable(Channel channel) const;
    void explainWaiting(); // reasons of reminders whose channel has no provider
    QList<Channel> usableChannels() const;
    bool deliver(ReminderId id); // false: it was not, or no longer, to be sent
    std::optional<Started> begin(ReminderId id);
    void refuse(Reminder &reminder, ReminderStatus status, const ReasonKey &reason);
    void recordAnswers();
    void record(const Answered &answered);
    void applyReport(Reminder &reminder, const Answered &answered);
    void scheduleNext(const Reminder &reminder, const QDateTime &now);

    Database &m_database;
    const StoreCipher &m_cipher;
    const Clock &m_clock;
    DomainEvents &m_events;
    QMap<Channel, MessageSender *> m_senders;
    std::function<HospitalSettings()> m_settings;
    DeliveryOptions m_options;
    ReminderRepository m_reminders;
    AttemptRepository m_attempts;
    PatientRepository m_patients;
    QString m_leaseOwner;
    QList<Answered> m_answers; // not yet recorded
};

} // namespace accueil
