#pragma once

#include "app/understanding/words.h"

namespace accueil {

enum class Emphasis { None, Strong, Weak };

// Of each word: whether something before it in its clause, at most four words away, or the French frame "ne ... pas"
// around it, turns it around. `isTaken`: words of a pattern ("pas mal"), which turn nothing outside around.
QList<bool> negatedWords(const QList<Word> &words, const QList<bool> &isTaken, Language language);

bool isNegator(const QList<Word> &words, qsizetype at, Language language);
// Whether the sentence turns here: mais, pourtant, but, however.
bool isTurn(const Word &word, Language language);
// By the word before: très bon, un peu long.
Emphasis emphasisBefore(const QList<Word> &words, qsizetype at, Language language);

} // namespace accueil
