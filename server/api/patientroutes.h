#pragma once

#include "app/domain/clock.h"
#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// The registry: list and search, create, read, replace, change, remove, time line.
Routes patientRoutes(const Services &services, const Clock &clock);

} // namespace accueil
