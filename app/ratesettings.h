#pragma once

#include "app/settingsreader.h"

namespace accueil {

// ACCUEIL_RATE_LIMIT and ACCUEIL_RATE_*: requests a minute and how many at once, such as 600/300, or off. They are the
// place's and not the hospital's, because they depend on the machine and on what stands between it and its clients.
RateLimiting readRateLimiting(SettingsReader &reader);
RateLimits readRates(SettingsReader &reader);

} // namespace accueil
