#include "app/gateways/calendarentry.h"
#include "app/gateways/emailmessage.h"
#include "tests/support/fakeclock.h"
#include "tests/support/readletter.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QString hospital = u"Hôpital Général; \"Douala\""_s;
const QString desk = u"accueil@hgd.example"_s;
const QDateTime appointment({2026, 11, 23}, {8, 30}, Qt::UTC);

OutgoingMessage letter()
{
    return {.channel = Channel::Email,
        .email = u"essomba@example.org"_s,
        .recipientName = u"Éwané Essomba"_s,
        .subject = u"Rappel de l'Hôpital"_s,
        .text = u"Bonjour <Éwané> & famille,\nà demain 😀\n\nL'accueil"_s,
        .messageId = u"0b0c@reminders.accueil"_s,
        .language = Language::French,
        .ward = u"Pavillon B, étage 2"_s,
        .appointmentReference = u"appointment:12"_s,
        .appointmentRevision = 3};
}

OutgoingMessage invitation()
{
    OutgoingMessage message = letter();
    message.appointmentTime = appointment;
    return message;
}

// The lines of a calendar, unfolded.
QStringList lines(const QByteArray &calendar)
{
    return QString::fromUtf8(QByteArray(calendar).replace("\r\n ", "")).split(u"\r\n"_s, Qt::SkipEmptyParts);
}

} // namespace

class EmailMessageTest : public QObject
{
    Q_OBJECT

    QByteArray compose(const OutgoingMessage &message) const
    {
        return composeEmail(message, hospital, desk, m_clock.now());
    }
    QStringList calendar(const OutgoingMessage &message, const QString &name = hospital) const
    {
        return lines(calendarEntry(message, name, desk, m_clock.now()));
    }

    const FakeClock m_clock;

private Q_SLOTS:
    void saysTheSameInTextAndHtml()
    {
        const ReadLetter read(compose(letter()));
        QCOMPARE(read.defects(), QStringList());
        QCOMPARE(read.type(), u"multipart/alternative"_s);
        QCOMPARE(read.partTypes(), (QStringList{u"text/plain"_s, u"text/html"_s}));
        QCOMPARE(read.header(u"Subject"_s), letter().subject);
        QCOMPARE(read.header(u"Message-ID"_s), u"<0b0c@reminders.accueil>"_s);
        QVERIFY(read.part(u"text/plain"_s).startsWith(letter().text + u"\n\n-- \n"_s));
        const QString html = read.part(u"text/html"_s);
        QVERIFY(html.contains(u"<p>Bonjour &lt;Éwané&gt; &amp; famille,<br>\nà demain 😀</p>\n<p>L'accueil</p>"_s));
        for (const QString &type : read.partTypes())
            QVERIFY(read.part(type).contains(u"écrivez STOP à accueil@hgd.example"_s));
    }

    void isReadableByAScreenReaderAndFetchesNothing_data()
    {
        QTest::addColumn<Language>("language");
        for (const auto &row : languageTable.rows)
            QTest::newRow(qPrintable(row.key.toString())) << row.value;
    }
    void isReadableByAScreenReaderAndFetchesNothing()
    {
        QFETCH(Language, language);
        OutgoingMessage message = letter();
        message.language = language;
        message.text += u"\n<img src=\"https://spy.example/x.png\"><script>1</script>"_s;
        const QString html = ReadLetter(compose(message)).part(u"text/html"_s);
        QVERIFY(html.contains(u"<html lang=\"%1\">"_s.arg(languageTable.key(language))));
        QVERIFY(html.contains(u"<title>Rappel de l'Hôpital</title>"_s));
        QVERIFY(html.contains(u"<h1"_s));
        for (const QString &tag : {u"<img"_s, u"<script"_s, u"<link"_s, u"<style"_s, u"src="_s, u"url("_s, u"href="_s})
            QVERIFY2(!QString(html).remove(u"src=&quot;"_s).contains(tag), qPrintable(tag));
        QCOMPARE(html.contains(u"write STOP to"_s), language == Language::English);
    }

    void bringsAnInvitationToAnAppointment()
    {
        const ReadLetter read(compose(invitation()));
        QCOMPARE(read.defects(), QStringList());
        QCOMPARE(read.partTypes(), (QStringList{u"text/plain"_s, u"text/html"_s, u"text/calendar"_s}));
        QCOMPARE(read.calendarMethod(), u"REQUEST"_s);
        QCOMPARE(calendar(invitation()),
            (QStringList{u"BEGIN:VCALENDAR"_s, u"VERSION:2.0"_s, u"PRODID:-//Accueil//Accueil//EN"_s,
                u"METHOD:REQUEST"_s, u"BEGIN:VEVENT"_s, u"UID:appointment-12@hgd.example"_s, u"SEQUENCE:3"_s,
                u"DTSTAMP:20260312T094200Z"_s, u"DTSTART:20261123T083000Z"_s,
                u"SUMMARY:Rendez-vous : Hôpital Général\\; \"Douala\""_s,
                u"LOCATION:Pavillon B\\, étage 2\\, Hôpital Général\\; \"Douala\""_s,
                u"ORGANIZER;CN=\"Hôpital Général; 'Douala'\":mailto:accueil@hgd.example"_s,
                u"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:essomba@example.org"_s,
                u"STATUS:CONFIRMED"_s, u"CLASS:PRIVATE"_s, u"END:VEVENT"_s, u"END:VCALENDAR"_s}));
        // What the letter holds is that.
        QCOMPARE(lines(read.part(u"text/calendar"_s).replace("\n"_L1, "\r\n"_L1).toUtf8()), calendar(invitation()));
    }

    void keepsToTheSameEntryWhenItIsMoved()
    {
        OutgoingMessage moved = invitation();
        moved.appointmentTime = appointment.addDays(1);
        moved.appointmentRevision = 4;
        moved.messageId = u"another@reminders.accueil"_s;
        QCOMPARE(calendar(moved).at(5), calendar(invitation()).at(5));
        QCOMPARE(calendar(moved).at(6), u"SEQUENCE:4"_s);
        OutgoingMessage single = invitation();
        single.appointmentReference.clear();
        QCOMPARE(calendar(single).at(5), u"UID:0b0c@reminders.accueil"_s);
    }

    void takesTheEntryOfACancelledAppointmentOut()
    {
        OutgoingMessage off = invitation();
        off.appointmentIsOff = true;
        off.appointmentRevision = 4;
        const ReadLetter read(compose(off));
        QCOMPARE(read.defects(), QStringList());
        QCOMPARE(read.calendarMethod(), u"CANCEL"_s);
        QStringList expected = calendar(invitation());
        expected.replaceInStrings(u"METHOD:REQUEST"_s, u"METHOD:CANCEL"_s);
        expected.replaceInStrings(u"SEQUENCE:3"_s, u"SEQUENCE:4"_s);
        expected.replaceInStrings(u"STATUS:CONFIRMED"_s, u"STATUS:CANCELLED"_s);
        QCOMPARE(calendar(off), expected);
    }

    void keepsWhatGivesThePatientAwayOutOfTheCalendar()
    {
        OutgoingMessage message = invitation();
        for (const QString &ward : {u"Clinique du VIH"_s, u"Oncologie"_s, QString()}) {
            message.ward = ward;
            QCOMPARE(calendar(message, u"HGD"_s).at(10), u"LOCATION:HGD"_s);
        }
        const QString whole = calendar(invitation()).join(u' ');
        QVERIFY(!whole.contains(u"Essomba"_s) && !whole.contains(u"demain"_s) && !whole.contains(u"Éwané"_s));
    }

    void foldsLongLinesBetweenCharacters()
    {
        const QString name = u"Hôpital ɓɔŋɔ́ 😀 é"_s.repeated(10).left(120);
        const QByteArray text = calendarEntry(invitation(), name, desk, m_clock.now());
        int foldedLines = 0;
        for (const QByteArray &line : text.split('\n')) {
            QVERIFY2(line.trimmed().size() <= 75 && (line.isEmpty() || line.endsWith('\r')), line.constData());
            QVERIFY(!QString::fromUtf8(line).contains(QChar::ReplacementCharacter));
            foldedLines += line.startsWith(' ') ? 1 : 0;
        }
        QVERIFY(foldedLines > 2);
        QVERIFY(lines(text).contains(u"SUMMARY:Rendez-vous : "_s + name.simplified()));
    }

    void noValueCanAddALineToTheCalendar()
    {
        OutgoingMessage message = invitation();
        message.ward = u"Ward\r\nATTENDEE:mailto:spy@example.org\\n"_s;
        message.email = u"a@example.org\r\nX-EVIL:1"_s;
        message.appointmentReference = u"x\r\nX-EVIL:2"_s;
        const QStringList made = calendar(message, u"Hospital\nX-EVIL:3\u0085\u2028"_s);
        QCOMPARE(made.size(), calendar(invitation()).size());
        for (const QString &line : made)
            QVERIFY2(!line.startsWith(u"X-EVIL"_s), qPrintable(line));
        QCOMPARE(made.filter(QRegularExpression(u"^ATTENDEE"_s)).size(), 1);
    }

    void saysHowToEndIt_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("post");
        const QString byMail = u"<mailto:accueil@hgd.example?subject=STOP>"_s;
        QTest::newRow("by mail") << QString() << byMail << QString();
        QTest::newRow("by one click") << u"https://desk.example.org/webhooks/unsubscribe?token=a-b_c"_s
                                      << u"<https://desk.example.org/webhooks/unsubscribe?token=a-b_c>, "_s + byMail
                                      << u"List-Unsubscribe=One-Click"_s;
        QTest::newRow("not encrypted") << u"http://desk.example.org/u"_s << byMail << QString();
        QTest::newRow("with a line break") << u"https://a.example/\r\nBcc: x"_s << byMail << QString();
    }
    void saysHowToEndIt()
    {
        QFETCH(QString, url);
        OutgoingMessage message = letter();
        message.unsubscribeUrl = url;
        const ReadLetter read(compose(message));
        QCOMPARE(read.defects(), QStringList());
        QTEST(read.header(u"List-Unsubscribe"_s), "header");
        QTEST(read.header(u"List-Unsubscribe-Post"_s), "post");
        QCOMPARE(read.header(u"Bcc"_s), QString());
    }

    void isAsciiInLinesThatAnyServerTakes()
    {
        for (const QByteArray &line : compose(invitation()).split('\n')) {
            QVERIFY(line.size() <= 998);
            QVERIFY(std::ranges::all_of(line, [](char c) { return uchar(c) < 128; }));
        }
        QVERIFY(compose(invitation()).endsWith("--\r\n"));
    }

    void isTheSameLetterAtEveryTry() { QCOMPARE(compose(invitation()), compose(invitation())); }
};

QTEST_GUILESS_MAIN(EmailMessageTest)
#include "tst_emailmessage.moc"
