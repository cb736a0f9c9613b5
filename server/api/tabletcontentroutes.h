#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// What ward tablets ask and say: read by the tablets, edited by the hospital.
Routes tabletContentRoutes(const Services &services);

} // namespace accueil
