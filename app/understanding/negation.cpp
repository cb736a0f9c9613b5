#include "app/understanding/negation.h"

#include <QSet>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

using WordSet = QSet<QString>;

constexpr qsizetype reach = 4; // words that a negation carries; from the measurements on patients' comments

const WordSet &frenchNegators()
{
    static const WordSet words{u"pas"_s, u"jamais"_s, u"aucun"_s, u"aucune"_s, u"aucuns"_s, u"sans"_s, u"ni"_s,
        u"nullement"_s, u"guere"_s, u"non"_s};
    return words;
}

// These deny only together with "ne": "plus gentil" praises, "il n'est plus gentil" does not.
const WordSet &frenchFrameNegators()
{
    static const WordSet words{u"plus"_s, u"rien"_s, u"personne"_s, u"point"_s};
    return words;
}

const WordSet &englishNegators()
{
    static const WordSet words{u"not"_s, u"no"_s, u"never"_s, u"without"_s, u"cannot"_s, u"cant"_s, u"dont"_s,
        u"doesnt"_s, u"didnt"_s, u"isnt"_s, u"wasnt"_s, u"arent"_s, u"werent"_s, u"wont"_s, u"wouldnt"_s, u"couldnt"_s,
        u"shouldnt"_s, u"hasnt"_s, u"havent"_s, u"hadnt"_s, u"nor"_s, u"neither"_s, u"hardly"_s, u"none"_s,
        u"nobody"_s};
    return words;
}

bool isNe(const Word &word)
{
    return word.folded == u"ne" || word.folded == u"n";
}

bool isBefore(const QList<Word> &words, qsizetype at, qsizetype most, bool (*fits)(const Word &))
{
    for (qsizetype i = at - 1; i >= 0 && i >= at - most && words[i].kind != Word::Kind::Break; --i) {
        if (fits(words[i]))
            return true;
    }
    return false;
}

// "n'est aucunement", "ne recommande pas", "je recommande pas": the verb stands before what denies it.
bool isDeniedBehind(const QList<Word> &words, qsizetype at)
{
    const bool hasNe = isBefore(words, at, 3, isNe);
    const qsizetype most = hasNe ? 3 : 1;
    for (qsizetype i = at + 1; i < words.size() && i <= at + most && words[i].kind != Word::Kind::Break; ++i) {
        const QString &word = words[i].folded;
        // "ne peut que recommander" denies nothing.
        if (word == u"que")
            return false;
        if (word == u"pas" || word == u"jamais" || (hasNe && frenchFrameNegators().contains(word))
            || (hasNe && word == u"aucunement"))
            return true;
    }
    return false;
}

} // namespace

bool isNegator(const QList<Word> &words, qsizetype at, Language language)
{
    const Word &word = words[at];
    if (language == Language::English)
        return englishNegators().contains(word.folded);
    if (frenchNegators().contains(word.folded))
        return true;
    if (!frenchFrameNegators().contains(word.folded))
        return false;
    if (isBefore(words, at, 3, isNe))
        return true;
    return word.folded == u"personne" && at + 1 < words.size() && isNe(words[at + 1]);
}

QList<bool> negatedWords(const QList<Word> &words, const QList<bool> &isTaken, Language language)
{
    QList<bool> negated(words.size(), false);
    qsizetype last = -reach - 1;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i].kind == Word::Kind::Break || isTurn(words[i], language)) {
            last = -reach - 1;
            continue;
        }
        negated[i] = i - last <= reach;
        if (!isTaken[i] && isNegator(words, i, language))
            last = i;
        if (language != Language::English && !negated[i])
            negated[i] = isDeniedBehind(words, i);
    }
    return negated;
}

bool isTurn(const Word &word, Language language)
{
    static const WordSet french{u"mais"_s, u"pourtant"_s, u"cependant"_s, u"toutefois"_s, u"neanmoins"_s};
    static const WordSet english{u"but"_s, u"however"_s, u"although"_s, u"yet"_s};
    return (language == Language::English ? english : french).contains(word.folded);
}

Emphasis emphasisBefore(const QList<Word> &words, qsizetype at, Language language)
{
    static const WordSet strongFrench{u"tres"_s, u"trop"_s, u"vraiment"_s, u"extremement"_s, u"hyper"_s, u"tellement"_s,
        u"si"_s, u"particulierement"_s, u"totalement"_s, u"absolument"_s, u"completement"_s, u"infiniment"_s,
        u"beaucoup"_s, u"plein"_s, u"grave"_s};
    static const WordSet weakFrench{u"peu"_s, u"assez"_s, u"plutot"_s, u"moyennement"_s, u"presque"_s};
    static const WordSet strongEnglish{u"very"_s, u"really"_s, u"extremely"_s, u"so"_s, u"too"_s, u"absolutely"_s,
        u"totally"_s, u"completely"_s, u"incredibly"_s, u"most"_s, u"always"_s};
    static const WordSet weakEnglish{u"bit"_s, u"fairly"_s, u"quite"_s, u"slightly"_s, u"somewhat"_s, u"little"_s};
    if (at == 0)
        return Emphasis::None;
    const bool isEnglish = language == Language::English;
    const QString &before = words[at - 1].folded;
    if ((isEnglish ? strongEnglish : strongFrench).contains(before))
        return Emphasis::Strong;
    return (isEnglish ? weakEnglish : weakFrench).contains(before) ? Emphasis::Weak : Emphasis::None;
}

} // namespace accueil
