#pragma once

#include "app/domain/channel.h"
#include "app/gateways/httpclient.h"
#include "app/services/deliverytracker.h"
#include "app/services/hospitalsettings.h"

#include <functional>

namespace accueil {

// Asks Twilio what became of messages (Sms) or calls (Ivr). Reads the settings at every question.
class TwilioTracker final : public DeliveryTracker
{
public:
    TwilioTracker(HttpClient &http, Channel channel, std::function<HospitalSettings()> settings);

    bool isConfigured() const override;
    TrackedMessage find(const QString &providerMessageId) override;
    TrackedMessages sentTo(const QString &phoneNumber, const QDateTime &since) override;
    void abort() override { m_http.abort(); }

private:
    QString resource() const
    {
        return m_channel == Channel::Ivr ? QStringLiteral("Calls") : QStringLiteral("Messages");
    }

    HttpClient &m_http;
    const Channel m_channel;
    std::function<HospitalSettings()> m_settings;
};

} // namespace accueil
