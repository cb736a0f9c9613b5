#pragma once

#include "app/domain/meaninterval.h"

#include <array>
#include <optional>

namespace accueil {

// Figures of fewer answers than this are marked as indicative: a share of 29 can be off by 17 points either way.
inline constexpr qint64 enoughAnswers = 30;

// Whether two figures can be told apart: only where their 95 % intervals do not overlap. That is stricter than a test
// of the difference (Schenker, Gentleman: The American Statistician 55 (2001) 182-186): what it calls different is.
enum class Comparison { Higher, Lower, Overlaps };

Comparison compared(const Interval &one, const Interval &other);

// How many of those who could be counted were. Whoever is not in `whole` is in no denominator.
struct ShareFigure
{
    qint64 part = 0;
    qint64 whole = 0;

    std::optional<double> share() const; // 0..1; none of nobody
    Interval interval() const { return wilsonInterval(part, whole); }
    bool isIndicative() const { return whole < enoughAnswers; }
    friend bool operator==(const ShareFigure &, const ShareFigure &) = default;
};

// The answers to one question of five steps, 1 the worst. Blanks are not in the denominator. One question is never
// averaged with another one.
struct RatingFigure
{
    std::array<qint64, 5> counts{}; // of 1, 2, 3, 4, 5

    qint64 n() const;
    std::optional<double> mean() const; // 1..5: the sum of the answers over their number
    Interval interval() const { return meanInterval(counts, 1, 1); } // of the mean
    ShareFigure topBox() const { return {counts[4], n()}; } // who gave the best answer
    // As the Friends and Family Test of the NHS counts (NHS England, Using the Friends and Family Test to improve
    // patient experience, 2020): the two best and the two worst answers, each over all answers, those in the middle
    // included.
    ShareFigure positive() const { return {counts[3] + counts[4], n()}; }
    ShareFigure negative() const { return {counts[0] + counts[1], n()}; }
    bool isIndicative() const { return n() < enoughAnswers; }
    friend bool operator==(const RatingFigure &, const RatingFigure &) = default;
};

// The answers to "would you recommend us", 0 to 10. Blanks are not in the denominator.
struct RecommendationFigure
{
    std::array<qint64, 11> counts{};

    qint64 n() const;
    qint64 promoters() const; // 9 and 10
    qint64 passives() const; // 7 and 8
    qint64 detractors() const; // 0 to 6
    // Net Promoter Score, -100..100: % promoters minus % detractors (Reichheld: The One Number You Need to Grow,
    // Harvard Business Review, December 2003); none without answers.
    std::optional<double> score() const;
    Interval interval() const; // of the score: the mean of 100, 0 and -100
    bool isIndicative() const { return n() < enoughAnswers; }
    friend bool operator==(const RecommendationFigure &, const RecommendationFigure &) = default;
};

} // namespace accueil
