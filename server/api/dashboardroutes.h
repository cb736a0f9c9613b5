#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// Aggregates for administrators and managers.
Routes dashboardRoutes(const Services &services);

} // namespace accueil
