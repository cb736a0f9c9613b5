#include "app/services/feedbackunderstanding.h"

#include "app/understanding/understandingengine.h"

#include <algorithm>
#include <cmath>

namespace accueil {

namespace {

bool isRead(Language language)
{
    return language == Language::English || language == Language::French;
}

// What the person said of the whole: 1 to 5.
std::optional<int> ownRating(const Ratings &ratings)
{
    return ratings.overallExperience ? ratings.overallExperience : ratings.emojiRating;
}

// The mean of what was rated in parts: 1 to 5.
std::optional<double> ratingOfParts(const Ratings &ratings)
{
    double sum = 0;
    int count = 0;
    for (const std::optional<int> &rating :
        {ratings.treatmentSatisfaction, ratings.communicationRating, ratings.facilityRating}) {
        if (rating) {
            sum += *rating;
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

Sentiment labelOf(double rating)
{
    if (rating >= 3.5)
        return Sentiment::Positive;
    return rating <= 2.5 ? Sentiment::Negative : Sentiment::Neutral;
}

double scoreOf(double rating)
{
    return (rating - 3) / 2;
}

double scoreOf(Sentiment label)
{
    switch (label) {
    case Sentiment::Positive:
        return 1;
    case Sentiment::Neutral:
        return 0;
    case Sentiment::Negative:
        return -1;
    }
    Q_UNREACHABLE();
}

// The words move the score of a rating, but never over the bound of its label.
double fused(int rating, const TextReading &reading)
{
    const double own = scoreOf(double(rating));
    const double both = reading.sentiment ? 0.7 * own + 0.3 * reading.score : own;
    switch (labelOf(rating)) {
    case Sentiment::Positive:
        return std::max(both, 0.05);
    case Sentiment::Neutral:
        return std::clamp(both, -0.25, 0.25);
    case Sentiment::Negative:
        return std::min(both, -0.05);
    }
    Q_UNREACHABLE();
}

void decide(Feedback &feedback, const TextReading &reading, const std::optional<UnderstandingCorrection> &correction)
{
    if (const std::optional<int> own = ownRating(feedback.ratings)) {
        feedback.sentiment = labelOf(*own);
        feedback.sentimentScore = fused(*own, reading);
        feedback.labelSource = LabelSource::Rating;
    } else if (correction) {
        feedback.sentiment = correction->sentiment;
        feedback.labelSource = LabelSource::Correction;
        if (correction->sentiment)
            feedback.sentimentScore = scoreOf(*correction->sentiment);
    } else if (reading.sentiment) {
        feedback.sentiment = reading.sentiment;
        feedback.sentimentScore = reading.score;
        feedback.labelSource = LabelSource::Text;
    } else if (const std::optional<double> parts = ratingOfParts(feedback.ratings)) {
        feedback.sentiment = labelOf(*parts);
        feedback.sentimentScore = scoreOf(*parts);
        feedback.labelSource = LabelSource::Rating;
    }
}

} // namespace

TextToRead textToRead(const Feedback &feedback)
{
    using enum TextToRead::Source;
    if (!isRead(feedback.language) && !feedback.translation.isEmpty())
        return {Translation, feedback.translation, Language::French};
    if (!feedback.comments.isEmpty())
        return {Comments, feedback.comments, feedback.language};
    if (!feedback.transcript.isEmpty())
        return {Transcript, feedback.transcript, feedback.language};
    if (!feedback.translation.isEmpty())
        return {Translation, feedback.translation, Language::French};
    return {};
}

qint64 textTag(const BlindIndex &index, const Feedback &feedback)
{
    const TextToRead text = textToRead(feedback);
    return index.tagOf("understood text", languageTable.key(text.language) + u':' + text.text);
}

void understand(
    Feedback &feedback, const UnderstandingEngine &engine, const std::optional<UnderstandingCorrection> &correction)
{
    const TextToRead text = textToRead(feedback);
    const TextReading reading = engine.read(text.text, text.language);
    feedback.sentiment.reset();
    feedback.sentimentScore.reset();
    feedback.labelSource = LabelSource::None;
    decide(feedback, reading, correction);
    if (feedback.sentimentScore) // what is shown and stored; more digits would be false precision
        feedback.sentimentScore = std::round(*feedback.sentimentScore * 1000) / 1000;
    feedback.topics = correction ? correction->topics : topicKeys(reading.topics);
    feedback.understandingVersion = engine.version();
}

} // namespace accueil
