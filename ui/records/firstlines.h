#pragma once

#include <QFont>
#include <QStringList>

namespace accueil {

// The first `most` lines of `text` at `width` pixels, the last one ended with "…" when there is more. For delegates.
QStringList firstLines(const QString &text, const QFont &font, int width, int most);

} // namespace accueil
