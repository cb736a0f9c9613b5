#include "app/services/attemptnewsservice.h"
#include "app/services/drillservice.h"
#include "app/services/reconcileservice.h"
#include "tests/support/deliverydesk.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A store with a drill's provider behind the engine that sends in earnest.
struct Drill : DeliveryDesk
{
    explicit Drill(Dialect dialect)
        : DeliveryDesk(dialect)
    {
        settings.delivery.quietHours.reset();
        settings.delivery.retryDelays = {5s, 10s, 20s, 30s};
        settings.delivery.reconcileInterval = 10s;
        settings.delivery.lateLimit = 5;
    }
    std::function<HospitalSettings()> current()
    {
        return [this] { return settings; };
    }
    void pass(std::chrono::seconds time) // as the program's threads would, every second
    {
        for (std::chrono::seconds passed = 0s; passed < time; ++passed) {
            clock.advance(1s);
            delivery.deliverDue(never);
            reconciling.settleDoubts(provider.trackers(), never);
            news.poll(provider.trackers(), never);
        }
    }
    ReminderId due() { return schedule(draft()); }
    ReminderStatus statusOf(ReminderId id) { return reminder(id).status; }

    DrillProvider provider{clock, {.seed = 7, .slowness = 20ms}};
    DeliveryService delivery{
        store.database(), store.cipher(), clock, events, provider.senders(), current(), DeliveryOptions{}};
    ReconcileService reconciling{store.database(), store.cipher(), clock, events, current()};
    AttemptNewsService news{store.database(), store.cipher(), clock, events, current()};
};

OutgoingMessage message(int number)
{
    return {.phoneNumber = u"+2376700000%1"_s.arg(number, 2, 10, QChar(u'0')), .text = u"Bonjour"_s};
}

} // namespace

class DrillTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatItTakesArrivesAfterSomeSeconds()
    {
        FakeClock clock;
        DrillProvider provider(clock);
        const SendReport report = provider.senders().value(Channel::Sms)->send(message(1));
        QCOMPARE(report.outcome, SendOutcome::Accepted);
        DeliveryTracker *tracker = provider.trackers().value(Channel::Sms);
        QCOMPARE(tracker->find(report.providerMessageId).news.outcome, AttemptOutcome::Accepted);
        clock.advance(3s);
        QCOMPARE(tracker->find(report.providerMessageId).news.outcome, AttemptOutcome::Sent);
        clock.advance(3s);
        QCOMPARE(tracker->find(report.providerMessageId).news.outcome, AttemptOutcome::Delivered);
        QCOMPARE(tracker->find(u"DRILL999999"_s).result, TrackingResult::NotFound);
        QCOMPARE(provider.counts(), (DrillCounts{.taken = 1, .delivered = 1}));
    }

    void theDialHitsItsShareAlikeEveryTime()
    {
        FakeClock clock;
        QList<QList<SendOutcome>> runs;
        for (int run = 0; run < 2; ++run) {
            DrillProvider provider(clock, {.seed = 3});
            provider.setDial({DrillFault::InvalidNumbers, 30});
            QList<SendOutcome> outcomes;
            for (int i = 0; i < 1000; ++i)
                outcomes << provider.senders().value(Channel::Sms)->send(message(1)).outcome;
            const int refused = static_cast<int>(outcomes.count(SendOutcome::Refused));
            QVERIFY2(refused > 250 && refused < 350, qPrintable(QString::number(refused)));
            QCOMPARE(provider.counts().refused, refused);
            QCOMPARE(provider.counts().taken, 1000 - refused);
            runs << outcomes;
        }
        QCOMPARE(runs.first(), runs.last());
    }

    void emailCannotBeAskedAbout()
    {
        FakeClock clock;
        DrillProvider provider(clock);
        QCOMPARE(provider.senders().size(), 3);
        QVERIFY(!provider.trackers().contains(Channel::Email));
    }

    void aSlowAnswerIsGivenUpAtTheEnd()
    {
        FakeClock clock;
        DrillProvider provider(clock, {.seed = 1, .slowness = 60s});
        provider.setDial({DrillFault::Slow, 100});
        provider.senders().value(Channel::Sms)->abort();
        QElapsedTimer timer;
        timer.start();
        provider.senders().value(Channel::Sms)->send(message(1));
        QVERIFY(timer.elapsed() < 5000);
    }

    void everyFaultEndsAsTheEngineSays_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<DrillFault>("fault");
        QTest::addColumn<ReminderStatus>("during"); // after 40 s of the fault
        QTest::addColumn<ReminderStatus>("after"); // a minute after it is over
        const QList<std::tuple<const char *, DrillFault, ReminderStatus, ReminderStatus>> rows{
            {"none", DrillFault::None, ReminderStatus::Delivered, ReminderStatus::Delivered},
            {"busy", DrillFault::Busy, ReminderStatus::Pending, ReminderStatus::Delivered},
            {"unreachable", DrillFault::Unreachable, ReminderStatus::Pending, ReminderStatus::Delivered},
            {"invalid numbers", DrillFault::InvalidNumbers, ReminderStatus::Failed, ReminderStatus::Failed},
            {"slow", DrillFault::Slow, ReminderStatus::Delivered, ReminderStatus::Delivered},
            {"lost answers", DrillFault::LostAnswers, ReminderStatus::Delivered, ReminderStatus::Delivered},
        };
        for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
            const QByteArray store = dialect == Dialect::Sqlite ? "SQLite, " : "PostgreSQL, ";
            for (const auto &[name, fault, during, after] : rows)
                QTest::newRow((store + name).constData()) << dialect << fault << during << after;
        }
    }
    void everyFaultEndsAsTheEngineSays()
    {
        QFETCH(Dialect, dialect);
        QFETCH(DrillFault, fault);
        QFETCH(ReminderStatus, during);
        QFETCH(ReminderStatus, after);
        Drill drill(dialect);
        drill.provider.setDial({fault, 100});
        const ReminderId id = drill.due();
        drill.pass(100s); // due after 60 s
        QCOMPARE(drill.statusOf(id), during);
        drill.provider.setDial({});
        drill.pass(60s);
        QCOMPARE(drill.statusOf(id), after);
        QCOMPARE(drill.provider.counts().taken, after == ReminderStatus::Delivered ? 1 : 0); // once only
    }

    void aTelephoneThatIsOffIsTriedAgain()
    {
        Drill drill(Dialect::Sqlite);
        drill.provider.setDial({DrillFault::SwitchedOff, 100});
        const ReminderId id = drill.due();
        drill.pass(62s);
        drill.provider.setDial({});
        drill.pass(60s);
        const QList<Attempt> attempts = drill.attempts(id);
        QVERIFY(attempts.size() >= 2);
        QCOMPARE(attempts.first().outcome, AttemptOutcome::Undelivered);
        QCOMPARE(attempts.first().providerCode, u"30003"_s);
        QCOMPARE(drill.statusOf(id), ReminderStatus::Delivered);
    }

    void aLostAnswerIsFoundAndNotSentAgain()
    {
        Drill drill(Dialect::Sqlite);
        drill.provider.setDial({DrillFault::LostAnswers, 100});
        const ReminderId id = drill.due();
        drill.pass(120s);
        QCOMPARE(drill.provider.counts(), (DrillCounts{.taken = 1, .delivered = 1, .inDoubt = 1}));
        const QList<Attempt> attempts = drill.attempts(id);
        QCOMPARE(attempts.size(), 1);
        QCOMPARE(attempts.first().providerMessageId, drill.provider.messages(1).first().id);
    }

    void whatWasHeldUpByAStopWaitsForAPerson()
    {
        Drill drill(Dialect::Sqlite);
        drill.pass(5s);
        drill.provider.stopFor(180s);
        QList<ReminderId> ids;
        for (int i = 0; i < 10; ++i)
            ids << drill.due();
        drill.pass(178s);
        QCOMPARE(drill.provider.counts().taken, 0);
        drill.pass(40s);
        const auto late
            = std::ranges::count_if(ids, [&](ReminderId id) { return drill.statusOf(id) == ReminderStatus::Late; });
        QVERIFY2(late > 5, qPrintable(QString::number(late)));
        QCOMPARE(drill.reminders().decideLate(programItself, LateDecision::Send).value(), late);
        drill.pass(60s);
        QCOMPARE(drill.provider.counts().taken, 10);
    }

    void makesRemindersDueForOtherPatientsEachTime()
    {
        Drill drill(Dialect::Sqlite);
        PatientService patients = drill.patients();
        for (int i = 2; i <= 7; ++i) {
            QVERIFY(patients.create(programItself,
                {.name = u"Patient %1"_s.arg(i), .phoneNumber = message(i).phoneNumber, .ward = u"Pavillon B"_s}));
        }
        ReminderService reminders = drill.reminders();
        DrillService service(drill.provider, patients, reminders, drill.clock);
        QCOMPARE(service.makeDue(programItself, 3).value(), 3);
        QCOMPARE(service.makeDue(programItself, 3).value(), 3);
        QSet<qint64> reached;
        for (const Reminder &reminder : drill.all())
            reached << reminder.patient.value;
        QCOMPARE(reached.size(), 6);
        drill.pass(10s);
        QCOMPARE(drill.provider.counts().taken, 6);
        QVERIFY(!drill.provider.messages(1).first().text.isEmpty());
    }

    void onlyWhoManagesRemindersTurnsTheDial()
    {
        Drill drill(Dialect::Sqlite);
        PatientService patients = drill.patients();
        ReminderService reminders = drill.reminders();
        DrillService service(drill.provider, patients, reminders, drill.clock);
        const Session viewer{{}, u"viewer"_s, Role::Viewer};
        QCOMPARE(service.setDial(viewer, {DrillFault::Busy, 50}).error().code, ErrorCode::Forbidden);
        QCOMPARE(service.stopFor(viewer, 10s).error().code, ErrorCode::Forbidden);
        QCOMPARE(service.makeDue(viewer, 1).error().code, ErrorCode::Forbidden);
        QCOMPARE(drill.provider.dial(), DrillDial());
        QVERIFY(!drill.provider.stoppedUntil().isValid());
        const Session reception{{}, u"reception"_s, Role::Reception};
        QVERIFY(service.setDial(reception, {DrillFault::Busy, 50}));
        QCOMPARE(service.state(reception).value().dial, (DrillDial{DrillFault::Busy, 50}));
    }
};

QTEST_GUILESS_MAIN(DrillTest)
#include "tst_drill.moc"
