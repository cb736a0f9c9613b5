#include "app/domain/figures.h"

#include <numeric>

namespace accueil {

Comparison compared(const Interval &one, const Interval &other)
{
    if (one.low > other.high)
        return Comparison::Higher;
    return one.high < other.low ? Comparison::Lower : Comparison::Overlaps;
}

std::optional<double> ShareFigure::share() const
{
    return whole == 0 ? std::nullopt : std::optional(double(part) / double(whole));
}

qint64 RatingFigure::n() const
{
    return std::accumulate(counts.begin(), counts.end(), qint64(0));
}

std::optional<double> RatingFigure::mean() const
{
    qint64 sum = 0;
    for (size_t i = 0; i < counts.size(); ++i)
        sum += counts[i] * qint64(i + 1);
    return n() == 0 ? std::nullopt : std::optional(double(sum) / double(n()));
}

qint64 RecommendationFigure::n() const
{
    return std::accumulate(counts.begin(), counts.end(), qint64(0));
}

qint64 RecommendationFigure::promoters() const
{
    return counts[9] + counts[10];
}

qint64 RecommendationFigure::passives() const
{
    return counts[7] + counts[8];
}

qint64 RecommendationFigure::detractors() const
{
    return n() - promoters() - passives();
}

std::optional<double> RecommendationFigure::score() const
{
    if (n() == 0)
        return std::nullopt;
    return 100.0 * double(promoters() - detractors()) / double(n());
}

Interval RecommendationFigure::interval() const
{
    const std::array<qint64, 3> groups{detractors(), passives(), promoters()};
    return meanInterval(groups, -100, 100);
}

} // namespace accueil
