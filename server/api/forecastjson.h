#pragma once

#include "app/services/reminderforecastservice.h"
#include "server/jsonwriter.h"

#include <QJsonObject>

namespace accueil {

void writeForecast(JsonWriter &json, const ReminderForecast &forecast);
QJsonObject forecastSchema();

} // namespace accueil
