#pragma once

#include <QString>
#include <QStringList>

namespace accueil {

// Lower case, without accents and apostrophes, local letters as people type them without a special keyboard:
// Éwané = ewane, ɓ = b, ɗ = d, ɛ = e, ə = e, ŋ = n, ɔ = o.
QString foldText(QStringView text);

// The folded words of a name or query, split at everything that is neither letter nor digit, no empty one.
QStringList foldedTokens(QStringView text);

} // namespace accueil
