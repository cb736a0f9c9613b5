#pragma once

#include <QByteArray>
#include <QString>

namespace accueil {

// Writes a file that only its owner can read (0600, in a folder of 0700 when that has to be made), whole or not at all:
// it is on the disk, also after a power cut, when this returns true. Replaces an older one.
bool writePrivateFile(const QString &path, const QByteArray &bytes);

// Whether others than the owner can read or change it. Always false where files have no such permissions (Windows,
// where the profile folder keeps others out).
bool isOpenToOthers(const QString &path);

} // namespace accueil
