#pragma once

#include "server/route.h"

namespace accueil {

// Strong ETags: "VERSION-HASH" for one resource, "HASH" for a list, with "-gzip" behind for the compressed form. The
// hash covers every byte (an age changes without an edit), the version is what If-Match compares.
QByteArray entityTag(const ApiAnswer &answer);

// If-None-Match: weak comparison (RFC 9110 section 13.1.2).
bool isNoneMatchFulfilled(QByteArrayView header, QByteArrayView etag);

// If-Match: strong comparison, so that a weak tag never matches.
std::optional<Precondition> parseIfMatch(QByteArrayView header);

} // namespace accueil
