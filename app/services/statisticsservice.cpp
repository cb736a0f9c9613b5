#include "app/services/statisticsservice.h"

namespace accueil {

StatisticsService::StatisticsService(Database &database)
    : m_queries(database)
{
}

Result<Statistics> StatisticsService::statistics(const Session &who, const StatisticsFilter &filter)
{
    if (const auto allowed = require(who, Permission::ReadDashboard); !allowed)
        return tl::unexpected(allowed.error());
    return m_queries.statistics(filter);
}

} // namespace accueil
