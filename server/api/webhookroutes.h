#pragma once

#include "app/domain/clock.h"
#include "app/services/services.h"
#include "server/route.h"

namespace accueil {

// What others call: Twilio, with its signature over the public address of this program, and the links in our emails.
// All of it may come late, twice and out of order.
Routes webhookRoutes(const Services &services, const Clock &clock);

QJsonObject webhookFormSchema();

} // namespace accueil
