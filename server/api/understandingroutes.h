#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// What the engine made of feedback: why, corrections, how often people agree, reading again.
Routes understandingRoutes(const Services &services);

} // namespace accueil
