#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

Routes bulkRoutes(const Services &services); // /api/reminders/bulk

} // namespace accueil
