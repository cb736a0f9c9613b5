#pragma once

#include "app/domain/clock.h"
#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// The provider of a drill and its dial; no routes in earnest.
Routes drillRoutes(const Services &services, const Clock &clock);

inline const QString drillTag = QStringLiteral("drill");

} // namespace accueil
