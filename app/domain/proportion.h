#pragma once

#include <QtGlobal>

namespace accueil {

struct Interval
{
    double low = 0;
    double high = 1;

    friend bool operator==(const Interval &, const Interval &) = default;
};

// The 95 % score interval of `part` in `whole` (Wilson, JASA 22 (1927) 209-212), which holds for few and for none as
// well. 0..1 when `whole` is 0.
Interval wilsonInterval(qint64 part, qint64 whole);

} // namespace accueil
