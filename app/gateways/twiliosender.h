#pragma once

#include "app/gateways/httpclient.h"
#include "app/services/hospitalsettings.h"
#include "app/services/messagesender.h"

#include <functional>

namespace accueil {

// SMS through Twilio's Messages resource (CreateMessage), in the spelling that the sender can take. Reads the settings
// at every message, so that a change needs no restart. Never asks twice: whether to try again is DeliveryService's to
// say.
class TwilioSmsSender final : public MessageSender
{
public:
    TwilioSmsSender(HttpClient &http, std::function<HospitalSettings()> settings);

    bool isConfigured() const override;
    SendReport send(const OutgoingMessage &message) override;
    void abort() override { m_http.abort(); }

private:
    HttpClient &m_http;
    std::function<HospitalSettings()> m_settings;
};

} // namespace accueil
