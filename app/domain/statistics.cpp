#include "app/domain/statistics.h"

#include <algorithm>

namespace accueil {

namespace {

template <size_t N>
std::array<qint64, N> difference(const std::array<qint64, N> &one, const std::array<qint64, N> &other)
{
    std::array<qint64, N> result;
    std::transform(one.begin(), one.end(), other.begin(), result.begin(), std::minus<>());
    return result;
}

RatingFigure difference(const RatingFigure &one, const RatingFigure &other)
{
    return {difference(one.counts, other.counts)};
}

template <typename Figure, typename IntervalOf>
std::optional<Comparison> comparison(const Figure &one, const Figure &other, IntervalOf intervalOf)
{
    if (one.n() == 0 || other.n() == 0)
        return std::nullopt;
    return compared(intervalOf(one), intervalOf(other));
}

} // namespace

AgeBand ageBandOf(std::optional<int> age)
{
    if (!age)
        return AgeBand::Unknown;
    return AgeBand(std::upper_bound(ageBandStarts.begin() + 1, ageBandStarts.end(), *age) - ageBandStarts.begin() - 1);
}

FeedbackFigures FeedbackFigures::operator-(const FeedbackFigures &other) const
{
    return {
        .responses = responses - other.responses,
        .notMatched = notMatched - other.notMatched,
        .treatmentSatisfaction = difference(treatmentSatisfaction, other.treatmentSatisfaction),
        .communicationRating = difference(communicationRating, other.communicationRating),
        .facilityRating = difference(facilityRating, other.facilityRating),
        .overallExperience = difference(overallExperience, other.overallExperience),
        .emojiRating = difference(emojiRating, other.emojiRating),
        .recommendation = {difference(recommendation.counts, other.recommendation.counts)},
        .sentiments = difference(sentiments, other.sentiments),
    };
}

void compareWithOthers(FeedbackGroup &group, const FeedbackFigures &all)
{
    const FeedbackFigures others = all - group.figures;
    const auto interval = [](const auto &figure) { return figure.interval(); };
    const auto positive = [](const RatingFigure &figure) { return figure.positive().interval(); };
    group.overall = comparison(group.figures.overallExperience, others.overallExperience, interval);
    group.positive = comparison(group.figures.overallExperience, others.overallExperience, positive);
    group.recommendation = comparison(group.figures.recommendation, others.recommendation, interval);
}

std::optional<double> FeedbackStatistics::responsesPerVisit() const
{
    return visits == 0 ? std::nullopt : std::optional(double(all.responses) / double(visits));
}

} // namespace accueil
