#pragma once

#include <QString>

namespace accueil {

// Pages of this program that the outside calls when it has a public address.
inline const QString twilioStatusPath = QStringLiteral("/webhooks/twilio/status"); // news of messages and calls
inline const QString twilioVoicePath = QStringLiteral("/webhooks/twilio/voice/"); // and the reference of a reminder
inline const QString unsubscribePath = QStringLiteral("/unsubscribe/"); // and the tag of a patient; RFC 8058

} // namespace accueil
