#include "app/services/backlogwatch.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A pause that is longer than this makes what became due in it late. Restarting a desk takes less.
constexpr std::chrono::seconds tolerance = 60s;
constexpr std::chrono::seconds writeInterval = 10s;
constexpr int expiringBatch = 100;

} // namespace

BacklogWatch::BacklogWatch(
    Database &database, const StoreCipher &cipher, DomainEvents &events, std::function<HospitalSettings()> settings)
    : m_database(database)
    , m_events(events)
    , m_settings(settings)
    , m_reminders(database, cipher)
    , m_queue(database)
    , m_states(database)
    , m_recorder(database, cipher, settings)
{
}

void BacklogWatch::noteAble(Channel channel, const QDateTime &now)
{
    const QDateTime written = m_written.value(channel);
    const bool isFresh = written.isValid() && written <= now && written.addDuration(writeInterval) > now;
    if (isFresh)
        return;
    Transaction transaction{m_database};
    const std::optional<QDateTime> last = m_states.lastAble(channel);
    const bool wasAway = !last || last->addDuration(tolerance) < now;
    const bool held = wasAway && holdLate(channel, now.addDuration(-tolerance), now);
    if (!last || *last != now)
        m_states.setLastAble(channel, now);
    transaction.commit();
    m_written.insert(channel, now);
    if (held)
        Q_EMIT m_events.recordsImported(); // many rows at once
}

bool BacklogWatch::holdLate(Channel channel, const QDateTime &dueBefore, const QDateTime &now)
{
    const int limit = m_settings().delivery.lateLimit;
    if (limit < 0 || m_queue.countDue(channel, dueBefore, limit + 1) <= limit)
        return false;
    m_queue.markLate(channel, dueBefore, u"lateBacklog"_s, now);
    return true;
}

void BacklogWatch::expireUseless(const QDateTime &now)
{
    const QList<ReminderId> candidates = m_queue.maybeUseless(now, now.addDuration(-usefulness(Purpose::Medication)),
        now.addDuration(-usefulness(Purpose::Other)), expiringBatch);
    if (candidates.isEmpty())
        return;
    Transaction transaction{m_database};
    QList<ReminderId> expired;
    for (const ReminderId id : candidates) {
        std::optional<Reminder> reminder = m_reminders.findForUpdate(id);
        const bool waits
            = reminder && (reminder->status == ReminderStatus::Pending || reminder->status == ReminderStatus::Late);
        if (!waits || usefulUntil(*reminder) >= now)
            continue;
        const bool hasPassed = reminder->appointmentTime.has_value();
        m_recorder.expire(*reminder, hasPassed ? u"appointmentPassed"_s : u"tooLate"_s, now);
        expired << id;
    }
    transaction.commit();
    for (const ReminderId id : expired)
        Q_EMIT m_events.reminderChanged(id);
}

} // namespace accueil
