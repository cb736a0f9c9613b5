#include "app/gateways/curlhttpclient.h"
#include "app/gateways/twiliosender.h"
#include "tests/support/faketwilio.h"

#include <QTcpServer>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(accueil::SendOutcome)
Q_DECLARE_METATYPE(accueil::TwilioFault)

class TwilioSmsSenderTest : public QObject
{
    Q_OBJECT

    static HospitalSettings settingsFor(const QString &baseUrl)
    {
        HospitalSettings settings;
        settings.twilio = {.accountSid = FakeTwilio::accountSid(),
            .authToken = FakeTwilio::authToken(),
            .phoneNumber = FakeTwilio::from(),
            .baseUrl = baseUrl};
        return settings;
    }
    static OutgoingMessage message(const QString &text = u"Rendez-vous demain"_s)
    {
        return {.channel = Channel::Sms, .phoneNumber = u"+237670000001"_s, .text = text};
    }
    static SendReport sendTo(
        const QString &baseUrl, const OutgoingMessage &outgoing, const GatewayOptions &options = {})
    {
        CurlHttpClient http(options);
        TwilioSender sender(http, Channel::Sms, [&] { return settingsFor(baseUrl); });
        return sender.send(outgoing);
    }

private Q_SLOTS:
    void sendsExactlyWhatTheContractAsks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"Rendez-vous demain 9:30"_s;
        QTest::newRow("signs of the form itself") << u"a+b=c&d%20e f;g\nh"_s;
        QTest::newRow("local letters and an emoji") << u"Ɓɔŋɔ́, à l'Hôpital Général 😀"_s;
        QTest::newRow("longest") << u"é"_s.repeated(1600);
    }
    void sendsExactlyWhatTheContractAsks()
    {
        QFETCH(QString, text);
        FakeTwilio twilio;
        const SendReport report = sendTo(twilio.baseUrl() + u'/', message(text));
        QCOMPARE(twilio.violations(), QStringList());
        QCOMPARE(report.outcome, SendOutcome::Accepted);
        QCOMPARE(report.provider, u"twilio"_s);
        QVERIFY(report.providerMessageId.startsWith(u"SM"_s));
        QCOMPARE(twilio.taken(), (QMap<QString, int>{{u"+237670000001\n"_s + text, 1}}));
    }

    void saysWhoItIsFrom_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const QString service = u"MG"_s + u"0123456789abcdef"_s.repeated(2);
        QTest::newRow("number") << FakeTwilio::from() << QString() << u"From"_s << FakeTwilio::from();
        QTest::newRow("name") << u"HGD Douala"_s << QString() << u"From"_s << u"HGD Douala"_s;
        QTest::newRow("service") << QString() << service << u"MessagingServiceSid"_s << service;
        QTest::newRow("service typed as the sender") << service << QString() << u"MessagingServiceSid"_s << service;
        QTest::newRow("both") << FakeTwilio::from() << service << u"MessagingServiceSid"_s << service;
    }
    void saysWhoItIsFrom()
    {
        QFETCH(QString, number);
        QFETCH(QString, service);
        QFETCH(QString, field);
        QFETCH(QString, value);
        FakeTwilio twilio;
        twilio.allowSender(value);
        HospitalSettings settings = settingsFor(twilio.baseUrl());
        settings.twilio.phoneNumber = number;
        settings.twilio.messagingServiceSid = service;
        CurlHttpClient http;
        QCOMPARE(
            TwilioSender(http, Channel::Sms, [&] { return settings; }).send(message()).outcome, SendOutcome::Accepted);
        QCOMPARE(twilio.violations(), QStringList());
        const QMultiMap<QString, QString> form = twilio.records().first().form;
        QCOMPARE(form.value(field), value);
        QCOMPARE(form.contains(u"From"_s), field == u"From");
        QVERIFY(!form.contains(u"StatusCallback"_s)); // no public address
    }

    void asksForNewsAtThePublicAddress()
    {
        FakeTwilio twilio;
        HospitalSettings settings = settingsFor(twilio.baseUrl());
        settings.publicUrl = u"https://desk.example.org/accueil/"_s;
        CurlHttpClient http;
        QCOMPARE(
            TwilioSender(http, Channel::Sms, [&] { return settings; }).send(message()).outcome, SendOutcome::Accepted);
        QCOMPARE(twilio.violations(), QStringList());
        QCOMPARE(twilio.records().first().form.value(u"StatusCallback"_s),
            u"https://desk.example.org/accueil/webhooks/twilio/status"_s);
    }

    void spellsPlainlyForASenderThatTakesNoOther()
    {
        FakeTwilio twilio;
        HospitalSettings settings = settingsFor(twilio.baseUrl());
        settings.twilio.unicode = false;
        CurlHttpClient http;
        TwilioSender(http, Channel::Sms, [&] { return settings; }).send(message(u"L’Hôpital vous attend, à 9 h"_s));
        QCOMPARE(twilio.records().first().text, u"L'Hopital vous attend, à 9 h"_s);
    }

    void heedsRetryAfter()
    {
        FakeTwilio twilio;
        twilio.setFault({.kind = TwilioFault::Kind::Error, .code = 20429, .retryAfterSeconds = 600});
        const SendReport report = sendTo(twilio.baseUrl(), message());
        QCOMPARE(report.outcome, SendOutcome::Deferred);
        QCOMPARE(report.retryAfterSeconds, 600);
    }

    void doesNotKnowWhenNoWholeAnswerCame_data()
    {
        QTest::addColumn<TwilioFault>("fault");
        QTest::addColumn<QString>("reason");
        using enum TwilioFault::Kind;
        QTest::newRow("ended before acting") << TwilioFault{.kind = DropBefore} << u"connectionLost"_s;
        QTest::newRow("ended after acting") << TwilioFault{.kind = DropAfter} << u"connectionLost"_s;
        QTest::newRow("cut answer") << TwilioFault{.kind = CutAnswerAfter} << u"connectionLost"_s;
        QTest::newRow("not JSON") << TwilioFault{.kind = GarbageAfter} << u"unreadableAnswer"_s;
        QTest::newRow("too late") << TwilioFault{.delay = 5s} << u"timeout"_s;
    }
    void doesNotKnowWhenNoWholeAnswerCame()
    {
        QFETCH(TwilioFault, fault);
        QFETCH(QString, reason);
        FakeTwilio twilio;
        twilio.setFault(fault);
        const SendReport report = sendTo(twilio.baseUrl(), message(), {.totalLimit = 700ms});
        QCOMPARE(report.outcome, SendOutcome::Unknown);
        QCOMPARE(report.reason, reason);
        QCOMPARE(twilio.requests(), 1); // nothing is sent a second time by itself
    }

    void isSureWhenNothingLeft_data()
    {
        QTest::addColumn<QString>("baseUrl");
        QTest::newRow("nobody listens") << u"http://127.0.0.1:1"_s;
        QTest::newRow("unknown name") << u"http://twilio.invalid"_s;
    }
    void isSureWhenNothingLeft()
    {
        QFETCH(QString, baseUrl);
        const SendReport report = sendTo(baseUrl, message());
        QCOMPARE(report.outcome, SendOutcome::Deferred);
        QCOMPARE(report.reason, u"providerUnreachable"_s);
    }

    void sendsNothingToAServerThatCannotSpeakTls()
    {
        FakeTwilio twilio;
        const SendReport report
            = sendTo(twilio.baseUrl().replace(u"http:"_s, u"https:"_s), message(), {.totalLimit = 2s});
        QCOMPARE(report.outcome, SendOutcome::Deferred);
        QCOMPARE(twilio.requests(), 0);
    }

    void isNotConfiguredWithoutAccount()
    {
        CurlHttpClient http;
        HospitalSettings settings;
        TwilioSender sender(http, Channel::Sms, [&] { return settings; });
        QVERIFY(!sender.isConfigured());
        QCOMPARE(sender.send(message()).outcome, SendOutcome::NotConfigured);
        settings = settingsFor(u"http://127.0.0.1:1"_s);
        QVERIFY(sender.isConfigured());
    }

    void takesANewLoginWithoutRestart()
    {
        FakeTwilio twilio;
        CurlHttpClient http;
        HospitalSettings settings = settingsFor(twilio.baseUrl());
        settings.twilio.authToken = u"wrong"_s;
        TwilioSender sender(http, Channel::Sms, [&] { return settings; });
        sender.send(message());
        QCOMPARE(twilio.violations().size(), 1);
        settings.twilio.authToken = FakeTwilio::authToken();
        QCOMPARE(sender.send(message()).outcome, SendOutcome::Accepted);
    }

    void givesUpAtOnceWhenAborted()
    {
        FakeTwilio twilio;
        twilio.setFault({.delay = 20s});
        CurlHttpClient http;
        TwilioSender sender(http, Channel::Sms, [&] { return settingsFor(twilio.baseUrl()); });
        QElapsedTimer timer;
        timer.start();
        std::thread other([&] {
            while (twilio.requests() == 0)
                std::this_thread::sleep_for(5ms);
            sender.abort();
        });
        const SendReport report = sender.send(message());
        other.join();
        QCOMPARE(report.outcome, SendOutcome::Unknown);
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TwilioSmsSenderTest)
#include "tst_twiliosmssender.moc"
