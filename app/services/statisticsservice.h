#pragma once

#include "app/domain/session.h"
#include "app/domain/statistics.h"
#include "db/database.h"

namespace accueil {

// Aggregates for the dashboard, the same for the charts and the API. Thread-safe; throws DatabaseError.
class StatisticsService
{
public:
    explicit StatisticsService(Database &database);
    Result<Statistics> statistics(const Session &who, const StatisticsFilter &filter);

private:
    Database &m_database;
};

} // namespace accueil
