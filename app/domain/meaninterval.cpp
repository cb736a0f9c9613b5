#include "app/domain/meaninterval.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace accueil {

namespace {

constexpr double tail = 0.025;
constexpr double z = 1.959963984540054; // of the normal distribution, 2.5 % on each side

// Means below are in steps from the lowest value: 0 .. counts.size() - 1.

double meanOf(std::span<const qint64> counts, qint64 n)
{
    double sum = 0;
    for (size_t value = 0; value < counts.size(); ++value)
        sum += double(counts[value]) * double(value);
    return sum / double(n);
}

// The distribution of the sum of n draws, by adding one draw after another.
Interval exactInterval(std::span<const qint64> counts, qint64 n)
{
    const size_t top = counts.size() - 1;
    std::vector<double> sums{1};
    for (qint64 draw = 0; draw < n; ++draw) {
        std::vector<double> next(sums.size() + top, 0);
        for (size_t value = 0; value < counts.size(); ++value) {
            const double share = double(counts[value]) / double(n);
            for (size_t sum = 0; share > 0 && sum < sums.size(); ++sum)
                next[sum + value] += share * sums[sum];
        }
        sums.swap(next);
    }
    // The least sum that a share of the draws does not exceed; a hair less, for what is lost in rounding.
    const auto quantile = [&](double share) {
        double below = 0;
        for (size_t sum = 0; sum < sums.size(); ++sum) {
            below += sums[sum];
            if (below >= share - 1e-12)
                return double(sum) / double(n);
        }
        return double(top);
    };
    return {quantile(tail), quantile(1 - tail)};
}

// Mean, variance, skewness and excess kurtosis of one draw give the quantiles of the mean of n.
Interval expandedInterval(std::span<const qint64> counts, qint64 n)
{
    const double mean = meanOf(counts, n);
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (size_t value = 0; value < counts.size(); ++value) {
        const double distance = double(value) - mean;
        const double share = double(counts[value]) / double(n);
        second += share * distance * distance;
        third += share * distance * distance * distance;
        fourth += share * distance * distance * distance * distance;
    }
    const double deviation = std::sqrt(second);
    const double skewness = third / (second * deviation) / std::sqrt(double(n));
    const double kurtosis = (fourth / (second * second) - 3) / double(n);
    const auto quantile = [&](double u) {
        const double corrected = u + (u * u - 1) * skewness / 6 + (u * u * u - 3 * u) * kurtosis / 24
            - (2 * u * u * u - 5 * u) * skewness * skewness / 36;
        return std::clamp(mean + deviation / std::sqrt(double(n)) * corrected, 0.0, double(counts.size() - 1));
    };
    return {quantile(-z), quantile(z)};
}

Interval inSteps(std::span<const qint64> counts)
{
    const auto top = double(counts.size() - 1);
    const qint64 n = std::accumulate(counts.begin(), counts.end(), qint64(0));
    if (n == 0)
        return {0, top};
    const auto only = std::find(counts.begin(), counts.end(), n);
    if (only != counts.end()) {
        const auto value = double(only - counts.begin());
        const double hidden = wilsonInterval(0, n).high;
        return {value - hidden * value, value + hidden * (top - value)};
    }
    return n <= exactUpTo ? exactInterval(counts, n) : expandedInterval(counts, n);
}

} // namespace

Interval meanInterval(std::span<const qint64> counts, double lowest, double step)
{
    const Interval steps = inSteps(counts);
    return {lowest + step * steps.low, lowest + step * steps.high};
}

} // namespace accueil
