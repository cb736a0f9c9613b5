#pragma once

#include "server/http/httpmessage.h"

namespace accueil {

// Answers a GET for a part of what `response` holds whole (RFC 9110 section 14): 206 for one range of bytes, 416 for
// one that lies behind the end. What cannot be read, several ranges, another unit, and an If-Range that names another
// version leave the whole answer as it is. Says in every case that parts can be asked for.
void answerRange(const HttpRequest &request, HttpResponse &response);

} // namespace accueil
