// libFuzzer target: whatever bytes come, no more than the limit comes out, and what comes out of the input packs to the
// same again.
#include "server/compression.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr qint64 limit = 256 * 1024;
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    if (const auto plain = accueil::gunzip(input, limit); plain && plain->size() > limit)
        qFatal("more than the limit");
    const auto again = accueil::gunzip(accueil::gzip(input), limit);
    if (input.size() <= limit && (!again || *again != input))
        qFatal("packed and unpacked is not the same");
    return 0;
}
