#include "app/services/attemptnewsservice.h"
#include "tests/support/deliverydesk.h"
#include "tests/support/scriptedtracker.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct NewsDesk : DeliveryDesk
{
    explicit NewsDesk(Dialect dialect)
        : DeliveryDesk(dialect)
        , program(DeliveryDesk::program(sms))
        , service(store.database(), store.cipher(), clock, events, [this] { return settings; })
    {
    }
    ReminderId sent(const QString &providerId = u"SM1"_s, const QList<Channel> &fallback = {})
    {
        ReminderDraft wanted = draft();
        wanted.fallback = fallback;
        const ReminderId id = schedule(wanted);
        becomeDue();
        SendReport report = ScriptedSender::accepted();
        report.providerMessageId = providerId;
        sms.reports << report;
        program.deliverDue(never);
        return id;
    }
    static DeliveryNews news(AttemptOutcome outcome, const QString &reason = {}, const QString &id = u"SM1"_s)
    {
        return {.providerMessageId = id, .outcome = outcome, .reason = reason};
    }

    DeliveryService program;
    AttemptNewsService service;
};

} // namespace

class AttemptNewsServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeliveryIsKeptWithSegmentsAndPrice_data() { TestDatabase::addDialectRows(); }
    void aDeliveryIsKeptWithSegmentsAndPrice()
    {
        QFETCH(Dialect, dialect);
        NewsDesk desk(dialect);
        const ReminderId id = desk.sent();
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
        QVERIFY(desk.service.apply({.providerMessageId = u"SM1"_s,
            .outcome = AttemptOutcome::Delivered,
            .segments = 2,
            .price = u"-0.0150"_s,
            .priceUnit = u"USD"_s}));
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Delivered);
        QCOMPARE(desk.reminder(id).deliveredAt, desk.clock.now());
        const Attempt attempt = desk.attempts(id).front();
        QCOMPARE(attempt.outcome, AttemptOutcome::Delivered);
        QCOMPARE(attempt.segments, std::optional(2));
        QCOMPARE(attempt.price, u"-0.0150"_s);
        QVERIFY(!attempt.nextCheck);
    }

    void newsInAnyOrderEndsAlike_data() { TestDatabase::addDialectRows(); }
    void newsInAnyOrderEndsAlike()
    {
        QFETCH(Dialect, dialect);
        NewsDesk desk(dialect);
        QRandomGenerator random(7);
        for (int round = 0; round < 20; ++round) {
            const QString sid = u"SM%1"_s.arg(round);
            const ReminderId id = desk.sent(sid);
            QList<DeliveryNews> news{NewsDesk::news(AttemptOutcome::Accepted, {}, sid),
                NewsDesk::news(AttemptOutcome::Sent, {}, sid), NewsDesk::news(AttemptOutcome::Sent, {}, sid),
                NewsDesk::news(AttemptOutcome::Delivered, {}, sid), NewsDesk::news(AttemptOutcome::Delivered, {}, sid)};
            std::shuffle(news.begin(), news.end(), random);
            for (const DeliveryNews &one : news)
                QVERIFY(desk.service.apply(one));
            QCOMPARE(desk.reminder(id).status, ReminderStatus::Delivered);
            QCOMPARE(desk.attempts(id).size(), 1);
        }
    }

    void newsOfAMessageThatIsNotOursChangesNothing()
    {
        NewsDesk desk(Dialect::Sqlite);
        const ReminderId id = desk.sent();
        QVERIFY(!desk.service.apply(NewsDesk::news(AttemptOutcome::Failed, u"filtered"_s, u"SM9"_s)));
        QVERIFY(!desk.service.apply(NewsDesk::news(AttemptOutcome::Failed, u"filtered"_s, u""_s)));
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
    }

    void aSwitchedOffTelephoneIsTriedAgain_data() { TestDatabase::addDialectRows(); }
    void aSwitchedOffTelephoneIsTriedAgain()
    {
        QFETCH(Dialect, dialect);
        NewsDesk desk(dialect);
        const ReminderId id = desk.sent();
        QVERIFY(desk.service.apply(NewsDesk::news(AttemptOutcome::Undelivered, u"phoneUnreachable"_s)));
        const Reminder waiting = desk.reminder(id);
        QCOMPARE(waiting.status, ReminderStatus::Pending);
        QCOMPARE(waiting.reason, u"phoneUnreachable"_s);
        desk.clock.set(*waiting.nextTry);
        desk.program.deliverDue(never);
        QCOMPARE(desk.attempts(id).size(), 2);
        // The first try's news, late: it belongs to the past.
        QVERIFY(desk.service.apply(NewsDesk::news(AttemptOutcome::Delivered)));
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
    }

    void aLandlineGoesToTheNextChannelOnce()
    {
        NewsDesk desk(Dialect::Sqlite);
        const ReminderId id = desk.sent(u"SM1"_s, {Channel::Email});
        for (int i = 0; i < 3; ++i)
            QVERIFY(desk.service.apply(NewsDesk::news(AttemptOutcome::Undelivered, u"landline"_s)));
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Failed);
        QCOMPARE(desk.all().size(), 2);
        desk.program.deliverDue(never);
        QCOMPARE(desk.mail.messages.size(), 1);
    }

    void aCallThatNobodyTakesIsTriedThreeTimesMoreAnHourApart()
    {
        NewsDesk desk(Dialect::Sqlite);
        ScriptedSender calls;
        DeliveryService program(desk.store.database(), desk.store.cipher(), desk.clock, desk.events,
            {{Channel::Ivr, &calls}}, [&] { return desk.settings; });
        ReminderDraft draft = desk.draft();
        draft.channel = Channel::Ivr;
        const ReminderId id = desk.schedule(draft);
        desk.becomeDue();
        for (int call = 1; call <= 4; ++call) {
            SendReport report = ScriptedSender::accepted();
            report.providerMessageId = u"CA%1"_s.arg(call);
            calls.reports << report;
            QCOMPARE(program.deliverDue(never), 1);
            const QDateTime hungUp = desk.clock.now();
            QVERIFY(
                desk.service.apply(NewsDesk::news(AttemptOutcome::Undelivered, u"noAnswer"_s, u"CA%1"_s.arg(call))));
            if (call < 4) {
                QCOMPARE(desk.reminder(id).nextTry, hungUp.addSecs(3600));
                desk.clock.advance(1h);
            }
        }
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Failed);
        QCOMPARE(desk.reminder(id).reason, u"noAnswer"_s);
    }

    void asksWithLongerAndLongerPausesAndEndsAtLast_data() { TestDatabase::addDialectRows(); }
    void asksWithLongerAndLongerPausesAndEndsAtLast()
    {
        QFETCH(Dialect, dialect);
        NewsDesk desk(dialect);
        const ReminderId id = desk.sent();
        ScriptedTracker tracker;
        tracker.messages[u"SM1"_s] = {.result = TrackingResult::Answered, .news = NewsDesk::news(AttemptOutcome::Sent)};
        for (int minute = 0; minute < 6 * 24 * 60; ++minute) {
            desk.service.poll({{Channel::Sms, &tracker}}, never);
            desk.clock.advance(1min);
        }
        QVERIFY2(
            tracker.asked.size() >= 6 && tracker.asked.size() <= 12, qPrintable(QString::number(tracker.asked.size())));
        QVERIFY(!desk.attempts(id).front().nextCheck);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
    }

    void aFinalAnswerEndsTheQuestions()
    {
        NewsDesk desk(Dialect::Sqlite);
        const ReminderId id = desk.sent();
        ScriptedTracker tracker;
        tracker.messages[u"SM1"_s]
            = {.result = TrackingResult::Answered, .news = NewsDesk::news(AttemptOutcome::Delivered)};
        tracker.messages[u"SM1"_s].news.price = u"-0.0075"_s;
        desk.clock.advance(15s);
        QCOMPARE(desk.service.poll({{Channel::Sms, &tracker}}, never), 1);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Delivered);
        desk.clock.advance(24h);
        QCOMPARE(desk.service.poll({{Channel::Sms, &tracker}}, never), 0);
    }

    void aQuestionWithoutAnAnswerCountsForNothing_data() { TestDatabase::addDialectRows(); }
    void aQuestionWithoutAnAnswerCountsForNothing()
    {
        QFETCH(Dialect, dialect);
        NewsDesk desk(dialect);
        const ReminderId id = desk.sent();
        ScriptedTracker tracker;
        for (int minute = 0; minute < 30; ++minute) { // the provider is out of reach for half an hour
            desk.clock.advance(1min);
            desk.service.poll({{Channel::Sms, &tracker}}, never);
        }
        QCOMPARE(tracker.asked.size(), 30);
        QCOMPARE(desk.attempts(id).front().checks, 0);
        tracker.messages[u"SM1"_s]
            = {.result = TrackingResult::Answered, .news = NewsDesk::news(AttemptOutcome::Delivered)};
        desk.clock.advance(1min);
        QCOMPARE(desk.service.poll({{Channel::Sms, &tracker}}, never), 1);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Delivered);
    }

    void leavesAProviderAloneForAsLongAsItAsks()
    {
        NewsDesk desk(Dialect::Sqlite);
        desk.sent(u"SM1"_s);
        desk.sent(u"SM2"_s);
        ScriptedTracker tracker;
        for (const QString &id : {u"SM1"_s, u"SM2"_s})
            tracker.messages[id] = {.result = TrackingResult::NoAnswer, .retryAfterSeconds = 600};
        desk.clock.advance(1h);
        QCOMPARE(desk.service.poll({{Channel::Sms, &tracker}}, never), 1);
        QCOMPARE(desk.service.poll({{Channel::Sms, &tracker}}, never), 0); // the other one is due, too
        desk.clock.advance(600s - 1ms);
        QCOMPARE(desk.service.poll({{Channel::Sms, &tracker}}, never), 0);
        desk.clock.advance(1ms);
        QCOMPARE(desk.service.poll({{Channel::Sms, &tracker}}, never), 1);
        QCOMPARE(QSet<QString>(tracker.asked.cbegin(), tracker.asked.cend()).size(), 2);
        desk.clock.advance(-24h); // nobody waits until a time that lies a day ahead
        desk.sent(u"SM3"_s);
        desk.clock.advance(15s);
        QCOMPARE(desk.service.poll({{Channel::Sms, &tracker}}, never), 1);
    }

    void asksForThePriceThatAWebhookDoesNotSay_data() { TestDatabase::addDialectRows(); }
    void asksForThePriceThatAWebhookDoesNotSay()
    {
        QFETCH(Dialect, dialect);
        NewsDesk desk(dialect);
        const ReminderId id = desk.sent();
        QVERIFY(desk.service.apply(NewsDesk::news(AttemptOutcome::Delivered)));
        ScriptedTracker tracker;
        tracker.messages[u"SM1"_s]
            = {.result = TrackingResult::Answered, .news = NewsDesk::news(AttemptOutcome::Delivered)};
        desk.clock.advance(60s - 1ms);
        QCOMPARE(desk.service.poll({{Channel::Sms, &tracker}}, never), 0);
        desk.clock.advance(1ms);
        QCOMPARE(desk.service.poll({{Channel::Sms, &tracker}}, never), 1); // not known yet
        QVERIFY(desk.service.apply(NewsDesk::news(AttemptOutcome::Delivered))); // the webhook again changes nothing
        tracker.messages[u"SM1"_s].news.price = u"-0.0150"_s;
        tracker.messages[u"SM1"_s].news.segments = 2;
        desk.clock.advance(1h);
        QCOMPARE(desk.service.poll({{Channel::Sms, &tracker}}, never), 1);
        QCOMPARE(desk.attempts(id).front().price, u"-0.0150"_s);
        QCOMPARE(desk.attempts(id).front().segments, std::optional(2));
        QVERIFY(!desk.attempts(id).front().nextCheck);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Delivered);
    }

    void aSlowProviderLeavesTimeForOtherQuestions()
    {
        NewsDesk desk(Dialect::Sqlite);
        ScriptedTracker tracker;
        tracker.slowness = 1s;
        constexpr int sent = 6;
        for (int i = 0; i < sent; ++i) {
            const QString sid = u"SM%1"_s.arg(i);
            desk.sent(sid);
            tracker.messages[sid]
                = {.result = TrackingResult::Answered, .news = NewsDesk::news(AttemptOutcome::Sent, {}, sid)};
        }
        desk.clock.advance(15s);
        const int first = desk.service.poll({{Channel::Sms, &tracker}}, never);
        QVERIFY2(first >= 2 && first <= 4, qPrintable(QString::number(first)));
        tracker.slowness = 0s;
        QCOMPARE(desk.service.poll({{Channel::Sms, &tracker}}, never), sent - first); // the others, not the same again
    }

    void hearsLaterThatAMachineAnswered()
    {
        NewsDesk desk(Dialect::Sqlite);
        const ReminderId id = desk.sent();
        QVERIFY(desk.service.apply(NewsDesk::news(AttemptOutcome::Delivered)));
        QVERIFY(desk.service.apply(NewsDesk::news(AttemptOutcome::Delivered, u"answeringMachine"_s)));
        QCOMPARE(desk.attempts(id).front().reason, u"answeringMachine"_s);
        QVERIFY(desk.service.apply(NewsDesk::news(AttemptOutcome::Failed, u"callFailed"_s)));
        QCOMPARE(desk.attempts(id).front().outcome, AttemptOutcome::Delivered);
        QCOMPARE(desk.attempts(id).front().reason, u"answeringMachine"_s);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Delivered);
    }

    void givesUpOnAPriceThatNobodySays()
    {
        NewsDesk desk(Dialect::Sqlite);
        desk.sent(u"SM1"_s);
        desk.sent(u"SM2"_s);
        QVERIFY(desk.service.apply(NewsDesk::news(AttemptOutcome::Delivered)));
        QVERIFY(desk.service.apply(NewsDesk::news(AttemptOutcome::Failed, u"filtered"_s, u"SM2"_s))); // costs nothing
        ScriptedTracker tracker;
        tracker.messages[u"SM1"_s]
            = {.result = TrackingResult::Answered, .news = NewsDesk::news(AttemptOutcome::Delivered)};
        for (int minute = 0; minute < 24 * 60; ++minute) {
            desk.clock.advance(1min);
            desk.service.poll({{Channel::Sms, &tracker}}, never);
        }
        QCOMPARE(tracker.asked, (QStringList{u"SM1"_s, u"SM1"_s}));
    }
};

QTEST_GUILESS_MAIN(AttemptNewsServiceTest)
#include "tst_attemptnewsservice.moc"
