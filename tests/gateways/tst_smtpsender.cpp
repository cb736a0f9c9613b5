#include "app/gateways/emailmessage.h"
#include "app/gateways/smtpsender.h"
#include "tests/support/fakeclock.h"
#include "tests/support/readletter.h"
#include "tests/support/smtpserver.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(accueil::SendOutcome)
Q_DECLARE_METATYPE(accueil::SmtpSecurity)

class SmtpSenderTest : public QObject
{
    Q_OBJECT

    static constexpr auto login = "accueil:sécret mot"_L1;

    static OutgoingMessage letter()
    {
        return {.channel = Channel::Email,
            .email = u"essomba@example.org"_s,
            .recipientName = u"Éwané \"Essomba\""_s,
            .subject = u"Rappel de l'Hôpital Général de Douala"_s,
            .text = u"Bonjour,\n.\n..caché\nÀ demain, ɓɔŋɔ́ 😀"_s,
            .messageId = u"0b0c@reminders.accueil"_s};
    }
    static HospitalSettings settingsFor(int port, SmtpSecurity security, bool withLogin)
    {
        HospitalSettings settings;
        settings.name = u"Hôpital Général de Douala"_s;
        settings.smtp
            = {.host = u"127.0.0.1"_s, .port = port, .sender = u"accueil@hgd.example"_s, .security = security};
        if (withLogin) {
            settings.smtp.user = QString(login).section(u':', 0, 0);
            settings.smtp.password = QString::fromUtf8(login.data()).section(u':', 1);
        }
        return settings;
    }
    SendReport sendTo(
        const HospitalSettings &settings, const GatewayOptions &options = {}, const OutgoingMessage &message = letter())
    {
        SmtpSender sender(
            m_clock, [&] { return settings; }, options);
        return sender.send(message);
    }
    // Unfolded, in their order.
    static QList<QByteArray> headers(const QByteArray &content)
    {
        return content.left(content.indexOf("\r\n\r\n")).replace("\r\n ", " ").split('\n');
    }
    static QByteArray header(const QByteArray &content, const QByteArray &name)
    {
        for (const QByteArray &line : headers(content)) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }
    static QString decodedWords(const QByteArray &value)
    {
        QByteArray bytes;
        for (const QByteArray &word : value.split(' ')) {
            if (word.startsWith("=?UTF-8?B?"))
                bytes += QByteArray::fromBase64(word.mid(10).chopped(2));
        }
        return QString::fromUtf8(bytes);
    }

    FakeClock m_clock;

private Q_SLOTS:
    void delivers_data()
    {
        QTest::addColumn<SmtpSecurity>("security");
        QTest::addColumn<bool>("withLogin");
        QTest::newRow("plain") << SmtpSecurity::None << false;
        QTest::newRow("plain with login") << SmtpSecurity::None << true;
        QTest::newRow("STARTTLS with login") << SmtpSecurity::StartTls << true;
        QTest::newRow("TLS with login") << SmtpSecurity::Tls << true;
    }
    void delivers()
    {
        QFETCH(SmtpSecurity, security);
        QFETCH(bool, withLogin);
        SmtpServer server({.security = security, .login = withLogin ? QString::fromUtf8(login.data()) : QString()});
        const HospitalSettings settings = settingsFor(server.port(), security, withLogin);
        const SendReport report = sendTo(
            settings, {.certificateFile = security == SmtpSecurity::None ? QString() : server.certificateFile()});
        QCOMPARE(report.reason, QString());
        QCOMPARE(report.outcome, SendOutcome::Accepted);
        QCOMPARE(report.provider, u"smtp"_s);
        QCOMPARE(report.providerMessageId, u"0b0c@reminders.accueil"_s);
        const QList<ReceivedEmail> received = server.received();
        QCOMPARE(received.size(), 1);
        const ReceivedEmail &email = received.front();
        QCOMPARE(email.from, u"accueil@hgd.example"_s);
        QCOMPARE(email.to, QStringList{u"essomba@example.org"_s});
        QCOMPARE(email.overTls, security != SmtpSecurity::None);
        QCOMPARE(email.login, withLogin ? u"accueil"_s : QString());
        QCOMPARE(header(email.content, "Message-ID"), "<0b0c@reminders.accueil>");
        QCOMPARE(header(email.content, "Date"), "Thu, 12 Mar 2026 09:42:00 +0000");
        QCOMPARE(header(email.content, "MIME-Version"), "1.0");
        QCOMPARE(decodedWords(header(email.content, "Subject")), letter().subject);
        QCOMPARE(decodedWords(header(email.content, "From")), settings.name);
        QVERIFY(header(email.content, "From").endsWith("<accueil@hgd.example>"));
        QCOMPARE(decodedWords(header(email.content, "To")), letter().recipientName);
        QVERIFY(ReadLetter(email.content).part(u"text/plain"_s).startsWith(letter().text + u'\n'));
    }

    void judgesByTheServersReply_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<SendOutcome>("outcome");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("taken");
        QTest::newRow("recipient refused")
            << u"rcpt550"_s << SendOutcome::Refused << u"550 5.1.1"_s << u"invalidAddress"_s << 0;
        QTest::newRow("greylisted") << u"rcpt451"_s << SendOutcome::Deferred << u"451 4.7.1"_s << u"providerDeferred"_s
                                    << 0;
        QTest::newRow("deferred after the text")
            << u"data451"_s << SendOutcome::Deferred << u"451 4.3.0"_s << u"providerDeferred"_s << 0;
        QTest::newRow("message refused") << u"data550"_s << SendOutcome::Refused << u"550 5.7.1"_s
                                         << u"providerRefused"_s << 0;
        QTest::newRow("mailbox full") << u"data452"_s << SendOutcome::Deferred << u"452 4.2.2"_s
                                      << u"providerDeferred"_s << 0;
        QTest::newRow("recipient refused without saying more")
            << u"rcpt550plain"_s << SendOutcome::Refused << u"550"_s << u"invalidAddress"_s << 0;
        QTest::newRow("recipient refused in many words")
            << u"rcptLines"_s << SendOutcome::Refused << u"550 5.1.1"_s << u"invalidAddress"_s << 0;
        QTest::newRow("no relay") << u"rcpt550policy"_s << SendOutcome::Refused << u"550 5.7.1"_s
                                  << u"providerRefused"_s << 0;
        QTest::newRow("held for spam") << u"rcpt554"_s << SendOutcome::Refused << u"554 5.7.1"_s << u"providerRefused"_s
                                       << 0;
        // What is said before the recipient is named says nothing of the recipient.
        QTest::newRow("too busy to greet")
            << u"greet421"_s << SendOutcome::Deferred << u"421 4.3.2"_s << u"providerUnreachable"_s << 0;
        QTest::newRow("does not want us")
            << u"greet554"_s << SendOutcome::Deferred << u"554"_s << u"providerUnreachable"_s << 0;
        QTest::newRow("sender deferred") << u"mail451"_s << SendOutcome::Deferred << u"451 4.3.0"_s
                                         << u"providerDeferred"_s << 0;
        QTest::newRow("sender refused") << u"mail550"_s << SendOutcome::Refused << u"550 5.1.8"_s
                                        << u"senderNotAllowed"_s << 0;
        QTest::newRow("sender refused without saying more")
            << u"mail550plain"_s << SendOutcome::Refused << u"550"_s << u"senderNotAllowed"_s << 0;
        QTest::newRow("lost at the recipient")
            << u"dropRcpt"_s << SendOutcome::Deferred << QString() << u"providerUnreachable"_s << 0;
        QTest::newRow("deferred before the text")
            << u"start451"_s << SendOutcome::Deferred << u"451 4.3.0"_s << u"providerDeferred"_s << 0;
        QTest::newRow("refused before the text")
            << u"start554"_s << SendOutcome::Refused << u"554 5.6.0"_s << u"providerRefused"_s << 0;
        QTest::newRow("lost as the text begins")
            << u"dropStart"_s << SendOutcome::Deferred << QString() << u"providerUnreachable"_s << 0;
        QTest::newRow("lost before the text")
            << u"dropBefore"_s << SendOutcome::Deferred << QString() << u"providerUnreachable"_s << 0;
        QTest::newRow("lost after the text")
            << u"dropAfter"_s << SendOutcome::Unknown << QString() << u"connectionLost"_s << 1;
        QTest::newRow("silent after the text")
            << u"silentAfter"_s << SendOutcome::Unknown << QString() << u"timeout"_s << 1;
    }
    void judgesByTheServersReply()
    {
        QFETCH(QString, mode);
        QFETCH(SendOutcome, outcome);
        QFETCH(QString, code);
        QFETCH(QString, reason);
        QFETCH(int, taken);
        SmtpServer server({.mode = mode});
        const SendReport report = sendTo(settingsFor(server.port(), SmtpSecurity::None, false), {.totalLimit = 2s});
        QCOMPARE(report.reason, reason);
        QCOMPARE(report.outcome, outcome);
        QCOMPARE(report.providerCode, code);
        QCOMPARE(server.received().size(), taken);
    }

    void sendsNothingWithoutTheEncryptionThatIsAsked_data()
    {
        QTest::addColumn<SmtpSecurity>("offered");
        QTest::addColumn<SmtpSecurity>("asked");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no STARTTLS") << SmtpSecurity::None << SmtpSecurity::StartTls << false
                                     << u"encryptionUnavailable"_s;
        QTest::newRow("no TLS") << SmtpSecurity::None << SmtpSecurity::Tls << false << u"providerUnreachable"_s;
        QTest::newRow("strange certificate at STARTTLS")
            << SmtpSecurity::StartTls << SmtpSecurity::StartTls << false << u"certificateRefused"_s;
        QTest::newRow("strange certificate at TLS")
            << SmtpSecurity::Tls << SmtpSecurity::Tls << false << u"certificateRefused"_s;
    }
    void sendsNothingWithoutTheEncryptionThatIsAsked()
    {
        QFETCH(SmtpSecurity, offered);
        QFETCH(SmtpSecurity, asked);
        QFETCH(QString, reason);
        SmtpServer server({.security = offered});
        const SendReport report = sendTo(settingsFor(server.port(), asked, false), {.totalLimit = 3s});
        QCOMPARE(report.outcome, SendOutcome::Deferred);
        QCOMPARE(report.reason, reason);
        QVERIFY(server.received().isEmpty());
    }

    void aRefusedStartTlsWaitsForTheAdministrator_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("not now") << u"tls454"_s;
        QTest::newRow("never") << u"tls554"_s;
    }
    void aRefusedStartTlsWaitsForTheAdministrator()
    {
        QFETCH(QString, mode);
        SmtpServer server({.security = SmtpSecurity::StartTls, .mode = mode});
        const SendReport report = sendTo(settingsFor(server.port(), SmtpSecurity::StartTls, false),
            {.certificateFile = server.certificateFile(), .totalLimit = 5s});
        QCOMPARE(report.outcome, SendOutcome::Deferred);
        QCOMPARE(report.reason, u"encryptionUnavailable"_s);
        QVERIFY(server.received().isEmpty());
    }

    void reachesAnAddressBeyondAscii()
    {
        SmtpServer server({});
        OutgoingMessage message = letter();
        message.email = u"éwané@hôpital.example"_s;
        const SendReport report = sendTo(settingsFor(server.port(), SmtpSecurity::None, false), {}, message);
        QCOMPARE(report.outcome, SendOutcome::Accepted);
        const QList<ReceivedEmail> received = server.received();
        QCOMPARE(received.size(), 1);
        QCOMPARE(received.front().to, QStringList{u"éwané@xn--hpital-ixa.example"_s}); // RFC 6531, RFC 5891
    }

    void aWrongLoginWaitsForTheAdministrator()
    {
        SmtpServer server({.login = u"accueil:other"_s});
        const SendReport report = sendTo(settingsFor(server.port(), SmtpSecurity::None, true));
        QCOMPARE(report.outcome, SendOutcome::Deferred);
        QCOMPARE(report.reason, u"loginRefused"_s);
        QVERIFY(server.received().isEmpty());
    }

    void nobodyListening()
    {
        const SendReport report = sendTo(settingsFor(1, SmtpSecurity::None, false));
        QCOMPARE(report.outcome, SendOutcome::Deferred);
        QCOMPARE(report.reason, u"providerUnreachable"_s);
    }

    void noValueCanAddAHeaderOrARecipient()
    {
        SmtpServer server({});
        OutgoingMessage message = letter();
        message.subject = u"Rappel\r\nBcc: spy@example.org\r\n\r\nhello"_s;
        message.recipientName = u"Eve\r\nX-Evil: 1"_s;
        message.messageId = u"id@x\r\nX-Evil: 2"_s;
        message.email = u"a@example.org>\r\nRCPT TO:<spy@example.org"_s;
        sendTo(settingsFor(server.port(), SmtpSecurity::None, false), {}, message);
        for (const ReceivedEmail &email : server.received()) {
            QCOMPARE(email.to.size(), 1);
            QVERIFY(!email.to.contains(u"spy@example.org"_s));
            QVERIFY(header(email.content, "Bcc").isEmpty());
            QVERIFY(header(email.content, "X-Evil").isEmpty());
        }
        const QByteArray composed
            = composeEmail(message, u"x\r\nX-Evil: 3"_s, u"a@b.example\r\nX-Evil: 4"_s, m_clock.now());
        QVERIFY(header(composed, "X-Evil").isEmpty());
        QVERIFY(header(composed, "Bcc").isEmpty());
    }

    void foldsLongHeadersBetweenCharacters()
    {
        const QString text = u"ɓɔŋɔ́ 😀 "_s.repeated(30).trimmed();
        const QByteArray encoded = encodedHeaderText(text);
        for (const QByteArray &line : encoded.split('\n'))
            QVERIFY2(line.trimmed().size() <= 75, line.constData());
        QString decoded;
        for (const QByteArray &word : QByteArray(encoded).replace("\r\n ", " ").split(' ')) {
            const QString part = QString::fromUtf8(QByteArray::fromBase64(word.mid(10).chopped(2)));
            QVERIFY(!part.contains(QChar::ReplacementCharacter)); // no word ends inside a character
            decoded += part;
        }
        QCOMPARE(decoded, text);
        QCOMPARE(encodedHeaderText(u"Plain subject"_s), "Plain subject");
    }

    void givesUpAtOnceWhenAborted()
    {
        SmtpServer server({.mode = u"silentAfter"_s});
        const HospitalSettings settings = settingsFor(server.port(), SmtpSecurity::None, false);
        SmtpSender sender(m_clock, [&] { return settings; });
        QElapsedTimer timer;
        std::thread other([&] {
            std::this_thread::sleep_for(1s); // by now the server has the text and is silent
            timer.start();
            sender.abort();
        });
        const SendReport report = sender.send(letter());
        other.join();
        QCOMPARE(report.outcome, SendOutcome::Unknown);
        QVERIFY2(timer.elapsed() < 1300, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(SmtpSenderTest)
#include "tst_smtpsender.moc"
