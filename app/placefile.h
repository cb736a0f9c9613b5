#pragma once

#include "db/database.h"

#include <QString>

namespace accueil {

// The place of the data that the person chose on the first-run screen: DATABASE_URL in the `.env` of the data directory
// (0600). The file of this desk, which is the default, removes the line. Other lines stay as they are. False: not
// written.
bool rememberDatabase(const QString &dataDirectory, const DatabaseLocation &location);

// Whether something that goes before that file fixes the place: the environment, or `.env` in the working directory.
bool isDatabaseFixed(const QString &dataDirectory);

} // namespace accueil
