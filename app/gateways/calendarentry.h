#pragma once

#include "app/services/messagesender.h"

#include <QByteArray>

namespace accueil {

// RFC 5546: REQUEST makes or moves the entry, CANCEL takes it out.
QByteArray calendarMethod(const OutgoingMessage &message);

// The appointment of a message as an invitation, or as its end (RFC 5545, RFC 5546), CRLF line ends, UTF-8. It says
// when, at which hospital and in which ward, unless that gives away what the patient suffers from; never why. A later
// message about the same appointment replaces the entry. No answer is asked for: nobody reads them.
QByteArray calendarEntry(
    const OutgoingMessage &message, const QString &hospital, const QString &organizer, const QDateTime &now);

} // namespace accueil
