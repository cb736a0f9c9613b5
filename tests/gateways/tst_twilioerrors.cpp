#include "app/gateways/curlhttpclient.h"
#include "app/gateways/twiliosender.h"
#include "tests/support/faketwilio.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(accueil::SendOutcome)

// What the errors of the contract mean for a message and for a call.
class TwilioErrorsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void understandsEveryError_data()
    {
        QTest::addColumn<Channel>("channel");
        QTest::addColumn<int>("code");
        QTest::addColumn<SendOutcome>("outcome");
        QTest::addColumn<QString>("reason");
        Channel channel = Channel::Sms;
        const auto row = [&](int code, SendOutcome outcome, const QString &reason) {
            QTest::addRow("%s %d", qPrintable(channelTable.key(channel)), code) << channel << code << outcome << reason;
        };
        row(21211, SendOutcome::Refused, u"invalidNumber"_s);
        row(21212, SendOutcome::Refused, u"senderNotAllowed"_s);
        row(21408, SendOutcome::Refused, u"notRoutable"_s);
        row(21602, SendOutcome::Refused, u"messageRefused"_s);
        row(21604, SendOutcome::Refused, u"invalidNumber"_s);
        row(21606, SendOutcome::Refused, u"senderNotAllowed"_s);
        row(21610, SendOutcome::Refused, u"optedOut"_s);
        row(21611, SendOutcome::Deferred, u"providerBusy"_s);
        row(21612, SendOutcome::Refused, u"notRoutable"_s);
        row(21614, SendOutcome::Refused, u"invalidNumber"_s);
        row(21617, SendOutcome::Refused, u"messageRefused"_s);
        row(20003, SendOutcome::Deferred, u"loginRefused"_s);
        row(20404, SendOutcome::Deferred, u"loginRefused"_s);
        row(20429, SendOutcome::Deferred, u"providerBusy"_s);
        row(20500, SendOutcome::Unknown, u"providerError"_s);
        channel = Channel::Ivr;
        row(21201, SendOutcome::Refused, u"invalidNumber"_s);
        row(21205, SendOutcome::Refused, u"messageRefused"_s);
        row(21210, SendOutcome::Refused, u"senderNotAllowed"_s);
        row(21212, SendOutcome::Refused, u"senderNotAllowed"_s);
        row(21214, SendOutcome::Refused, u"invalidNumber"_s);
        row(21215, SendOutcome::Refused, u"notRoutable"_s);
        row(21216, SendOutcome::Refused, u"notRoutable"_s);
        row(21217, SendOutcome::Refused, u"invalidNumber"_s);
        row(20003, SendOutcome::Deferred, u"loginRefused"_s);
        row(20429, SendOutcome::Deferred, u"providerBusy"_s);
        row(20500, SendOutcome::Unknown, u"providerError"_s);
    }
    void understandsEveryError()
    {
        QFETCH(Channel, channel);
        QFETCH(int, code);
        QFETCH(SendOutcome, outcome);
        QFETCH(QString, reason);
        FakeTwilio twilio;
        twilio.setFault({.kind = TwilioFault::Kind::Error, .code = code});
        HospitalSettings settings;
        settings.twilio = {.accountSid = FakeTwilio::accountSid(),
            .authToken = FakeTwilio::authToken(),
            .phoneNumber = FakeTwilio::from(),
            .baseUrl = twilio.baseUrl()};
        CurlHttpClient http;
        TwilioSender sender(http, channel, [&] { return settings; });
        const SendReport report = sender.send({.phoneNumber = u"+237670000001"_s, .text = u"Rendez-vous"_s});
        QCOMPARE(report.outcome, outcome);
        QCOMPARE(report.reason, reason);
        QCOMPARE(report.providerCode, QString::number(code));
        QCOMPARE(report.retryAfterSeconds, 0);
        QCOMPARE(twilio.requests(), 1);
        QCOMPARE(twilio.takenInAll(), 0);
        QCOMPARE(twilio.violations(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TwilioErrorsTest)
#include "tst_twilioerrors.moc"
