#include "app/services/attemptnewsservice.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <span>

namespace accueil {

using namespace std::chrono_literals;

namespace {

constexpr int pollBatch = 50;
// Between one question and the next; most messages are delivered within a minute, and after three days (the longest
// that networks keep trying) nothing more is to come.
constexpr std::array<std::chrono::seconds, 10> pollDelays{15s, 30s, 60s, 5min, 15min, 1h, 4h, 12h, 24h, 24h};
// And after a message is final, while nobody knows what it cost.
constexpr std::array<std::chrono::seconds, 2> priceDelays{60s, 1h};

// One that never left costs nothing.
bool lacksPrice(const Attempt &attempt)
{
    return attempt.channel != Channel::Email && attempt.price.isEmpty()
        && (attempt.outcome == AttemptOutcome::Delivered || attempt.outcome == AttemptOutcome::Undelivered);
}

// When the provider is asked for the time after `checks` others.
std::optional<QDateTime> nextCheck(const Attempt &attempt, const QDateTime &now, std::chrono::seconds atLeast = 0s)
{
    const bool isOver = isFinal(attempt.outcome);
    if (isOver && !lacksPrice(attempt))
        return std::nullopt;
    const std::span<const std::chrono::seconds> delays
        = isOver ? std::span<const std::chrono::seconds>(priceDelays) : pollDelays;
    if (size_t(attempt.checks) >= delays.size())
        return std::nullopt;
    return now.addDuration(std::max(delays[size_t(attempt.checks)], atLeast));
}

} // namespace

AttemptNewsService::AttemptNewsService(Database &database, const StoreCipher &cipher, const Clock &clock,
    DomainEvents &events, std::function<HospitalSettings()> settings, AttemptRecorder::OptOut optedOut)
    : m_database(database)
    , m_clock(clock)
    , m_events(events)
    , m_reminders(database, cipher)
    , m_attempts(database)
    , m_recorder(database, cipher, std::move(settings), std::move(optedOut))
{
}

bool AttemptNewsService::apply(const DeliveryNews &news)
{
    const QDateTime now = m_clock.now();
    const std::optional<Attempt> known = m_attempts.findByProviderId(news.providerMessageId);
    if (!known)
        return false;
    Transaction transaction{m_database};
    // The reminder's row is the lock of its attempts, too.
    std::optional<Reminder> reminder = m_reminders.findForUpdate(known->reminder);
    std::optional<Attempt> attempt = m_attempts.findByProviderId(news.providerMessageId);
    if (!reminder || !attempt)
        return false;
    if (news.segments)
        attempt->segments = news.segments;
    if (!news.price.isEmpty()) {
        attempt->price = news.price;
        attempt->priceUnit = news.priceUnit;
    }
    const bool isNews = mayBecome(attempt->outcome, news.outcome);
    if (isNews) {
        attempt->outcome = news.outcome;
        attempt->providerCode = news.providerCode;
        attempt->reason = news.reason;
    } else if (attempt->outcome == news.outcome && attempt->reason.isEmpty()) {
        attempt->reason = news.reason; // that a machine answered is known only when it is asked for
    }
    if (isFinal(attempt->outcome)) {
        if (isNews)
            attempt->checks = 0;
        if (isNews || !lacksPrice(*attempt))
            attempt->nextCheck = nextCheck(*attempt, now);
    }
    m_attempts.update(*attempt);
    if (isNews && attempt->number == reminder->attempts)
        applyTo(*reminder, *attempt, news, now);
    transaction.commit();
    if (isNews)
        Q_EMIT m_events.reminderChanged(reminder->id);
    return true;
}

void AttemptNewsService::applyTo(
    Reminder &reminder, const Attempt &attempt, const DeliveryNews &news, const QDateTime &now)
{
    const bool isOnItsWay = reminder.status == ReminderStatus::Sent || reminder.status == ReminderStatus::Unknown
        || reminder.status == ReminderStatus::Sending;
    if (!isOnItsWay) // a person decided meanwhile
        return;
    switch (attempt.outcome) {
    case AttemptOutcome::Delivered:
        m_recorder.delivered(reminder, now);
        break;
    case AttemptOutcome::Undelivered:
    case AttemptOutcome::Failed:
        m_recorder.failed(reminder, news.reason, causeOf(news.reason), 0s, now);
        break;
    case AttemptOutcome::Accepted:
    case AttemptOutcome::Sent:
        if (reminder.status != ReminderStatus::Sent)
            m_recorder.sent(reminder, attempt.startedAt);
        break;
    case AttemptOutcome::Sending:
    case AttemptOutcome::Unknown:
        break;
    }
}

int AttemptNewsService::poll(const QMap<Channel, DeliveryTracker *> &trackers, const std::function<bool()> &stop)
{
    using enum AttemptOutcome;
    if (!m_rest.isOver(m_clock.now()))
        return 0;
    QList<Channel> channels = trackers.keys();
    channels.removeIf([&](Channel channel) { return !trackers.value(channel)->isConfigured(); });
    const QList<Attempt> due
        = m_attempts.toCheck({Accepted, Sent, Delivered, Undelivered}, channels, m_clock.now(), pollBatch);
    int asked = 0;
    QElapsedTimer timer;
    timer.start();
    for (const Attempt &attempt : due) {
        if (stop() || timer.hasExpired(longestRound.count()))
            break;
        const TrackedMessage answer = trackers.value(attempt.channel)->find(attempt.providerMessageId);
        ++asked;
        if (answer.result == TrackingResult::Answered)
            apply(answer.news);
        postpone(attempt, answer.result, std::chrono::seconds(answer.retryAfterSeconds));
        if (answer.result == TrackingResult::NoAnswer) { // the others would get none either
            m_rest.start(m_clock.now(), std::chrono::seconds(answer.retryAfterSeconds));
            break;
        }
    }
    return asked;
}

void AttemptNewsService::postpone(const Attempt &asked, TrackingResult result, std::chrono::seconds retryAfter)
{
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    if (!m_reminders.findForUpdate(asked.reminder))
        return;
    std::optional<Attempt> attempt = m_attempts.findByProviderId(asked.providerMessageId);
    if (!attempt || isFinal(attempt->outcome) != isFinal(asked.outcome) || !attempt->nextCheck)
        return; // that was the last question about it, or it says itself when the next one is
    if (result != TrackingResult::NoAnswer)
        ++attempt->checks;
    attempt->nextCheck = nextCheck(*attempt, now, retryAfter);
    m_attempts.update(*attempt);
    transaction.commit();
}

} // namespace accueil
