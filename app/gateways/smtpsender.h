#pragma once

#include "app/domain/clock.h"
#include "app/gateways/gatewayoptions.h"
#include "app/services/hospitalsettings.h"
#include "app/services/messagesender.h"

#include <atomic>
#include <functional>

namespace accueil {

// Email through the hospital's SMTP server (RFC 5321) with libcurl; STARTTLS or TLS is required when the settings say
// so, never merely tried. A message is certainly not sent until its last byte was handed over; after that only the
// server's answer tells. Reads the settings at every message.
class SmtpSender final : public MessageSender
{
public:
    SmtpSender(const Clock &clock, std::function<HospitalSettings()> settings, GatewayOptions options = {});

    bool isConfigured() const override;
    SendReport send(const OutgoingMessage &message) override;
    void abort() override { m_aborted = true; }

private:
    const Clock &m_clock;
    std::function<HospitalSettings()> m_settings;
    GatewayOptions m_options;
    std::atomic<bool> m_aborted = false;
};

} // namespace accueil
