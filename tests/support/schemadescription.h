#pragma once

#include "db/database.h"

#include <QStringList>

namespace accueil {

// Every table, column, constraint, index, trigger, sequence and function of a store, one line each, sorted: two stores
// with the same lines have the same schema, however they came to it.
QStringList schemaDescription(Database &database);

} // namespace accueil
