#pragma once

#include <QStringList>

namespace accueil {

// The time zones to choose from: Area/City names of the system's IANA list, Africa first.
QStringList timeZoneNames();

} // namespace accueil
