#include "app/domain/privacyrules.h"

#include "app/domain/textfolding.h"

#include <QSet>

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
    u"sero positi*",
    u"serologi*",
    u"serology",
    u"charge virale",
    u"viral load",
    u"cd4",
    u"antiretro*",
    u"retrovir*",
    u"arv",
    u"arvs",
    u"ptme",
    u"pmtct",
    u"upec",
    u"mst",
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
    u"venerien*",
    u"venereal",
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
    u"colposcop*",
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
    u"enceintes",
    u"prenatal*",
    u"antenatal*",
    u"ivg",
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
constexpr std::array abbreviations{
    u"AIDS", u"TB", u"STD", u"STI", u"STIs", u"IST", u"ART", u"PREP", u"PrEP", u"CTA", u"CPN"};

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

// V.I.H. is one word.
QList<Word> withAbbreviationsJoined(const QList<Word> &words, QStringView text)
{
    QList<Word> joined;
    bool isOpen = false; // the last one ends in a single letter
    for (const Word &word : words) {
        const bool isLetter = word.folded.size() == 1 && text.at(word.begin).isLetter();
        const bool goesOn = isOpen && isLetter && text.mid(joined.last().end, word.begin - joined.last().end) == u".";
        if (goesOn) {
            joined.last().folded += word.folded;
            joined.last().end = word.end;
        } else {
            joined << word;
        }
        isOpen = isLetter;
    }
    return joined;
}

// "Dans l'enceinte de l'hôpital" speaks of its premises.
bool isPremises(const QList<Word> &words, qsizetype at)
{
    return words.at(at).folded == u"enceinte" && at > 0 && words.at(at - 1).folded == u"l";
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
    // What a record says beside the illness itself, and what every reminder says.
    static const QSet<QString> empty = [] {
        const QString words = uR"(
            avec sans pour dans depuis apres avant chez vers sous entre tres plus moins tous toute tout votre notre
            nous vous elle mois jour jours semaine semaines annee annees heure heures matin midi soir demain
            lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin juillet aout septembre
            octobre novembre decembre type grade stade phase bilan examen examens analyse analyses resultat resultats
            suivi suivie visite visites consultation consultations controle controles rendez rappel retour accueil
            hopital centre clinique service medecin docteur infirmier infirmiere patient patiente carnet dossier
            ordonnance medicament medicaments medical medicale traitement traitements soin soins sante prise prendre
            venir revenir venez passer appeler appelez attente general generale chronique aigu aigue leger legere
            simple normal normale bonne bonjour merci adulte enfant enfants bebe urgence urgences vaccin vaccins
            with without from since after before under over more less your this that when time times date days week
            weeks month months year years hour hours morning noon evening tomorrow today monday tuesday wednesday
            thursday friday saturday sunday january february march april june july august september october november
            december stage visit visits appointment appointments follow check checkup review return reminder hospital
            clinic centre center service doctor nurse patient booklet record results result test tests medicine
            medicines medication treatment care health taking take come please call reception message hello thank
            chronic acute mild light simple normal good routine adult child children baby emergency vaccine)"_s;
        const QStringList list = words.simplified().split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    QStringList words = foldedTokens(condition);
    words.removeIf([](const QString &word) { return word.size() < shortest || empty.contains(word); });
    return words;
}

} // namespace

QList<SensitiveWords> sensitiveWords(QStringView text, QStringView condition, QStringView name)
{
    const QList<Word> words = withAbbreviationsJoined(wordsOf(text), text);
    const QStringList own = conditionWords(condition);
    const QStringList names = foldedTokens(name);
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
        const bool isHarmless = length == 1 && (names.contains(first.folded) || isPremises(words, i));
        if (length > 0 && !isHarmless) {
            const qsizetype end = words.at(i + length - 1).end;
            found << SensitiveWords{text.mid(first.begin, end - first.begin).toString(), first.begin};
        }
        i += std::max<qsizetype>(length, 1);
    }
    return found;
}

} // namespace accueil
