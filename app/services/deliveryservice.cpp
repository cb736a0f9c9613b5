#include "app/services/deliveryservice.h"

#include "app/domain/smstext.h"
#include "app/services/outgoingmessages.h"

#include <QUuid>

#include <algorithm>
#include <thread>
#include <utility>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int repairBatch = 100;
// A doubtful email waits for a person, so that few are on their way at once.
constexpr int mostEmails = 2;
// A round gives a slow provider so long before it looks after other things.
constexpr std::chrono::milliseconds patience = 2s;
constexpr std::chrono::milliseconds paceInterval = 5ms;
constexpr int claimsPerLane = 4; // finding out what is due costs the same for one as for many

} // namespace

DeliveryService::DeliveryService(Database &database, const StoreCipher &cipher, const Clock &clock,
    DomainEvents &events, QMap<Channel, MessageSender *> senders, std::function<HospitalSettings()> settings,
    DeliveryOptions options)
    : m_database(database)
    , m_cipher(cipher)
    , m_clock(clock)
    , m_events(events)
    , m_senders(std::move(senders))
    , m_settings(std::move(settings))
    , m_options(std::move(options))
    , m_leaseOwner(m_options.owner.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : m_options.owner)
    , m_reminders(database, cipher)
    , m_queue(database)
    , m_attempts(database)
    , m_patients(database, cipher)
    , m_composer(database, clock, m_settings)
    , m_recorder(database, cipher, m_settings, m_options.optedOut)
    , m_gate(database, cipher, m_settings, m_recorder)
    , m_backlog(database, cipher, events, m_settings)
    , m_dispatcher(m_options.lanes, [&database] { database.closeThread(); })
{
}

void DeliveryService::passed(DeliveryStep step) const
{
    if (m_options.passed)
        m_options.passed(step);
}

int DeliveryService::deliverDue(const std::function<bool()> &stop)
{
    int finished = recordAnswers();
    noteAble();
    m_backlog.expireUseless(m_clock.now());
    std::optional<CipherError> unreadable;
    const auto start = std::chrono::steady_clock::now();
    while (!stop()) {
        noteAble(); // a channel that has just come back: what is late waits, it does not leave with the next batch
        const int taken = deliverBatch(stop, unreadable);
        const int recorded = recordAnswers();
        finished += recorded;
        const bool isSlow = std::chrono::steady_clock::now() - start > patience;
        const bool isIdle = recorded == 0 && m_dispatcher.underWay() == 0;
        if (taken == 0 && (isIdle || isSlow))
            break;
        if (taken == 0 && recorded == 0)
            m_dispatcher.waitForAnswer(100ms);
    }
    if (stop()) {
        while (m_dispatcher.underWay() > 0)
            m_dispatcher.waitForAnswer(100ms);
        finished += recordAnswers();
        giveUpClaims();
    }
    explainWaiting();
    if (unreadable)
        throw CipherError(*unreadable);
    return finished;
}

void DeliveryService::giveUpClaims()
{
    m_claimed.clear();
    m_queue.releaseClaims(m_leaseOwner);
}

// Claims as many as can be sent now and hands them over. What it returns is not 0 while there is more to come.
int DeliveryService::deliverBatch(const std::function<bool()> &stop, std::optional<CipherError> &unreadable)
{
    const QDateTime now = m_clock.now();
    const QList<Channel> channels = ableChannels(now);
    const int lanes = m_dispatcher.freeLanes();
    if (channels.isEmpty() || lanes <= 0)
        return 0;
    // A channel that comes back is tried with one message first.
    const bool isProbe = std::ranges::any_of(channels, [this](Channel channel) { return m_pauses.isOnTrial(channel); });
    const int rate = m_settings().delivery.sendRate;
    const int granted = m_pace.grant(isProbe ? 1 : lanes, rate);
    if (granted == 0) {
        m_dispatcher.waitForAnswer(paceInterval);
        if (m_dispatcher.underWay() == 0)
            std::this_thread::sleep_for(paceInterval);
        return 1;
    }
    if (isProbe)
        giveUpClaims();
    if (m_claimed.isEmpty()) {
        const int wanted = isProbe || m_options.lanes == 1 ? granted : claimsPerLane * m_options.lanes;
        m_claimed = m_queue.claimDue(channels, now, wanted, m_leaseOwner, now.addDuration(m_options.lease));
        passed(DeliveryStep::Claimed);
    }
    const QList<ReminderId> claimed = m_claimed.mid(0, granted);
    m_claimed.remove(0, claimed.size());
    m_pace.giveBack(granted - int(claimed.size()));
    if (claimed.isEmpty() || stop())
        return 0;
    const QList<Started> begun = beginAll(claimed, unreadable);
    passed(DeliveryStep::Begun);
    for (const Started &started : begun)
        dispatch(started);
    return int(claimed.size());
}

void DeliveryService::dispatch(const Started &started)
{
    const qint64 key = started.attempt.id.value;
    const QDateTime begun = started.attempt.startedAt;
    m_underWay.insert(key, started);
    // A computer that slept, or a clock that was set, between the record and the provider: others may have taken over.
    m_dispatcher.start(key, *m_senders.value(started.message.channel), started.message, [this, begun] {
        passed(DeliveryStep::Sending);
        const std::chrono::milliseconds age{begun.msecsTo(m_clock.now())};
        return age > -m_options.lease / 2 && age < m_options.lease / 2;
    });
}

bool DeliveryService::isConfigured(Channel channel) const
{
    const MessageSender *sender = m_senders.value(channel);
    return sender && sender->isConfigured();
}

bool DeliveryService::isAble(Channel channel, const QDateTime &now) const
{
    return isConfigured(channel) && !m_pauses.rests(channel, now);
}

QList<Channel> DeliveryService::ableChannels(const QDateTime &now) const
{
    const auto emails = std::ranges::count_if(
        m_underWay, [](const Started &started) { return started.message.channel == Channel::Email; });
    QList<Channel> channels;
    for (const Channel channel : m_senders.keys()) {
        const bool probes = m_pauses.isOnTrial(channel) && std::ranges::any_of(m_underWay, [&](const Started &started) {
            return started.message.channel == channel;
        });
        const bool isFull = channel == Channel::Email && m_options.lanes > 1 && emails >= mostEmails;
        if (isAble(channel, now) && !probes && !isFull)
            channels << channel;
    }
    return channels;
}

std::optional<SendDelay> DeliveryService::standstill(Channel channel) const
{
    if (!isConfigured(channel))
        return SendDelay{waitingReason(channel), {}};
    return m_pauses.rest(channel, m_clock.now());
}

ReasonKey DeliveryService::waitingReason(Channel channel) const
{
    if (isConfigured(channel))
        return m_pauses.reason(channel);
    return u"notConfigured"_s;
}

void DeliveryService::noteAble()
{
    const QDateTime now = m_clock.now();
    for (const Channel channel : m_senders.keys()) {
        if (isAble(channel, now) && !m_pauses.isOnTrial(channel))
            m_backlog.noteAble(channel, now);
    }
}

void DeliveryService::explainWaiting()
{
    const QDateTime now = m_clock.now();
    for (const auto &row : channelTable.rows) {
        const bool isAble = this->isAble(row.value, now);
        QList<ReminderId> ids;
        if (!isAble)
            ids = m_queue.dueWithoutReason(row.value, waitingReason(row.value), now, repairBatch);
        else
            ids = m_queue.unconfigured(row.value, repairBatch);
        if (ids.isEmpty())
            continue;
        Transaction transaction{m_database};
        for (const ReminderId id : ids) {
            std::optional<Reminder> reminder = m_reminders.findForUpdate(id);
            if (!reminder || reminder->status != ReminderStatus::Pending)
                continue;
            reminder->reason = isAble ? QString() : waitingReason(row.value);
            if (isAble)
                reminder->nextTry.reset();
            reminder->updatedAt = now;
            m_reminders.updateState(*reminder, Lease::Kept);
        }
        transaction.commit();
        for (const ReminderId id : ids)
            Q_EMIT m_events.reminderChanged(id);
    }
}

// The first of the two transactions of a message: after it, a crash leaves `sending` behind and nobody sends it again
// before the provider was asked.
QList<DeliveryService::Started> DeliveryService::beginAll(
    const QList<ReminderId> &ids, std::optional<CipherError> &unreadable)
{
    const QDateTime now = m_clock.now();
    QList<Started> all;
    try {
        QList<ReminderId> ordered = ids; // as in recordTogether()
        std::ranges::sort(ordered, {}, &ReminderId::value);
        QHash<qint64, Started> begun;
        Transaction transaction{m_database};
        for (const ReminderId id : std::as_const(ordered)) {
            if (const std::optional<Started> started = begin(id, now))
                begun.insert(id.value, *started);
        }
        transaction.commit();
        for (const ReminderId id : ids) {
            if (begun.contains(id.value))
                all << begun.take(id.value);
        }
    } catch (const CipherError &error) {
        if (ids.size() == 1) {
            // A damaged row must not hold up the others; it stays reserved and is looked at again when that ends.
            unreadable = error;
            return {};
        }
        all.clear();
        for (const ReminderId id : ids)
            all << beginAll({id}, unreadable);
        return all;
    }
    for (const ReminderId id : ids)
        Q_EMIT m_events.reminderChanged(id);
    return all;
}

std::optional<DeliveryService::Started> DeliveryService::begin(ReminderId id, const QDateTime &now)
{
    // Cancelled, edited or taken over meanwhile: no longer ours.
    if (!m_queue.holdClaim(id, m_leaseOwner, now.addDuration(m_options.lease)))
        return std::nullopt;
    Reminder reminder = m_reminders.find(id).value();
    const Patient patient = m_patients.find(reminder.patient).value();
    reminder.updatedAt = now;
    // Others answer that telephone since it was planned, or it takes the place of an email.
    const QString words
        = m_composer.minimalWords(patient, reminder.channel, reminder.language).value_or(reminder.message);
    const bool isReworded = words != reminder.message;
    reminder.message = words;
    if (!m_gate.mayLeave(reminder, patient, now))
        return std::nullopt;
    reminder.status = ReminderStatus::Sending;
    ++reminder.attempts;
    // Where it goes is written down only with what leaves: until then a number that is corrected still counts.
    if (isReworded)
        m_reminders.update(reminder, Lease::Kept);
    else
        m_reminders.updateState(reminder, Lease::Kept);
    Attempt attempt{.reminder = id,
        .patient = reminder.patient,
        .number = reminder.attempts,
        .channel = reminder.channel,
        .startedAt = now};
    if (reminder.channel == Channel::Sms)
        attempt.segments = countSms(m_settings().twilio.asSent(reminder.message))
                               .segments; // until the provider says how many it counted
    return Started{m_attempts.insert(attempt), outgoingMessage(reminder, patient, m_settings(), m_cipher)};
}

} // namespace accueil
