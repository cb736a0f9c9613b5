#pragma once

#include "server/route.h"

namespace accueil {

// What operators and browsers ask for: health, the OpenAPI document, the API page and its files. No login.
struct OperationSources
{
    std::function<bool()> isDatabaseReachable;
    QString version;
    std::function<QByteArray()> openApi;
};

Routes operationRoutes(const OperationSources &sources);

QJsonObject healthSchema();

} // namespace accueil
