#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// What tablets send: batches of submissions and recordings in pieces; and what of it a person has to look at.
Routes syncRoutes(const Services &services);

} // namespace accueil
