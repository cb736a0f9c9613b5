#pragma once

#include <QDateTime>
#include <QMap>
#include <QString>

#include <optional>

namespace accueil {

// Filters of the dashboard. Times are those of feedback (feedback_date) and reminders (scheduled_time); patients are
// counted as the registry stands. The ward of a reminder is its patient's, the language of a patient the preferred one.
// Times UTC, `from` inclusive, `until` exclusive (the doors turn "to day D" into the next day). The status is that of
// reminders and leaves feedback and patients alone.
struct StatisticsFilter
{
    std::optional<QDateTime> from;
    std::optional<QDateTime> until;
    QString ward;
    QString language; // wire key
    QString patientNumber; // the hospital's; one that nobody has counts nothing
    QString reminderStatus; // wire key
};

struct RatingFigure
{
    qint64 n = 0; // answers; blanks are not in the denominator
    double mean = 0; // 1..5

    friend bool operator==(const RatingFigure &, const RatingFigure &) = default;
};

// What GET /api/dashboard/stats answers: aggregates only, never rows.
struct Statistics
{
    qint64 patients = 0; // not archived
    qint64 feedback = 0;
    qint64 feedbackNotMatched = 0;
    RatingFigure treatmentSatisfaction;
    RatingFigure communicationRating;
    RatingFigure facilityRating;
    RatingFigure overallExperience;
    qint64 recommendationAnswers = 0;
    qint64 promoters = 0; // 9-10
    qint64 detractors = 0; // 0-6
    QMap<QString, qint64> feedbackByLanguage; // wire key -> rows
    QMap<QString, qint64> feedbackByMethod;
    QMap<QString, qint64> feedbackByWard;
    QMap<QString, qint64> remindersByStatus;
    QMap<QString, qint64> remindersByChannel;

    // Net Promoter Score, -100..100: % promoters minus % detractors (Reichheld, HBR December 2003); none without
    // answers.
    std::optional<double> netPromoterScore() const;
};

} // namespace accueil
