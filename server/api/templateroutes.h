#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

Routes templateRoutes(const Services &services);

} // namespace accueil
