#pragma once

#include "server/http/httplimits.h"
#include "server/route.h"

namespace accueil {

// Unpacks and reads the body as the row wants it; an answer when it is not so.
std::optional<HttpResponse> readBody(const Route &route, ApiRequest &request, const HttpLimits &limits);

// The operations whose body may be larger than a JSON document: recordings, as they are or inside a feedback.
bool isUpload(Method method, const QByteArray &path);

} // namespace accueil
