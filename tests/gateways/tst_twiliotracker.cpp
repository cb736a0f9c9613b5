#include "app/gateways/curlhttpclient.h"
#include "app/gateways/twiliosender.h"
#include "app/gateways/twiliotracker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketwilio.h"

#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(accueil::TwilioFault)
Q_DECLARE_METATYPE(accueil::TrackingResult)
Q_DECLARE_METATYPE(accueil::DeliveryNews)

namespace {

const QString patient = u"+237670000001"_s;

// Twilio, and one who asks it.
struct Desk
{
    explicit Desk(Channel channel = Channel::Sms, const GatewayOptions &options = {})
        : http(options)
        , tracker(http, channel, [this] { return settings; })
    {
        twilio.setClock(clock);
        settings.twilio = {.accountSid = FakeTwilio::accountSid(),
            .authToken = FakeTwilio::authToken(),
            .phoneNumber = FakeTwilio::from(),
            .baseUrl = twilio.baseUrl()};
    }
    QString send(const QString &text)
    {
        TwilioSender sender(http, Channel::Sms, [this] { return settings; });
        return sender.send({.phoneNumber = patient, .text = text}).providerMessageId;
    }
    TrackedMessages sent(std::chrono::seconds ago = 1h)
    {
        return tracker.sentTo(patient, clock.now().addSecs(-ago.count()));
    }
    static QStringList texts(const TrackedMessages &found)
    {
        QStringList texts;
        for (const ProviderMessage &message : found.messages)
            texts << message.text;
        return texts;
    }

    FakeTwilio twilio;
    FakeClock clock;
    HospitalSettings settings;
    CurlHttpClient http;
    TwilioTracker tracker;
};

} // namespace

class TwilioTrackerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsAMessageToItsEnd()
    {
        Desk desk;
        desk.twilio.setProgress({u"sending"_s, u"sent"_s, u"delivered"_s});
        const QString sid = desk.send(u"Rendez-vous"_s);
        for (const AttemptOutcome expected :
            {AttemptOutcome::Accepted, AttemptOutcome::Sent, AttemptOutcome::Delivered, AttemptOutcome::Delivered}) {
            const TrackedMessage found = desk.tracker.find(sid);
            QCOMPARE(found.result, TrackingResult::Answered);
            QCOMPARE(found.news.providerMessageId, sid);
            QCOMPARE(found.news.outcome, expected);
            QCOMPARE(found.news.reason, QString());
        }
        QCOMPARE(desk.twilio.violations(), QStringList());
    }

    void saysWhyAMessageDidNotArrive_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("reason");
        QTest::newRow("queue full") << 30001 << u"providerBusy"_s;
        QTest::newRow("suspended") << 30002 << u"senderNotAllowed"_s;
        QTest::newRow("unreachable") << 30003 << u"phoneUnreachable"_s;
        QTest::newRow("blocked") << 30004 << u"blockedByCarrier"_s;
        QTest::newRow("unknown number") << 30005 << u"unknownNumber"_s;
        QTest::newRow("landline") << 30006 << u"landline"_s;
        QTest::newRow("filtered") << 30007 << u"filtered"_s;
        QTest::newRow("unknown") << 30008 << u"providerError"_s;
        QTest::newRow("another") << 30410 << u"providerRefused"_s;
    }
    void saysWhyAMessageDidNotArrive()
    {
        QFETCH(int, code);
        QFETCH(QString, reason);
        Desk desk;
        desk.twilio.setProgress({u"undelivered"_s}, code);
        const TrackedMessage found = desk.tracker.find(desk.send(u"Rendez-vous"_s));
        QCOMPARE(found.news.outcome, AttemptOutcome::Undelivered);
        QCOMPARE(found.news.reason, reason);
        QCOMPARE(found.news.providerCode, QString::number(code));
    }

    void readsSegmentsAndPrice()
    {
        Desk desk;
        const QString sid = desk.send(u"Rendez-vous"_s);
        const DeliveryNews before = desk.tracker.find(sid).news;
        QCOMPARE(before.segments, 1);
        QCOMPARE(before.price, QString()); // null until it is known
        QCOMPARE(before.priceUnit, QString());
        desk.twilio.setPrice(sid, u"-0.00750"_s);
        const DeliveryNews after = desk.tracker.find(sid).news;
        QCOMPARE(after.price, u"-0.00750"_s);
        QCOMPARE(after.priceUnit, u"USD"_s);
    }

    void isNotMovedByAnythingButAWholeAnswer_data()
    {
        QTest::addColumn<TwilioFault>("fault");
        QTest::addColumn<int>("retryAfter");
        using enum TwilioFault::Kind;
        QTest::newRow("busy") << TwilioFault{.kind = Error, .code = 20429, .retryAfterSeconds = 90} << 90;
        QTest::newRow("busy until a time")
            << TwilioFault{.kind = Error, .code = 20429, .retryAfterSeconds = 90, .retryAfterAsDate = true} << 90;
        QTest::newRow("fault of its own") << TwilioFault{.kind = Error, .code = 20500} << 0;
        QTest::newRow("wrong login") << TwilioFault{.kind = Error, .code = 20003} << 0;
        QTest::newRow("dropped") << TwilioFault{.kind = DropBefore} << 0;
        QTest::newRow("garbage") << TwilioFault{.kind = GarbageAfter} << 0;
        QTest::newRow("half an answer") << TwilioFault{.kind = CutAnswerAfter} << 0;
        QTest::newRow("something else") << TwilioFault{.kind = WrongAnswerAfter} << 0;
        QTest::newRow("too late") << TwilioFault{.delay = 5s} << 0;
    }
    void isNotMovedByAnythingButAWholeAnswer()
    {
        QFETCH(TwilioFault, fault);
        QFETCH(int, retryAfter);
        Desk desk(Channel::Sms, {.totalLimit = 700ms});
        const QString sid = desk.send(u"Rendez-vous"_s);
        desk.twilio.setFault(fault, TwilioRequests::Asking);
        const TrackedMessage one = desk.tracker.find(sid);
        QCOMPARE(one.result, TrackingResult::NoAnswer);
        QCOMPARE(one.retryAfterSeconds, retryAfter);
        const TrackedMessages all = desk.sent();
        QCOMPARE(all.result, TrackingResult::NoAnswer);
        QCOMPARE(all.retryAfterSeconds, retryAfter);
        QVERIFY(all.messages.isEmpty());
        desk.twilio.setFault({}, TwilioRequests::Asking);
        QCOMPARE(desk.tracker.find(sid).result, TrackingResult::Answered);
    }

    void readsManyLongMessages()
    {
        Desk desk;
        const QString text = u"é"_s.repeated(1600);
        for (int i = 0; i < 350; ++i) // 1.5 MB
            desk.twilio.add({.to = patient, .text = text, .createdAt = desk.clock.now()});
        const TrackedMessages found = desk.sent();
        QCOMPARE(found.result, TrackingResult::Answered);
        QCOMPARE(found.messages.size(), 350);
        QVERIFY(found.complete);
        QCOMPARE(desk.twilio.violations(), QStringList());
    }

    void aStatusThatIsNewStillSaysThatItIsThere()
    {
        Desk desk;
        const QString sid = desk.send(u"Rendez-vous"_s);
        desk.twilio.setStatus(sid, u"teleported"_s);
        const TrackedMessage one = desk.tracker.find(sid);
        QCOMPARE(one.result, TrackingResult::Answered);
        QCOMPARE(one.news.outcome, AttemptOutcome::Accepted);
        const TrackedMessages all = desk.sent();
        QCOMPARE(all.result, TrackingResult::Answered);
        QCOMPARE(Desk::texts(all), QStringList{u"Rendez-vous"_s});
        QCOMPARE(all.provider, u"twilio"_s);
    }

    void knowsWhatTwilioDoesNotKnow()
    {
        Desk desk;
        QCOMPARE(desk.tracker.find(u"SM"_s + QString(32, u'f')).result, TrackingResult::NotFound);
        // Nothing that is no SID becomes part of an address.
        QCOMPARE(desk.tracker.find(u"../Calls"_s).result, TrackingResult::NoAnswer);
        QCOMPARE(desk.tracker.find(u"CA"_s + QString(32, u'0')).result, TrackingResult::NoAnswer);
        QCOMPARE(desk.twilio.requests(), 1);
    }

    void findsWhatWasSentToANumber()
    {
        Desk desk;
        const FakeClock &clock = desk.clock;
        desk.twilio.add({.to = patient, .text = u"long ago"_s, .createdAt = clock.now().addDays(-2)});
        desk.twilio.add({.to = u"+237670000002"_s, .text = u"another's"_s, .createdAt = clock.now()});
        desk.twilio.add({.to = patient,
            .text = u"came in"_s,
            .direction = u"inbound"_s,
            .status = u"received"_s,
            .createdAt = clock.now()});
        desk.clock.advance(-10min);
        desk.send(u"first"_s);
        desk.clock.advance(5min);
        desk.send(u"second"_s);
        desk.clock.advance(5min);
        desk.twilio.add({.to = patient, .text = u"not dated"_s});
        desk.twilio.add({.to = patient,
            .text = u"a reply by hand"_s,
            .direction = u"outbound-reply"_s,
            .createdAt = clock.now().addSecs(-480)});
        const TrackedMessages found = desk.sent();
        QCOMPARE(found.result, TrackingResult::Answered);
        QCOMPARE(desk.texts(found), (QStringList{u"not dated"_s, u"second"_s, u"a reply by hand"_s, u"first"_s}));
        QVERIFY(found.complete);
        QCOMPARE(found.providerTime.value(), clock.now());
        QCOMPARE(found.messages.at(1).createdAt.value(), clock.now().addSecs(-300));
        QVERIFY(!found.messages.at(0).createdAt);
        QCOMPARE(desk.twilio.violations(), QStringList());
    }

    void findsNothing()
    {
        Desk desk;
        const TrackedMessages found = desk.sent();
        QCOMPARE(found.result, TrackingResult::Answered);
        QVERIFY(found.messages.isEmpty() && found.complete);
    }

    void doesNotMissWhatWasTakenInTheSameSecond()
    {
        Desk desk;
        desk.clock.set(QDateTime({2026, 3, 12}, {9, 42, 7, 900}, Qt::UTC));
        desk.send(u"now"_s);
        QCOMPARE(desk.texts(desk.tracker.sentTo(patient, desk.clock.now())), QStringList{u"now"_s});
    }

    void readsPageAfterPageUntilTheTime()
    {
        Desk desk;
        desk.twilio.setLargestPage(10);
        for (int i = 0; i < 50; ++i)
            desk.twilio.add(
                {.to = patient, .text = QString::number(i), .createdAt = desk.clock.now().addSecs((i - 50) * 60)});
        const TrackedMessages found = desk.sent(25min);
        QCOMPARE(found.messages.size(), 25);
        QCOMPARE(found.messages.first().text, u"49"_s);
        QVERIFY(found.complete);
        QCOMPARE(desk.twilio.questions(), 4); // 30 rows in time or partly so, and the page that tells that it is enough
    }

    void saysWhenThereIsMoreThanItRead()
    {
        Desk desk;
        for (int i = 0; i < mostTrackedMessages + 5; ++i)
            desk.twilio.add({.to = patient, .text = QString::number(i), .createdAt = desk.clock.now()});
        const TrackedMessages found = desk.sent();
        QCOMPARE(found.messages.size(), mostTrackedMessages);
        QVERIFY(!found.complete);
    }

    void asksNobodyElseForTheNextPage()
    {
        Desk desk;
        FakeTwilio other;
        desk.twilio.setLargestPage(1);
        desk.twilio.setNextPageBase(other.baseUrl());
        desk.send(u"first"_s);
        desk.send(u"second"_s);
        const TrackedMessages found = desk.sent();
        QCOMPARE(desk.texts(found), QStringList{u"second"_s});
        QVERIFY(!found.complete);
        QCOMPARE(other.requests(), 0);
    }

    void followsCalls_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<AttemptOutcome>("outcome");
        QTest::addColumn<QString>("reason");
        QTest::newRow("queued") << u"queued"_s << AttemptOutcome::Accepted << QString();
        QTest::newRow("talking") << u"in-progress"_s << AttemptOutcome::Accepted << QString();
        QTest::newRow("busy") << u"busy"_s << AttemptOutcome::Undelivered << u"phoneBusy"_s;
        QTest::newRow("no answer") << u"no-answer"_s << AttemptOutcome::Undelivered << u"noAnswer"_s;
        QTest::newRow("failed") << u"failed"_s << AttemptOutcome::Failed << u"callFailed"_s;
        // The example call of the contract was answered by a machine.
        QTest::newRow("completed") << u"completed"_s << AttemptOutcome::Delivered << u"answeringMachine"_s;
    }
    void followsCalls()
    {
        QFETCH(QString, status);
        QFETCH(QString, reason);
        Desk desk(Channel::Ivr);
        const QString sid = u"CA"_s + u"0123456789abcdef"_s.repeated(2);
        desk.twilio.add({.sid = sid, .to = patient, .status = status, .createdAt = desk.clock.now()});
        desk.twilio.add({.to = patient, .text = u"an SMS"_s, .createdAt = desk.clock.now()});
        const TrackedMessage found = desk.tracker.find(sid);
        QCOMPARE(found.result, TrackingResult::Answered);
        QTEST(found.news.outcome, "outcome");
        QCOMPARE(found.news.reason, reason);
        QVERIFY(!found.news.segments);
        const TrackedMessages all = desk.sent();
        QCOMPARE(all.messages.size(), 1);
        QCOMPARE(all.messages.first().news.providerMessageId, sid);
        QCOMPARE(all.messages.first().text, QString());
        QCOMPARE(desk.twilio.violations(), QStringList());
    }

    void asksNobodyWithoutALogin()
    {
        Desk desk;
        const QString sid = desk.send(u"Rendez-vous"_s);
        desk.settings.twilio.authToken.clear();
        QVERIFY(!desk.tracker.isConfigured());
        QCOMPARE(desk.tracker.find(sid).result, TrackingResult::NoAnswer);
        QCOMPARE(desk.sent().result, TrackingResult::NoAnswer);
        QCOMPARE(desk.twilio.questions(), 0);
    }

    void givesUpAtOnceWhenAborted()
    {
        Desk desk;
        desk.twilio.setFault({.delay = 20s}, TwilioRequests::Asking);
        std::thread other([&] {
            while (desk.twilio.questions() == 0)
                std::this_thread::sleep_for(5ms);
            desk.tracker.abort();
        });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(desk.sent().result, TrackingResult::NoAnswer);
        other.join();
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TwilioTrackerTest)
#include "tst_twiliotracker.moc"
