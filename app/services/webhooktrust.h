#pragma once

#include "app/services/hospitalsettings.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace accueil {

// A webhook as it arrived here.
struct ReceivedWebhook
{
    QByteArray path; // as sent
    QByteArray query; // as sent, without '?'
    QList<std::pair<QByteArray, QByteArray>> form; // decoded
    QByteArray body;
    QByteArray signature; // X-Twilio-Signature
};

enum class WebhookTrust {
    Genuine,
    Forged,
    NotSetUp, // without Twilio's token or a public address nobody can tell
};

// Whether Twilio made this request. What it signed begins with the public address of the settings: what a Host header
// says is anybody's.
WebhookTrust trustIn(const ReceivedWebhook &webhook, const HospitalSettings &settings);

} // namespace accueil
