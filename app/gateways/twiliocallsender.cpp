#include "app/gateways/twiliocallsender.h"

#include "app/domain/webhookpaths.h"
#include "app/gateways/twilioapi.h"
#include "app/services/voicecalls.h"

namespace accueil {

using namespace Qt::StringLiterals;

TwilioCallSender::TwilioCallSender(HttpClient &http, std::function<HospitalSettings()> settings)
    : m_http(http)
    , m_settings(std::move(settings))
{
}

bool TwilioCallSender::isConfigured() const
{
    return m_settings().twilio.canCall();
}

SendReport TwilioCallSender::send(const OutgoingMessage &message)
{
    const HospitalSettings settings = m_settings();
    const TwilioSettings &twilio = settings.twilio;
    if (!twilio.canCall())
        return {.provider = twilioProvider, .reason = u"notConfigured"_s};
    const VoiceCall call = voiceCall(settings, message.language);
    // Detection in the background: a person would hang up in the silence before its verdict. It only says afterwards
    // who listened; the words are fit for both.
    TwilioFields fields{{"To", message.phoneNumber}, {"From", twilio.phoneNumber},
        {"Twiml", twimlBeginning(call, voiceAddresses(settings, message.idempotencyKey))},
        {"MachineDetection", u"Enable"_s}, {"AsyncAmd", u"true"_s}};
    if (const QString news = settings.publicAddress(twilioStatusPath); !news.isEmpty()) {
        fields.append({"StatusCallback", news});
        fields.append({"StatusCallbackEvent", u"answered"_s});
        fields.append({"StatusCallbackEvent", u"completed"_s});
    }
    return createAtTwilio(m_http, twilio, u"Calls"_s, fields);
}

} // namespace accueil
