#pragma once

#include "app/domain/clock.h"
#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// The tablets of the hospital, for administrators, and the exchange of a code for a token, for a tablet.
Routes deviceRoutes(const Services &services, const Clock &clock);

} // namespace accueil
