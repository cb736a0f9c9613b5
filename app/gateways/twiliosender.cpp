#include "app/gateways/twiliosmssender.h"

#include "app/domain/webhookpaths.h"
#include "app/gateways/twilioapi.h"

namespace accueil {

using namespace Qt::StringLiterals;

TwilioSmsSender::TwilioSmsSender(HttpClient &http, std::function<HospitalSettings()> settings)
    : m_http(http)
    , m_settings(std::move(settings))
{
}

bool TwilioSmsSender::isConfigured() const
{
    return m_settings().twilio.isConfigured();
}

SendReport TwilioSmsSender::send(const OutgoingMessage &message)
{
    const HospitalSettings settings = m_settings();
    const TwilioSettings &twilio = settings.twilio;
    if (!twilio.isConfigured())
        return {.provider = twilioProvider, .reason = u"notConfigured"_s};
    const QString sender = twilio.smsSender();
    const bool isService = smsSenderKind(sender) == SmsSenderKind::Service;
    TwilioFields fields{{"To", message.phoneNumber}, {isService ? "MessagingServiceSid" : "From", sender},
        {"Body", twilio.asSent(message.text)}};
    if (const QString news = settings.publicAddress(twilioStatusPath); !news.isEmpty())
        fields.append({"StatusCallback", news});
    return createAtTwilio(m_http, twilio, u"Messages"_s, fields);
}

} // namespace accueil
