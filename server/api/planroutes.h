#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

Routes planRoutes(const Services &services); // /api/plans

} // namespace accueil
