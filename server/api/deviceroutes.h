#pragma once

#include "app/domain/clock.h"
#include "app/services/services.h"
#include "server/ratelimits.h"
#include "server/route.h"

namespace accueil {

// The tablets of the hospital, for administrators, and the exchange of a code for a token, for a tablet.
// `refusals`: how often one address may be wrong.
Routes deviceRoutes(const Services &services, const Clock &clock, RateLimit refusals);

} // namespace accueil
