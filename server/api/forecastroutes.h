#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

Routes forecastRoutes(const Services &services); // /api/reminders/preview

} // namespace accueil
