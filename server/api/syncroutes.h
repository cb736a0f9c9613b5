#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

class SyncCounters;

// What tablets send: batches of submissions and recordings in pieces; and what of it a person has to look at.
// `counters` outlive the routes.
Routes syncRoutes(const Services &services, SyncCounters &counters);

} // namespace accueil
