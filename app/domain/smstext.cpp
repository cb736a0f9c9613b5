#include "app/domain/smstext.h"

#include "app/domain/textfolding.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// 3GPP TS 23.038, section 6.2.1, without the escape itself.
constexpr QStringView basicTable
    = u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
      u"¿abcdefghijklmnopqrstuvwxyzäöñüà";
// Section 6.2.1.1: an escape and a second septet.
constexpr QStringView extensionTable = u"\f^{}\\[~]|€";

struct Capacity
{
    int alone;
    int eachOfSeveral;
};

constexpr Capacity capacityOf(SmsAlphabet alphabet)
{
    return alphabet == SmsAlphabet::Gsm7 ? Capacity{160, 153} : Capacity{70, 67};
}

// Septets that a UTF-16 unit takes in GSM-7; 0: it has none.
int septets(QChar unit)
{
    if (basicTable.contains(unit))
        return 1;
    return extensionTable.contains(unit) ? 2 : 0;
}

// Length of the character at `position`: 2 for a surrogate pair.
qsizetype characterLength(QStringView text, qsizetype position)
{
    const bool isPair
        = text.at(position).isHighSurrogate() && position + 1 < text.size() && text.at(position + 1).isLowSurrogate();
    return isPair ? 2 : 1;
}

QStringList outsideGsm7(QStringView text)
{
    QStringList characters;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype length = characterLength(text, i);
        const QString character = text.mid(i, length).toString();
        if ((length == 2 || septets(text.at(i)) == 0) && !characters.contains(character))
            characters << character;
        i += length;
    }
    return characters;
}

QStringView typographicLookAlike(char16_t unit)
{
    switch (unit) {
    case u'\u2018':
    case u'\u2019':
    case u'\u02bc':
    case u'\ua78c':
    case u'`':
        return u"'";
    case u'«':
    case u'»':
    case u'\u201c':
    case u'\u201d':
    case u'\u201e':
        return u"\"";
    case u'\u2010':
    case u'\u2011':
    case u'\u2013':
    case u'\u2014':
        return u"-";
    case u'\u2026':
        return u"...";
    case u'\u2022':
    case u'\u00b7':
        return u"-";
    case u'\u00a0':
    case u'\u2009':
    case u'\u202f':
    case u'\t':
        return u" ";
    case u'°':
    case u'º':
        return u"o";
    default:
        return {};
    }
}

// A letter that Unicode or the folding table takes apart, in its own case; empty when neither does.
QString letterLookAlike(QStringView character)
{
    QString plain;
    for (const QChar part : character.toString().normalized(QString::NormalizationForm_D)) {
        if (!part.isMark())
            plain += part;
    }
    if (outsideGsm7(plain).isEmpty())
        return plain;
    const QString folded = foldText(character);
    if (folded.isEmpty() || !outsideGsm7(folded).isEmpty())
        return {};
    return character.front().isUpper() ? folded.left(1).toUpper() + folded.mid(1) : folded;
}

} // namespace

SmsCount countSms(QStringView text)
{
    SmsCount count;
    count.dearCharacters = outsideGsm7(text);
    count.alphabet = count.dearCharacters.isEmpty() ? SmsAlphabet::Gsm7 : SmsAlphabet::Ucs2;
    const Capacity capacity = capacityOf(count.alphabet);
    int segments = 0; // as if there were several
    int room = 0;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype length = characterLength(text, i);
        const int units = count.alphabet == SmsAlphabet::Gsm7 ? septets(text.at(i)) : int(length);
        if (units > room) {
            ++segments;
            room = capacity.eachOfSeveral;
        }
        room -= units;
        count.units += units;
        i += length;
    }
    const bool isAlone = count.units <= capacity.alone;
    count.segments = isAlone ? int(!text.isEmpty()) : segments;
    count.unitsLeft = isAlone ? capacity.alone - count.units : room;
    return count;
}

QString plainSpelling(QStringView text)
{
    const QString composed = text.toString().normalized(QString::NormalizationForm_C);
    QString plain;
    for (qsizetype i = 0; i < composed.size();) {
        const qsizetype length = characterLength(composed, i);
        const QStringView character = QStringView(composed).mid(i, length);
        i += length;
        if (length == 1 && septets(character.front()) > 0) {
            plain += character;
            continue;
        }
        // What is left of marks after composing belongs to a letter that loses them all.
        if (length == 1 && character.front().isMark())
            continue;
        const QStringView typographic = length == 1 ? typographicLookAlike(character.front().unicode()) : QStringView();
        const QString letter = typographic.isEmpty() ? letterLookAlike(character) : typographic.toString();
        plain += letter.isEmpty() ? character.toString() : letter;
    }
    return plain;
}

} // namespace accueil
