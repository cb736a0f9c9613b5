// libFuzzer target: whatever bytes come, the parser neither crashes nor keeps more than its limits, and how the bytes
// were cut makes no difference.
#include "tests/server/fuzz/transcript.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const QByteArray whole = accueil::fuzz::transcript(input, std::max<qsizetype>(1, input.size()));
    if (accueil::fuzz::transcript(input, 1) != whole || accueil::fuzz::transcript(input, 7) != whole)
        qFatal("the cut of the bytes changed the result");
    return 0;
}
