#include "app/gateways/twilioinbound.h"

#include "app/gateways/twilioapi.h"

#include <QJsonArray>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QString messages = u"Messages"_s;
constexpr int mostPages = 1000; // more is a list that has no end

// Takes in what is on one page; false when it is no page.
bool readPage(const QJsonObject &page, QList<InboundSms> &found)
{
    const QJsonValue rows = page.value("messages"_L1);
    if (!rows.isArray())
        return false;
    for (const QJsonValue value : rows.toArray()) {
        const QJsonObject row = value.toObject();
        const QString sid = row.value("sid"_L1).toString();
        // One that is still being received is read next time.
        if (row.value("direction"_L1) != "inbound"_L1 || row.value("status"_L1) != "received"_L1
            || !isTwilioSid(sid, messages))
            continue;
        const QDateTime sent
            = twilioTime(row, u"date_sent"_s).value_or(twilioTime(row, u"date_created"_s).value_or(QDateTime()));
        found << InboundSms{.providerMessageId = sid,
            .from = row.value("from"_L1).toString(),
            .text = row.value("body"_L1).toString(),
            .receivedAt = sent};
    }
    return true;
}

} // namespace

TwilioInbound::TwilioInbound(HttpClient &http, std::function<HospitalSettings()> settings)
    : m_http(http)
    , m_settings(std::move(settings))
{
}

bool TwilioInbound::isConfigured() const
{
    const TwilioSettings twilio = m_settings().twilio;
    return twilio.isConfigured() && twilio.canReceive();
}

InboundAnswer TwilioInbound::receivedSince(const QDateTime &since, const std::function<bool()> &stop)
{
    const TwilioSettings twilio = m_settings().twilio;
    TwilioFields query{{"DateSent>", since.toUTC().date().startOfDay(Qt::UTC).toString(Qt::ISODate)},
        {"PageSize", QString::number(twilioPageSize)}};
    if (smsSenderKind(twilio.smsSender()) == SmsSenderKind::Number)
        query.prepend({"To", twilio.smsSender()});
    OutgoingHttpRequest request = twilioRequest(twilio, messages, query);
    InboundAnswer found;
    for (int pages = 0; pages < mostPages && !stop(); ++pages) {
        const HttpAnswer answer = m_http.get(request);
        const std::optional<QJsonObject> page = twilioObject(answer);
        if (!page || answer.status != 200 || !readPage(*page, found.messages))
            return {.retryAfterSeconds = answer.retryAfterSeconds};
        if (!found.providerTime)
            found.providerTime = answer.date;
        if (page->value("next_page_uri"_L1).toString().isEmpty()) {
            found.isWhole = true;
            break;
        }
        request.url = twilioNextPage(*page, request.url, twilio.baseUrl);
        if (!request.url.isValid())
            return {};
    }
    // They come newest first; one without a date stays in its place.
    std::reverse(found.messages.begin(), found.messages.end());
    const bool allDated = std::all_of(
        found.messages.cbegin(), found.messages.cend(), [](const InboundSms &sms) { return sms.receivedAt.isValid(); });
    if (allDated)
        std::stable_sort(found.messages.begin(), found.messages.end(),
            [](const InboundSms &left, const InboundSms &right) { return left.receivedAt < right.receivedAt; });
    return found;
}

} // namespace accueil
