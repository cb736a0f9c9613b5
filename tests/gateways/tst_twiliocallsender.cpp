#include "app/gateways/curlhttpclient.h"
#include "app/gateways/twiliosender.h"
#include "tests/support/faketwilio.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(accueil::SendOutcome)

class TwilioCallSenderTest : public QObject
{
    Q_OBJECT

    static HospitalSettings settingsFor(const FakeTwilio &twilio)
    {
        HospitalSettings settings;
        settings.name = u"Hôpital Général & Pédiatrique"_s;
        settings.deskPhone = u"2 33 42 00 00"_s;
        settings.twilio = {.accountSid = FakeTwilio::accountSid(),
            .authToken = FakeTwilio::authToken(),
            .phoneNumber = FakeTwilio::from(),
            .baseUrl = twilio.baseUrl()};
        return settings;
    }
    static OutgoingMessage message()
    {
        return {.channel = Channel::Ivr,
            .phoneNumber = u"+237670000001"_s,
            .recipientName = u"Éwané"_s,
            .text = u"Éwané, rendez-vous demain"_s,
            .idempotencyKey = u"7d3c0f52-0000-4000-8000-000000000001"_s};
    }
    static SendReport call(const HospitalSettings &settings, const OutgoingMessage &outgoing = message())
    {
        CurlHttpClient http;
        return TwilioSender(http, Channel::Ivr, [&] { return settings; }).send(outgoing);
    }

private Q_SLOTS:
    void callsOneWayWithoutAPublicAddress()
    {
        FakeTwilio twilio;
        const SendReport report = call(settingsFor(twilio));
        QCOMPARE(twilio.violations(), QStringList());
        QCOMPARE(report.outcome, SendOutcome::Accepted);
        QCOMPARE(report.provider, u"twilio"_s);
        QCOMPARE(twilio.records().size(), 1);
        const TwilioRecord made = twilio.records().first();
        QCOMPARE(report.providerMessageId, made.sid);
        QVERIFY(made.isCall());
        QCOMPARE(made.to, u"+237670000001"_s);
        QVERIFY(made.text.contains(u"2 33 42 00 00"_s));
        QVERIFY(!made.text.contains(u"Gather"_s) && !made.text.contains(u"Éwané"_s));
        QVERIFY(!made.form.contains(u"StatusCallback"_s));
        QCOMPARE(made.form.value(u"MachineDetection"_s), u"Enable"_s);
        QCOMPARE(made.form.value(u"AsyncAmd"_s), u"true"_s);
    }

    void asksForAKeyWithAPublicAddress()
    {
        FakeTwilio twilio;
        HospitalSettings settings = settingsFor(twilio);
        settings.publicUrl = u"https://desk.example.org"_s;
        QCOMPARE(call(settings).outcome, SendOutcome::Accepted);
        QCOMPARE(twilio.violations(), QStringList());
        const TwilioRecord made = twilio.records().first();
        QVERIFY(made.text.contains(
            u"action=\"https://desk.example.org/webhooks/twilio/voice/7d3c0f52-0000-4000-8000-000000000001\""_s));
        QVERIFY(!made.text.contains(u"Éwané"_s)); // not even in the request
        QCOMPARE(made.form.value(u"StatusCallback"_s), u"https://desk.example.org/webhooks/twilio/status"_s);
        QStringList events = made.form.values(u"StatusCallbackEvent"_s);
        events.sort();
        QCOMPARE(events, (QStringList{u"answered"_s, u"completed"_s}));
    }

    void aTestAsksForNoKey()
    {
        FakeTwilio twilio;
        HospitalSettings settings = settingsFor(twilio);
        settings.publicUrl = u"https://desk.example.org"_s;
        OutgoingMessage test = message();
        test.idempotencyKey.clear();
        QCOMPARE(call(settings, test).outcome, SendOutcome::Accepted);
        QVERIFY(!twilio.records().first().text.contains(u"Gather"_s));
    }

    void doesNotKnowWhenTheAnswerIsLost()
    {
        FakeTwilio twilio;
        twilio.setFault({.kind = TwilioFault::Kind::DropAfter});
        const SendReport report = call(settingsFor(twilio));
        QCOMPARE(report.outcome, SendOutcome::Unknown);
        QCOMPARE(report.reason, u"connectionLost"_s);
        QCOMPARE(twilio.takenInAll(), 1);
    }

    void needsANumberToCallFrom()
    {
        FakeTwilio twilio;
        HospitalSettings settings = settingsFor(twilio);
        settings.twilio.phoneNumber = u"HGD"_s;
        const SendReport report = call(settings);
        QCOMPARE(report.outcome, SendOutcome::NotConfigured);
        QCOMPARE(report.reason, u"notConfigured"_s);
        QCOMPARE(twilio.requests(), 0);
    }
};

QTEST_GUILESS_MAIN(TwilioCallSenderTest)
#include "tst_twiliocallsender.moc"
