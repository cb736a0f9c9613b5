#pragma once

#include "app/gateways/httpclient.h"
#include "app/services/hospitalsettings.h"
#include "app/services/messagesender.h"

#include <functional>

namespace accueil {

// Calls through Twilio's Calls resource (CreateCall) with inline TwiML. The call begins with what anybody may hear;
// with a public address the message follows from there once a key was pressed, without one the call asks to ring back.
class TwilioCallSender final : public MessageSender
{
public:
    TwilioCallSender(HttpClient &http, std::function<HospitalSettings()> settings);

    bool isConfigured() const override;
    SendReport send(const OutgoingMessage &message) override;
    void abort() override { m_http.abort(); }

private:
    HttpClient &m_http;
    std::function<HospitalSettings()> m_settings;
};

} // namespace accueil
