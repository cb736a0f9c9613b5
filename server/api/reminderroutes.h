#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// Reminders: list, schedule, read, replace, change, delete, cancel, retry, resolve an unknown outcome; their attempts.
Routes reminderRoutes(const Services &services);

} // namespace accueil
