#pragma once

#include "app/domain/session.h"
#include "app/domain/statistics.h"
#include "db/statisticsqueries.h"

namespace accueil {

// Aggregates for the dashboard, the same for the charts and the API. Thread-safe; throws DatabaseError.
class StatisticsService
{
public:
    explicit StatisticsService(Database &database);
    Result<Statistics> statistics(const Session &who, const StatisticsFilter &filter);

private:
    StatisticsQueries m_queries;
};

} // namespace accueil
