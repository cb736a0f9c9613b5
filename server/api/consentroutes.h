#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// What patients said about messages, and what they sent.
Routes consentRoutes(const Services &services);

} // namespace accueil
