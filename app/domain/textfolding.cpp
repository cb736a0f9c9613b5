#include "app/domain/textfolding.h"

#include <algorithm>
#include <vector>

namespace accueil {

namespace {

bool isApostrophe(char16_t unit)
{
    switch (unit) {
    case u'\'':
    case u'`':
    case u'\u00b4': // acute accent typed alone
    case u'\u02b9':
    case u'\u02bb':
    case u'\u02bc': // the modifier letter, glottal stop of the General Alphabet of Cameroon Languages
    case u'\u2018':
    case u'\u2019':
    case u'\ua78b':
    case u'\ua78c': // saltillo
        return true;
    default:
        return false;
    }
}

// Letters that Unicode does not decompose, lower case, as they are typed on an ordinary keyboard.
QStringView plainLetters(char16_t unit)
{
    switch (unit) {
    case u'ɓ':
        return u"b";
    case u'ɗ':
    case u'đ':
    case u'ð':
        return u"d";
    case u'ɛ':
    case u'ə':
    case u'ǝ':
        return u"e";
    case u'ɨ':
    case u'ı':
        return u"i";
    case u'ł':
        return u"l";
    case u'ŋ':
    case u'ɲ':
        return u"n";
    case u'ɔ':
    case u'ø':
        return u"o";
    case u'ʉ':
        return u"u";
    case u'ƴ':
        return u"y";
    case u'æ':
        return u"ae";
    case u'œ':
        return u"oe";
    case u'ß':
        return u"ss";
    default:
        return {};
    }
}

// Names typed in plain ASCII are the common case and need no normalisation.
QString foldAscii(QStringView text)
{
    QString folded(text.size(), Qt::Uninitialized);
    qsizetype length = 0;
    for (QChar character : text) {
        const char16_t unit = character.unicode();
        if (!isApostrophe(unit))
            folded[length++] = unit >= u'A' && unit <= u'Z' ? QChar(unit + (u'a' - u'A')) : character;
    }
    folded.truncate(length);
    return folded;
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar character) { return character.unicode() < 0x80; });
}

// The slow and general way.
QString foldAny(QStringView text)
{
    // Case folding may bring new marks (İ), so that it comes before the decomposition.
    const QString decomposed = text.toString().toCaseFolded().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(decomposed.size());
    for (QChar character : decomposed) {
        if (character.isMark() || isApostrophe(character.unicode()))
            continue;
        const QStringView plain = plainLetters(character.unicode());
        if (plain.isEmpty())
            folded += character;
        else
            folded += plain;
    }
    return folded;
}

// What each letter of Latin becomes by itself. Only letters without a mark of their own behind them may be looked up.
constexpr char16_t endOfLatin = 0x2b0;

const std::vector<QString> &latinTable()
{
    static const std::vector<QString> table = [] {
        std::vector<QString> folded;
        for (char16_t unit = 0; unit < endOfLatin; ++unit)
            folded.push_back(foldAny(QString(QChar(unit))));
        return folded;
    }();
    return table;
}

} // namespace

QString foldText(QStringView text)
{
    if (isAscii(text))
        return foldAscii(text);
    if (std::any_of(text.begin(), text.end(), [](QChar character) { return character.unicode() >= endOfLatin; }))
        return foldAny(text);
    const std::vector<QString> &table = latinTable();
    QString folded;
    folded.reserve(text.size() + 4);
    for (QChar character : text)
        folded += table[character.unicode()];
    return folded;
}

QStringList foldedTokens(QStringView text)
{
    const QString folded = foldText(text);
    QStringList tokens;
    qsizetype start = 0;
    const auto finish = [&](qsizetype end) {
        if (end > start)
            tokens += folded.mid(start, end - start);
        start = end + 1;
    };
    for (qsizetype i = 0; i < folded.size(); ++i) {
        // Halves of a letter beyond the first plane belong to a word.
        if (!folded[i].isLetterOrNumber() && !folded[i].isSurrogate())
            finish(i);
    }
    finish(folded.size());
    return tokens;
}

} // namespace accueil
