#include "tests/support/deliverydesk.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What became due while nothing could be sent.
class BacklogWatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void manyLateOnesWaitForAPerson_data() { TestDatabase::addDialectRows(); }
    void manyLateOnesWaitForAPerson()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        {
            DeliveryService before = desk.program(desk.sms); // it ran, and then the power went
            before.deliverDue(never);
        }
        for (int i = 0; i < 21; ++i)
            desk.schedule(desk.draft());
        desk.clock.advance(2h);
        DeliveryService program = desk.program(desk.sms);
        QCOMPARE(program.deliverDue(never), 0);
        QCOMPARE(desk.reminders().counts(programItself)->value(ReminderStatus::Late), 21);
        QVERIFY(desk.sms.messages.isEmpty());
        for (const Reminder &reminder : desk.all())
            QCOMPARE(reminder.reason, u"lateBacklog"_s);

        QCOMPARE(desk.reminders().decideLate(programItself, LateDecision::Send).value(), 21);
        QCOMPARE(program.deliverDue(never), 21);
        QCOMPARE(desk.sms.messages.size(), 21);
        QCOMPARE(program.deliverDue(never), 0);
    }

    void aFewLateOnesJustGo()
    {
        DeliveryDesk desk(Dialect::Sqlite);
        desk.program(desk.sms).deliverDue(never);
        for (int i = 0; i < 20; ++i)
            desk.schedule(desk.draft());
        desk.clock.advance(2h);
        QCOMPARE(desk.program(desk.sms).deliverDue(never), 20);
    }

    void aPersonMayCancelThem()
    {
        DeliveryDesk desk(Dialect::Sqlite);
        desk.settings.delivery.lateLimit = 0;
        desk.program(desk.sms).deliverDue(never);
        const ReminderId id = desk.schedule(desk.draft());
        desk.clock.advance(2h);
        desk.program(desk.sms).deliverDue(never);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Late);
        QCOMPARE(desk.reminders().decideLate(programItself, LateDecision::Cancel).value(), 1);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Cancelled);
    }

    void oneOfThemMayGoAlone()
    {
        DeliveryDesk desk(Dialect::Sqlite);
        desk.settings.delivery.lateLimit = 0;
        desk.program(desk.sms).deliverDue(never);
        const ReminderId id = desk.schedule(desk.draft());
        desk.schedule(desk.draft());
        desk.clock.advance(2h);
        DeliveryService program = desk.program(desk.sms);
        program.deliverDue(never);
        QVERIFY(desk.reminders().decideUnknown(programItself, id, UnknownDecision::SendAgain));
        QCOMPARE(program.deliverDue(never), 1);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
    }

    void whatDrainsSlowlyIsNotLate()
    {
        DeliveryDesk desk(Dialect::Sqlite);
        DeliveryService program = desk.program(desk.sms);
        for (int i = 0; i < 40; ++i)
            desk.schedule(desk.draft());
        desk.becomeDue();
        int sent = 0;
        // Half a minute for each message: the last ones leave 20 minutes after their time.
        for (int round = 0; round < 60; ++round) {
            const qsizetype before = desk.sms.messages.size();
            sent += program.deliverDue([&] { return desk.sms.messages.size() > before; });
            desk.clock.advance(30s);
        }
        QCOMPARE(sent, 40);
    }

    void aClockThatJumpsAheadMakesNoBurst_data() { TestDatabase::addDialectRows(); }
    void aClockThatJumpsAheadMakesNoBurst()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        program.deliverDue(never);
        for (int i = 0; i < 30; ++i) {
            ReminderDraft draft = desk.draft();
            draft.scheduledTime = desk.clock.now().addSecs(3600 * (1 + i));
            desk.schedule(draft);
        }
        const QDateTime right = desk.clock.now();
        desk.clock.advance(48h);
        QCOMPARE(program.deliverDue(never), 0);
        QCOMPARE(desk.reminders().counts(programItself)->value(ReminderStatus::Late), 30);
        desk.clock.set(right);
        QCOMPARE(program.deliverDue(never), 0);
        QVERIFY(desk.sms.messages.isEmpty());
    }

    void whatIsOfNoUseAnyMoreExpiresAlsoWithoutAProvider_data() { TestDatabase::addDialectRows(); }
    void whatIsOfNoUseAnyMoreExpiresAlsoWithoutAProvider()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        desk.sms.configured = false;
        ReminderDraft draft = desk.draft();
        draft.appointmentTime = desk.clock.now().addSecs(7200);
        const ReminderId visit = desk.schedule(draft);
        draft.appointmentTime.reset();
        draft.purpose = Purpose::Medication;
        const ReminderId medication = desk.schedule(draft);
        draft.purpose = Purpose::FollowUp;
        const ReminderId followUp = desk.schedule(draft);
        DeliveryService program = desk.program(desk.sms);
        desk.becomeDue();
        program.deliverDue(never);
        QCOMPARE(desk.reminder(visit).reason, u"notConfigured"_s);
        desk.clock.advance(5h);
        program.deliverDue(never);
        QCOMPARE(desk.reminder(visit).status, ReminderStatus::Expired);
        QCOMPARE(desk.reminder(visit).reason, u"appointmentPassed"_s);
        QCOMPARE(desk.reminder(medication).status, ReminderStatus::Expired);
        QCOMPARE(desk.reminder(medication).reason, u"tooLate"_s);
        QCOMPARE(desk.reminder(followUp).status, ReminderStatus::Pending);
    }

    void theNewestDeadlineOfABacklogGoesFirst_data() { TestDatabase::addDialectRows(); }
    void theNewestDeadlineOfABacklogGoesFirst()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        desk.program(desk.sms).deliverDue(never);
        for (const int minutes : {10, 50, 30}) {
            ReminderDraft draft = desk.draft();
            draft.scheduledTime = desk.clock.now().addSecs(60 * minutes);
            draft.message = QString::number(minutes);
            desk.schedule(draft);
        }
        desk.clock.advance(2h);
        desk.program(desk.sms).deliverDue(never);
        QStringList order;
        for (const OutgoingMessage &message : desk.sms.messages)
            order << message.text;
        QCOMPARE(order, QStringList({u"50"_s, u"30"_s, u"10"_s}));
    }
};

QTEST_GUILESS_MAIN(BacklogWatchTest)
#include "tst_backlogwatch.moc"
