#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace accueil {

// Lengths of time as people write them: "1 min, 5 min, 90 s, 1 h"; a number alone counts minutes. Nothing when it is
// something else.
QString waitsText(const QList<std::chrono::seconds> &waits);
std::optional<QList<std::chrono::seconds>> waitsOf(const QString &text);

} // namespace accueil
