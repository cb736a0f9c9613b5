#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// Accounts, for administrators. New ones are made by POST /api/auth/register.
Routes userRoutes(const Services &services);

} // namespace accueil
