#pragma once

#include <QJsonObject>

namespace accueil {

// Every schema of the API by its name: entities, drafts, the partial forms derived from them, and problem details.
QJsonObject componentSchemas();

// What a list with `fields` holds: the entity with no member required.
QString sparseName(const QString &schema);

} // namespace accueil
