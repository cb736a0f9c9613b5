#include "app/domain/emailaddress.h"

#include <QUrl>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLocalPart = 64; // RFC 5321 section 4.5.3.1.1
constexpr qsizetype longestAddress = 254; // 4.5.3.1.3: a path of 256 with its angle brackets
constexpr qsizetype longestLabel = 63; // RFC 1035 section 2.3.4

bool isAsciiLetterOrDigit(QChar character)
{
    const char16_t unit = character.unicode();
    return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') || (unit >= u'0' && unit <= u'9');
}

// Dot-atom of RFC 5322 section 3.2.3, with the letters beyond ASCII that RFC 6531 adds.
bool isLocalPart(QStringView text)
{
    if (text.isEmpty() || text.toUtf8().size() > longestLocalPart || text.startsWith(u'.') || text.endsWith(u'.')
        || text.contains(u".."_s))
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar character) {
        return isAsciiLetterOrDigit(character) || u"!#$%&'*+-/=?^_`{|}~."_s.contains(character)
            || (character.unicode() >= 0x80 && (character.isLetterOrNumber() || character.isMark()));
    });
}

bool isLabel(QStringView label)
{
    return !label.isEmpty() && label.size() <= longestLabel && !label.startsWith(u'-') && !label.endsWith(u'-')
        && std::all_of(label.begin(), label.end(),
            [](QChar character) { return isAsciiLetterOrDigit(character) || character == u'-'; });
}

bool isDomain(QStringView text)
{
    if (text.endsWith(u'.'))
        return false;
    // Refuses what IDNA does not allow by answering with nothing.
    const QString ascii = QString::fromLatin1(QUrl::toAce(text.toString()));
    const QList<QStringView> labels = QStringView(ascii).split(u'.');
    if (labels.size() < 2 || !std::all_of(labels.begin(), labels.end(), isLabel))
        return false;
    // A last label of digits is an address of the network, not a domain (RFC 3696 section 2).
    return !std::all_of(
        labels.last().begin(), labels.last().end(), [](QChar character) { return character.isDigit(); });
}

} // namespace

bool isEmailAddress(QStringView text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    return at > 0 && text.toUtf8().size() <= longestAddress && isLocalPart(text.first(at))
        && isDomain(text.sliced(at + 1));
}

} // namespace accueil
