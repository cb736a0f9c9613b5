#include "app/services/channelpauses.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Cause causeOf(const SendReport &report)
{
    const Cause cause = causeOf(report.reason);
    if (report.outcome == SendOutcome::Refused)
        return cause == Cause::BadNumber || cause == Cause::OptedOut ? cause : Cause::Permanent;
    return report.outcome == SendOutcome::NotConfigured || cause == Cause::Outage ? Cause::Outage : Cause::Transient;
}

bool ChannelPauses::rests(Channel channel, const QDateTime &now) const
{
    return rest(channel, now).has_value();
}

bool ChannelPauses::isOnTrial(Channel channel) const
{
    const QMutexLocker lock(&m_mutex);
    return m_pauses.contains(channel);
}

ReasonKey ChannelPauses::reason(Channel channel) const
{
    const QMutexLocker lock(&m_mutex);
    return m_pauses.value(channel).reason;
}

std::optional<SendDelay> ChannelPauses::rest(Channel channel, const QDateTime &now) const
{
    const QMutexLocker lock(&m_mutex);
    const Pause pause = m_pauses.value(channel);
    return pause.holds(now) ? std::optional(SendDelay{pause.reason, pause.until}) : std::nullopt;
}

bool ChannelPauses::note(Channel channel, const SendReport &report, const DeliveryRules &rules, const QDateTime &at)
{
    const QMutexLocker lock(&m_mutex);
    if (report.outcome == SendOutcome::Accepted || report.outcome == SendOutcome::Refused) {
        m_pauses.remove(channel);
        return false;
    }
    if (report.outcome == SendOutcome::Unknown)
        return false;
    const bool isOutage = causeOf(report) == Cause::Outage;
    const std::chrono::seconds asked{report.reason == "providerBusy"_L1 ? report.retryAfterSeconds : 0};
    const Pause last = m_pauses.value(channel);
    if (last.holds(at) || (!isOutage && asked == 0s)) // others that were under way when the first one failed
        return false;
    const qsizetype step = std::min<qsizetype>(last.length, rules.retryDelays.size() - 1);
    const std::chrono::seconds delay = isOutage ? rules.retryDelays.at(step) : asked;
    m_pauses.insert(channel, {at, at.addDuration(delay), int(step) + 1, report.reason});
    return true;
}

} // namespace accueil
