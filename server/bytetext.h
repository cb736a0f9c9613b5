#pragma once

#include <QByteArrayView>

namespace accueil {

// What stands before the first `separator`; everything when there is none.
inline QByteArrayView before(QByteArrayView text, char separator)
{
    const qsizetype at = text.indexOf(separator);
    return at < 0 ? text : text.first(at);
}

} // namespace accueil
