#pragma once

#include "app/domain/language.h"

#include <QList>
#include <QString>

namespace accueil {

// A piece of a text that an engine looks at.
struct Word
{
    enum class Kind {
        Letters, // folded: letters and digits as textfolding makes them
        Emoji, // folded: the sign itself, without its variations of colour and form
        Break, // the end of a clause; folded: the sign
    };
    QString folded;
    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;
    Kind kind = Kind::Letters;
};

// The words of a text in their order. In French an elided article or pronoun (l', d', j', c', s', m', t') is left out,
// qu' becomes que and n' becomes n, so that "l'accueil" and "accueil" are one word.
QList<Word> wordsOf(QStringView text, Language language);

} // namespace accueil
