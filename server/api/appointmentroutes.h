#pragma once

#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

Routes appointmentRoutes(const Services &services); // /api/appointments, /api/calendar

} // namespace accueil
