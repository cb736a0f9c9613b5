#pragma once

#include "app/understanding/words.h"

#include <QVarLengthArray>

#include <unordered_map>

namespace accueil {

// Patterns of one or more words, each word whole or a stem ("gentil*"), with a number each. One walk over the letters
// finds all that begin at a word, so that thousands of patterns cost what the words are long.
class Patterns
{
public:
    struct Match
    {
        int words = 0; // how many it covers
        int letters = 0; // how many of theirs it names
        int value = 0;
    };
    using Matches = QVarLengthArray<Match, 8>;

    void add(
        QStringView pattern, int value); // folded, words parted by one space; a later one of the same form counts too
    Matches allAt(const QList<Word> &words, qsizetype at) const;
    // Most words, then most letters; the first that was added where these are equal.
    std::optional<Match> longestAt(const QList<Word> &words, qsizetype at) const;

private:
    int child(int node, char16_t letter) const;
    void walk(const QList<Word> &words, qsizetype at, qsizetype letter, int node, Match soFar, Matches &found) const;
    void endOfWord(const QList<Word> &words, qsizetype at, int node, Match soFar, Matches &found) const;

    std::unordered_map<quint64, int> m_children; // node and letter
    std::unordered_map<int, QVarLengthArray<int, 1>> m_values; // of the nodes where a pattern ends
    int m_lastNode = 0; // 0 is the root
};

} // namespace accueil
