#include "app/understanding/patterns.h"

namespace accueil {

namespace {

constexpr char16_t star = u'*';
constexpr char16_t space = u' ';

quint64 keyOf(int node, char16_t letter)
{
    return quint64(node) << 16 | letter;
}

} // namespace

void Patterns::add(QStringView pattern, int value)
{
    int node = 0;
    for (QChar character : pattern) {
        const auto [place, isNew] = m_children.try_emplace(keyOf(node, character.unicode()), m_lastNode + 1);
        m_lastNode += isNew;
        node = place->second;
    }
    m_values[node].append(value);
}

int Patterns::child(int node, char16_t letter) const
{
    const auto place = m_children.find(keyOf(node, letter));
    return place == m_children.end() ? -1 : place->second;
}

// A node at which a word may end: what is added there fits, and the next word may go on from it.
void Patterns::endOfWord(const QList<Word> &words, qsizetype at, int node, Match soFar, Matches &found) const
{
    ++soFar.words;
    if (const auto values = m_values.find(node); values != m_values.end()) {
        for (int value : values->second)
            found.append({soFar.words, soFar.letters, value});
    }
    const qsizetype next = at + 1;
    if (next >= words.size() || words[next].kind != Word::Kind::Letters)
        return;
    if (const int gap = child(node, space); gap >= 0)
        walk(words, next, 0, gap, soFar, found);
}

void Patterns::walk(
    const QList<Word> &words, qsizetype at, qsizetype letter, int node, Match soFar, Matches &found) const
{
    const QString &word = words[at].folded;
    for (; letter < word.size(); ++letter) {
        if (const int any = child(node, star); any >= 0)
            endOfWord(words, at, any, soFar, found);
        node = child(node, word[letter].unicode());
        if (node < 0)
            return;
        ++soFar.letters;
    }
    if (const int any = child(node, star); any >= 0)
        endOfWord(words, at, any, soFar, found);
    endOfWord(words, at, node, soFar, found);
}

Patterns::Matches Patterns::allAt(const QList<Word> &words, qsizetype at) const
{
    Matches found;
    walk(words, at, 0, 0, {}, found);
    return found;
}

std::optional<Patterns::Match> Patterns::longestAt(const QList<Word> &words, qsizetype at) const
{
    std::optional<Match> longest;
    for (const Match &match : allAt(words, at)) {
        if (!longest || std::pair(match.words, match.letters) > std::pair(longest->words, longest->letters))
            longest = match;
    }
    return longest;
}

} // namespace accueil
