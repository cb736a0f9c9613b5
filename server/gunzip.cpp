#include "server/compression.h"

#include <zlib.h>

#include <algorithm>
#include <memory>

namespace accueil {

namespace {

// JSON packs to a tenth, a batch of equal answers to a fiftieth. gzip cannot do better than 1032.
constexpr qint64 highestRatio = 200;
constexpr qint64 smallBody = 64 * 1024; // bytes, below which no ratio matters
constexpr qsizetype step = 64 * 1024; // bytes unpacked at a time

struct InflateEnd
{
    void operator()(z_stream *stream) const { inflateEnd(stream); }
};

} // namespace

tl::expected<QByteArray, GunzipError> gunzip(QByteArrayView packed, qint64 limit)
{
    z_stream stream{};
    constexpr int gzipOnly = 15 + 16;
    if (inflateInit2(&stream, gzipOnly) != Z_OK)
        throw std::bad_alloc();
    const std::unique_ptr<z_stream, InflateEnd> end(&stream);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = uInt(packed.size());
    const qint64 most = std::min(limit, std::max(smallBody, packed.size() * highestRatio));
    QByteArray plain;
    for (;;) {
        const qsizetype known = plain.size();
        const qsizetype room = std::min<qint64>(step, most + 1 - known); // one byte more tells that it is too large
        plain.resize(known + room);
        stream.next_out = reinterpret_cast<Bytef *>(plain.data() + known);
        stream.avail_out = uInt(room);
        const int result = inflate(&stream, Z_NO_FLUSH);
        plain.truncate(known + room - stream.avail_out);
        if (plain.size() > most)
            return tl::unexpected(GunzipError::TooLarge);
        if (result == Z_STREAM_END && stream.avail_in == 0)
            return plain;
        if (result == Z_STREAM_END)
            inflateReset(&stream);
        else if (result != Z_OK || (stream.avail_in == 0 && stream.avail_out > 0))
            return tl::unexpected(GunzipError::Damaged);
    }
}

} // namespace accueil
