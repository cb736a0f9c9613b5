#pragma once

#include "server/route.h"

namespace accueil {

// The page of the ward tablets at /tablet/, embedded as resources/tablet/build.mjs made it. index.html and the service
// worker are looked at again on every visit; all else has the page's version in its path and is kept for ever.
Routes tabletPageRoutes();

} // namespace accueil
