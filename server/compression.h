#pragma once

#include "server/http/httpmessage.h"

#include <tl/expected.hpp>

namespace accueil {

// Whether an Accept-Encoding (RFC 9110 section 12.5.3) takes `coding` ("gzip", "br").
bool acceptsCoding(QByteArrayView acceptEncoding, QByteArrayView coding);

// The bytes as a gzip member at the fastest level: on a LAN the CPU is dearer than the last few per cent.
QByteArray gzip(QByteArrayView bytes);

enum class GunzipError {
    Damaged, // no gzip, cut off, or another checksum
    TooLarge, // more than `limit`, or packed as tightly as no honest body is
};
// Unpacks gzip (RFC 1952, also of several members), and never holds more than `limit` bytes of what comes out.
tl::expected<QByteArray, GunzipError> gunzip(QByteArrayView packed, qint64 limit);

// Puts Vary and the ETag of the form that the client gets; whether that is the compressed one.
bool negotiateCompression(const HttpRequest &request, HttpResponse &response);

// Compresses a text answer of more than 1 KB for a client that takes it; the ETag then tells the two codings apart.
void compressAnswer(const HttpRequest &request, HttpResponse &response);

} // namespace accueil
