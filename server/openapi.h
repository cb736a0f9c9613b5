#pragma once

#include "server/route.h"

namespace accueil {

// The OpenAPI 3.1 document of the rows: every documented operation with every status it can answer.
QJsonObject openApiDocument(const Routes &routes, const QString &version);

// Every status that a row can answer, of success and of failure.
QList<int> statusesOf(const Route &route);

} // namespace accueil
