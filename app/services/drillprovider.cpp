#include "app/services/drillprovider.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// After this much time a message has left, and arrived.
constexpr std::chrono::seconds leaves = 2s;
constexpr std::chrono::seconds arrivesAfter = 5s;
constexpr int busySeconds = 10; // Retry-After

const QString &providerName()
{
    static const QString name = u"drill"_s;
    return name;
}

SendReport deferred(const QString &code, const QString &reason, int retryAfter = 0)
{
    return {SendOutcome::Deferred, providerName(), {}, code, reason, retryAfter};
}

} // namespace

class DrillProvider::Way final : public MessageSender
{
public:
    explicit Way(DrillProvider &provider)
        : m_provider(provider)
    {
    }
    bool isConfigured() const override { return true; }
    SendReport send(const OutgoingMessage &message) override { return m_provider.take(message); }
    void abort() override
    {
        const std::scoped_lock lock(m_provider.m_mutex);
        m_provider.m_aborted = true;
        m_provider.m_ending.notify_all();
    }

private:
    DrillProvider &m_provider;
};

class DrillProvider::Witness final : public DeliveryTracker
{
public:
    Witness(DrillProvider &provider, Channel channel)
        : m_provider(provider)
        , m_channel(channel)
    {
    }
    bool isConfigured() const override { return true; }
    TrackedMessage find(const QString &providerMessageId) override { return m_provider.find(providerMessageId); }
    TrackedMessages sentTo(const QString &phoneNumber, const QDateTime &since) override
    {
        return m_provider.sentTo(m_channel, phoneNumber, since);
    }

private:
    DrillProvider &m_provider;
    const Channel m_channel;
};

DrillProvider::DrillProvider(const Clock &clock, DrillOptions options)
    : m_clock(clock)
    , m_options(options)
    , m_random(options.seed)
{
    for (const auto &row : channelTable.rows)
        m_ways.insert(row.value, std::make_shared<Way>(*this));
    for (const Channel channel : {Channel::Sms, Channel::Ivr})
        m_witnesses.insert(channel, std::make_shared<Witness>(*this, channel));
}

DrillProvider::~DrillProvider() = default;

QMap<Channel, MessageSender *> DrillProvider::senders()
{
    QMap<Channel, MessageSender *> senders;
    for (auto way = m_ways.cbegin(); way != m_ways.cend(); ++way)
        senders.insert(way.key(), way.value().get());
    return senders;
}

QMap<Channel, DeliveryTracker *> DrillProvider::trackers()
{
    QMap<Channel, DeliveryTracker *> trackers;
    for (auto witness = m_witnesses.cbegin(); witness != m_witnesses.cend(); ++witness)
        trackers.insert(witness.key(), witness.value().get());
    return trackers;
}

DrillDial DrillProvider::dial() const
{
    const std::scoped_lock lock(m_mutex);
    return m_dial;
}

void DrillProvider::setDial(const DrillDial &dial)
{
    const std::scoped_lock lock(m_mutex);
    m_dial = {dial.fault, std::clamp(dial.percent, 0, 100)};
}

void DrillProvider::stopFor(std::chrono::seconds time)
{
    const std::scoped_lock lock(m_mutex);
    m_stoppedUntil = m_clock.now().addDuration(time);
}

QDateTime DrillProvider::stoppedUntil() const
{
    const std::scoped_lock lock(m_mutex);
    return m_stoppedUntil;
}

bool DrillProvider::isStopped() const
{
    return m_stoppedUntil.isValid() && m_stoppedUntil > m_clock.now();
}

DrillFault DrillProvider::roll()
{
    const bool hit = m_random.bounded(100) < m_dial.percent;
    return hit ? m_dial.fault : DrillFault::None;
}

QString DrillProvider::keep(const OutgoingMessage &message, bool arrives)
{
    const QString id = u"DRILL%1"_s.arg(m_taken.size() + 1, 6, 10, QChar(u'0'));
    const bool isEmail = message.channel == Channel::Email;
    m_taken.append({{id, message.channel, isEmail ? message.email : message.phoneNumber, message.text,
                        AttemptOutcome::Accepted, m_clock.now()},
        arrives});
    return id;
}

SendReport DrillProvider::take(const OutgoingMessage &message)
{
    std::unique_lock lock(m_mutex);
    const DrillFault fault = isStopped() ? DrillFault::Unreachable : roll();
    const bool isEmail = message.channel == Channel::Email;
    switch (fault) {
    case DrillFault::Busy:
        return deferred(u"429"_s, u"providerBusy"_s, busySeconds);
    case DrillFault::Unreachable:
        return deferred({}, u"providerUnreachable"_s);
    case DrillFault::InvalidNumbers:
        ++m_refused;
        return {SendOutcome::Refused, providerName(), {}, isEmail ? u"550 5.1.1"_s : u"21211"_s,
            isEmail ? u"invalidAddress"_s : u"invalidNumber"_s, 0};
    case DrillFault::LostAnswers:
        ++m_lost;
        keep(message, true);
        return {SendOutcome::Unknown, providerName(), {}, {}, u"timeout"_s, 0};
    case DrillFault::Slow:
        m_ending.wait_for(lock, m_options.slowness, [this] { return m_aborted; });
        break;
    case DrillFault::None:
    case DrillFault::SwitchedOff:
        break;
    }
    return {
        SendOutcome::Accepted, providerName(), keep(message, isEmail || fault != DrillFault::SwitchedOff), {}, {}, 0};
}

AttemptOutcome DrillProvider::outcomeOf(const Taken &taken) const
{
    const DrillMessage &message = taken.message;
    const QDateTime now = m_clock.now();
    if (now < message.takenAt.addDuration(leaves))
        return AttemptOutcome::Accepted;
    // Nobody tells whether an email arrived.
    if (now < message.takenAt.addDuration(arrivesAfter) || message.channel == Channel::Email)
        return AttemptOutcome::Sent;
    return taken.arrives ? AttemptOutcome::Delivered : AttemptOutcome::Undelivered;
}

DeliveryNews DrillProvider::newsOf(const Taken &taken) const
{
    DeliveryNews news{.providerMessageId = taken.message.id, .outcome = outcomeOf(taken)};
    if (news.outcome == AttemptOutcome::Undelivered) {
        const bool isCall = taken.message.channel == Channel::Ivr;
        news.providerCode = isCall ? QString() : u"30003"_s;
        news.reason = isCall ? u"noAnswer"_s : u"phoneUnreachable"_s;
    }
    return news;
}

TrackedMessage DrillProvider::find(const QString &id)
{
    const std::scoped_lock lock(m_mutex);
    if (isStopped())
        return {};
    for (const Taken &taken : std::as_const(m_taken)) {
        if (taken.message.id == id)
            return {TrackingResult::Answered, newsOf(taken), 0};
    }
    return {TrackingResult::NotFound, {}, 0};
}

TrackedMessages DrillProvider::sentTo(Channel channel, const QString &number, const QDateTime &since)
{
    const std::scoped_lock lock(m_mutex);
    if (isStopped())
        return {};
    TrackedMessages found;
    for (auto taken = m_taken.crbegin(); taken != m_taken.crend(); ++taken) {
        const DrillMessage &message = taken->message;
        if (message.channel != channel || message.recipient != number || message.takenAt < since)
            continue;
        if (found.messages.size() == mostTrackedMessages) {
            found.complete = false;
            break;
        }
        const QString text = channel == Channel::Ivr ? QString() : message.text; // a call shows none
        found.messages.append({newsOf(*taken), text, message.takenAt});
    }
    found.result = TrackingResult::Answered;
    found.provider = providerName();
    found.providerTime = m_clock.now();
    return found;
}

QList<DrillMessage> DrillProvider::messages(int limit) const
{
    const std::scoped_lock lock(m_mutex);
    QList<DrillMessage> list;
    for (auto taken = m_taken.crbegin(); taken != m_taken.crend() && list.size() < limit; ++taken) {
        list.append(taken->message);
        list.last().outcome = outcomeOf(*taken);
    }
    return list;
}

DrillCounts DrillProvider::counts() const
{
    const std::scoped_lock lock(m_mutex);
    const auto delivered = std::ranges::count_if(
        m_taken, [this](const Taken &taken) { return outcomeOf(taken) == AttemptOutcome::Delivered; });
    return {static_cast<int>(m_taken.size()), static_cast<int>(delivered), m_refused, m_lost};
}

} // namespace accueil
