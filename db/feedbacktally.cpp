#include "db/feedbacktally.h"

#include <numeric>

namespace accueil {

namespace {

constexpr size_t answers = 6; // of a question of five steps; 0: none

} // namespace

FeedbackFigures FeedbackTally::figures() const
{
    FeedbackFigures figures{
        .responses = std::accumulate(m_matching.begin(), m_matching.end(), qint64(0)), .notMatched = m_matching[2]};
    for (size_t first = 0; first < answers; ++first) {
        for (size_t second = 0; second < answers; ++second) {
            const size_t pair = first * answers + second;
            if (first > 0) {
                figures.treatmentSatisfaction.counts[first - 1] += m_care[pair];
                figures.facilityRating.counts[first - 1] += m_house[pair];
            }
            if (second > 0) {
                figures.communicationRating.counts[second - 1] += m_care[pair];
                figures.overallExperience.counts[second - 1] += m_house[pair];
            }
        }
    }
    for (size_t answer = 0; answer < figures.recommendation.counts.size(); ++answer)
        figures.recommendation.counts[answer] = m_recommendation[answer + 1];
    for (size_t mood = 0; mood < m_mood.size(); ++mood) {
        if (const size_t sentiment = mood / answers; sentiment > 0)
            figures.sentiments[sentiment - 1] += m_mood[mood];
        if (const size_t emoji = mood % answers; emoji > 0)
            figures.emojiRating.counts[emoji - 1] += m_mood[mood];
    }
    return figures;
}

} // namespace accueil
