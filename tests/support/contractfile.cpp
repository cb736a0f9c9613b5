#include "tests/support/contractfile.h"

#include <QFile>
#include <QJsonDocument>

namespace accueil {

QJsonObject contractFile(const QString &name)
{
    QFile file(QStringLiteral(ACCUEIL_TEST_SUPPORT_FOLDER "/contracts/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the contract %s is missing", qPrintable(name));
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace accueil
