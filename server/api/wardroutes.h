#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// The wards and services of the hospital.
Routes wardRoutes(const Services &services);

} // namespace accueil
