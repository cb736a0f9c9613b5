#pragma once

#include "app/domain/clock.h"
#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

Routes caseRoutes(const Services &services, const Clock &clock);

} // namespace accueil
