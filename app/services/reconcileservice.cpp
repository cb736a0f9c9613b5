#include "app/services/reconcileservice.h"

#include "app/services/reconciliation.h"

#include <QElapsedTimer>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int doubtBatch = 50;
constexpr int absencesNeeded = 2;
// How far back messages are looked at: also one that only looks like ours makes a person look.
constexpr std::chrono::seconds window = 24h;
constexpr std::chrono::seconds clockTolerance = 60s; // between the clocks of two desks

} // namespace

ReconcileService::ReconcileService(Database &database, const StoreCipher &cipher, const Clock &clock,
    DomainEvents &events, std::function<HospitalSettings()> settings, AttemptRecorder::OptOut optedOut)
    : m_database(database)
    , m_clock(clock)
    , m_events(events)
    , m_settings(settings)
    , m_reminders(database, cipher)
    , m_attempts(database)
    , m_recorder(database, cipher, std::move(settings), std::move(optedOut))
{
}

int ReconcileService::settleDoubts(const QMap<Channel, DeliveryTracker *> &trackers, const std::function<bool()> &stop)
{
    if (!m_rest.isOver(m_clock.now()))
        return 0;
    QList<Channel> channels = trackers.keys();
    channels.removeIf([&](Channel channel) { return !trackers.value(channel)->isConfigured(); });
    const QList<Doubt> doubts
        = doubtsOf(m_attempts.toCheck({AttemptOutcome::Unknown}, channels, m_clock.now(), doubtBatch));
    if (doubts.isEmpty())
        return 0;
    // What those doubts may be taken for: everything under way or in doubt, also what a person has to decide.
    const QDateTime begin = m_clock.now();
    const QList<Doubt> rivals = doubtsOf(m_attempts.undecided(QDateTime::fromMSecsSinceEpoch(0)));
    QMap<std::pair<Channel, QString>, Look> looks; // one for each number, however many doubts there are about it
    QElapsedTimer timer;
    timer.start();
    for (const Doubt &doubt : doubts) {
        if (stop() || timer.hasExpired(longestRound.count()))
            break;
        const Reminder &reminder = doubt.reminder;
        const std::pair number{reminder.channel, reminder.phoneNumber};
        if (!looks.contains(number))
            looks.insert(number, look(*trackers.value(reminder.channel), doubt, rivals, begin));
        const TrackedMessages &answer = looks[number].answer;
        if (answer.result != TrackingResult::Answered) { // a list is never unknown: the question went wrong
            askLater(doubt.attempt, answer.retryAfterSeconds);
            m_rest.start(m_clock.now(), std::chrono::seconds(answer.retryAfterSeconds));
            break; // nor for the others
        }
        const auto twins = std::ranges::count_if(looks[number].rivals, [&reminder](const Doubt &other) {
            return reminder.channel == Channel::Ivr || other.reminder.message == reminder.message; // a call has no text
        });
        if (looks[number].isBusy)
            askLater(doubt.attempt, 0); // what is there may be what is just being sent
        else if (settle(doubt, looks[number], int(twins)))
            looks[number].rivals.removeIf(
                [&doubt](const Doubt &other) { return other.attempt.id == doubt.attempt.id; });
    }
    return int(doubts.size());
}

ReconcileService::Look ReconcileService::look(
    DeliveryTracker &tracker, const Doubt &doubt, const QList<Doubt> &rivals, const QDateTime &begin)
{
    Look look;
    QSet<qint64> seen;
    QDateTime first = doubt.attempt.startedAt;
    const auto add = [&](const QList<Doubt> &others) {
        for (const Doubt &other : others) {
            const bool isRival = other.reminder.channel == doubt.reminder.channel
                && other.reminder.phoneNumber == doubt.reminder.phoneNumber;
            if (!isRival || seen.contains(other.attempt.id.value))
                continue;
            seen << other.attempt.id.value;
            look.rivals << other;
            look.isBusy |= other.attempt.outcome == AttemptOutcome::Sending;
            first = std::min(first, other.attempt.startedAt);
        }
    };
    add(rivals);
    look.answer = tracker.sentTo(doubt.reminder.phoneNumber, first.addDuration(-window));
    look.at = m_clock.now();
    add(doubtsOf(m_attempts.undecided(begin.addDuration(-clockTolerance)))); // begun while the provider was asked
    return look;
}

QList<ReconcileService::Doubt> ReconcileService::doubtsOf(const QList<Attempt> &due)
{
    QList<Doubt> doubts;
    for (const Attempt &attempt : due) {
        const std::optional<Reminder> reminder = m_reminders.find(attempt.reminder);
        if (reminder)
            doubts << Doubt{attempt, *reminder};
    }
    return doubts;
}

QSet<QString> ReconcileService::knownAmong(const TrackedMessages &answer)
{
    QStringList ids;
    for (const ProviderMessage &message : answer.messages)
        ids << message.news.providerMessageId;
    return m_attempts.knownProviderIds(ids);
}

bool ReconcileService::settle(const Doubt &doubt, const Look &look, int twins)
{
    const TrackedMessages &answer = look.answer;
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    std::optional<Reminder> reminder = m_reminders.findForUpdate(doubt.reminder.id);
    std::optional<Attempt> attempt = m_attempts.last(doubt.reminder.id);
    if (!reminder)
        return true;
    if (!attempt || attempt->id != doubt.attempt.id || attempt->outcome != AttemptOutcome::Unknown)
        return true; // a late answer was quicker, or there is a newer try
    if (!attempt->nextCheck || *attempt->nextCheck > now)
        return false; // another program has just asked
    if (reminder->status != ReminderStatus::Unknown) { // a person has decided
        attempt->nextCheck.reset();
        m_attempts.update(*attempt);
        transaction.commit();
        return true;
    }
    const qint64 ahead = answer.providerTime ? look.at.msecsTo(*answer.providerTime) : 0; // of the provider's clock
    const bool isCall = reminder->channel == Channel::Ivr;
    const MessageInDoubt message{
        isCall ? QString() : m_settings().twilio.asSent(reminder->message), attempt->startedAt.addMSecs(ahead)};
    const Reconciliation result
        = reconcile(message, answer, knownAmong(answer), twins, answer.providerTime.has_value());
    switch (result.finding) {
    case Finding::Found:
        adopt(*reminder, *attempt, answer.provider, result.news, now);
        break;
    case Finding::NotFound:
        noteAbsence(*reminder, *attempt, now);
        break;
    case Finding::Ambiguous:
        attempt->nextCheck.reset();
        m_attempts.update(*attempt);
        reminder->reason = u"similarAtProvider"_s;
        reminder->updatedAt = now;
        m_reminders.updateState(*reminder, Lease::Ended);
        break;
    }
    transaction.commit();
    Q_EMIT m_events.reminderChanged(reminder->id);
    return result.finding == Finding::Found;
}

void ReconcileService::adopt(
    Reminder &reminder, Attempt &attempt, const QString &provider, const DeliveryNews &news, const QDateTime &now)
{
    attempt.providerMessageId = news.providerMessageId;
    attempt.provider = provider;
    attempt.outcome = news.outcome;
    attempt.providerCode = news.providerCode;
    attempt.reason
        = isFinal(news.outcome) && news.outcome != AttemptOutcome::Delivered ? news.reason : u"foundAtProvider"_s;
    attempt.checks = 0;
    attempt.nextCheck.reset();
    if (!isFinal(news.outcome))
        attempt.nextCheck = now.addDuration(firstStatusCheck);
    if (news.segments)
        attempt.segments = news.segments;
    attempt.price = news.price;
    attempt.priceUnit = news.priceUnit;
    m_attempts.update(attempt);
    if (news.outcome == AttemptOutcome::Delivered)
        m_recorder.delivered(reminder, now);
    else if (isFinal(news.outcome))
        m_recorder.failed(reminder, news.reason, causeOf(news.reason), 0s, now);
    else
        m_recorder.sent(reminder, attempt.startedAt);
}

void ReconcileService::noteAbsence(Reminder &reminder, Attempt &attempt, const QDateTime &now)
{
    ++attempt.checks;
    if (attempt.checks < absencesNeeded) {
        attempt.nextCheck = now.addDuration(m_settings().delivery.reconcileInterval);
        m_attempts.update(attempt);
        return;
    }
    attempt.outcome = AttemptOutcome::Failed;
    attempt.reason = u"notFoundAtProvider"_s;
    attempt.nextCheck.reset();
    m_attempts.update(attempt);
    m_recorder.failed(reminder, u"notFoundAtProvider"_s, Cause::Transient, 0s, now);
}

void ReconcileService::askLater(const Attempt &attempt, int retryAfterSeconds)
{
    Transaction transaction{m_database};
    if (!m_reminders.findForUpdate(attempt.reminder))
        return;
    std::optional<Attempt> later = m_attempts.last(attempt.reminder);
    if (!later || later->id != attempt.id || later->outcome != AttemptOutcome::Unknown)
        return;
    const std::chrono::seconds delay
        = std::max(m_settings().delivery.reconcileInterval, std::chrono::seconds(retryAfterSeconds));
    later->nextCheck = m_clock.now().addDuration(delay);
    m_attempts.update(*later);
    transaction.commit();
}

} // namespace accueil
