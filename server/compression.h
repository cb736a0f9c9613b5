#pragma once

#include "server/http/httpmessage.h"

namespace accueil {

// Whether an Accept-Encoding (RFC 9110 section 12.5.3) takes gzip.
bool acceptsGzip(QByteArrayView acceptEncoding);

// The bytes as a gzip member at the fastest level: on a LAN the CPU is dearer than the last few per cent.
QByteArray gzip(QByteArrayView bytes);

// Compresses a text answer of more than 1 KB for a client that takes it; the ETag then tells the two codings apart.
void compressAnswer(const HttpRequest &request, HttpResponse &response);

} // namespace accueil
