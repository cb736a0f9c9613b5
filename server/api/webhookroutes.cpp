#include "server/api/webhookroutes.h"

#include "app/domain/twiliostatus.h"
#include "app/services/attemptnewsservice.h"
#include "app/services/callanswerservice.h"
#include "app/services/consentservice.h"
#include "app/services/inboundmessageservice.h"
#include "app/services/settingsservice.h"
#include "app/services/unsubscribing.h"
#include "app/services/webhooktrust.h"
#include "server/refusallimit.h"
#include "server/schema.h"

#include <QFile>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QByteArray unsubscribeFile(const QString &name)
{
    QFile file(u":/unsubscribe/"_s + name);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    Q_UNUSED(isThere);
    return file.readAll();
}

ApiAnswer twimlAnswer(const QString &twiml)
{
    return {.body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + twiml.toUtf8(),
        .headers = {{"Content-Type", "text/xml; charset=utf-8"}}};
}

// No verb: nothing is answered, nothing is said.
ApiAnswer emptyTwiml()
{
    return twimlAnswer(u"<Response/>"_s);
}

class WebhookEndpoint
{
public:
    WebhookEndpoint(const Services &services, const Clock &clock, RateLimit refusals)
        : m_settings(services.settings)
        , m_consents(services.consents)
        , m_inbound(services.inbound)
        , m_calls(services.calls)
        , m_news(services.attemptNews)
        , m_clock(clock)
        , m_limit(std::make_shared<RefusalLimit>(clock, refusals))
    {
    }

    Result<ApiAnswer> sms(const ApiRequest &request) const
    {
        return signedByTwilio(request).and_then([&]() -> Result<ApiAnswer> {
            const QString id = formText(request.form, "MessageSid");
            if (id.isEmpty())
                return fail(ErrorCode::Invalid, {{u"MessageSid"_s, u"required"_s}});
            m_inbound.receive({.providerMessageId = id,
                .from = formText(request.form, "From"),
                .text = formText(request.form, "Body"),
                .receivedAt = m_clock.now(),
                .isOptOut = formText(request.form, "OptOutType") == u"STOP"});
            return emptyTwiml();
        });
    }

    // A status that we do not know says nothing; an id that we do not know is found when it is asked for.
    Result<ApiAnswer> status(const ApiRequest &request) const
    {
        return signedByTwilio(request).and_then([&]() -> Result<ApiAnswer> {
            const QString call = formText(request.form, "CallSid");
            const QString id = call.isEmpty() ? formText(request.form, "MessageSid") : call;
            if (id.isEmpty())
                return fail(ErrorCode::Invalid, {{u"MessageSid"_s, u"required"_s}});
            const QString code = formText(request.form, "ErrorCode");
            const std::optional<TwilioVerdict> verdict = call.isEmpty()
                ? twilioMessageVerdict(formText(request.form, "MessageStatus"), code)
                : twilioCallVerdict(formText(request.form, "CallStatus"), formText(request.form, "AnsweredBy"));
            if (verdict)
                m_news.apply({.providerMessageId = id,
                    .outcome = verdict->outcome,
                    .providerCode = code,
                    .reason = verdict->reason});
            return emptyTwiml();
        });
    }

    // `next`: what CallAnswerService makes of the key.
    Result<ApiAnswer> voice(
        const ApiRequest &request, std::optional<QString> (CallAnswerService::*next)(const CallKey &)) const
    {
        return signedByTwilio(request).and_then([&]() -> Result<ApiAnswer> {
            const QString call = formText(request.form, "CallSid");
            if (call.isEmpty())
                return fail(ErrorCode::Invalid, {{u"CallSid"_s, u"required"_s}});
            const std::optional<QString> twiml = (m_calls.*next)({request.id, call, formText(request.form, "Digits")});
            return twiml ? Result<ApiAnswer>(twimlAnswer(*twiml)) : fail(ErrorCode::NotFound);
        });
    }

    // The page behind the link. It changes nothing by itself: mail programs open links to look at them.
    Result<ApiAnswer> unsubscribePage(const ApiRequest &request) const
    {
        if (m_consents.isUnsubscribeToken(request.query.text(u"token"_s)))
            return page(u"ask.html"_s);
        return refusal(request, ErrorCode::NotFound);
    }

    // One click (RFC 8058), from a mail program or from the page. The body only says so, as either kind of form.
    Result<ApiAnswer> unsubscribe(const ApiRequest &request) const
    {
        if (m_consents.unsubscribe(request.query.text(u"token"_s)))
            return page(u"done.html"_s);
        return refusal(request, ErrorCode::NotFound);
    }

private:
    Result<void> signedByTwilio(const ApiRequest &request) const
    {
        const WebhookTrust trust = trustIn({.path = request.http.path,
                                               .query = request.http.query,
                                               .form = request.form,
                                               .body = request.content,
                                               .signature = request.http.header("x-twilio-signature")},
            m_settings.current());
        if (trust == WebhookTrust::NotSetUp)
            return fail(ErrorCode::Unavailable);
        return trust == WebhookTrust::Genuine ? Result<void>() : refusal(request, ErrorCode::Forbidden);
    }

    tl::unexpected<Error> refusal(const ApiRequest &request, ErrorCode code) const
    {
        const int seconds = m_limit->refused(request.http.peer);
        return tl::unexpected(seconds > 0 ? Error{.code = ErrorCode::TooManyAttempts, .retryAfterSeconds = seconds}
                                          : Error{.code = code});
    }

    static ApiAnswer page(const QString &name)
    {
        return {.body = unsubscribeFile(name).replace("{style}", unsubscribeFile(u"style.css"_s).trimmed()),
            .headers = {{"Content-Type", "text/html; charset=utf-8"}, {"Referrer-Policy", "no-referrer"},
                {"Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
                    "frame-ancestors 'none'"}}};
    }

    SettingsService &m_settings;
    ConsentService &m_consents;
    InboundMessageService &m_inbound;
    CallAnswerService &m_calls;
    AttemptNewsService &m_news;
    const Clock &m_clock;
    std::shared_ptr<RefusalLimit> m_limit; // one for all rows
};

// A row that Twilio calls.
Route twilioRoute(const QString &name, const QString &operationId, const QString &summary,
    std::function<Result<ApiAnswer>(const ApiRequest &)> handler)
{
    return {.method = Method::Post,
        .path = u"/webhooks/twilio/"_s + name,
        .operationId = operationId,
        .summary = summary,
        .tag = u"webhooks"_s,
        .handler = std::move(handler),
        .body = BodyKind::Form,
        .requestSchema = u"TwilioForm"_s,
        .mediaTypes = {u"text/xml"_s},
        .failures = {403, 422, 429},
        .takesAnyQuery = true,
        .audience = u"For Twilio: needs X-Twilio-Signature over the public address of the settings (403 without); 503 "
                    "where Twilio or that address is not set up. Repeating it changes nothing."_s,
        .caching = Caching::Never,
        .rate = RateClass::Free};
}

} // namespace

Routes webhookRoutes(const Services &services, const Clock &clock, RateLimit refusals)
{
    const WebhookEndpoint webhooks(services, clock, refusals);
    const QueryParameter token{
        .name = u"token"_s, .description = u"The opaque part of the link in an email."_s, .maximum = 1000};
    const QString unsubscribe = unsubscribePath.toString();
    const QString audience = u"For who got an email from the hospital: needs the token of its link (404 without)."_s;
    return {
        twilioRoute(u"status"_s, u"receiveStatus"_s, u"News of a message or a call"_s,
            [=](const ApiRequest &request) { return webhooks.status(request); }),
        twilioRoute(u"sms"_s, u"receiveSms"_s, u"An SMS that a patient sent"_s,
            [=](const ApiRequest &request) { return webhooks.sms(request); }),
        twilioRoute(u"voice/{id}"_s, u"answerCall"_s, u"A key pressed after the greeting of a call"_s,
            [=](const ApiRequest &request) { return webhooks.voice(request, &CallAnswerService::afterGreeting); }),
        twilioRoute(u"voice/{id}/menu"_s, u"answerCallMenu"_s, u"A key pressed after the message of a call"_s,
            [=](const ApiRequest &request) { return webhooks.voice(request, &CallAnswerService::afterMenu); }),
        {.method = Method::Get,
            .path = unsubscribe,
            .operationId = u"showUnsubscribe"_s,
            .summary = u"The page that asks whether to send no more emails; changes nothing"_s,
            .tag = u"webhooks"_s,
            .handler = [=](const ApiRequest &request) { return webhooks.unsubscribePage(request); },
            .mediaTypes = {u"text/html"_s},
            .failures = {404, 429},
            .parameters = {token},
            .audience = audience,
            .caching = Caching::Never,
            .rate = RateClass::Free},
        {.method = Method::Post,
            .path = unsubscribe,
            .operationId = u"unsubscribe"_s,
            .summary = u"No more emails to this address (RFC 8058, one click)"_s,
            .tag = u"webhooks"_s,
            .handler = [=](const ApiRequest &request) { return webhooks.unsubscribe(request); },
            .mediaTypes = {u"text/html"_s},
            .failures = {404, 429},
            .parameters = {token},
            .audience = audience,
            .caching = Caching::Never,
            .rate = RateClass::Free},
    };
}

QJsonObject webhookFormSchema()
{
    return {{u"type"_s, u"object"_s},
        {u"description"_s, u"The parameters of Twilio's request; those that are not named are signed too."_s},
        {u"properties"_s,
            QJsonObject{{u"MessageSid"_s, schema::anyText()}, {u"CallSid"_s, schema::anyText()},
                {u"From"_s, schema::anyText()}, {u"To"_s, schema::anyText()}, {u"Body"_s, schema::anyText()},
                {u"Digits"_s, schema::anyText()}, {u"OptOutType"_s, schema::anyText()},
                {u"MessageStatus"_s, schema::anyText()}, {u"CallStatus"_s, schema::anyText()},
                {u"ErrorCode"_s, schema::anyText()}}}};
}

} // namespace accueil
