#pragma once

#include "app/domain/statistics.h"
#include "db/database.h"

namespace accueil {

// The figures of the dashboard, exact at the moment of one statement. Without times they are summed from the running
// totals that triggers keep (002_totals.sql), so that they cost the same for ten feedback rows and for a million; with
// times, or reminders of one ward, the rows in question are read along an index.
class StatisticsQueries
{
public:
    explicit StatisticsQueries(Database &database)
        : m_database(database)
    {
    }
    Statistics statistics(const StatisticsFilter &filter);

private:
    Database &m_database;
};

} // namespace accueil
