#include "app/gateways/twiliotracker.h"

#include "app/domain/twiliostatus.h"
#include "app/gateways/gatewayoptions.h"
#include "app/gateways/twilioapi.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// A page more is asked for only as long as the last one would still be in time.
constexpr std::chrono::milliseconds lastQuestion = longestSend - longestTransfer;

// Numbers come as numbers or as text, depending on the field.
int number(const QJsonValue &value)
{
    return value.isString() ? value.toString().toInt() : value.toInt();
}

QString price(const QJsonObject &row)
{
    static const QRegularExpression decimal(u"\\A-?[0-9]{1,12}(\\.[0-9]{1,12})?\\z"_s);
    const QString text = row.value("price"_L1).toString();
    return decimal.match(text).hasMatch() ? text : QString();
}

std::optional<DeliveryNews> newsOf(const QJsonObject &row, Channel channel, const QString &resource)
{
    const QString sid = row.value("sid"_L1).toString();
    const QString status = row.value("status"_L1).toString();
    const int error = number(row.value("error_code"_L1));
    const QString code = error > 0 ? QString::number(error) : QString();
    if (status.isEmpty() || !isTwilioSid(sid, resource))
        return std::nullopt;
    // A status of tomorrow's Twilio does not say what became of it, but that it is there.
    const TwilioVerdict verdict
        = (channel == Channel::Ivr ? twilioCallVerdict(status, row.value("answered_by"_L1).toString())
                                   : twilioMessageVerdict(status, code))
              .value_or(TwilioVerdict{});
    DeliveryNews news{.providerMessageId = sid,
        .outcome = verdict.outcome,
        .providerCode = code,
        .reason = verdict.reason,
        .price = price(row)};
    if (const int segments = number(row.value("num_segments"_L1)); segments > 0)
        news.segments = segments;
    if (!news.price.isEmpty())
        news.priceUnit = row.value("price_unit"_L1).toString().left(3);
    return news;
}

// Takes in what is on one page; false when it is no page. `reachedOlder`: all that follows is older than `since`.
bool readPage(const QJsonObject &page, Channel channel, const QString &resource, const QString &phoneNumber,
    const QDateTime &since, TrackedMessages &found, bool &reachedOlder)
{
    const QJsonValue rows = page.value(resource.toLower());
    if (!rows.isArray())
        return false;
    const QJsonArray list = rows.toArray();
    reachedOlder = !list.isEmpty();
    for (const QJsonValue value : list) {
        const QJsonObject row = value.toObject();
        const std::optional<QDateTime> created = twilioTime(row, u"date_created"_s);
        const bool isOlder = created && created->addSecs(1) <= since; // Twilio leaves fractions away
        reachedOlder = reachedOlder && isOlder;
        const QString to = row.value("to"_L1).toString();
        if (isOlder || (!to.isEmpty() && to != phoneNumber)
            || row.value("direction"_L1).toString() == "inbound"_L1) // what says nothing may be ours
            continue;
        const std::optional<DeliveryNews> news = newsOf(row, channel, resource);
        if (!news)
            return false; // what cannot be read may be the one that is looked for
        found.messages.append({.news = *news, .text = row.value("body"_L1).toString(), .createdAt = created});
    }
    return true;
}

} // namespace

TwilioTracker::TwilioTracker(HttpClient &http, Channel channel, std::function<HospitalSettings()> settings)
    : m_http(http)
    , m_channel(channel)
    , m_settings(std::move(settings))
{
}

bool TwilioTracker::isConfigured() const
{
    return m_settings().twilio.hasLogin();
}

TrackedMessage TwilioTracker::find(const QString &providerMessageId)
{
    const TwilioSettings twilio = m_settings().twilio;
    if (!twilio.hasLogin() || !isTwilioSid(providerMessageId, resource()))
        return {};
    const HttpAnswer answer = m_http.get(twilioRequest(twilio, resource() + u'/' + providerMessageId));
    const std::optional<QJsonObject> body = twilioObject(answer);
    TrackedMessage found{.retryAfterSeconds = answer.retryAfterSeconds};
    if (body && answer.status == 404 && number(body->value("code"_L1)) > 0)
        found.result = TrackingResult::NotFound;
    if (!body || answer.status != 200)
        return found;
    const std::optional<DeliveryNews> news = newsOf(*body, m_channel, resource());
    if (news && news->providerMessageId == providerMessageId) {
        found.result = TrackingResult::Answered;
        found.news = *news;
    }
    return found;
}

TrackedMessages TwilioTracker::sentTo(const QString &phoneNumber, const QDateTime &since)
{
    const TwilioSettings twilio = m_settings().twilio;
    if (!twilio.hasLogin())
        return {};
    QElapsedTimer timer;
    timer.start();
    TrackedMessages found;
    OutgoingHttpRequest request
        = twilioRequest(twilio, resource(), {{"To", phoneNumber}, {"PageSize", QString::number(twilioPageSize)}});
    while (true) {
        const HttpAnswer answer = m_http.get(request);
        const std::optional<QJsonObject> page = twilioObject(answer);
        bool reachedOlder = false;
        if (!page || answer.status != 200
            || !readPage(*page, m_channel, resource(), phoneNumber, since, found, reachedOlder))
            return {.retryAfterSeconds = answer.retryAfterSeconds};
        if (!found.providerTime)
            found.providerTime = answer.date;
        request.url = twilioNextPage(*page, request.url, twilio.baseUrl);
        const bool hasMore = !page->value("next_page_uri"_L1).toString().isEmpty() && !reachedOlder;
        found.complete = !hasMore;
        if (!hasMore || !request.url.isValid() || found.messages.size() >= mostTrackedMessages
            || timer.hasExpired(lastQuestion.count()))
            break;
    }
    // A message that is not dated is one that was just taken.
    std::stable_sort(
        found.messages.begin(), found.messages.end(), [](const ProviderMessage &left, const ProviderMessage &right) {
            return right.createdAt && (!left.createdAt || *left.createdAt > *right.createdAt);
        });
    if (found.messages.size() > mostTrackedMessages) {
        found.messages.resize(mostTrackedMessages);
        found.complete = false;
    }
    found.result = TrackingResult::Answered;
    found.provider = twilioProvider;
    return found;
}

} // namespace accueil
