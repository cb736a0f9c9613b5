#include "app/services/attemptnewsservice.h"

#include <algorithm>
#include <array>

namespace accueil {

using namespace std::chrono_literals;

namespace {

constexpr int pollBatch = 50;
// Between one question and the next; most messages are delivered within a minute, and after three days (the longest
// that networks keep trying) nothing more is to come.
constexpr std::array<std::chrono::seconds, 10> pollDelays{15s, 30s, 60s, 5min, 15min, 1h, 4h, 12h, 24h, 24h};

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
    }
    if (isFinal(attempt->outcome))
        attempt->nextCheck.reset();
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
    QList<Channel> channels = trackers.keys();
    channels.removeIf([&](Channel channel) { return !trackers.value(channel)->isConfigured(); });
    const QList<Attempt> due
        = m_attempts.toCheck({AttemptOutcome::Accepted, AttemptOutcome::Sent}, channels, m_clock.now(), pollBatch);
    int asked = 0;
    for (const Attempt &attempt : due) {
        if (stop())
            break;
        const TrackedMessage answer = trackers.value(attempt.channel)->find(attempt.providerMessageId);
        ++asked;
        if (answer.result == TrackingResult::Answered)
            apply(answer.news);
        const bool isOver = answer.result == TrackingResult::Answered && isFinal(answer.news.outcome);
        if (!isOver)
            postpone(attempt, answer.retryAfterSeconds, m_clock.now());
        if (answer.result == TrackingResult::NoAnswer) // the others would get none either
            break;
    }
    return asked;
}

void AttemptNewsService::postpone(Attempt attempt, int retryAfterSeconds, const QDateTime &now)
{
    Transaction transaction{m_database};
    if (!m_reminders.findForUpdate(attempt.reminder))
        return;
    const std::optional<Attempt> current = m_attempts.findByProviderId(attempt.providerMessageId);
    if (!current || isFinal(current->outcome))
        return;
    attempt = *current;
    ++attempt.checks;
    attempt.nextCheck.reset();
    if (size_t(attempt.checks) < pollDelays.size()) {
        const std::chrono::seconds delay = pollDelays[size_t(attempt.checks)];
        attempt.nextCheck = now.addDuration(std::max(delay, std::chrono::seconds(retryAfterSeconds)));
    }
    m_attempts.update(attempt);
    transaction.commit();
}

} // namespace accueil
