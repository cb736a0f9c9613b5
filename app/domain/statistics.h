#pragma once

#include "app/domain/channel.h"
#include "app/domain/feedback.h"
#include "app/domain/figures.h"
#include "app/domain/reminder.h"
#include "app/domain/understanding.h"

#include <QDateTime>
#include <QMap>
#include <QString>

#include <optional>

namespace accueil {

// Ages in whole years, told apart as five bands.
enum class AgeBand { Under18, From18To34, From35To49, From50To64, From65, Unknown };

inline constexpr EnumTable<AgeBand, 6> ageBandTable{{{
    {AgeBand::Under18, u"under_18"},
    {AgeBand::From18To34, u"18_to_34"},
    {AgeBand::From35To49, u"35_to_49"},
    {AgeBand::From50To64, u"50_to_64"},
    {AgeBand::From65, u"65_or_more"},
    {AgeBand::Unknown, u"unknown"},
}}};

inline constexpr std::array ageBandStarts{0, 18, 35, 50, 65}; // years, of the bands that are known
AgeBand ageBandOf(std::optional<int> age);

// Filters of the dashboard; all that are set apply. Times are those of feedback (feedback_date), of reminders
// (scheduled_time) and of appointments (starts_at). Days are the hospital's, and the last one is included; times are
// cut to the minute, `from` included and `until` not. Patients are counted as the registry stands.
// The ward of a reminder is its patient's; the language of a patient and of an appointment the preferred one. Age and
// gender are those given with the feedback, else those of its patient in that year. The method, topic, sentiment, weekday
// and hour are those of feedback, the status and channel those of reminders; they leave everything else alone.
struct StatisticsFilter
{
    std::optional<QDate> firstDay;
    std::optional<QDate> lastDay;
    std::optional<QDateTime> from; // UTC
    std::optional<QDateTime> until; // UTC
    QString ward;
    std::optional<Language> language;
    QString patientNumber; // the hospital's; one that nobody has counts nothing
    std::optional<Gender> gender;
    std::optional<AgeBand> ageBand;
    std::optional<SubmissionMethod> method;
    std::optional<ReminderStatus> status;
    std::optional<Channel> channel;
    std::optional<Topic> topic; // feedback that speaks of it
    std::optional<Sentiment> sentiment;
    std::optional<int> weekday; // 1 (Monday) .. 7, by the hospital's clock
    std::optional<int> hour; // 0..23, likewise

    friend bool operator==(const StatisticsFilter &, const StatisticsFilter &) = default;
};

// What a number of responses say. The denominator of each question are those who answered it.
struct FeedbackFigures
{
    qint64 responses = 0;
    qint64 notMatched = 0; // with a number that no patient has
    RatingFigure treatmentSatisfaction;
    RatingFigure communicationRating;
    RatingFigure facilityRating;
    RatingFigure overallExperience;
    RatingFigure emojiRating; // a scale of its own
    RecommendationFigure recommendation;
    std::array<qint64, 3> sentiments{}; // by Sentiment; what was not judged is in none

    qint64 judged() const { return sentiments[0] + sentiments[1] + sentiments[2]; }
    ShareFigure sentiment(Sentiment sentiment) const { return {sentiments[size_t(sentiment)], judged()}; }
    FeedbackFigures operator-(const FeedbackFigures &other) const;
    friend bool operator==(const FeedbackFigures &, const FeedbackFigures &) = default;
};

// One of the parts into which responses are divided, and whether it differs from all the others together.
struct FeedbackGroup
{
    QString key; // wire key, ward, or the Monday a week begins with (2026-03-02); empty: no ward was given
    FeedbackFigures figures;
    std::optional<Comparison> overall; // mean of overallExperience; none where one side has no answers
    std::optional<Comparison> positive;
    std::optional<Comparison> recommendation; // the score

    // Words of fewer people than this give away who said them.
    bool hidesComments(int smallestGroup) const { return figures.responses < smallestGroup; }
};

// Fills in how `group` compares with the rest of `all`.
void compareWithOthers(FeedbackGroup &group, const FeedbackFigures &all);

struct FeedbackStatistics
{
    FeedbackFigures all;
    QList<FeedbackGroup> byWard; // by name
    QList<FeedbackGroup> byWeek; // Monday to Sunday of the hospital, oldest first; without weeks that have none
    QList<FeedbackGroup> byLanguage; // these in the order of their tables, without those that have none
    QList<FeedbackGroup> byMethod;
    QList<FeedbackGroup> byGender;
    QList<FeedbackGroup> byAgeBand;
    QMap<QString, qint64> topics; // responses that speak of each
    qint64 withTopics = 0; // responses that speak of any: the denominator
    QMap<QString, std::array<qint64, 3>> topicSentiments; // of `topics`, by Sentiment; what was not judged is in none
    std::array<std::array<qint64, 24>, 7> hours{}; // responses by weekday, Monday first, and hour of the hospital
    qint64 visits = 0; // appointments of the same filter that patients came to
    int smallestGroup = 5; // comments of fewer are hidden

    // Responses for each visit; none where no visit is known. It is no share in the strict sense: feedback also comes
    // from people without an appointment, so that it can exceed 1, and there is no interval.
    std::optional<double> responsesPerVisit() const;
};

// What became of a number of reminders.
struct ReminderFigures
{
    qint64 reminders = 0;
    std::array<qint64, 9> statuses{}; // by ReminderStatus
    std::array<qint64, 2> delivery{}; // delivered and failed, of channels that tell (email does not)
    std::array<qint64, 2> confirmations{}; // about an appointment and sent or delivered: confirmed and not
    QMap<QString, qint64> costs; // millionths, by currency; what the provider has told
    qint64 priced = 0; // reminders whose price it told

    qint64 with(ReminderStatus status) const { return statuses[size_t(status)]; }
    // Of those whose fate is known: sent ones without news and those in doubt are in no denominator.
    ShareFigure delivered() const { return {delivery[0], delivery[0] + delivery[1]}; }
    // Reminders that left whose patient has said that he comes, however he said it.
    ShareFigure confirmed() const { return {confirmations[0], confirmations[0] + confirmations[1]}; }
    friend bool operator==(const ReminderFigures &, const ReminderFigures &) = default;
};

struct ReminderStatistics
{
    ReminderFigures all;
    QMap<QString, ReminderFigures> byChannel; // wire key
    QMap<QString, ReminderFigures> byWard;
    QMap<QString, ReminderFigures> byWeek; // of its Monday
    ShareFigure noShows; // missed, of the appointments of which it is known whether the patient came
};

// What GET /api/dashboard/stats answers: aggregates only, never rows.
struct Statistics
{
    qint64 patients = 0; // not archived
    FeedbackStatistics feedback;
    ReminderStatistics reminders;
};

} // namespace accueil
