#include "app/domain/syncbatch.h"

#include "app/domain/fieldrules.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype hashDigits = 64;

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

QList<FieldError> validate(const AudioClaim &claim)
{
    FieldRules rules;
    if (claim.sha256.size() != hashDigits || !std::ranges::all_of(claim.sha256, isHexDigit))
        rules.add(u"audio.sha256"_s, u"badHash"_s);
    if (claim.size < 1 || claim.size > largestRecording)
        rules.add(u"audio.size"_s, u"outOfRange"_s, {{u"min"_s, 1}, {u"max"_s, largestRecording}});
    return rules.errors();
}

std::chrono::milliseconds clockOffset(const std::optional<QDateTime> &clientTime, const QDateTime &arrival)
{
    if (!clientTime)
        return 0ms;
    const std::chrono::milliseconds offset(clientTime->msecsTo(arrival));
    return std::chrono::abs(offset) > 2min ? offset : 0ms;
}

QDateTime correctedTime(const std::optional<QDateTime> &claimed, std::chrono::milliseconds offset,
    const QDateTime &earliest, const QDateTime &arrival)
{
    if (!claimed)
        return arrival;
    const QDateTime corrected = claimed->toUTC().addMSecs(offset.count());
    return corrected < earliest || corrected > arrival ? arrival : corrected;
}

} // namespace accueil
