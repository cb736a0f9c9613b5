#pragma once

#include "app/domain/statistics.h"
#include "tests/support/testdatabase.h"

#include <QTimeZone>

namespace accueil {

// The figures of the dashboard counted anew from the plain columns of the tables, row by row in maps: nothing of the
// packed rows, nothing of their SQL. Weeks and days by Qt's calendar.
class StatisticsRecount
{
public:
    StatisticsRecount(Database &database, const QByteArray &zone)
        : m_database(database)
        , m_zone(zone)
    {
    }
    FeedbackStatistics feedback(const StatisticsFilter &filter);
    ReminderStatistics reminders(const StatisticsFilter &filter);
    qint64 patients(const StatisticsFilter &filter, int thisYear);

private:
    bool isInside(const StatisticsFilter &filter, qint64 time) const;
    QString mondayOf(qint64 time) const;
    struct Visits
    {
        qint64 came = 0;
        qint64 missed = 0;
    };
    Visits visits(const StatisticsFilter &filter);

    Database &m_database;
    QTimeZone m_zone;
};

// What differs, in words; empty: nothing.
QString difference(const FeedbackStatistics &one, const FeedbackStatistics &other);
QString difference(const ReminderStatistics &one, const ReminderStatistics &other);

} // namespace accueil
