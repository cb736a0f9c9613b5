#pragma once

#include "app/domain/case.h"
#include "app/domain/statistics.h"
#include "db/database.h"

namespace accueil {

// Cases for the statistics: their states and times, without words. Thread-safe; throws DatabaseError.
class CaseQueries
{
public:
    explicit CaseQueries(Database &database)
        : m_database(database)
    {
    }

    // Opened in the filter's time, about feedback that it lets through; without those that were merged into another.
    QList<Case> cases(const StatisticsFilter &filter, const QTimeZone &zone);

private:
    Database &m_database;
};

} // namespace accueil
