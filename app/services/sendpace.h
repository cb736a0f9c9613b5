#pragma once

#include <chrono>

namespace accueil {

// How many messages may leave now so that no second sees more than `rate`. Measured by a clock that nobody sets.
class SendPace
{
public:
    // At most `wanted`; 0: none yet. `rate` a second, 0: no limit.
    int grant(int wanted, int rate);
    void giveBack(int unused);

private:
    double m_allowance = 1;
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

} // namespace accueil
