#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

namespace accueil {

// Asks where and writes there in the background; says so only when it failed.
void saveFile(QWidget *parent, const QString &title, const QString &name, const QByteArray &bytes);

} // namespace accueil
