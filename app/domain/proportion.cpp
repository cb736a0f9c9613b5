#include "app/domain/proportion.h"

#include <algorithm>
#include <cmath>

namespace accueil {

Interval wilsonInterval(qint64 part, qint64 whole)
{
    Q_ASSERT(part >= 0 && part <= whole);
    if (whole == 0)
        return {};
    constexpr double z = 1.959963984540054; // of the normal distribution, 2.5 % on each side
    const auto n = double(whole);
    const double share = double(part) / n;
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

} // namespace accueil
