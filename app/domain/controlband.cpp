#include "app/domain/controlband.h"

#include <algorithm>
#include <cmath>

namespace accueil {

namespace {

constexpr double standardErrors = 3;
constexpr double lowestAnswer = 1;
constexpr double highestAnswer = 5;

// Of the answers from their own mean.
double squaresOf(const RatingFigure &figure)
{
    const double mean = figure.mean().value_or(0);
    double sum = 0;
    for (size_t i = 0; i < figure.counts.size(); ++i)
        sum += double(figure.counts[i]) * std::pow(double(i + 1) - mean, 2);
    return sum;
}

} // namespace

std::optional<ControlBand> controlBand(const QList<RatingFigure> &periods)
{
    double answers = 0;
    double total = 0;
    double squares = 0;
    double freedom = 0;
    int known = 0;
    for (const RatingFigure &period : periods) {
        if (period.n() == 0)
            continue;
        ++known;
        answers += double(period.n());
        total += *period.mean() * double(period.n());
        squares += squaresOf(period);
        freedom += double(period.n() - 1);
    }
    if (known < fewestPeriods || freedom <= 0)
        return std::nullopt;
    ControlBand band{.centre = total / answers, .limits = {}};
    const double spread = std::sqrt(squares / freedom);
    for (const RatingFigure &period : periods) {
        if (period.n() == 0) {
            band.limits.append(std::nullopt);
            continue;
        }
        const double reach = standardErrors * spread / std::sqrt(double(period.n()));
        band.limits.append(
            ControlLimits{std::max(lowestAnswer, band.centre - reach), std::min(highestAnswer, band.centre + reach)});
    }
    return band;
}

} // namespace accueil
