#pragma once

#include "app/domain/statistics.h"
#include "server/jsonwriter.h"

#include <QJsonObject>

namespace accueil {

void writeStatistics(JsonWriter &json, const Statistics &statistics);
QJsonObject statisticsSchema();

} // namespace accueil
