#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// Feedback: list, submit in the long and the short form, read, replace, change, delete; the recording up and down.
Routes feedbackRoutes(const Services &services);

} // namespace accueil
