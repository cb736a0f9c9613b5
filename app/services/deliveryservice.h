#pragma once

#include "app/domain/clock.h"
#include "app/services/attemptrecorder.h"
#include "app/services/backlogwatch.h"
#include "app/services/channelpauses.h"
#include "app/services/domainevents.h"
#include "app/services/messagecomposer.h"
#include "app/services/senddispatcher.h"
#include "app/services/sendgate.h"
#include "app/services/sendpace.h"
#include "db/attemptrepository.h"
#include "db/database.h"

#include <QHash>
#include <QMap>

#include <chrono>
#include <functional>
#include <optional>

namespace accueil {

// Points of a delivery between which a program may die; tests stop it at each.
enum class DeliveryStep { Claimed, Begun, Sending, Answered, Recorded };

struct DeliveryOptions
{
    // How long a reminder stays reserved. A program that does not finish in that time is taken for dead.
    std::chrono::milliseconds lease = 2 * longestSend;
    int lanes = 1; // messages under way at once; more than one have threads of their own
    QString owner; // names this program in leases; empty: a name of its own
    std::function<bool(const QString &owner)> isGone; // true: the program of that name certainly runs no more
    AttemptRecorder::OptOut optedOut;
    std::function<void(DeliveryStep)> passed; // for tests
};

// Claims due reminders with a lease in the database, sends each through its channel's sender and records the attempt:
// once before the provider is asked, once after. An attempt that a crash left open becomes `unknown` when its lease
// ends, or at once when its program is known to be gone. Consent, quiet hours, limits and the budget are asked for at
// the moment of sending. Called by one thread of each program; several programs may share a store. Throws DatabaseError
// and CipherError; what a provider answered is then kept and recorded in the next round.
class DeliveryService
{
public:
    DeliveryService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        QMap<Channel, MessageSender *> senders, std::function<HospitalSettings()> settings,
        DeliveryOptions options = {});

    // One round; returns how many reminders it finished. A message whose provider takes its time stays under way and
    // is recorded in a later round, or before this returns when `stop` says so.
    int deliverDue(const std::function<bool()> &stop);
    // Why nothing leaves on this channel at present; nothing: it works, as far as is known. From any thread.
    std::optional<SendDelay> standstill(Channel channel) const;
    void recoverInterrupted(); // of programs that died: sending -> unknown, reason `interrupted`

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

    bool isConfigured(Channel channel) const;
    bool isAble(Channel channel, const QDateTime &now) const;
    QList<Channel> ableChannels(const QDateTime &now) const;
    ReasonKey waitingReason(Channel channel) const;
    void explainWaiting(); // reasons of reminders whose channel cannot send
    void noteAble(); // channels that can send now
    void giveUpClaims();
    int deliverBatch(const std::function<bool()> &stop, std::optional<CipherError> &unreadable); // how many it took up
    QList<Started> beginAll(const QList<ReminderId> &ids, std::optional<CipherError> &unreadable);
    std::optional<Started> begin(ReminderId id, const QDateTime &now);
    void dispatch(const Started &started);
    void collectAnswers();
    int recordAnswers();
    void record(const Answered &answered);
    void recordTogether(QList<Answered> answers);
    int recordOneByOne();
    void passed(DeliveryStep step) const;

    Database &m_database;
    const StoreCipher &m_cipher;
    const Clock &m_clock;
    DomainEvents &m_events;
    QMap<Channel, MessageSender *> m_senders;
    std::function<HospitalSettings()> m_settings;
    DeliveryOptions m_options;
    QString m_leaseOwner;
    ReminderRepository m_reminders;
    ReminderQueue m_queue;
    AttemptRepository m_attempts;
    PatientRepository m_patients;
    MessageComposer m_composer;
    AttemptRecorder m_recorder;
    SendGate m_gate;
    BacklogWatch m_backlog;
    SendPace m_pace;
    ChannelPauses m_pauses;
    QHash<qint64, Started> m_underWay; // by attempt
    QList<ReminderId> m_claimed; // not yet begun
    QList<Answered> m_answers; // not yet recorded
    SendDispatcher m_dispatcher;
};

} // namespace accueil
