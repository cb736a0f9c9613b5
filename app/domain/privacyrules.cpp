#include "app/domain/privacyrules.h"

#include "app/domain/textfolding.h"

#include <algorithm>
#include <array>
#include <optional>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Folded as foldText() does; a star stands for any ending. Chosen for what shames or endangers when another reads it:
// infections that are spoken of in whispers, cancers, the mind, the womb, addiction, long illness, and what finds or
// treats them. Words of everyday visits (analyse, consultation, vaccin, cardiologie) are left alone on purpose: a rule
// that refuses them would be switched off.
constexpr std::array terms{
    // HIV and other infections
    u"vih",
    u"hiv",
    u"sida",
    u"sideen*",
    u"seropositi*",
    u"serologi*",
    u"serology",
    u"charge virale",
    u"viral load",
    u"cd4",
    u"antiretro*",
    u"tritherap*",
    u"tubercul*",
    u"crachat*",
    u"sputum",
    u"syphilis",
    u"gonorr*",
    u"chlamydia*",
    u"herpes",
    u"hepatit*",
    u"papillomavirus",
    u"hpv",
    u"vener*",
    u"sexuellement transmissible*",
    u"sexually transmitted",
    u"lepre",
    u"lepreu*",
    u"leprosy",
    u"paludisme",
    u"malaria",
    u"maladies infectieuses",
    u"infectious diseases",
    // cancers
    u"cancer*",
    u"tumeur*",
    u"tumor*",
    u"tumour*",
    u"leucem*",
    u"leukaem*",
    u"leukem*",
    u"lymphom*",
    u"metastas*",
    u"chimio*",
    u"chemo*",
    u"radiothera*",
    u"oncolog*",
    u"biops*",
    u"mammogra*",
    u"frottis",
    u"pap smear",
    u"coloscop*",
    u"colonoscop*",
    // the mind and addiction
    u"psychiat*",
    u"psychos*",
    u"psychotrop*",
    u"schizo*",
    u"bipolair*",
    u"bipolar",
    u"depressi*",
    u"antidepress*",
    u"suicid*",
    u"demence",
    u"dementia",
    u"alzheimer*",
    u"epilep*",
    u"alcoolis*",
    u"alcoholi*",
    u"addict*",
    u"toxicoman*",
    u"methadone",
    // the womb, sex and violence
    u"grossesse",
    u"enceinte",
    u"pregnan*",
    u"avort*",
    u"abortion*",
    u"fausse couche",
    u"miscarriage",
    u"contracepti*",
    u"sterilet",
    u"sterilite",
    u"infertil*",
    u"impuissance",
    u"impotence",
    u"erectil*",
    u"viol",
    u"rape",
    u"agression sexuelle",
    u"sexual assault",
    u"violence conjugale",
    u"domestic violence",
    // long illness
    u"diabet*",
    u"insulin*",
    u"hypertens*",
    u"drepano*",
    u"sickle cell",
    u"dialys*",
    u"hemophil*",
    u"haemophil*",
    u"cirrhos*",
    u"obesi*",
    u"incontinen*",
    u"palliati*",
    // tests and places
    u"depist*",
    u"hopital de jour",
    u"day hospital",
    u"unite de prise en charge",
    u"centre de traitement agree",
};

// Common words when they are not in capitals (it aids; ist).
constexpr std::array abbreviations{u"AIDS", u"TB", u"STD", u"STI", u"IST", u"MST", u"IVG", u"ARV", u"ART", u"PTME",
    u"PMTCT", u"PREP", u"PrEP", u"UPEC", u"CTA"};

struct Word
{
    QString folded;
    qsizetype begin = 0;
    qsizetype end = 0;
};

QList<Word> wordsOf(QStringView text)
{
    QList<Word> words;
    qsizetype i = 0;
    const auto isInside = [&](qsizetype at) {
        const QChar unit = text.at(at);
        return unit.isLetterOrNumber() || unit.isMark() || unit.isSurrogate();
    };
    while (i < text.size()) {
        const qsizetype begin = i;
        while (i < text.size() && isInside(i))
            ++i;
        if (i > begin)
            words << Word{foldText(text.mid(begin, i - begin)), begin, i};
        else
            ++i;
    }
    return words;
}

bool isLike(const QString &word, QStringView pattern)
{
    return pattern.endsWith(u'*') ? word.startsWith(pattern.chopped(1)) : word == pattern;
}

// How many words from `at` on the term takes; nothing: it does not stand there.
std::optional<qsizetype> lengthOfTerm(const QList<Word> &words, qsizetype at, QStringView term)
{
    qsizetype length = 0;
    for (const QStringView part : term.tokenize(u' ')) {
        if (at + length >= words.size() || !isLike(words.at(at + length).folded, part))
            return std::nullopt;
        ++length;
    }
    return length;
}

QStringList conditionWords(QStringView condition)
{
    // Shorter ones are articles and the like.
    constexpr qsizetype shortest = 4;
    static const QStringList empty{u"avec"_s, u"sans"_s, u"pour"_s, u"dans"_s, u"type"_s, u"with"_s, u"from"_s,
        u"suivi"_s, u"visite"_s, u"consultation"_s, u"appointment"_s, u"controle"_s, u"follow"_s, u"check"_s,
        u"general"_s, u"generale"_s, u"chronic"_s, u"chronique"_s};
    QStringList words = foldedTokens(condition);
    words.removeIf([](const QString &word) { return word.size() < shortest || empty.contains(word); });
    return words;
}

} // namespace

QList<SensitiveWords> sensitiveWords(QStringView text, QStringView condition)
{
    const QList<Word> words = wordsOf(text);
    const QStringList own = conditionWords(condition);
    QList<SensitiveWords> found;
    for (qsizetype i = 0; i < words.size();) {
        const Word &first = words.at(i);
        qsizetype length = 0;
        for (const QStringView term : terms)
            length = std::max(length, lengthOfTerm(words, i, term).value_or(0));
        const QStringView written = text.mid(first.begin, first.end - first.begin);
        const bool isAbbreviation = std::any_of(abbreviations.begin(), abbreviations.end(),
            [&](QStringView abbreviation) { return written == abbreviation; });
        if (length == 0 && (isAbbreviation || own.contains(first.folded)))
            length = 1;
        if (length > 0) {
            const qsizetype end = words.at(i + length - 1).end;
            found << SensitiveWords{text.mid(first.begin, end - first.begin).toString(), first.begin};
        }
        i += std::max<qsizetype>(length, 1);
    }
    return found;
}

} // namespace accueil
