#include "app/services/inboundpoll.h"

#include "app/services/inboundmessageservice.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QString polledUntil = u"inbound.polledUntil"_s; // in the table of settings, ISO 8601
constexpr int overlapDays = 1;

} // namespace

InboundPoll::InboundPoll(Database &database, const StoreCipher &cipher, const Clock &clock,
    std::function<HospitalSettings()> settings, InboundMessageService &inbound)
    : m_database(database)
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_inbound(inbound)
    , m_state(database, cipher)
{
}

int InboundPoll::poll(InboundSource &source, const std::function<bool()> &stop)
{
    if (!source.isConfigured() || !m_rest.isOver(m_clock.now()))
        return 0;
    const QDateTime since = beginning();
    const InboundAnswer answer = source.receivedSince(since, stop);
    const std::chrono::seconds pause = m_settings().publicUrl.isEmpty() ? inboundPollInterval : inboundCheckInterval;
    m_rest.start(m_clock.now(), std::max(pause, std::chrono::seconds(answer.retryAfterSeconds)));
    // A part of the messages could have a start without the stop that came before it.
    if (!answer.isWhole)
        return 0;
    QSet<QString> seen;
    int handed = 0;
    for (InboundSms sms : answer.messages) {
        if (stop())
            return handed;
        if (!m_seen.contains(sms.providerMessageId)) {
            const QDateTime now = m_clock.now();
            sms.receivedAt = sms.receivedAt.isValid() ? std::min(sms.receivedAt, now) : now;
            m_inbound.receive(sms);
            ++handed;
        }
        seen.insert(sms.providerMessageId);
    }
    m_seen = seen;
    if (answer.providerTime)
        moveOn(*answer.providerTime);
    return handed;
}

QDateTime InboundPoll::beginning()
{
    const QDateTime until = QDateTime::fromString(m_state.all().value(polledUntil), Qt::ISODateWithMs);
    return (until.isValid() ? until.toUTC() : m_clock.now()).addDays(-overlapDays);
}

// Another program may be further already.
void InboundPoll::moveOn(const QDateTime &until)
{
    Transaction transaction{m_database};
    const QDateTime before = QDateTime::fromString(m_state.all().value(polledUntil), Qt::ISODateWithMs);
    if (before.isValid() && before >= until)
        return;
    m_state.set(polledUntil, until.toUTC().toString(Qt::ISODateWithMs), m_clock.now());
    transaction.commit();
}

} // namespace accueil
