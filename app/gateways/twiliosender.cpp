#include "app/gateways/twiliosender.h"

#include "app/domain/webhookpaths.h"
#include "app/gateways/twilioapi.h"
#include "app/services/voicecalls.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

bool isReady(const TwilioSettings &twilio, Channel channel)
{
    return channel == Channel::Ivr ? twilio.canCall() : twilio.isConfigured();
}

TwilioFields smsFields(const HospitalSettings &settings, const OutgoingMessage &message)
{
    const TwilioSettings &twilio = settings.twilio;
    const QString sender = twilio.smsSender();
    const bool isService = smsSenderKind(sender) == SmsSenderKind::Service;
    return {{"To", message.phoneNumber}, {isService ? "MessagingServiceSid" : "From", sender},
        {"Body", twilio.asSent(message.text)}};
}

TwilioFields callFields(const HospitalSettings &settings, const OutgoingMessage &message)
{
    const VoiceCall call = voiceCall(settings, message.language);
    // Detection in the background: a person would hang up in the silence before its verdict. It only says afterwards
    // who listened; the words are fit for both.
    return {{"To", message.phoneNumber}, {"From", settings.twilio.phoneNumber},
        {"Twiml", twimlBeginning(call, voiceAddresses(settings, message.idempotencyKey))},
        {"MachineDetection", u"Enable"_s}, {"AsyncAmd", u"true"_s}};
}

} // namespace

TwilioSender::TwilioSender(HttpClient &http, Channel channel, std::function<HospitalSettings()> settings)
    : m_http(http)
    , m_channel(channel)
    , m_settings(std::move(settings))
{
}

bool TwilioSender::isConfigured() const
{
    return isReady(m_settings().twilio, m_channel);
}

SendReport TwilioSender::send(const OutgoingMessage &message)
{
    const HospitalSettings settings = m_settings();
    if (!isReady(settings.twilio, m_channel))
        return {.provider = twilioProvider, .reason = u"notConfigured"_s};
    const bool isCall = m_channel == Channel::Ivr;
    TwilioFields fields = isCall ? callFields(settings, message) : smsFields(settings, message);
    if (const QString news = settings.publicAddress(twilioStatusPath); !news.isEmpty()) {
        fields.append({"StatusCallback", news});
        if (isCall) { // else only its end is told
            fields.append({"StatusCallbackEvent", u"answered"_s});
            fields.append({"StatusCallbackEvent", u"completed"_s});
        }
    }
    return createAtTwilio(m_http, settings.twilio, isCall ? u"Calls"_s : u"Messages"_s, fields);
}

} // namespace accueil
