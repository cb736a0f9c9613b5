#include "tests/support/deliverydesk.h"

#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DeliveryRecoveryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopsBetweenTwoMessages_data() { TestDatabase::addDialectRows(); }
    void stopsBetweenTwoMessages()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        for (int i = 0; i < 5; ++i)
            desk.schedule(desk.draft());
        desk.becomeDue();
        QCOMPARE(program.deliverDue([&] { return desk.sms.messages.size() == 2; }), 2);
        // What it had reserved is free at once for another program.
        ScriptedSender other;
        QCOMPARE(desk.program(other).deliverDue(never), 3);
    }

    void aCrashInTheMiddleBecomesUnknownWhenTheLeaseEnds_data() { TestDatabase::addDialectRows(); }
    void aCrashInTheMiddleBecomesUnknownWhenTheLeaseEnds()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        ReminderDraft draft = desk.draft();
        draft.recurrence = Recurrence{};
        const ReminderId id = desk.schedule(draft);
        desk.becomeDue();
        struct Crash
        {
        };
        desk.sms.onSend = [] { throw Crash(); };
        QVERIFY_THROWS_EXCEPTION(Crash, desk.program(desk.sms).deliverDue(never));
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sending);
        ScriptedSender other;
        DeliveryService program = desk.program(other);
        program.recoverInterrupted();
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sending); // it may still be at work
        desk.clock.advance(DeliveryOptions().lease + 1ms);
        program.recoverInterrupted();
        const Reminder reminder = desk.reminder(id);
        QCOMPARE(reminder.status, ReminderStatus::Unknown);
        QCOMPARE(reminder.reason, u"interrupted"_s);
        QCOMPARE(desk.attempts(id).front().outcome, AttemptOutcome::Unknown);
        QCOMPARE(desk.all().size(), 2); // the series goes on
        program.deliverDue(never);
        QVERIFY(other.messages.isEmpty());
    }

    void aLateAnswerCorrectsUnknown_data() { TestDatabase::addDialectRows(); }
    void aLateAnswerCorrectsUnknown()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        DeliveryService slow = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        desk.sms.onSend = [&] {
            desk.clock.advance(DeliveryOptions().lease + 1ms);
            ScriptedSender other;
            desk.program(other).recoverInterrupted();
            QCOMPARE(desk.reminder(id).status, ReminderStatus::Unknown);
        };
        slow.deliverDue(never);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
        QCOMPARE(desk.attempts(id).front().outcome, AttemptOutcome::Accepted);
    }

    void twoProgramsNeverSendTheSame_data() { TestDatabase::addDialectRows(); }
    void twoProgramsNeverSendTheSame()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        constexpr int count = 60;
        for (int i = 0; i < count; ++i) {
            ReminderDraft draft = desk.draft();
            draft.message = QString::number(i);
            desk.schedule(draft);
        }
        desk.becomeDue();
        std::array<ScriptedSender, 3> senders;
        std::atomic<int> finished = 0;
        std::vector<std::thread> threads;
        for (ScriptedSender &sender : senders) {
            threads.emplace_back([&] {
                DeliveryService program = desk.program(sender);
                finished += program.deliverDue(never);
                desk.store.database().closeThread();
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QSet<QString> texts;
        qsizetype sent = 0;
        for (const ScriptedSender &sender : senders) {
            sent += sender.messages.size();
            for (const OutgoingMessage &message : sender.messages)
                texts << message.text;
        }
        QCOMPARE(sent, count);
        QCOMPARE(texts.size(), count);
        QCOMPARE(finished.load(), count);
    }

    void oneDamagedRowDoesNotHoldUpTheOthers_data() { TestDatabase::addDialectRows(); }
    void oneDamagedRowDoesNotHoldUpTheOthers()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId damaged = desk.schedule(desk.draft());
        const ReminderId whole = desk.schedule(desk.draft());
        desk.store.database().execute(
            u"UPDATE reminders SET message_enc = ? WHERE id = ?"_s, {QByteArray(40, 'x'), damaged.value});
        desk.becomeDue();
        QVERIFY_THROWS_EXCEPTION(CipherError, program.deliverDue(never));
        QCOMPARE(desk.reminder(whole).status, ReminderStatus::Sent);
        QCOMPARE(desk.sms.messages.size(), 1);
    }

    void anAnswerThatCouldNotBeRecordedIsRecordedLater()
    {
        DeliveryDesk desk(Dialect::Sqlite);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        desk.sms.onSend = [&] { desk.store.database().execute(u"ALTER TABLE attempts RENAME TO attempts_away"_s); };
        QVERIFY_THROWS_EXCEPTION(DatabaseError, program.deliverDue(never));
        desk.store.database().execute(u"ALTER TABLE attempts_away RENAME TO attempts"_s);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sending);
        program.deliverDue(never);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
        QCOMPARE(desk.sms.messages.size(), 1);
    }
};

QTEST_GUILESS_MAIN(DeliveryRecoveryTest)
#include "tst_deliveryrecovery.moc"
