#pragma once

#include "app/services/drillservice.h"
#include "server/jsonwriter.h"

#include <QJsonObject>

namespace accueil {

void writeDrill(JsonWriter &json, const DrillState &state, const QDateTime &now);
Result<DrillDial> readDrillDial(const QJsonObject &body);
// The one number that a request is about: `name`.
Result<int> readDrillNumber(const QJsonObject &body, const QString &name);

QJsonObject drillSchemas(); // by name; only where there is a drill

} // namespace accueil
