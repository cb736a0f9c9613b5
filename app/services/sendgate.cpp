#include "app/services/sendgate.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A call of which nothing was heard for longer holds up the next one no more.
constexpr std::chrono::seconds longestCall = 15min;
constexpr std::chrono::seconds betweenCalls = 30s;

} // namespace

SendGate::SendGate(Database &database, const StoreCipher &cipher, std::function<HospitalSettings()> settings,
    AttemptRecorder &recorder)
    : m_settings(std::move(settings))
    , m_recorder(recorder)
    , m_rules(database, cipher)
    , m_queue(database)
    , m_attempts(database)
{
}

bool SendGate::mayLeave(Reminder &reminder, const Patient &patient, const QDateTime &now)
{
    const HospitalSettings settings = m_settings();
    const QList<SendRefusal> refusals = m_rules.refusals(reminder, patient, now, settings);
    if (!refusals.isEmpty()) {
        stop(reminder, refusals.constFirst(), now);
        return false;
    }
    if (const std::optional<SendDelay> held = delay(reminder, settings, now)) {
        m_recorder.hold(reminder, held->reason, *held->until, now);
        return false;
    }
    return true;
}

void SendGate::stop(Reminder &reminder, const SendRefusal &refusal, const QDateTime &now)
{
    if (refusal.becomes == ReminderStatus::Cancelled)
        m_recorder.cancel(reminder, refusal.reason, now);
    else if (refusal.becomes == ReminderStatus::Expired)
        m_recorder.expire(reminder, refusal.reason, now);
    else
        m_recorder.failed(reminder, refusal.reason, Cause::Permanent, 0s, now);
}

std::optional<SendDelay> SendGate::delay(
    const Reminder &reminder, const HospitalSettings &settings, const QDateTime &now)
{
    if (const std::optional<SendDelay> closed = m_rules.closed(now, settings))
        return closed;
    // Two calls at once find the line busy, and a call in doubt could not be told from the other.
    if (reminder.channel == Channel::Ivr && m_attempts.hasOpenCall(reminder.patient, now.addDuration(-longestCall)))
        return SendDelay{u"anotherCall"_s, std::min(now.addDuration(betweenCalls), usefulUntil(reminder))};
    if (settings.delivery.dailyLimit > 0) {
        // Another desk is about to send to the patient: what it counts must not change under it.
        if (!m_queue.lockPatient(reminder.patient))
            return SendDelay{reminder.reason, std::min(now.addSecs(1), usefulUntil(reminder))};
        if (const std::optional<SendDelay> full = m_rules.overDailyLimit(reminder, now, settings))
            return full;
    }
    return m_rules.overBudget(reminder, now, settings);
}

} // namespace accueil
