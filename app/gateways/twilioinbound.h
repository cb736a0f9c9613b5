#pragma once

#include "app/gateways/httpclient.h"
#include "app/services/hospitalsettings.h"
#include "app/services/inboundsource.h"

#include <functional>

namespace accueil {

// Asks Twilio for the SMS that arrived at the hospital's number; at all numbers of the account where SMS leave through
// a Messaging Service. Reads the settings at every question.
class TwilioInbound final : public InboundSource
{
public:
    TwilioInbound(HttpClient &http, std::function<HospitalSettings()> settings);

    bool isConfigured() const override;
    InboundAnswer receivedSince(const QDateTime &since, const std::function<bool()> &stop) override;

private:
    HttpClient &m_http;
    std::function<HospitalSettings()> m_settings;
};

} // namespace accueil
