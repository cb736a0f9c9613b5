#pragma once

#include <QByteArray>

namespace accueil {

// The id under which a request is found again: the client's own (X-Request-Id) when it is well-formed, else a new one.
// Well-formed is 8 to 64 letters, digits, '-' and '_' with a letter and a digit among them: no telephone number, no
// name, nothing that could break a line of the log.
QByteArray requestId(const QByteArray &given);

} // namespace accueil
