#include "app/gateways/curlhttpclient.h"
#include "app/gateways/twilioinbound.h"
#include "app/services/consentservice.h"
#include "app/services/inboundmessageservice.h"
#include "app/services/inboundpoll.h"
#include "tests/support/faketwilio.h"
#include "tests/support/room.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(accueil::TwilioFault)

namespace {

const QString phone = u"+237670000001"_s;

bool goOn()
{
    return false;
}

// A desk that Twilio cannot reach, and what patients send it.
struct PollRoom : Room
{
    explicit PollRoom(Dialect dialect)
        : Room(dialect)
    {
        twilio.setClock(clock);
        settings.twilio = {.accountSid = FakeTwilio::accountSid(),
            .authToken = FakeTwilio::authToken(),
            .phoneNumber = FakeTwilio::from(),
            .baseUrl = twilio.baseUrl()};
        patient = patients.create(reception, {.name = u"Ewane"_s, .phoneNumber = phone}).value();
    }
    QString send(const QString &text, const QDateTime &at = {}, const QString &to = FakeTwilio::from())
    {
        return twilio.add({.from = phone,
            .to = to,
            .text = text,
            .direction = u"inbound"_s,
            .status = u"received"_s,
            .createdAt = at.isValid() ? at : clock.now()});
    }
    int askAfter(std::chrono::seconds pause)
    {
        clock.advance(pause);
        return poll.poll(source, goOn);
    }
    InboundAnswer fetched() { return source.receivedSince(clock.now().addDays(-1), goOn); }
    static QStringList texts(const InboundAnswer &answer)
    {
        QStringList texts;
        for (const InboundSms &sms : answer.messages)
            texts << sms.text;
        return texts;
    }
    bool isStopped() { return consents.isStopped(Channel::Sms, phone); }
    qint64 stored() { return number(u"SELECT COUNT(*) FROM inbound_messages"_s); }
    QString cursor()
    {
        QSqlQuery &query = store.database().execute(u"SELECT value FROM settings WHERE name = 'inbound.polledUntil'"_s);
        return query.next() ? query.value(0).toString() : QString();
    }

    FakeTwilio twilio;
    HospitalSettings settings;
    ConsentService consents{store.database(), store.cipher(), clock, events};
    InboundMessageService inbound{
        store.database(), store.cipher(), clock, [this] { return settings; }, consents, feedback, nullptr};
    CurlHttpClient http{GatewayOptions{}};
    TwilioInbound source{http, [this] { return settings; }};
    InboundPoll poll{store.database(), store.cipher(), clock, [this] { return settings; }, inbound};
    Patient patient;
};

} // namespace

// What patients send arrives without a public address, on both databases.
class TwilioInboundTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PollRoom> room()
    {
        QFETCH_GLOBAL(Dialect, dialect);
        return std::make_unique<PollRoom>(dialect);
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }

    void stopIsInForceAfterTheNextQuestion()
    {
        const auto room = this->room();
        QCOMPARE(room->askAfter(0s), 0);
        room->send(u"STOP"_s);
        QCOMPARE(room->askAfter(59s), 0);
        QVERIFY(!room->isStopped());
        QCOMPARE(room->askAfter(1s), 1);
        QVERIFY(room->isStopped());
        QCOMPARE(room->twilio.violations(), QStringList());
    }

    void eachMessageCountsOnce()
    {
        const auto room = this->room();
        const QString sid = room->send(u"Merci beaucoup"_s);
        room->inbound.receive({sid, phone, u"Merci beaucoup"_s, room->clock.now()}); // told by webhook before
        room->askAfter(0s);
        room->askAfter(60s);
        InboundPoll restarted(
            room->store.database(), room->store.cipher(), room->clock, [&] { return room->settings; }, room->inbound);
        QCOMPARE(restarted.poll(room->source, goOn), 1); // handed on, and known
        QCOMPARE(room->stored(), 1);
        QCOMPARE(room->feedback.list(room->manager, {}, {}).value().total, 1);
    }

    void takesTheOldestFirstOverAllPages()
    {
        const auto room = this->room();
        room->twilio.setLargestPage(2);
        const QDateTime now = room->clock.now();
        room->send(u"STOP"_s, now.addSecs(-500));
        room->send(u"Bonjour"_s, now.addSecs(-400));
        room->send(u"START"_s, now.addSecs(-300));
        room->send(u"Bonsoir"_s, now.addSecs(-200));
        room->send(u"Stop"_s, now.addSecs(-100));
        QCOMPARE(PollRoom::texts(room->fetched()),
            (QStringList{u"STOP"_s, u"Bonjour"_s, u"START"_s, u"Bonsoir"_s, u"Stop"_s}));
        QCOMPARE(room->askAfter(0s), 5);
        QVERIFY(room->isStopped());
        QCOMPARE(room->twilio.violations(), QStringList());
    }

    void takesOnlyWhatPatientsSentToTheHospital()
    {
        const auto room = this->room();
        room->send(u"ours"_s);
        room->send(u"another number's"_s, {}, u"+15005550009"_s);
        room->send(u"older"_s, room->clock.now().addDays(-3));
        room->twilio.add({.from = FakeTwilio::from(),
            .to = FakeTwilio::from(),
            .text = u"a reminder"_s,
            .createdAt = room->clock.now()});
        room->twilio.setStatus(room->send(u"still arriving"_s), u"receiving"_s);
        QCOMPARE(PollRoom::texts(room->fetched()), QStringList{u"ours"_s});
        room->settings.twilio.messagingServiceSid = u"MG"_s + QString(32, u'0');
        room->settings.twilio.receives = SenderReceives::Yes;
        QCOMPARE(PollRoom::texts(room->fetched()).size(), 2); // the service has numbers of its own
    }

    void followsNoPageToAnotherServer()
    {
        const auto room = this->room();
        FakeTwilio other;
        room->twilio.setLargestPage(1);
        room->twilio.setNextPageBase(other.baseUrl());
        room->send(u"one"_s);
        room->send(u"two"_s);
        QVERIFY(!room->fetched().isWhole);
        QCOMPARE(other.requests(), 0);
    }

    void asksAgainAfterTrouble_data()
    {
        QTest::addColumn<TwilioFault>("fault");
        using enum TwilioFault::Kind;
        QTest::newRow("busy") << TwilioFault{.kind = Error, .code = 20429};
        QTest::newRow("down") << TwilioFault{.kind = Error, .code = 20500};
        QTest::newRow("wrong login") << TwilioFault{.kind = Error, .code = 20003};
        QTest::newRow("dropped") << TwilioFault{.kind = DropBefore};
        QTest::newRow("garbage") << TwilioFault{.kind = GarbageAfter};
        QTest::newRow("cut off") << TwilioFault{.kind = CutAnswerAfter};
        QTest::newRow("something else") << TwilioFault{.kind = WrongAnswerAfter};
    }
    void asksAgainAfterTrouble()
    {
        QFETCH(TwilioFault, fault);
        const auto room = this->room();
        room->twilio.setLargestPage(1);
        room->send(u"START"_s, room->clock.now().addSecs(-20));
        room->send(u"STOP"_s, room->clock.now().addSecs(-10));
        // In the first page, then in the second: a half of the messages is none.
        for (const QList<TwilioFault> &faults : {QList<TwilioFault>{fault}, QList<TwilioFault>{{}, fault}}) {
            room->twilio.queueFaults(faults, TwilioRequests::Asking);
            QCOMPARE(room->askAfter(60s), 0);
            QCOMPARE(room->stored(), 0);
            QCOMPARE(room->cursor(), QString());
        }
        QCOMPARE(room->askAfter(60s), 2);
        QVERIFY(room->isStopped());
        QVERIFY(!room->cursor().isEmpty());
    }

    void waitsAsLongAsTwilioSays()
    {
        const auto room = this->room();
        room->twilio.queueFaults(
            {{.kind = TwilioFault::Kind::Error, .code = 20429, .retryAfterSeconds = 300}}, TwilioRequests::Asking);
        room->send(u"STOP"_s);
        QCOMPARE(room->askAfter(0s), 0);
        QCOMPARE(room->askAfter(299s), 0);
        QCOMPARE(room->twilio.questions(), 1);
        QCOMPARE(room->askAfter(1s), 1);
    }

    void nothingIsLostWhileTheProgramIsOff()
    {
        const auto room = this->room();
        room->askAfter(0s);
        const QDateTime before = room->clock.now();
        room->clock.advance(24h * 9);
        room->send(u"STOP"_s, before.addSecs(-3600)); // that came late to the list
        room->send(u"Bonjour"_s, before.addDays(4));
        InboundPoll restarted(
            room->store.database(), room->store.cipher(), room->clock, [&] { return room->settings; }, room->inbound);
        QCOMPARE(restarted.poll(room->source, goOn), 2);
        QVERIFY(room->isStopped());
        QVERIFY(QDateTime::fromString(room->cursor(), Qt::ISODateWithMs) > before.addDays(8));
    }

    void theCursorStaysWhileMessagesAreNotStored()
    {
        const auto room = this->room();
        room->send(u"STOP"_s);
        int looks = 0;
        room->poll.poll(room->source, [&] { return ++looks > 1; }); // the program ends after the answer
        QCOMPARE(room->stored(), 0);
        QCOMPARE(room->cursor(), QString());
        QCOMPARE(room->askAfter(60s), 1);
    }

    void asksOnlyWhereSomethingCanArrive_data()
    {
        QTest::addColumn<HospitalSettings>("settings");
        HospitalSettings settings;
        settings.twilio.receives = SenderReceives::No;
        QTest::newRow("a sender that receives nothing") << settings;
        settings.twilio.receives = SenderReceives::ByKind;
        settings.twilio.phoneNumber = u"Accueil"_s;
        QTest::newRow("a name") << settings;
    }
    void asksOnlyWhereSomethingCanArrive()
    {
        QFETCH(HospitalSettings, settings);
        const auto room = this->room();
        TwilioSettings &twilio = room->settings.twilio;
        twilio.receives = settings.twilio.receives;
        if (!settings.twilio.phoneNumber.isEmpty())
            twilio.phoneNumber = settings.twilio.phoneNumber;
        room->send(u"STOP"_s);
        QCOMPARE(room->askAfter(60s), 0);
        QCOMPARE(room->twilio.requests(), 0);
    }

    void whatTwilioCouldNotTellIsFetched()
    {
        const auto room = this->room();
        room->settings.publicUrl = u"https://desk.example.org"_s;
        room->send(u"STOP"_s); // while the program was off: Twilio tells once
        QCOMPARE(room->askAfter(0s), 1);
        QVERIFY(room->isStopped());
        QCOMPARE(room->askAfter(599s), 0);
        QCOMPARE(room->twilio.questions(), 1); // it tells of the others by itself
        room->send(u"Bonjour"_s);
        QCOMPARE(room->askAfter(1s), 1);
        QCOMPARE(room->stored(), 2);
    }

    void goesOnAfterAClockThatWasSetBack()
    {
        const auto room = this->room();
        const QDateTime right = room->clock.now();
        room->clock.set(right.addDays(30));
        room->askAfter(0s);
        room->clock.set(right);
        room->send(u"STOP"_s);
        room->store.database().execute(u"DELETE FROM settings"_s);
        QCOMPARE(room->askAfter(0s), 1);
    }
};

QTEST_GUILESS_MAIN(TwilioInboundTest)
#include "tst_twilioinbound.moc"
