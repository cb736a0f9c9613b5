#pragma once

#include <QJsonObject>
#include <QString>

namespace accueil {

// A document of tests/support/contracts. Fails the program when it is not there.
QJsonObject contractFile(const QString &name);

} // namespace accueil
