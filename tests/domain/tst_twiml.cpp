#include "app/domain/twiml.h"

#include <QXmlStreamReader>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QString secret = u"Éwané, votre rendez-vous en cardiologie est lundi à 09:30"_s;
const QString answer = u"https://desk.example.org/webhooks/twilio/voice/0b0c"_s;

VoiceCall call(Language language = Language::French)
{
    return {.hospital = u"Hôpital Général de Douala"_s,
        .deskPhone = u"2 33 42 00 00"_s,
        .language = language,
        .message = secret,
        .purpose = Purpose::FollowUp,
        .appointmentTime = QDateTime({2026, 11, 23}, {8, 30}, Qt::UTC)};
}

// The verbs of a document in their order, as "Say fr-FR: words", "Gather URL", "/Gather".
QStringList verbs(const QString &twiml)
{
    QStringList found;
    QXmlStreamReader reader(twiml);
    while (!reader.atEnd()) {
        reader.readNext();
        const QString name = reader.name().toString();
        if (reader.isStartElement() && (name == u"Say" || name == u"Play")) {
            const QString language = reader.attributes().value(u"language"_s).toString();
            found << name + (language.isEmpty() ? QString() : u' ' + language) + u": "_s + reader.readElementText();
        } else if (reader.isStartElement() && name == u"Gather") {
            found << u"Gather "_s + reader.attributes().value(u"action"_s).toString();
            if (reader.attributes().value(u"numDigits"_s) != u"1" || reader.attributes().value(u"method"_s) != u"POST"
                || reader.attributes().value(u"input"_s) != u"dtmf")
                found << u"wrong question"_s;
        } else if (reader.isStartElement()) {
            found << name;
        } else if (reader.isEndElement() && name == u"Gather") {
            found << u"/Gather"_s;
        }
    }
    if (reader.hasError())
        found << reader.errorString();
    return found;
}

} // namespace

// What is said in a call, and how Twilio is told.
class TwimlTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksForAKeyBeforeAnythingPersonal()
    {
        const QStringList said = verbs(twimlBeginning(call(), {.answer = answer}));
        QCOMPARE(said.size(), 6);
        QCOMPARE(said.at(0), u"Response"_s);
        QCOMPARE(said.at(1), u"Gather "_s + answer);
        QVERIFY(said.at(2).startsWith(u"Say fr-FR: Bonjour, ici Hôpital Général de Douala."_s));
        QVERIFY(said.at(2).contains(u"appuyez sur 1"_s) && said.at(2).contains(u"appuyez sur 9"_s));
        QCOMPARE(said.at(3), u"/Gather"_s);
        QVERIFY(said.at(4).contains(u"2 33 42 00 00"_s)); // what a machine keeps
        QCOMPARE(said.at(5), u"Hangup"_s);
    }

    void saysNothingPersonalBeforeAKeyInAnyLanguage_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("with keys") << answer;
        QTest::newRow("one way") << QString();
    }
    void saysNothingPersonalBeforeAKeyInAnyLanguage()
    {
        QFETCH(QString, address);
        for (const auto &row : languageTable.rows) {
            for (const Clips clips : {Clips::None, Clips::Recorded}) {
                VoiceCall spoken = call(row.value);
                spoken.clips = clips;
                const QString twiml = twimlBeginning(spoken, {.answer = address, .audio = u"https://audio.example"_s});
                for (const QString &word : {u"Éwané"_s, u"cardiologie"_s, u"09:30"_s, u"lundi"_s, u"23"_s, u"follow"_s})
                    QVERIFY2(!twiml.contains(word), qPrintable(twiml));
            }
        }
    }

    void asksForNoKeyThatNobodyCouldAnswer()
    {
        const QStringList said = verbs(twimlBeginning(call(Language::English), {}));
        QCOMPARE(said.size(), 5);
        QVERIFY(said.at(1).startsWith(u"Say en-GB: Hello, this is Hôpital Général de Douala."_s));
        QVERIFY(said.at(1).contains(u"reception on 2 33 42 00 00"_s));
        QVERIFY(!said.at(1).contains(u"press"_s));
        QCOMPARE(said.at(2), u"Pause"_s);
        QCOMPARE(said.at(3), said.at(1));
    }

    void saysTheMessageAndAsksWhatToDo()
    {
        const QStringList said = verbs(twimlMessage(call(), {.answer = answer + u"/menu"_s}));
        QCOMPARE(said.at(1), u"Gather "_s + answer + u"/menu"_s);
        QCOMPARE(said.at(2), u"Say fr-FR: "_s + secret);
        for (const QString &key : {u"1"_s, u"2"_s, u"3"_s, u"9"_s})
            QVERIFY(said.at(4).contains(u"appuyez sur "_s + key));
        QCOMPARE(said.at(said.size() - 3), u"/Gather"_s);
        QCOMPARE(said.last(), u"Hangup"_s);
    }

    void playsRecordingsWhereThereAreSome_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QStringList>("message");
        const QString spoken = u"Say fr-FR: "_s + secret;
        const QStringList day{u"Say fr-FR: lundi 23 novembre, 09:30"_s};
        QTest::newRow("fr") << Language::French << QStringList{spoken};
        QTest::newRow("en") << Language::English << QStringList{u"Say en-GB: "_s + secret};
        for (const Language local : {Language::Duala, Language::Basaa, Language::Ewondo}) {
            const QString key = languageTable.key(local);
            QTest::newRow(qPrintable(key))
                << local << QStringList{u"Play: https://audio.example.org/%1/message-follow-up.mp3"_s.arg(key)} + day;
        }
    }
    void playsRecordingsWhereThereAreSome()
    {
        QFETCH(Language, language);
        QFETCH(QStringList, message);
        VoiceCall recorded = call(language);
        recorded.clips = Clips::Recorded;
        const VoiceAddresses addresses{.answer = answer, .audio = u"https://audio.example.org/"_s};
        const QString folder = u"Play: https://audio.example.org/%1/"_s.arg(languageTable.key(language));
        QCOMPARE(verbs(twimlBeginning(recorded, addresses)),
            (QStringList{u"Response"_s, u"Gather "_s + answer, folder + u"greeting.mp3"_s, u"/Gather"_s,
                folder + u"neutral.mp3"_s, u"Hangup"_s}));
        QCOMPARE(verbs(twimlMessage(recorded, addresses)).mid(2, message.size()), message);
        QCOMPARE(
            verbs(twimlEnd(recorded, voiceReply(recorded, VoiceKey::Stop), addresses)).at(1), folder + u"stopped.mp3"_s);
    }

    void fallsBackToFrenchWithoutRecordings()
    {
        QVERIFY(verbs(twimlBeginning(call(Language::Ewondo), {.answer = answer}))
                    .at(2)
                    .startsWith(u"Say fr-FR: Bonjour"_s));
    }

    void readsEveryKey()
    {
        QCOMPARE(voiceKey(u"1"), VoiceKey::Confirm);
        QCOMPARE(voiceKey(u"2"), VoiceKey::Cancel);
        QCOMPARE(voiceKey(u"3"), VoiceKey::Repeat);
        QCOMPARE(voiceKey(u"9"), VoiceKey::Stop);
        for (const QString &other : {u"0"_s, u"4"_s, u"#"_s, u"11"_s, u""_s})
            QVERIFY(!voiceKey(other));
        for (const VoiceKey key : {VoiceKey::Confirm, VoiceKey::Cancel, VoiceKey::Stop})
            QCOMPARE(voiceReply(call(), key).size(), 1);
        QVERIFY(voiceReply(call(), VoiceKey::Repeat).isEmpty()); // the message again
    }

    void spellsANumberThatWasTypedInOne()
    {
        VoiceCall typed = call();
        typed.deskPhone = u"+237233420000"_s;
        QVERIFY(voiceOneWay(typed).first().text.contains(u"l'accueil au + 2 3 7 2 3 3 4 2 0 0 0 0."_s));
        typed.deskPhone.clear();
        QVERIFY(voiceOneWay(typed).first().text.contains(u"appeler l'accueil de l'hôpital."_s));
    }

    void letsNoNameAddAnInstruction()
    {
        VoiceCall evil = call();
        evil.hospital = u"</Say><Dial>+237699999999</Dial><Say> & \"Co\" \u0001\u001b {desk}"_s;
        evil.message = u"]]><Record action=\"https://evil.example\"/>"_s;
        for (const QString &twiml : {twimlBeginning(evil, {.answer = answer + u"\"><Dial>1</Dial>"_s}),
                 twimlBeginning(evil, {}), twimlMessage(evil, {.answer = answer})}) {
            for (const QString &verb : verbs(twiml)) {
                const QString name = verb.section(u' ', 0, 0).remove(u':');
                QVERIFY2((QStringList{u"Response"_s, u"Gather"_s, u"/Gather"_s, u"Say"_s, u"Pause"_s, u"Hangup"_s})
                             .contains(name),
                    qPrintable(verb));
            }
        }
        QCOMPARE(verbs(twimlMessage(evil, {.answer = answer})).at(2), u"Say fr-FR: "_s + evil.message);
    }

    void staysWithinWhatTwilioTakes()
    {
        VoiceCall longest = call();
        longest.hospital = QString(120, u'&'); // every character becomes five
        longest.message = QString(1600, u'<');
        const QString address = u"https://desk.example.org/"_s + QString(500, u'a');
        QVERIFY(twimlBeginning(longest, {.answer = address}).size() <= longestTwiml);
        QVERIFY(twimlBeginning(longest, {}).size() <= longestTwiml);
    }

    void namesEveryRecording()
    {
        const QStringList clips = voiceClips();
        QCOMPARE(clips.size(), 14);
        QVERIFY(clips.contains(u"one-way"_s) && clips.contains(u"message-follow-up"_s));
        QCOMPARE(QSet<QString>(clips.begin(), clips.end()).size(), clips.size());
    }
};

QTEST_APPLESS_MAIN(TwimlTest)
#include "tst_twiml.moc"
