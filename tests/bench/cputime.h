#pragma once

#include <chrono>
#include <ctime>

namespace accueil {

// Processor time that this thread spends on one call of `work`, the mean of `repetitions`: unlike the time of day it
// does not grow with what else the machine is doing.
template <typename Work>
std::chrono::duration<double, std::micro> cpuTimeOf(int repetitions, Work work)
{
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    };
    const auto start = now();
    for (int i = 0; i < repetitions; ++i)
        work(i);
    return std::chrono::duration<double, std::micro>(now() - start) / repetitions;
}

} // namespace accueil
