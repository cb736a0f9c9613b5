#pragma once

#include "app/services/messagesender.h"

#include <QByteArray>
#include <QDateTime>

namespace accueil {

// The letter itself (RFC 5322, MIME), CRLF line ends, ASCII only: headers as encoded words (RFC 2047), parts in base64.
// Text and HTML without anything from elsewhere, an invitation when there is an appointment, List-Unsubscribe (RFC
// 2369, with one POST by RFC 8058 where the message has an https address for it). Line breaks and control characters in
// header values become spaces, so that no value can add a header.
QByteArray composeEmail(
    const OutgoingMessage &message, const QString &senderName, const QString &senderAddress, const QDateTime &now);

// `text` as the value of a header without structure: as it is when plain ASCII, else encoded words of at most 75
// characters.
QByteArray encodedHeaderText(const QString &text);

// `address` with its domain in ASCII (RFC 5891).
QByteArray asciiAddress(const QString &address);

// "mailto:desk@hospital.example" (RFC 6068).
QByteArray mailAddressUrl(const QString &address);

} // namespace accueil
