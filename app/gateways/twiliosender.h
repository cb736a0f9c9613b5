#pragma once

#include "app/gateways/httpclient.h"
#include "app/services/hospitalsettings.h"
#include "app/services/messagesender.h"

#include <functional>

namespace accueil {

// SMS through Twilio's Messages resource (CreateMessage), in the spelling that the sender can take, and calls through
// its Calls resource (CreateCall) with inline TwiML: a call begins with what anybody may hear; with a public address
// the message follows from there once a key was pressed, without one the call asks to ring back. Reads the settings at
// every message, so that a change needs no restart. Never asks twice: whether to try again is DeliveryService's to say.
class TwilioSender final : public MessageSender
{
public:
    // `channel`: Sms or Ivr.
    TwilioSender(HttpClient &http, Channel channel, std::function<HospitalSettings()> settings);

    bool isConfigured() const override;
    SendReport send(const OutgoingMessage &message) override;
    void abort() override { m_http.abort(); }

private:
    HttpClient &m_http;
    const Channel m_channel;
    std::function<HospitalSettings()> m_settings;
};

} // namespace accueil
