#include "app/domain/twiml.h"

#include <QUrl>
#include <QXmlStreamWriter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int secondsForAKey = 8;
constexpr qsizetype longestSay = 4000; // characters; Twilio takes 4,096

// XML 1.0 has no way to write control characters.
QString speakable(const QString &text)
{
    QString words = text;
    for (QChar &character : words) {
        if (character.category() == QChar::Other_Control || character.isNonCharacter())
            character = u' ';
    }
    return words.simplified().left(longestSay);
}

class TwimlWriter
{
public:
    TwimlWriter(const VoiceCall &call, const VoiceAddresses &addresses)
        : m_call(call)
        , m_addresses(addresses)
        , m_xml(&m_text)
    {
        m_xml.writeStartElement(u"Response"_s);
    }
    void say(const QList<SpokenLine> &lines)
    {
        for (const SpokenLine &line : lines) {
            if (!line.clip.isEmpty() && !m_addresses.audio.isEmpty()) {
                m_xml.writeTextElement(u"Play"_s, clipAddress(line.clip));
                continue;
            }
            m_xml.writeStartElement(u"Say"_s);
            m_xml.writeAttribute(u"language"_s, line.language == Language::English ? u"en-GB"_s : u"fr-FR"_s);
            m_xml.writeCharacters(speakable(line.text));
            m_xml.writeEndElement();
        }
    }
    void pause()
    {
        m_xml.writeStartElement(u"Pause"_s);
        m_xml.writeAttribute(u"length"_s, u"1"_s);
        m_xml.writeEndElement();
    }
    void startQuestion(const QString &address)
    {
        m_xml.writeStartElement(u"Gather"_s);
        m_xml.writeAttribute(u"input"_s, u"dtmf"_s);
        m_xml.writeAttribute(u"numDigits"_s, u"1"_s);
        m_xml.writeAttribute(u"timeout"_s, QString::number(secondsForAKey));
        m_xml.writeAttribute(u"action"_s, address);
        m_xml.writeAttribute(u"method"_s, u"POST"_s);
    }
    void endQuestion() { m_xml.writeEndElement(); }
    QString hangUp()
    {
        m_xml.writeEmptyElement(u"Hangup"_s);
        m_xml.writeEndElement();
        return m_text;
    }

private:
    QString clipAddress(const QString &clip) const
    {
        QString folder = m_addresses.audio;
        while (folder.endsWith(u'/'))
            folder.chop(1);
        return folder + u'/' + languageTable.key(m_call.language) + u'/' + clip + u".mp3"_s;
    }

    const VoiceCall &m_call;
    const VoiceAddresses &m_addresses;
    QString m_text;
    QXmlStreamWriter m_xml;
};

} // namespace

QString twimlBeginning(const VoiceCall &call, const VoiceAddresses &addresses)
{
    TwimlWriter writer(call, addresses);
    if (addresses.answer.isEmpty()) {
        // Twice: the first words are often lost while the telephone is lifted.
        writer.say(voiceOneWay(call));
        writer.pause();
        writer.say(voiceOneWay(call));
    } else {
        writer.startQuestion(addresses.answer);
        writer.say(voiceGreeting(call));
        writer.endQuestion();
        writer.say(voiceNeutral(call));
    }
    QString text = writer.hangUp();
    Q_ASSERT(text.size() <= longestTwiml);
    return text;
}

QString twimlMessage(const VoiceCall &call, const VoiceAddresses &addresses)
{
    TwimlWriter writer(call, addresses);
    writer.startQuestion(addresses.answer);
    writer.say(voiceMessage(call));
    writer.pause();
    writer.say(voiceMenu(call));
    writer.pause();
    writer.say(voiceMenu(call));
    writer.endQuestion();
    writer.say(voiceFarewell(call));
    return writer.hangUp();
}

QString twimlEnd(const VoiceCall &call, const QList<SpokenLine> &lines, const VoiceAddresses &addresses)
{
    TwimlWriter writer(call, addresses);
    writer.say(lines);
    return writer.hangUp();
}

} // namespace accueil
