#include "app/ratesettings.h"

#include <array>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

constexpr int most = 10'000'000; // a minute, or at once

struct RateName
{
    QStringView name;
    RateLimit RateLimits::*limit;
};
constexpr std::array rateNames{
    RateName{u"ACCUEIL_RATE_LOGIN", &RateLimits::login},
    RateName{u"ACCUEIL_RATE_ADDRESS", &RateLimits::address},
    RateName{u"ACCUEIL_RATE_ACCOUNT", &RateLimits::account},
    RateName{u"ACCUEIL_RATE_DEVICE", &RateLimits::device},
    RateName{u"ACCUEIL_RATE_SYNC", &RateLimits::sync},
    RateName{u"ACCUEIL_RATE_REFUSALS", &RateLimits::refusals},
};

std::optional<RateLimit> rateOf(const QString &text)
{
    if (text.toLower() == u"off")
        return RateLimit{};
    const QStringList parts = text.split(u'/');
    if (parts.size() != 2)
        return std::nullopt;
    bool isRate = false;
    bool isBurst = false;
    const RateLimit limit{parts[0].toInt(&isRate), parts[1].toInt(&isBurst)};
    const auto isAllowed = [](int number) { return number >= 1 && number <= most; };
    return isRate && isBurst && isAllowed(limit.perMinute) && isAllowed(limit.burst) ? std::optional(limit)
                                                                                     : std::nullopt;
}

} // namespace

RateLimiting readRateLimiting(SettingsReader &reader)
{
    const QString text = reader.text(u"ACCUEIL_RATE_LIMIT"_s).toLower();
    if (!text.isEmpty() && text != u"on" && text != u"off")
        reader.refuse(u"ACCUEIL_RATE_LIMIT"_s, u"on or off"_s);
    return text == u"off" ? RateLimiting::Off : RateLimiting::On;
}

RateLimits readRates(SettingsReader &reader)
{
    RateLimits limits;
    for (const RateName &known : rateNames) {
        const QString name = known.name.toString();
        if (!reader.has(name))
            continue;
        if (const auto limit = rateOf(reader.text(name)))
            limits.*known.limit = *limit;
        else
            reader.refuse(name, u"requests a minute and how many at once, such as 600/300, or off"_s);
    }
    return limits;
}

} // namespace accueil
