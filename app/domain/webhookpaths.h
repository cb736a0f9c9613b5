#pragma once

#include <QString>

namespace accueil {

// Pages of this program that the outside calls when it has a public address.
inline const QString twilioStatusPath = QStringLiteral("/webhooks/twilio/status"); // news of messages and calls
// Key presses in a call, with the reference of its reminder behind it: of the greeting, and with `voiceMenuPath` behind
// that of the menu after the message.
inline const QString twilioVoicePath = QStringLiteral("/webhooks/twilio/voice/");
inline const QString voiceMenuPath = QStringLiteral("/menu");

} // namespace accueil
