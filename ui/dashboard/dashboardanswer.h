#pragma once

#include "app/domain/result.h"
#include "app/domain/session.h"
#include "app/domain/statistics.h"
#include "app/services/services.h"
#include "ui/dashboard/period.h"

namespace accueil {

// What the dashboard was asked: a period and what else narrows it (the filter's own days are ignored).
struct DashboardQuestion
{
    Period period;
    StatisticsFilter filter;

    StatisticsFilter during(const Period &days) const
    {
        StatisticsFilter narrowed = filter;
        narrowed.firstDay = days.first;
        narrowed.lastDay = days.last;
        return narrowed;
    }
    // From a Monday on and long enough for a course: as the period, or the thirteen weeks that it ends.
    Period course() const
    {
        constexpr int weeks = 13;
        const QDate thisMonday = period.last.addDays(1 - period.last.dayOfWeek());
        const QDate monday = period.first.addDays(1 - period.first.dayOfWeek());
        return {std::min(monday, thisMonday.addDays(-7 * (weeks - 1))), period.last};
    }
    friend bool operator==(const DashboardQuestion &, const DashboardQuestion &) = default;
};

// Something that a patient said about a topic.
struct TopicExample
{
    QString words;
    std::optional<Sentiment> sentiment;
};

// All that one view of the dashboard shows, read at once.
struct DashboardAnswer
{
    DashboardQuestion question;
    Statistics now;
    Statistics before; // of the period before
    FeedbackStatistics course; // of question.course()
    ReminderStatistics courseReminders; // likewise
    // Where the question names a topic or else a ward, all feedback that it would be about without it, to compare with.
    std::optional<FeedbackStatistics> whole;
    FeedbackStatistics wholeCourse; // likewise, of question.course()
    QMap<QString, TopicExample> examples; // by topic; none of topics of too few
};

// Reads all of it from the services, for whoever may; not on the GUI thread.
Result<DashboardAnswer> dashboardAnswer(
    const Services &services, const Session &who, const DashboardQuestion &question);

} // namespace accueil
