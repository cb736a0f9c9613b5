#include "server/compression.h"

#include <zlib.h>

namespace accueil {

namespace {

constexpr qsizetype worthCompressing = 1024; // below it the headers weigh more than what is saved

bool isText(const QByteArray &mediaType)
{
    return mediaType.startsWith("application/json") || mediaType.startsWith("application/problem+json")
        || mediaType.startsWith("text/") || mediaType.startsWith("application/javascript");
}

} // namespace

bool acceptsCoding(QByteArrayView acceptEncoding, QByteArrayView coding)
{
    for (const QByteArray &part : acceptEncoding.toByteArray().split(',')) {
        const QList<QByteArray> pieces = part.split(';');
        const QByteArray taken = pieces.first().trimmed().toLower();
        // "x-gzip" is gzip's older name.
        if (taken != coding && taken != "*" && (coding != "gzip" || taken != "x-gzip"))
            continue;
        double quality = 1;
        for (const QByteArray &piece : pieces.sliced(1)) {
            const QByteArray parameter = piece.trimmed().toLower();
            if (parameter.startsWith("q="))
                quality = parameter.mid(2).toDouble();
        }
        return quality > 0;
    }
    return false;
}

QByteArray gzip(QByteArrayView bytes)
{
    z_stream stream{};
    constexpr int gzipWindow = 15 + 16; // 16 asks zlib for a gzip header
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    const int result = deflate(&stream, Z_FINISH);
    Q_ASSERT(result == Z_STREAM_END);
    Q_UNUSED(result);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

bool negotiateCompression(const HttpRequest &request, HttpResponse &response)
{
    // Some answers were compressed when the program was built, under an ETag of their own.
    const bool isPacked = !response.header("Content-Encoding").isEmpty();
    if (!isPacked && (response.body.size() < worthCompressing || !isText(response.header("Content-Type"))))
        return false;
    const QByteArray vary = response.header("Vary");
    if (!vary.contains("Accept-Encoding"))
        response.setHeader("Vary", vary.isEmpty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
    if (isPacked || !acceptsCoding(request.header("accept-encoding"), "gzip"))
        return false;
    // A strong ETag names bytes, and these are others.
    QByteArray etag = response.header("ETag");
    if (etag.endsWith('"')) {
        etag.insert(etag.size() - 1, "-gzip");
        response.setHeader("ETag", etag);
    }
    return true;
}

void compressAnswer(const HttpRequest &request, HttpResponse &response)
{
    if (!negotiateCompression(request, response))
        return;
    response.body = gzip(response.body);
    response.setHeader("Content-Encoding", "gzip");
}

} // namespace accueil
