#pragma once

#include "app/domain/clock.h"
#include "app/services/services.h"
#include "server/ratelimits.h"
#include "server/route.h"

namespace accueil {

// What others call: Twilio, with its signature over the public address of this program, and the links in our emails.
// All of it may come late, twice and out of order.
// `refusals`: how often one address may be wrong.
Routes webhookRoutes(const Services &services, const Clock &clock, RateLimit refusals);

QJsonObject webhookFormSchema();

} // namespace accueil
