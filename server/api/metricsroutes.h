#pragma once

#include "server/operationfigures.h"
#include "server/route.h"

namespace accueil {

class ConnectionCounters;
class MetricText;
class SyncCounters;

// Where GET /metrics reads. Everything outlives the routes.
struct MetricsSources
{
    std::function<void(MetricText &)> writeRequests;
    const ConnectionCounters &connections;
    const SyncCounters &sync;
    FiguresSource figures; // answers within a quarter of a second, whatever the database does
    QString version; // of the program
};

Routes metricsRoutes(const MetricsSources &sources);

} // namespace accueil
