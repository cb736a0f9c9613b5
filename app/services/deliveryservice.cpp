#include "app/services/deliveryservice.h"

#include "app/services/outgoingmessages.h"

#include <QUuid>

#include <algorithm>
#include <array>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// product.md section 4: what is transient is tried again after 1, 5, 15 and 60 minutes.
constexpr std::array<std::chrono::seconds, 4> retryDelays{1min, 5min, 15min, 60min};
constexpr std::chrono::seconds longestProviderWait = 60min;
// A reminder that was asked for so close to its appointment is still sent this late; after that only before the
// appointment.
constexpr std::chrono::seconds punctuality = 15min;
constexpr int repairBatch = 100;

const ReasonKey notConfigured = u"notConfigured"_s;

AttemptOutcome attemptOutcome(SendOutcome outcome)
{
    switch (outcome) {
    case SendOutcome::Accepted:
        return AttemptOutcome::Accepted;
    case SendOutcome::Unknown:
        return AttemptOutcome::Unknown;
    case SendOutcome::Refused:
    case SendOutcome::Deferred:
    case SendOutcome::NotConfigured:
        return AttemptOutcome::Failed;
    }
    Q_UNREACHABLE();
}

// Why this reminder must not be sent any more, if so.
ReasonKey obstacle(const Reminder &reminder, const Patient &patient, const QDateTime &now)
{
    if (patient.archived)
        return u"patientArchived"_s;
    if (patient.consent.value({reminder.channel, reminder.purpose}, ConsentState::Granted) == ConsentState::Refused)
        return u"consentRefused"_s;
    const bool late = now > reminder.scheduledTime.addDuration(punctuality);
    if (late && reminder.appointmentTime && now > *reminder.appointmentTime)
        return u"appointmentPassed"_s;
    return {};
}

bool hasRecipient(const Reminder &reminder)
{
    return !(reminder.channel == Channel::Email ? reminder.email : reminder.phoneNumber).isEmpty();
}

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
    , m_options(options)
    , m_reminders(database, cipher)
    , m_attempts(database)
    , m_patients(database, cipher)
    , m_leaseOwner(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

int DeliveryService::deliverDue(const std::function<bool()> &stop)
{
    recordAnswers();
    int finished = 0;
    std::optional<CipherError> unreadable;
    while (!stop()) {
        const QDateTime now = m_clock.now();
        const QList<ReminderId> claimed = m_reminders.claimDue(
            usableChannels(), now, m_options.batch, m_leaseOwner, now.addDuration(m_options.lease));
        if (claimed.isEmpty())
            break;
        for (const ReminderId id : claimed) {
            if (stop())
                break;
            try {
                finished += deliver(id) ? 1 : 0;
            } catch (const CipherError &error) {
                // One damaged row must not hold up the others; it stays reserved and is looked at again when that ends.
                unreadable = error;
            }
        }
    }
    if (stop())
        m_reminders.releaseClaims(m_leaseOwner);
    explainWaiting();
    if (unreadable)
        throw CipherError(*unreadable);
    return finished;
}

bool DeliveryService::deliver(ReminderId id)
{
    const std::optional<Started> started = begin(id);
    if (!started)
        return false;
    const SendReport report = m_senders.value(started->message.channel)->send(started->message);
    m_answers.append(Answered{*started, report, m_clock.now()});
    recordAnswers();
    return true;
}

bool DeliveryService::isUsable(Channel channel) const
{
    const MessageSender *sender = m_senders.value(channel);
    return sender && sender->isConfigured();
}

QList<Channel> DeliveryService::usableChannels() const
{
    QList<Channel> channels = m_senders.keys();
    channels.removeIf([this](Channel channel) { return !isUsable(channel); });
    return channels;
}

void DeliveryService::explainWaiting()
{
    const QDateTime now = m_clock.now();
    for (const auto &row : channelTable.rows) {
        const bool usable = isUsable(row.value);
        const QList<ReminderId> ids = usable ? m_reminders.pendingWithReason(row.value, notConfigured, repairBatch)
                                             : m_reminders.dueWithoutReason(row.value, notConfigured, now, repairBatch);
        if (ids.isEmpty())
            continue;
        Transaction transaction{m_database};
        for (const ReminderId id : ids) {
            std::optional<Reminder> reminder = m_reminders.findForUpdate(id);
            if (!reminder || reminder->status != ReminderStatus::Pending)
                continue;
            reminder->reason = usable ? QString() : notConfigured;
            reminder->nextTry.reset();
            reminder->updatedAt = now;
            m_reminders.updateState(*reminder, Lease::Kept);
        }
        transaction.commit();
        for (const ReminderId id : ids)
            Q_EMIT m_events.reminderChanged(id);
    }
}

// The first of the two transactions of a message: after it, a crash leaves `sending` behind and nobody sends it again.
std::optional<DeliveryService::Started> DeliveryService::begin(ReminderId id)
{
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    // Cancelled, edited or taken over meanwhile: no longer ours.
    if (!m_reminders.holdClaim(id, m_leaseOwner, now.addDuration(m_options.lease)))
        return std::nullopt;
    Reminder reminder = m_reminders.find(id).value();
    const Patient patient = m_patients.find(reminder.patient).value();
    reminder.updatedAt = now;
    const ReasonKey reason = obstacle(reminder, patient, now);
    std::optional<Started> started;
    if (!reason.isEmpty()) {
        refuse(reminder, ReminderStatus::Cancelled, reason);
    } else if (!hasRecipient(reminder)) {
        refuse(reminder, ReminderStatus::Failed, u"noRecipient"_s);
    } else {
        reminder.status = ReminderStatus::Sending;
        ++reminder.attempts;
        m_reminders.updateState(reminder, Lease::Kept);
        started.emplace();
        started->attempt = m_attempts.insert(
            {.reminder = id, .number = reminder.attempts, .channel = reminder.channel, .startedAt = now});
        started->message = outgoingMessage(reminder, patient, m_settings(), m_cipher);
    }
    transaction.commit();
    Q_EMIT m_events.reminderChanged(id);
    return started;
}

void DeliveryService::refuse(Reminder &reminder, ReminderStatus status, const ReasonKey &reason)
{
    reminder.status = status;
    reminder.reason = reason;
    reminder.nextTry.reset();
    m_reminders.updateState(reminder, Lease::Ended);
}

void DeliveryService::recordAnswers()
{
    while (!m_answers.isEmpty()) {
        record(m_answers.constFirst());
        m_answers.removeFirst();
    }
}

void DeliveryService::record(const Answered &answered)
{
    const ReminderId id = answered.started.attempt.reminder;
    Transaction transaction{m_database};
    std::optional<Reminder> reminder = m_reminders.findForUpdate(id);
    if (!reminder) // deleted by a person while it was `unknown`
        return;
    Attempt attempt = answered.started.attempt;
    attempt.finishedAt = answered.at;
    attempt.outcome = attemptOutcome(answered.report.outcome);
    attempt.provider = answered.report.provider;
    attempt.providerMessageId = answered.report.providerMessageId;
    attempt.providerCode = answered.report.providerCode;
    attempt.reason = answered.report.reason;
    m_attempts.update(attempt);
    // An answer that came after the lease had ended still corrects `unknown`, unless a person decided meanwhile.
    const bool undecided = reminder->status == ReminderStatus::Sending || reminder->status == ReminderStatus::Unknown;
    if (undecided && reminder->attempts == attempt.number)
        applyReport(*reminder, answered);
    transaction.commit();
    Q_EMIT m_events.reminderChanged(id);
}

void DeliveryService::applyReport(Reminder &reminder, const Answered &answered)
{
    const SendReport &report = answered.report;
    reminder.reason = report.reason;
    reminder.nextTry.reset();
    reminder.updatedAt = answered.at;
    switch (report.outcome) {
    case SendOutcome::Accepted:
        reminder.status = ReminderStatus::Sent;
        reminder.reason.clear();
        reminder.sentAt = answered.at;
        break;
    case SendOutcome::Refused:
        reminder.status = ReminderStatus::Failed;
        break;
    case SendOutcome::Unknown:
        reminder.status = ReminderStatus::Unknown;
        break;
    case SendOutcome::NotConfigured:
        reminder.status = ReminderStatus::Pending;
        reminder.nextTry = answered.at.addDuration(retryDelays.front());
        break;
    case SendOutcome::Deferred:
        if (size_t(reminder.deferrals) >= retryDelays.size()) {
            reminder.status = ReminderStatus::Failed;
            break;
        }
        const auto asked = std::min(std::chrono::seconds(report.retryAfterSeconds), longestProviderWait);
        reminder.nextTry = answered.at.addDuration(std::max(retryDelays[size_t(reminder.deferrals)], asked));
        reminder.status = ReminderStatus::Pending;
        ++reminder.deferrals;
        break;
    }
    if (reminder.status == ReminderStatus::Pending) {
        m_reminders.updateState(reminder, Lease::Ended);
        return;
    }
    // From now on the row says where the message went, whatever the patient's record says later.
    reminder.phoneNumber = answered.started.message.phoneNumber;
    reminder.email = answered.started.message.email;
    m_reminders.update(reminder);
    // A series goes on after a failure that says nothing about the recipient; a refused number ends it.
    if (report.outcome != SendOutcome::Refused)
        scheduleNext(reminder, answered.at);
}

// The next occurrence that is still to come; those that were missed while no program ran are left out.
void DeliveryService::scheduleNext(const Reminder &reminder, const QDateTime &now)
{
    if (!reminder.recurrence)
        return;
    const QByteArray zone = m_settings().timeZone.toLatin1();
    int occurrence = reminder.occurrence;
    std::optional<QDateTime> time;
    do {
        time = nextOccurrence(*reminder.recurrence, reminder.seriesStart, occurrence, zone);
        ++occurrence;
    } while (time && *time <= now);
    const bool afterAppointment = time && reminder.appointmentTime && *time > *reminder.appointmentTime;
    if (!time || afterAppointment)
        return;
    const Patient patient = m_patients.find(reminder.patient).value();
    Reminder next = reminder;
    next.id = m_reminders.nextId();
    next.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    next.phoneNumber = reminder.phoneNumber == patient.phoneNumber ? QString() : reminder.phoneNumber;
    next.email = reminder.email == patient.email ? QString() : reminder.email;
    next.scheduledTime = *time;
    next.occurrence = occurrence;
    next.status = ReminderStatus::Pending;
    next.reason.clear();
    next.attempts = 0;
    next.deferrals = 0;
    next.nextTry.reset();
    next.sentAt.reset();
    next.deliveredAt.reset();
    next.settledAt.reset();
    next.createdAt = now;
    next.updatedAt = now;
    next.version = 1;
    next.occurrenceTime = *time;
    // Not inserted when the occurrence is there already: the one before was resent by a person.
    m_reminders.insert(next);
}

void DeliveryService::recoverInterrupted()
{
    const QDateTime now = m_clock.now();
    if (m_reminders.interrupted(now, 1).isEmpty())
        return;
    Transaction transaction{m_database};
    const QList<ReminderId> ids = m_reminders.interrupted(now, repairBatch);
    for (const ReminderId id : ids) {
        Reminder reminder = m_reminders.find(id).value();
        if (std::optional<Attempt> attempt = m_attempts.last(id);
            attempt && attempt->outcome == AttemptOutcome::Sending) {
            attempt->outcome = AttemptOutcome::Unknown;
            attempt->finishedAt = now;
            attempt->reason = u"interrupted"_s;
            m_attempts.update(*attempt);
        }
        reminder.updatedAt = now;
        reminder.reason = u"interrupted"_s;
        reminder.status = ReminderStatus::Unknown;
        m_reminders.updateState(reminder, Lease::Ended);
        scheduleNext(reminder, now);
    }
    transaction.commit();
    for (const ReminderId id : ids)
        Q_EMIT m_events.reminderChanged(id);
}

} // namespace accueil
