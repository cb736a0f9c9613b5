#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// Logging in and out, tokens, one's own account and password.
Routes authRoutes(const Services &services);

} // namespace accueil
