#pragma once

#include "server/requestrecord.h"

namespace accueil {

// One line of JSON, with its line end, for one request: time, method, the row's path (never the request's), status,
// bytes, milliseconds, who (user, device or nobody, by number) and the request's id.
QByteArray accessLogLine(const RequestRecord &record);

} // namespace accueil
