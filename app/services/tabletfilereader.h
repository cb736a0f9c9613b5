#pragma once

#include "app/domain/tabletfile.h"

namespace accueil {

// Takes the file of a tablet apart. An entry with a wrong shape carries its errors (those of POST /api/sync); the whole
// is refused (Invalid, field `file`) when it is no such file (`notATabletFile`) or of a later program (`newerFormat`).
Result<TabletFile> readTabletFile(const QByteArray &bytes);

} // namespace accueil
