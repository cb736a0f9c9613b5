#pragma once

#include <QByteArray>

namespace accueil {

// The id under which a request is found again: the client's own (X-Request-Id) when it is well-formed, else a new one.
// Well-formed is a UUID, or 16 or 32 hexadecimal digits, hyphens apart: no telephone number, no name, no patient's
// number, nothing that could break a line of the log.
QByteArray requestId(const QByteArray &given);

} // namespace accueil
