#include "app/services/sendpace.h"

#include <algorithm>

namespace accueil {

int SendPace::grant(int wanted, int rate)
{
    if (rate == 0)
        return wanted;
    const auto now = std::chrono::steady_clock::now();
    const double seconds = std::chrono::duration<double>(now - m_last).count();
    m_last = now;
    // A tenth of a second's worth may leave at once; time that was not used is not made up for.
    m_allowance = std::min(m_allowance + seconds * rate, std::max(1.0, rate / 10.0));
    const int granted = std::min(wanted, int(m_allowance));
    m_allowance -= granted;
    return granted;
}

void SendPace::giveBack(int unused)
{
    m_allowance += unused;
}

} // namespace accueil
