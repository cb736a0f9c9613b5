#pragma once

#include "app/domain/hospitalweeks.h"
#include "app/domain/statistics.h"
#include "db/factstore.h"

namespace accueil {

// The figures of the dashboard, counted anew from every row at each question: the rows lie packed in memory and are
// brought up to date by one statement (db/factstore.h), so that any filter costs a walk through them and no more. The
// last walk is of a moment after the question began. Thread-safe; throws DatabaseError.
class StatisticsQueries
{
public:
    explicit StatisticsQueries(Database &database);

    FeedbackStatistics feedback(const StatisticsFilter &filter, const QTimeZone &zone);
    // The rows that feedback() counts, in any order.
    QList<FeedbackId> feedbackBehind(const StatisticsFilter &filter, const QTimeZone &zone);
    ReminderStatistics reminders(const StatisticsFilter &filter, const QTimeZone &zone);
    // Not archived, as the registry stands. A band of ages is one of years of birth, seen from `thisYear`.
    qint64 patients(const StatisticsFilter &filter, int thisYear);

private:
    struct Visits
    {
        qint64 attended = 0; // in time or late
        qint64 missed = 0;
    };
    std::shared_ptr<const Facts> factsOf(FactStore &store, const StatisticsFilter &filter);
    Visits visits(const StatisticsFilter &filter, const QTimeZone &zone);

    Database &m_database;
    FactStore m_feedback;
    FactStore m_reminders;
    FactStore m_appointments;
};

} // namespace accueil
