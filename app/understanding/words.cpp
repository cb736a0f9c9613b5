#include "app/understanding/words.h"

#include "app/domain/textfolding.h"

#include <array>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

bool isApostrophe(QChar character)
{
    return character == u'\'' || character == u'\u2019' || character == u'\u2018' || character == u'`'
        || character == u'\u02bc';
}

bool isPartOfWord(QChar character)
{
    return character.isLetterOrNumber() || character.isMark();
}

bool isBreak(QChar character)
{
    return QStringView(u".,;:!?…()\n\"«»“”").contains(character);
}

// What stays of an elided word; nothing when the apostrophe is no elision, as in aujourd'hui.
std::optional<QStringView> elided(QStringView folded)
{
    static constexpr std::array<QStringView, 7> leftOut{u"l", u"d", u"j", u"c", u"s", u"m", u"t"};
    if (std::find(leftOut.begin(), leftOut.end(), folded) != leftOut.end())
        return QStringView();
    if (folded == u"n")
        return QStringView(u"n");
    if (folded == u"qu")
        return QStringView(u"que");
    if (folded == u"jusqu")
        return QStringView(u"jusque");
    return std::nullopt;
}

// A pair of halves beyond the first plane, or one of the older signs; 0 when there is none.
qsizetype emojiLength(QStringView text, qsizetype at)
{
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(text[at], text[at + 1]) >= 0x1f000 ? 2 : 0;
    const char16_t unit = text[at].unicode();
    return (unit >= 0x2600 && unit <= 0x27bf) || unit == 0x2b50 || unit == 0x263a ? 1 : 0;
}

// The signs that change another: colour of skin, form, joining.
bool isEmojiVariation(QStringView text, qsizetype at)
{
    if (text[at] == u'\ufe0f' || text[at] == u'\u200d')
        return true;
    if (!text[at].isHighSurrogate() || at + 1 >= text.size())
        return false;
    const char32_t sign = QChar::surrogateToUcs4(text[at], text[at + 1]);
    return sign >= 0x1f3fb && sign <= 0x1f3ff;
}

// Faces typed with the keyboard.
qsizetype emoticonLength(QStringView text, qsizetype at)
{
    static constexpr std::array<QStringView, 14> faces{
        u">:(", u":-)", u";-)", u":-D", u":-(", u":-/", u":'(", u":)", u";)", u":D", u":(", u":/", u"<3", u"=)"};
    for (QStringView face : faces) {
        if (text.mid(at).startsWith(face)) {
            // "http://" is no face.
            const bool isAddress = face == u":/" && text.mid(at).startsWith(u"://");
            return isAddress ? 0 : face.size();
        }
    }
    return 0;
}

class Splitter
{
public:
    Splitter(QStringView text, Language language)
        : m_text(text)
        , m_language(language)
    {
    }

    QList<Word> split()
    {
        while (m_at < m_text.size()) {
            if (isPartOfWord(m_text[m_at]))
                takeWord();
            else
                takeSign();
        }
        return m_words;
    }

private:
    void takeWord()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size()) {
            if (isPartOfWord(m_text[m_at])) {
                ++m_at;
                continue;
            }
            const bool isInside
                = isApostrophe(m_text[m_at]) && m_at + 1 < m_text.size() && isPartOfWord(m_text[m_at + 1]);
            if (!isInside)
                break;
            if (m_language != Language::English) {
                const QString folded = foldText(m_text.mid(start, m_at - start));
                if (const auto rest = elided(folded)) {
                    ++m_at;
                    if (!rest->isEmpty())
                        m_words += Word{rest->toString(), start, m_at - start, Word::Kind::Letters};
                    return;
                }
            }
            ++m_at;
        }
        const QString folded = foldText(m_text.mid(start, m_at - start));
        if (!folded.isEmpty())
            m_words += Word{folded, start, m_at - start, Word::Kind::Letters};
    }

    void takeSign()
    {
        if (const qsizetype face = emoticonLength(m_text, m_at)) {
            m_words += Word{m_text.mid(m_at, face).toString(), m_at, face, Word::Kind::Emoji};
            m_at += face;
        } else if (isEmojiVariation(m_text, m_at)) {
            m_at += m_text[m_at].isHighSurrogate() ? 2 : 1;
        } else if (const qsizetype sign = emojiLength(m_text, m_at)) {
            m_words += Word{m_text.mid(m_at, sign).toString(), m_at, sign, Word::Kind::Emoji};
            m_at += sign;
        } else {
            if (isBreak(m_text[m_at]))
                m_words += Word{QString(m_text[m_at]), m_at, 1, Word::Kind::Break};
            ++m_at;
        }
    }

    const QStringView m_text;
    const Language m_language;
    qsizetype m_at = 0;
    QList<Word> m_words;
};

} // namespace

QList<Word> wordsOf(QStringView text, Language language)
{
    return Splitter(text, language).split();
}

} // namespace accueil
