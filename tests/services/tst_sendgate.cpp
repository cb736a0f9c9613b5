#include "app/services/attemptnewsservice.h"
#include "app/services/consentservice.h"
#include "tests/support/deliverydesk.h"

#include <QtTest>

#include <future>
#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What may not leave at this moment, through the whole of DeliveryService.
class SendGateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quietHoursHoldUntilTheMorning_data() { TestDatabase::addDialectRows(); }
    void quietHoursHoldUntilTheMorning()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        desk.clock.set(QDateTime({2026, 3, 12}, {20, 30}, Qt::UTC)); // 21:30 in Douala
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        QCOMPARE(program.deliverDue(never), 0);
        const Reminder held = desk.reminder(id);
        QCOMPARE(held.status, ReminderStatus::Pending);
        QCOMPARE(held.reason, u"quietHours"_s);
        QCOMPARE(held.nextTry, QDateTime({2026, 3, 13}, {7, 0}, Qt::UTC));
        QVERIFY(desk.attempts(id).isEmpty());
        desk.clock.set(held.nextTry->addMSecs(-1));
        QCOMPARE(program.deliverDue(never), 0);
        desk.clock.advance(1ms);
        QCOMPARE(program.deliverDue(never), 1);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
    }

    void whatTheMorningIsTooLateForExpires()
    {
        DeliveryDesk desk(Dialect::Sqlite);
        desk.clock.set(QDateTime({2026, 3, 12}, {20, 30}, Qt::UTC));
        DeliveryService program = desk.program(desk.sms);
        ReminderDraft draft = desk.draft();
        draft.appointmentTime = QDateTime({2026, 3, 13}, {6, 30}, Qt::UTC); // 07:30, before the quiet hours end
        const ReminderId id = desk.schedule(draft);
        desk.becomeDue();
        QCOMPARE(program.deliverDue(never), 0);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Expired);
        QCOMPARE(desk.reminder(id).reason, u"quietHours"_s);
        QVERIFY(desk.sms.messages.isEmpty());
    }

    void noRetryFallsIntoQuietHours()
    {
        DeliveryDesk desk(Dialect::Sqlite);
        desk.clock.set(QDateTime({2026, 3, 12}, {18, 58}, Qt::UTC)); // 19:58
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Deferred, u"providerBusy"_s);
        QCOMPARE(program.deliverDue(never), 1);
        QCOMPARE(desk.reminder(id).nextTry, QDateTime({2026, 3, 13}, {7, 0}, Qt::UTC));
    }

    void aPatientGetsNoMoreThanTheDailyLimit_data() { TestDatabase::addDialectRows(); }
    void aPatientGetsNoMoreThanTheDailyLimit()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        desk.settings.delivery.dailyLimit = 3;
        DeliveryService program = desk.program(desk.sms);
        for (int i = 0; i < 5; ++i)
            desk.schedule(desk.draft());
        desk.becomeDue();
        QCOMPARE(program.deliverDue(never), 3);
        QCOMPARE(desk.sms.messages.size(), 3);
        int held = 0;
        for (const Reminder &reminder : desk.all()) {
            if (reminder.status != ReminderStatus::Pending)
                continue;
            ++held;
            QCOMPARE(reminder.reason, u"dailyLimit"_s);
            QCOMPARE(reminder.nextTry, QDateTime({2026, 3, 13}, {7, 0}, Qt::UTC)); // the next morning
        }
        QCOMPARE(held, 2);
        desk.clock.set(QDateTime({2026, 3, 13}, {7, 0}, Qt::UTC));
        QCOMPARE(program.deliverDue(never), 2);
    }

    // Another desk sends to the patient at this moment, and the reminder is of use for less than the pause.
    void aBusyPatientLosesNoReminder()
    {
        DeliveryDesk desk(Dialect::PostgreSql);
        desk.settings.delivery.dailyLimit = 3;
        DeliveryService program = desk.program(desk.sms);
        ReminderDraft draft = desk.draft();
        draft.purpose = Purpose::Medication;
        const ReminderId id = desk.schedule(draft);
        desk.clock.set(usefulUntil(desk.reminder(id)).addMSecs(-500));
        std::promise<void> locked;
        std::promise<void> over;
        std::thread otherDesk([&] {
            {
                Transaction transaction{desk.store.database()};
                ReminderQueue(desk.store.database()).lockPatient(desk.patient.id);
                locked.set_value();
                over.get_future().wait();
                transaction.commit();
            }
            desk.store.database().closeThread();
        });
        locked.get_future().wait();
        program.deliverDue(never);
        const Reminder waiting = desk.reminder(id);
        over.set_value();
        otherDesk.join();
        QCOMPARE(waiting.status, ReminderStatus::Pending);
        desk.clock.set(*waiting.nextTry);
        program.deliverDue(never);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
    }

    void aPatientGetsOneCallAtATime_data() { TestDatabase::addDialectRows(); }
    void aPatientGetsOneCallAtATime()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        ScriptedSender calls;
        DeliveryService program(desk.store.database(), desk.store.cipher(), desk.clock, desk.events,
            {{Channel::Ivr, &calls}}, [&] { return desk.settings; }, {.lanes = 4});
        ReminderDraft draft = desk.draft();
        draft.channel = Channel::Ivr;
        const QList<ReminderId> ids{desk.schedule(draft), desk.schedule(draft)};
        desk.becomeDue();
        program.deliverDue(never);
        QCOMPARE(calls.messages.size(), 1);
        const bool isFirst = desk.reminder(ids[0]).status == ReminderStatus::Sent;
        const Reminder waiting = desk.reminder(ids[isFirst ? 1 : 0]);
        QCOMPARE(waiting.status, ReminderStatus::Pending);
        QCOMPARE(waiting.reason, u"anotherCall"_s);
        desk.clock.set(*waiting.nextTry);
        program.deliverDue(never);
        QCOMPARE(calls.messages.size(), 1); // still on the telephone
        AttemptNewsService news(
            desk.store.database(), desk.store.cipher(), desk.clock, desk.events, [&] { return desk.settings; });
        QVERIFY(news.apply({.providerMessageId = u"id-1"_s, .outcome = AttemptOutcome::Delivered}));
        desk.clock.set(*desk.reminder(waiting.id).nextTry);
        program.deliverDue(never);
        QCOMPARE(calls.messages.size(), 2);
    }

    void whatCertainlyFailedDoesNotCount()
    {
        DeliveryDesk desk(Dialect::Sqlite);
        desk.settings.delivery.dailyLimit = 1;
        DeliveryService program = desk.program(desk.sms);
        desk.schedule(desk.draft());
        desk.schedule(desk.draft());
        desk.becomeDue();
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Refused, u"messageRefused"_s);
        QCOMPARE(program.deliverDue(never), 2);
    }

    void aStoppedNumberGetsNothingWhoeverHasIt_data() { TestDatabase::addDialectRows(); }
    void aStoppedNumberGetsNothingWhoeverHasIt()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        ReminderDraft draft = desk.draft();
        draft.phoneNumber = u"+237690000009"_s; // a number that no record holds
        const ReminderId id = desk.schedule(draft);
        ConsentService(desk.store.database(), desk.store.cipher(), desk.clock, desk.events)
            .recordOptOut(Channel::Sms, draft.phoneNumber, ConsentMethod::Sms);
        desk.becomeDue();
        QCOMPARE(program.deliverDue(never), 0);
        QVERIFY(desk.sms.messages.isEmpty());
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Cancelled);
        QCOMPARE(desk.reminder(id).reason, u"consentRefused"_s);
    }

    void anOptOutAtTheProviderHolds_data() { TestDatabase::addDialectRows(); }
    void anOptOutAtTheProviderHolds()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        ConsentService consents(desk.store.database(), desk.store.cipher(), desk.clock, desk.events);
        DeliveryService program
            = desk.program(desk.sms, {.optedOut = [&](Channel channel, const QString &address, const QDateTime &) {
                  consents.optOut(channel, address, ConsentMethod::Provider);
              }});
        const ReminderId first = desk.schedule(desk.draft());
        ReminderDraft later = desk.draft();
        later.scheduledTime = desk.clock.now().addSecs(3600);
        const ReminderId second = desk.schedule(later);
        desk.becomeDue();
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Refused, u"optedOut"_s);
        program.deliverDue(never);
        QCOMPARE(desk.reminder(first).status, ReminderStatus::Failed);
        QVERIFY(consents.isStopped(Channel::Sms, u"+237670000001"_s));
        desk.clock.advance(2h);
        program.deliverDue(never);
        QCOMPARE(desk.reminder(second).status, ReminderStatus::Cancelled);
        QCOMPARE(desk.sms.messages.size(), 1);
    }

    void aNumberThatDoesNotWorkIsNotTriedAgainUntilAPersonSaysSo_data() { TestDatabase::addDialectRows(); }
    void aNumberThatDoesNotWorkIsNotTriedAgainUntilAPersonSaysSo()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId first = desk.schedule(desk.draft());
        const ReminderId second = desk.schedule(desk.draft());
        desk.becomeDue();
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Refused, u"invalidNumber"_s);
        program.deliverDue(never);
        const QSet<QString> reasons{desk.reminder(first).reason, desk.reminder(second).reason};
        QCOMPARE(reasons, QSet<QString>({u"invalidNumber"_s, u"numberFlagged"_s}));
        QCOMPARE(desk.sms.messages.size(), 1);
        QVERIFY(desk.reminders().retry(programItself, second));
        program.deliverDue(never);
        QCOMPARE(desk.reminder(second).status, ReminderStatus::Sent);
    }

    void theNextChannelOfThePlanIsTakenOnce_data() { TestDatabase::addDialectRows(); }
    void theNextChannelOfThePlanIsTakenOnce()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        ReminderDraft draft = desk.draft();
        draft.fallback = {Channel::Email};
        const ReminderId id = desk.schedule(draft);
        desk.becomeDue();
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Refused, u"landline"_s);
        program.deliverDue(never);
        program.deliverDue(never);
        QCOMPARE(desk.all().size(), 2);
        const Reminder first = desk.reminder(id);
        QCOMPARE(first.status, ReminderStatus::Failed);
        QVERIFY(first.settledAt); // nothing for a person to do
        QCOMPARE(desk.mail.messages.size(), 1);
        QCOMPARE(desk.mail.messages.front().email, u"ewane@example.org"_s);
        // Trying the first one again makes no second email.
        QVERIFY(desk.reminders().retry(programItself, id));
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Refused, u"landline"_s);
        program.deliverDue(never);
        program.deliverDue(never);
        QCOMPARE(desk.all().size(), 2);
        QCOMPARE(desk.mail.messages.size(), 1);
    }

    void aSpentBudgetHoldsSmsUntilTheNextMonth_data() { TestDatabase::addDialectRows(); }
    void aSpentBudgetHoldsSmsUntilTheNextMonth()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        desk.settings.smsCost = {.pricePerSegment = 28, .monthlyBudget = 60}; // two segments
        DeliveryService program = desk.program(desk.sms);
        for (int i = 0; i < 3; ++i)
            desk.schedule(desk.draft());
        desk.becomeDue();
        QCOMPARE(program.deliverDue(never), 2);
        Reminder held;
        for (const Reminder &reminder : desk.all()) {
            if (reminder.status != ReminderStatus::Sent)
                held = reminder;
        }
        // The first of April is more than three days away.
        QCOMPARE(held.status, ReminderStatus::Expired);
        QCOMPARE(held.reason, u"budgetSpent"_s);
    }

    void theBudgetCountsWhatLeavesNotWhatWasWritten()
    {
        DeliveryDesk desk(Dialect::Sqlite);
        desk.settings.smsCost = {.pricePerSegment = 28, .monthlyBudget = 30}; // one segment
        desk.settings.twilio = {.accountSid = u"AC1"_s,
            .authToken = u"token"_s,
            .phoneNumber = u"+15005550006"_s,
            .unicode = false}; // this sender spells plainly
        DeliveryService program = desk.program(desk.sms);
        ReminderDraft draft = desk.draft();
        draft.message = u"Hôpital : "_s + QString(90, u'a'); // two segments with the accent, one without
        const ReminderId id = desk.schedule(draft);
        desk.becomeDue();
        QCOMPARE(program.deliverDue(never), 1);
        QCOMPARE(desk.attempts(id).front().segments, 1);
    }

    void anOutageCostsNoTryAndRestsTheChannel_data() { TestDatabase::addDialectRows(); }
    void anOutageCostsNoTryAndRestsTheChannel()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        desk.settings.delivery.lateLimit = -1;
        DeliveryService program = desk.program(desk.sms);
        for (int i = 0; i < 30; ++i)
            desk.schedule(desk.draft());
        desk.becomeDue();
        bool isDown = true;
        desk.sms.onSend = [&] {
            if (isDown)
                desk.sms.reports = {ScriptedSender::answer(SendOutcome::Deferred, u"providerUnreachable"_s)};
        };
        int asked = 0;
        for (int minute = 0; minute < 8 * 60; ++minute) {
            program.deliverDue(never);
            desk.clock.advance(1min);
        }
        asked = int(desk.sms.messages.size());
        QVERIFY2(asked < 40, qPrintable(QString::number(asked))); // 30 reminders, eight hours
        for (const Reminder &reminder : desk.all()) {
            QCOMPARE(reminder.status, ReminderStatus::Pending);
            QCOMPARE(reminder.reason, u"providerUnreachable"_s);
        }
        isDown = false;
        for (int minute = 0; minute < 130; ++minute) {
            program.deliverDue(never);
            desk.clock.advance(1min);
        }
        for (const Reminder &reminder : desk.all())
            QCOMPARE(reminder.status, ReminderStatus::Sent);
    }
};

QTEST_GUILESS_MAIN(SendGateTest)
#include "tst_sendgate.moc"
