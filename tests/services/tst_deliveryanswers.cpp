// Answers of providers that come late, are none, or rest a channel.
#include "app/services/reconcileservice.h"
#include "tests/support/deliverydesk.h"
#include "tests/support/scriptedtracker.h"

#include <QtTest>

#include <algorithm>
#include <stdexcept>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DeliveryAnswersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The provider was asked, and said that the message arrived, before the answer to the message itself came.
    void anAnswerThatComesAfterItsNewsTakesNothingBack_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<SendReport>("answer");
        for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
            const char *name = dialect == Dialect::Sqlite ? "sqlite" : "postgresql";
            QTest::addRow("%s, accepted", name) << dialect << ScriptedSender::accepted();
            QTest::addRow("%s, no answer", name)
                << dialect << ScriptedSender::answer(SendOutcome::Unknown, u"timeout"_s);
            QTest::addRow("%s, busy", name)
                << dialect << ScriptedSender::answer(SendOutcome::Deferred, u"providerBusy"_s);
        }
    }
    void anAnswerThatComesAfterItsNewsTakesNothingBack()
    {
        QFETCH(Dialect, dialect);
        QFETCH(SendReport, answer);
        DeliveryDesk desk(dialect);
        DeliveryService slow = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        ScriptedTracker tracker;
        ReconcileService reconciling(
            desk.store.database(), desk.store.cipher(), desk.clock, desk.events, [&] { return desk.settings; });
        desk.sms.reports << answer;
        desk.sms.onSend = [&] {
            const QDateTime begun = desk.clock.now();
            desk.clock.advance(DeliveryOptions().lease + 1ms);
            ScriptedSender other;
            desk.program(other).recoverInterrupted();
            tracker.list = {.result = TrackingResult::Answered,
                .messages = {{.news = {.providerMessageId = u"SM1"_s, .outcome = AttemptOutcome::Delivered},
                    .text = u"Rendez-vous demain"_s,
                    .createdAt = begun}}};
            reconciling.settleDoubts({{Channel::Sms, &tracker}}, never);
            QCOMPARE(desk.reminder(id).status, ReminderStatus::Delivered);
        };
        slow.deliverDue(never);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Delivered);
        const Attempt attempt = desk.attempts(id).front();
        QCOMPARE(attempt.outcome, AttemptOutcome::Delivered);
        QCOMPARE(attempt.providerMessageId, u"SM1"_s);
        QVERIFY(!attempt.nextCheck);
        desk.clock.advance(24h);
        slow.deliverDue(never);
        QCOMPARE(desk.sms.messages.size(), 1);
    }

    // Found missing twice while the computer slept, and then the answer is read.
    void anAcceptanceStopsTheNextTryOfWhatWasNotFound_data() { TestDatabase::addDialectRows(); }
    void anAcceptanceStopsTheNextTryOfWhatWasNotFound()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        DeliveryService slow = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        ScriptedTracker tracker;
        tracker.list.result = TrackingResult::Answered;
        ReconcileService reconciling(
            desk.store.database(), desk.store.cipher(), desk.clock, desk.events, [&] { return desk.settings; });
        desk.sms.onSend = [&] {
            desk.clock.advance(DeliveryOptions().lease + 1ms);
            ScriptedSender other;
            desk.program(other).recoverInterrupted();
            for (int look = 0; look < 2; ++look) {
                reconciling.settleDoubts({{Channel::Sms, &tracker}}, never);
                desk.clock.advance(2min);
            }
            QCOMPARE(desk.reminder(id).status, ReminderStatus::Pending);
        };
        slow.deliverDue(never);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
        QCOMPARE(desk.attempts(id).front().outcome, AttemptOutcome::Accepted);
        QCOMPARE(desk.attempts(id).front().providerMessageId, u"id-1"_s);
        desk.sms.onSend = nullptr;
        desk.clock.advance(24h);
        slow.deliverDue(never);
        QCOMPARE(desk.sms.messages.size(), 1);
    }

    void aSenderThatFallsOverLeavesADoubt_data() { TestDatabase::addDialectRows(); }
    void aSenderThatFallsOverLeavesADoubt()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms, {.lanes = 2});
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        desk.sms.onSend = [] { throw std::runtime_error("the settings could not be read"); };
        program.deliverDue(never);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Unknown);
        QCOMPARE(desk.reminder(id).reason, u"interrupted"_s);
        QCOMPARE(desk.attempts(id).front().outcome, AttemptOutcome::Unknown);
        QVERIFY(desk.attempts(id).front().nextCheck); // the provider is asked
    }

    void anOutageLeavesTheTriesOfAReminderAsTheyAre_data() { TestDatabase::addDialectRows(); }
    void anOutageLeavesTheTriesOfAReminderAsTheyAre()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        desk.settings.delivery.lateLimit = -1;
        desk.settings.delivery.quietHours.reset();
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        for (int i = 0; i < 6; ++i) {
            // Programs come and go during an outage; none remembers what another has seen.
            DeliveryService program = desk.program(desk.sms);
            desk.sms.reports << ScriptedSender::answer(SendOutcome::Deferred, u"providerUnreachable"_s);
            QCOMPARE(program.deliverDue(never), 1);
            QVERIFY(*desk.reminder(id).nextTry >= desk.clock.now().addDuration(1min));
            desk.clock.set(*desk.reminder(id).nextTry);
        }
        DeliveryService program = desk.program(desk.sms);
        for (int i = 0; i < 4; ++i) {
            desk.sms.reports << ScriptedSender::answer(SendOutcome::Deferred, u"providerError"_s);
            QCOMPARE(program.deliverDue(never), 1);
            QCOMPARE(desk.reminder(id).status, ReminderStatus::Pending);
            desk.clock.set(*desk.reminder(id).nextTry);
        }
        program.deliverDue(never);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
    }

    void aClockThatIsSetBackEndsAPause()
    {
        DeliveryDesk desk(Dialect::Sqlite);
        DeliveryService program = desk.program(desk.sms);
        desk.schedule(desk.draft());
        desk.becomeDue();
        const QDateTime right = desk.clock.now();
        desk.clock.advance(3h); // wrong, for a while
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Deferred, u"loginRefused"_s);
        program.deliverDue(never);
        desk.clock.set(right);
        const ReminderId second = desk.schedule(desk.draft());
        desk.becomeDue();
        program.deliverDue(never);
        QCOMPARE(desk.reminder(second).status, ReminderStatus::Sent);
    }

    void aChannelThatBeginsToRestGivesUpWhatWasReservedForIt_data() { TestDatabase::addDialectRows(); }
    void aChannelThatBeginsToRestGivesUpWhatWasReservedForIt()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        constexpr int lanes = 2;
        DeliveryService program = desk.program(desk.sms, {.lanes = lanes});
        for (int i = 0; i < 8; ++i)
            desk.schedule(desk.draft());
        desk.becomeDue();
        desk.sms.reports.fill(ScriptedSender::answer(SendOutcome::Deferred, u"loginRefused"_s), 8);
        program.deliverDue(never);
        QVERIFY2(desk.sms.messages.size() <= lanes, qPrintable(QString::number(desk.sms.messages.size())));
        QSqlQuery &reserved = desk.store.database().execute(
            u"SELECT count(*) FROM reminders WHERE lease_owner IS NOT NULL AND status = 'pending'"_s);
        QVERIFY(reserved.next());
        QCOMPARE(reserved.value(0).toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(DeliveryAnswersTest)
#include "tst_deliveryanswers.moc"
