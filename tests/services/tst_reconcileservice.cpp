#include "app/services/reconcileservice.h"
#include "tests/support/deliverydesk.h"
#include "tests/support/scriptedtracker.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct DoubtDesk : DeliveryDesk
{
    explicit DoubtDesk(Dialect dialect)
        : DeliveryDesk(dialect)
        , program(DeliveryDesk::program(sms))
        , reconciling(
              store.database(), store.cipher(), clock, events, [this] { return settings; },
              [this](Channel, const QString &address, const QDateTime &) { optedOut << address; })
    {
        tracker.list.result = TrackingResult::Answered;
        tracker.list.provider = u"other"_s;
    }
    // A message that may have left.
    ReminderId inDoubt(const QString &text = u"Rendez-vous demain"_s)
    {
        ReminderDraft wanted = draft();
        wanted.message = text;
        const ReminderId id = schedule(wanted);
        becomeDue();
        sms.reports << ScriptedSender::answer(SendOutcome::Unknown, u"timeout"_s);
        program.deliverDue(never);
        return id;
    }
    ProviderMessage message(const QString &id, const QString &text = u"Rendez-vous demain"_s) const
    {
        return {.news = {.providerMessageId = id, .outcome = AttemptOutcome::Sent, .segments = 1},
            .text = text,
            .createdAt = clock.now()};
    }
    QStringList optedOut;
    void ask() { reconciling.settleDoubts({{Channel::Sms, &tracker}}, never); }

    DeliveryService program;
    ReconcileService reconciling;
    ScriptedTracker tracker;
};

} // namespace

class ReconcileServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMessageThatIsFoundIsAdopted_data() { TestDatabase::addDialectRows(); }
    void aMessageThatIsFoundIsAdopted()
    {
        QFETCH(Dialect, dialect);
        DoubtDesk desk(dialect);
        const ReminderId id = desk.inDoubt();
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Unknown);
        desk.tracker.list.messages = {desk.message(u"SM1"_s)};
        desk.ask();
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
        QCOMPARE(desk.attempts(id).front().providerMessageId, u"SM1"_s);
        QCOMPARE(desk.attempts(id).front().provider, u"other"_s);
        QCOMPARE(desk.attempts(id).front().reason, u"foundAtProvider"_s);
        QVERIFY(desk.attempts(id).front().nextCheck); // and followed from now on
        QCOMPARE(desk.tracker.lists, QStringList{u"+237670000001"_s});
        desk.clock.advance(24h);
        desk.program.deliverDue(never);
        QCOMPARE(desk.sms.messages.size(), 1);
    }

    void onlyWhatIsMissingTwiceTwoMinutesApartIsSentAgain_data() { TestDatabase::addDialectRows(); }
    void onlyWhatIsMissingTwiceTwoMinutesApartIsSentAgain()
    {
        QFETCH(Dialect, dialect);
        DoubtDesk desk(dialect);
        const ReminderId id = desk.inDoubt();
        desk.ask();
        desk.ask(); // too soon to count
        desk.clock.advance(2min - 1ms);
        desk.ask();
        QCOMPARE(desk.tracker.lists.size(), 1);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Unknown);
        desk.program.deliverDue(never);
        QCOMPARE(desk.sms.messages.size(), 1);
        desk.clock.advance(1ms);
        desk.ask();
        QCOMPARE(desk.tracker.lists.size(), 2);
        const Reminder reminder = desk.reminder(id);
        QCOMPARE(reminder.status, ReminderStatus::Pending);
        QCOMPARE(reminder.reason, u"notFoundAtProvider"_s);
        QCOMPARE(desk.attempts(id).front().outcome, AttemptOutcome::Failed);
        desk.clock.set(*reminder.nextTry);
        desk.program.deliverDue(never);
        QCOMPARE(desk.sms.messages.size(), 2);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
    }

    void aProviderThatDoesNotAnswerSaysNothing_data()
    {
        QTest::addColumn<TrackingResult>("result");
        QTest::newRow("no answer") << TrackingResult::NoAnswer;
        QTest::newRow("does not know the question") << TrackingResult::NotFound;
    }
    void aProviderThatDoesNotAnswerSaysNothing()
    {
        QFETCH(TrackingResult, result);
        DoubtDesk desk(Dialect::Sqlite);
        const ReminderId id = desk.inDoubt();
        desk.tracker.list.result = result;
        for (int round = 0; round < 10; ++round) {
            desk.ask();
            desk.clock.advance(2min);
        }
        QVERIFY(desk.tracker.lists.size() >= 9);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Unknown);
    }

    void twoProgramsThatAskAtOnceCountOnce_data() { TestDatabase::addDialectRows(); }
    void twoProgramsThatAskAtOnceCountOnce()
    {
        QFETCH(Dialect, dialect);
        DoubtDesk desk(dialect);
        const ReminderId id = desk.inDoubt();
        ReconcileService other(
            desk.store.database(), desk.store.cipher(), desk.clock, desk.events, [&] { return desk.settings; });
        ScriptedTracker otherTracker;
        otherTracker.list.result = TrackingResult::Answered;
        desk.tracker.onList = [&] { other.settleDoubts({{Channel::Sms, &otherTracker}}, never); };
        desk.ask();
        QCOMPARE(otherTracker.lists.size(), 1);
        QCOMPARE(desk.attempts(id).front().checks, 1);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Unknown);
    }

    void whatOnlyLooksLikeItWaitsForAPerson_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("secondsBefore");
        QTest::newRow("words around it") << u"Sent from your trial account - Rendez-vous demain"_s << 0;
        QTest::newRow("respelled") << u"RENDEZ VOUS demain"_s << 0;
        QTest::newRow("the same, earlier") << u"Rendez-vous demain"_s << 3600;
    }
    void whatOnlyLooksLikeItWaitsForAPerson()
    {
        QFETCH(QString, text);
        QFETCH(int, secondsBefore);
        DoubtDesk desk(Dialect::Sqlite);
        const ReminderId id = desk.inDoubt();
        ProviderMessage similar = desk.message(u"SM1"_s, text);
        similar.createdAt = desk.clock.now().addSecs(-secondsBefore);
        desk.tracker.list.messages = {similar};
        desk.ask();
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Unknown);
        QCOMPARE(desk.reminder(id).reason, u"similarAtProvider"_s);
        desk.clock.advance(1h);
        desk.ask();
        QCOMPARE(desk.tracker.lists.size(), 1); // a person has to look
    }

    void anotherTextIsNotOurs()
    {
        DoubtDesk desk(Dialect::Sqlite);
        const ReminderId id = desk.inDoubt(u"Rappel 1"_s);
        desk.tracker.list.messages = {desk.message(u"SM1"_s, u"Rappel 10"_s)};
        desk.ask();
        QCOMPARE(desk.reminder(id).reason, u"timeout"_s);
        QCOMPARE(desk.attempts(id).front().checks, 1);
    }

    void whatBelongsToAnotherReminderIsNotAdopted()
    {
        DoubtDesk desk(Dialect::Sqlite);
        SendReport accepted = ScriptedSender::accepted();
        accepted.providerMessageId = u"SM1"_s;
        desk.schedule(desk.draft());
        desk.becomeDue();
        desk.sms.reports << accepted;
        desk.program.deliverDue(never);
        const ReminderId id = desk.inDoubt();
        desk.tracker.list.messages = {desk.message(u"SM1"_s)};
        desk.ask();
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Unknown);
        QCOMPARE(desk.attempts(id).front().checks, 1);
    }

    void twinsShareWhatIsFound()
    {
        DoubtDesk desk(Dialect::Sqlite);
        const ReminderId one = desk.inDoubt();
        const ReminderId two = desk.inDoubt();
        desk.tracker.list.messages = {desk.message(u"SM2"_s), desk.message(u"SM1"_s)};
        desk.ask();
        QCOMPARE(desk.tracker.lists.size(), 1); // one question about one number
        QCOMPARE(desk.reminder(one).status, ReminderStatus::Sent);
        QCOMPARE(desk.reminder(two).status, ReminderStatus::Sent);
        const QSet<QString> ids{
            desk.attempts(one).front().providerMessageId, desk.attempts(two).front().providerMessageId};
        QCOMPARE(ids, QSet<QString>({u"SM1"_s, u"SM2"_s}));
    }

    // Nothing of a call tells which reminder it was for.
    void callsToOneNumberAreSettledTogetherOrByAPerson_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<int>("found");
        QTest::addColumn<ReminderStatus>("becomes");
        for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
            const char *name = dialect == Dialect::Sqlite ? "sqlite" : "postgresql";
            QTest::addRow("%s, both", name) << dialect << 2 << ReminderStatus::Sent;
            QTest::addRow("%s, one of them", name) << dialect << 1 << ReminderStatus::Unknown;
            QTest::addRow("%s, none", name) << dialect << 0 << ReminderStatus::Pending;
        }
    }
    void callsToOneNumberAreSettledTogetherOrByAPerson()
    {
        QFETCH(Dialect, dialect);
        QFETCH(int, found);
        QFETCH(ReminderStatus, becomes);
        DoubtDesk desk(dialect);
        DeliveryService program(desk.store.database(), desk.store.cipher(), desk.clock, desk.events,
            {{Channel::Ivr, &desk.sms}}, [&] { return desk.settings; });
        // A family shares a telephone: the rule of one call at a time does not know it.
        const Patient child
            = desk.patients().create(programItself, {.name = u"Enfant"_s, .phoneNumber = u"+237670000001"_s}).value();
        QList<ReminderId> ids;
        for (const PatientId patient : {desk.patient.id, child.id}) {
            ReminderDraft draft = desk.draft();
            draft.patient = patient;
            draft.channel = Channel::Ivr;
            draft.message = QString::number(patient.value);
            ids << desk.schedule(draft);
        }
        desk.becomeDue();
        desk.sms.reports.fill(ScriptedSender::answer(SendOutcome::Unknown, u"timeout"_s), 2);
        program.deliverDue(never);
        for (int i = 0; i < found; ++i)
            desk.tracker.list.messages << desk.message(u"CA%1"_s.arg(i), {});
        for (int look = 0; look < 2; ++look) {
            desk.reconciling.settleDoubts({{Channel::Ivr, &desk.tracker}}, never);
            desk.clock.advance(2min);
        }
        for (const ReminderId id : ids)
            QCOMPARE(desk.reminder(id).status, becomes);
        QCOMPARE(desk.sms.messages.size(), 2);
    }

    // What the provider has may be what is being sent at this moment and has no number yet.
    void nothingIsSettledWhileTheSameIsBeingSent_data() { TestDatabase::addDialectRows(); }
    void nothingIsSettledWhileTheSameIsBeingSent()
    {
        QFETCH(Dialect, dialect);
        DoubtDesk desk(dialect);
        const ReminderId doubtful = desk.inDoubt();
        const ReminderId fresh = desk.schedule(desk.draft());
        desk.becomeDue();
        SendReport accepted = ScriptedSender::accepted();
        accepted.providerMessageId = u"SM1"_s;
        desk.sms.reports << accepted;
        desk.sms.onSend = [&] {
            desk.tracker.list.messages = {desk.message(u"SM1"_s)}; // taken, not yet answered
            desk.ask();
        };
        desk.program.deliverDue(never);
        QCOMPARE(desk.reminder(doubtful).status, ReminderStatus::Unknown);
        QCOMPARE(desk.attempts(doubtful).front().checks, 0);
        QCOMPARE(desk.attempts(fresh).front().providerMessageId, u"SM1"_s);
        for (int look = 0; look < 2; ++look) {
            desk.clock.advance(2min);
            desk.ask();
        }
        QCOMPARE(desk.reminder(doubtful).status, ReminderStatus::Pending); // it never left: once more
    }

    void moreThanWeSentIsNotOursToTell()
    {
        DoubtDesk desk(Dialect::Sqlite);
        const ReminderId id = desk.inDoubt();
        desk.tracker.list.messages = {desk.message(u"SM2"_s), desk.message(u"SM1"_s)};
        desk.ask();
        QCOMPARE(desk.reminder(id).reason, u"similarAtProvider"_s);
    }

    void aPersonWhoWasQuickerDecides()
    {
        DoubtDesk desk(Dialect::Sqlite);
        const ReminderId id = desk.inDoubt();
        desk.tracker.list.messages = {desk.message(u"SM1"_s)};
        desk.tracker.onList
            = [&] { QVERIFY(desk.reminders().decideUnknown(programItself, id, UnknownDecision::WasSent)); };
        desk.ask();
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
        QCOMPARE(desk.reminder(id).reason, u"confirmedByStaff"_s);
    }

    void aClockThatIsWrongDoesNotMatterWhenTheProviderTellsItsOwn()
    {
        DoubtDesk desk(Dialect::Sqlite);
        const ReminderId id = desk.inDoubt();
        const QDateTime provider = desk.clock.now().addDays(-400); // ours is more than a year ahead
        ProviderMessage message = desk.message(u"SM1"_s);
        message.createdAt = provider;
        desk.tracker.list.messages = {message};
        desk.tracker.list.providerTime = provider;
        desk.ask();
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
    }

    void aSlowProviderLeavesTimeForOtherQuestions()
    {
        DoubtDesk desk(Dialect::Sqlite);
        constexpr int doubts = 6;
        for (int i = 0; i < doubts; ++i) {
            const QString number = u"+23767000001%1"_s.arg(i);
            ReminderDraft wanted = desk.draft();
            wanted.phoneNumber = number;
            desk.schedule(wanted);
            desk.becomeDue();
            desk.sms.reports << ScriptedSender::answer(SendOutcome::Unknown, u"timeout"_s);
            desk.program.deliverDue(never);
        }
        desk.tracker.slowness = 1s;
        desk.ask();
        const qsizetype first = desk.tracker.lists.size();
        QVERIFY2(first >= 2 && first <= 4, qPrintable(QString::number(first)));
        desk.tracker.slowness = 0s;
        desk.ask();
        QCOMPARE(desk.tracker.lists.size(), doubts);
    }

    void whoOptedOutAtTheProviderIsHeard_data() { TestDatabase::addDialectRows(); }
    void whoOptedOutAtTheProviderIsHeard()
    {
        QFETCH(Dialect, dialect);
        DoubtDesk desk(dialect);
        const ReminderId id = desk.inDoubt();
        ProviderMessage found = desk.message(u"SM1"_s);
        found.news.outcome = AttemptOutcome::Failed;
        found.news.providerCode = u"21610"_s;
        found.news.reason = u"optedOut"_s;
        desk.tracker.list.messages = {found};
        desk.ask();
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Failed);
        QCOMPARE(desk.optedOut, QStringList{u"+237670000001"_s});
    }

    void leavesAProviderAloneForAsLongAsItAsks()
    {
        DoubtDesk desk(Dialect::Sqlite);
        desk.inDoubt(u"Rendez-vous lundi"_s);
        desk.inDoubt(u"Rendez-vous mardi"_s);
        desk.tracker.list.result = TrackingResult::NoAnswer;
        desk.tracker.list.retryAfterSeconds = 600;
        desk.ask();
        desk.ask();
        desk.clock.advance(600s - 1ms);
        desk.ask();
        QCOMPARE(desk.tracker.lists.size(), 1);
        desk.clock.advance(1ms);
        desk.ask();
        QCOMPARE(desk.tracker.lists.size(), 2);
    }

    void anEmailWaitsForAPerson()
    {
        DoubtDesk desk(Dialect::Sqlite);
        ReminderDraft draft = desk.draft();
        draft.channel = Channel::Email;
        const ReminderId id = desk.schedule(draft);
        desk.becomeDue();
        desk.mail.reports << ScriptedSender::answer(SendOutcome::Unknown, u"connectionLost"_s);
        desk.program.deliverDue(never);
        desk.clock.advance(1h);
        desk.ask();
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Unknown);
        QVERIFY(desk.tracker.lists.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ReconcileServiceTest)
#include "tst_reconcileservice.moc"
