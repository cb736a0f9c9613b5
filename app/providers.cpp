#include "app/providers.h"

#include "app/gateways/curlhttpclient.h"
#include "app/gateways/smtpsender.h"
#include "app/gateways/twilioinbound.h"
#include "app/gateways/twiliosender.h"
#include "app/gateways/twiliotracker.h"

namespace accueil {

namespace {

// The ways out.
struct Senders
{
    Senders(const Clock &clock, const std::function<HospitalSettings()> &settings, const GatewayOptions &options)
        : http(options)
        , sms(http, Channel::Sms, settings)
        , calls(http, Channel::Ivr, settings)
        , email(clock, settings, options)
    {
    }

    QMap<Channel, MessageSender *> byChannel()
    {
        return {{Channel::Sms, &sms}, {Channel::Ivr, &calls}, {Channel::Email, &email}};
    }

    CurlHttpClient http;
    TwilioSender sms;
    TwilioSender calls;
    SmtpSender email;
};

// Who is asked what became of messages, and what patients sent.
struct Trackers
{
    Trackers(const std::function<HospitalSettings()> &settings, const GatewayOptions &options)
        : http(options)
        , sms(http, Channel::Sms, settings)
        , calls(http, Channel::Ivr, settings)
        , inbound(http, settings)
    {
    }

    QMap<Channel, DeliveryTracker *> byChannel() { return {{Channel::Sms, &sms}, {Channel::Ivr, &calls}}; }

    CurlHttpClient http;
    TwilioTracker sms;
    TwilioTracker calls;
    TwilioInbound inbound;
};

} // namespace

struct Providers::Gateways
{
    Gateways(const Clock &clock, const std::function<HospitalSettings()> &settings, const GatewayOptions &options)
        : delivery(clock, settings, options)
        , tests(clock, settings, options)
        , trackers(settings, options)
        , staff(clock, settings, options)
    {
    }

    Senders delivery;
    Senders tests;
    Trackers trackers;
    SmtpSender staff;
};

Providers::Providers(
    const ProgramSettings &program, const Clock &clock, const std::function<HospitalSettings()> &settings)
{
    if (program.isDrill)
        m_drill = std::make_unique<DrillProvider>(clock);
    else
        m_gateways = std::make_unique<Gateways>(
            clock, settings, GatewayOptions{.certificateFile = program.certificateFile, .clock = &clock});
}

Providers::~Providers() = default;

QMap<Channel, MessageSender *> Providers::forDelivery()
{
    return m_drill ? m_drill->senders() : m_gateways->delivery.byChannel();
}

QMap<Channel, MessageSender *> Providers::forTests()
{
    return m_drill ? m_drill->senders() : m_gateways->tests.byChannel();
}

QMap<Channel, DeliveryTracker *> Providers::trackers()
{
    return m_drill ? m_drill->trackers() : m_gateways->trackers.byChannel();
}

MessageSender *Providers::forStaff()
{
    return m_gateways ? &m_gateways->staff : nullptr;
}

InboundSource *Providers::inbound()
{
    return m_gateways ? &m_gateways->trackers.inbound : nullptr;
}

void Providers::abortSending()
{
    for (MessageSender *sender : forDelivery())
        sender->abort();
}

void Providers::abortAsking()
{
    if (!m_gateways)
        return;
    m_gateways->trackers.http.abort();
    m_gateways->staff.abort();
}

} // namespace accueil
