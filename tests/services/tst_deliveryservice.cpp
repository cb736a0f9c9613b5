#include "app/services/deliveryservice.h"
#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedsender.h"
#include "tests/support/testdatabase.h"

#include <QSignalSpy>
#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Session system_ = Session::system();
const auto never = [] { return false; };

// A store with one patient, and a program that delivers.
struct Desk
{
    explicit Desk(Dialect dialect)
        : store(dialect)
    {
        patient
            = patients()
                  .create(system_,
                      {.name = u"Éwané Essomba"_s, .email = u"ewane@example.org"_s, .phoneNumber = u"+237670000001"_s})
                  .value();
        settings.name = u"Hôpital Général"_s;
    }
    PatientService patients() { return PatientService(store.database(), store.cipher(), clock, events); }
    ReminderService reminders() { return ReminderService(store.database(), store.cipher(), clock, events); }
    DeliveryService program(MessageSender &sender, DeliveryOptions options = {})
    {
        return DeliveryService(
            store.database(), store.cipher(), clock, events, {{Channel::Sms, &sender}, {Channel::Email, &mail}},
            [this] { return settings; }, options);
    }
    ReminderDraft draft() const
    {
        return {.patient = patient.id, .message = u"Rendez-vous demain"_s, .scheduledTime = clock.now().addSecs(60)};
    }
    ReminderId schedule(const ReminderDraft &wanted)
    {
        const Result<Scheduling> scheduling = reminders().schedule(system_, wanted);
        return scheduling ? scheduling->reminder.id : ReminderId{};
    }
    Reminder reminder(ReminderId id) { return reminders().find(system_, id).value(); }
    QList<Attempt> attempts(ReminderId id) { return reminders().attempts(system_, id).value(); }
    QList<Reminder> all() { return reminders().list(system_, {}, {}).value().items; }
    void becomeDue() { clock.advance(1min); }

    TestDatabase store;
    FakeClock clock;
    DomainEvents events;
    HospitalSettings settings;
    Patient patient;
    ScriptedSender sms;
    ScriptedSender mail;
};

} // namespace

class DeliveryServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deliversWhatIsDueAndNothingElse_data() { TestDatabase::addDialectRows(); }
    void deliversWhatIsDueAndNothingElse()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        ReminderDraft byMail = desk.draft();
        byMail.channel = Channel::Email;
        byMail.language = Language::English;
        const ReminderId mailed = desk.schedule(byMail);
        QCOMPARE(program.deliverDue(never), 0);
        desk.becomeDue();
        QSignalSpy changed(&desk.events, &DomainEvents::reminderChanged);
        QCOMPARE(program.deliverDue(never), 2);
        QCOMPARE(changed.size(), 4); // sending and sent, of each
        QCOMPARE(program.deliverDue(never), 0);

        QCOMPARE(desk.sms.messages.size(), 1);
        const OutgoingMessage &message = desk.sms.messages.front();
        QCOMPARE(message.phoneNumber, u"+237670000001"_s);
        QCOMPARE(message.text, u"Rendez-vous demain"_s);
        QCOMPARE(message.recipientName, desk.patient.name);
        QCOMPARE(desk.mail.messages.front().email, u"ewane@example.org"_s);
        QCOMPARE(desk.mail.messages.front().subject, u"Reminder from Hôpital Général"_s);
        QCOMPARE(desk.mail.messages.front().messageId, desk.reminder(mailed).clientId + u"@reminders.accueil"_s);

        const Reminder reminder = desk.reminder(id);
        QCOMPARE(reminder.status, ReminderStatus::Sent);
        QCOMPARE(reminder.attempts, 1);
        QCOMPARE(reminder.sentAt, desk.clock.now());
        const QList<Attempt> attempts = desk.attempts(id);
        QCOMPARE(attempts.size(), 1);
        QCOMPARE(attempts.front().outcome, AttemptOutcome::Accepted);
        QCOMPARE(attempts.front().provider, u"scripted"_s);
        QCOMPARE(attempts.front().providerMessageId, u"id-1"_s);
        QCOMPARE(attempts.front().finishedAt, desk.clock.now());
    }

    void showsThatItIsSendingWhileItIs_data() { TestDatabase::addDialectRows(); }
    void showsThatItIsSendingWhileItIs()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        Reminder seen;
        QList<Attempt> attempts;
        bool cancelled = true;
        desk.sms.onSend = [&] {
            seen = desk.reminder(id);
            attempts = desk.attempts(id);
            cancelled = desk.reminders().cancel(system_, id).has_value();
        };
        program.deliverDue(never);
        QCOMPARE(seen.status, ReminderStatus::Sending);
        QCOMPARE(attempts.size(), 1);
        QCOMPARE(attempts.front().outcome, AttemptOutcome::Sending);
        QVERIFY(!cancelled); // too late
    }

    void aRefusalIsFinal_data() { TestDatabase::addDialectRows(); }
    void aRefusalIsFinal()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        ReminderDraft draft = desk.draft();
        draft.recurrence = Recurrence{};
        const ReminderId id = desk.schedule(draft);
        desk.becomeDue();
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Refused, u"invalidNumber"_s);
        program.deliverDue(never);
        const Reminder reminder = desk.reminder(id);
        QCOMPARE(reminder.status, ReminderStatus::Failed);
        QCOMPARE(reminder.reason, u"invalidNumber"_s);
        QCOMPARE(desk.attempts(id).front().outcome, AttemptOutcome::Failed);
        QCOMPARE(desk.attempts(id).front().providerCode, u"99"_s);
        QCOMPARE(desk.all().size(), 1); // the series ends
        desk.clock.advance(24h);
        QCOMPARE(program.deliverDue(never), 0);
    }

    void whatDidNotLeaveIsTriedAgainAfter1And5And15And60Minutes_data() { TestDatabase::addDialectRows(); }
    void whatDidNotLeaveIsTriedAgainAfter1And5And15And60Minutes()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        const QDateTime asked = desk.reminder(id).scheduledTime;
        desk.becomeDue();
        for (int i = 0; i < 5; ++i)
            desk.sms.reports << ScriptedSender::answer(SendOutcome::Deferred, u"providerUnreachable"_s);
        QCOMPARE(program.deliverDue(never), 1);
        for (const auto wait : {1min, 5min, 15min, 60min}) {
            const Reminder waiting = desk.reminder(id);
            QCOMPARE(waiting.status, ReminderStatus::Pending);
            QCOMPARE(waiting.reason, u"providerUnreachable"_s);
            QCOMPARE(waiting.nextTry, desk.clock.now().addDuration(wait));
            QCOMPARE(waiting.scheduledTime, asked);
            desk.clock.advance(wait - 1ms);
            QCOMPARE(program.deliverDue(never), 0);
            desk.clock.advance(1ms);
            QCOMPARE(program.deliverDue(never), 1);
        }
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Failed);
        QCOMPARE(desk.attempts(id).size(), 5);
        // A person's retry starts anew.
        QVERIFY(desk.reminders().retry(system_, id));
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Deferred, u"providerUnreachable"_s);
        program.deliverDue(never);
        QCOMPARE(desk.reminder(id).nextTry, desk.clock.now().addDuration(1min));
        desk.clock.advance(1min);
        program.deliverDue(never);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
    }

    void waitsAsLongAsTheProviderAsks_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("waits");
        QTest::newRow("less than ours") << 5 << 60;
        QTest::newRow("more than ours") << 600 << 600;
        QTest::newRow("absurd") << 86400 << 3600;
    }
    void waitsAsLongAsTheProviderAsks()
    {
        QFETCH(int, asked);
        QFETCH(int, waits);
        Desk desk(Dialect::Sqlite);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Deferred, u"providerBusy"_s, asked);
        program.deliverDue(never);
        QCOMPARE(desk.reminder(id).nextTry, desk.clock.now().addSecs(waits));
    }

    void whatMayHaveLeftWaitsForAPerson_data() { TestDatabase::addDialectRows(); }
    void whatMayHaveLeftWaitsForAPerson()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Unknown, u"timeout"_s);
        program.deliverDue(never);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Unknown);
        QCOMPARE(desk.reminder(id).reason, u"timeout"_s);
        QCOMPARE(desk.attempts(id).front().outcome, AttemptOutcome::Unknown);
        desk.clock.advance(24h);
        QCOMPARE(program.deliverDue(never), 0);
        QVERIFY(desk.reminders().decideUnknown(system_, id, UnknownDecision::SendAgain));
        QCOMPARE(program.deliverDue(never), 1);
        QCOMPARE(desk.attempts(id).size(), 2);
    }

    void saysWhyItWaitsWithoutAProvider_data() { TestDatabase::addDialectRows(); }
    void saysWhyItWaitsWithoutAProvider()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        desk.sms.configured = false;
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        program.deliverDue(never);
        const Reminder waiting = desk.reminder(id);
        QCOMPARE(waiting.status, ReminderStatus::Pending);
        QCOMPARE(waiting.reason, u"notConfigured"_s);
        program.deliverDue(never);
        QCOMPARE(desk.reminder(id).version, waiting.version); // said once
        desk.sms.configured = true;
        desk.sms.onSend = [&] { QCOMPARE(desk.reminder(id).status, ReminderStatus::Sending); };
        program.deliverDue(never);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
        QCOMPARE(desk.reminder(id).reason, QString());
    }

    void theReasonGoesWhenTheProviderIsConfigured()
    {
        Desk desk(Dialect::Sqlite);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.store.database().execute(
            u"UPDATE reminders SET reason = 'notConfigured', scheduled_time = scheduled_time + 3600000"_s);
        program.deliverDue(never);
        QCOMPARE(desk.reminder(id).reason, QString());
    }

    void aSenderThatLostItsSettingsLeavesItPending()
    {
        Desk desk(Dialect::Sqlite);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        desk.sms.reports << ScriptedSender::answer(SendOutcome::NotConfigured, u"notConfigured"_s);
        QCOMPARE(program.deliverDue(never), 1);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Pending);
    }

    void asksForConsentAgainWhenItSends_data() { TestDatabase::addDialectRows(); }
    void asksForConsentAgainWhenItSends()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        PatientDraft refusing = draftOf(desk.patient);
        refusing.consent.insert({Channel::Sms, Purpose::Appointment}, ConsentState::Refused);
        QVERIFY(desk.patients().edit(system_, desk.patient.id, refusing));
        desk.becomeDue();
        QCOMPARE(program.deliverDue(never), 0);
        QVERIFY(desk.sms.messages.isEmpty());
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Cancelled);
        QCOMPARE(desk.reminder(id).reason, u"consentRefused"_s);
        QVERIFY(desk.attempts(id).isEmpty());
    }

    void doesNotSend_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<ReminderStatus>("status");
        QTest::addColumn<QString>("reason");
        QTest::newRow("to an archived patient") << u"archive"_s << ReminderStatus::Cancelled << u"patientArchived"_s;
        QTest::newRow("long after the appointment") << u"late"_s << ReminderStatus::Cancelled << u"appointmentPassed"_s;
        QTest::newRow("to nobody") << u"noNumber"_s << ReminderStatus::Failed << u"noRecipient"_s;
    }
    void doesNotSend()
    {
        QFETCH(QString, change);
        QFETCH(ReminderStatus, status);
        QFETCH(QString, reason);
        Desk desk(Dialect::Sqlite);
        DeliveryService program = desk.program(desk.sms);
        ReminderDraft draft = desk.draft();
        draft.appointmentTime = draft.scheduledTime;
        const ReminderId id = desk.schedule(draft);
        PatientDraft person = draftOf(desk.patient);
        if (change == u"archive"_s)
            person.archived = true;
        if (change == u"noNumber"_s)
            person.phoneNumber.clear();
        QVERIFY(desk.patients().edit(system_, desk.patient.id, person));
        desk.clock.advance(change == u"late"_s ? 20min : 1min);
        QCOMPARE(program.deliverDue(never), 0);
        QVERIFY(desk.sms.messages.isEmpty());
        QCOMPARE(desk.reminder(id).status, status);
        QCOMPARE(desk.reminder(id).reason, reason);
    }

    void aSeriesGoesOnInLocalTime_data() { TestDatabase::addDialectRows(); }
    void aSeriesGoesOnInLocalTime()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        ReminderDraft draft = desk.draft();
        draft.recurrence = Recurrence{.unit = RecurrenceUnit::Weeks, .count = 3};
        const Reminder first = desk.reminder(desk.schedule(draft));
        desk.becomeDue();
        for (int week = 0; week < 4; ++week) {
            program.deliverDue(never);
            desk.clock.advance(24h * 7);
        }
        const QList<Reminder> all = desk.all();
        QCOMPARE(all.size(), 3);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(all[i].status, ReminderStatus::Sent);
            QCOMPARE(all[i].occurrence, i + 1);
            QCOMPARE(all[i].series, first.id);
            QCOMPARE(all[i].scheduledTime, first.scheduledTime.addDays(7 * i));
            QCOMPARE(all[i].message, first.message);
            QCOMPARE(all[i].phoneNumber, first.phoneNumber);
        }
        QCOMPARE(desk.sms.messages.size(), 3);
    }

    void missedOccurrencesAreLeftOut_data() { TestDatabase::addDialectRows(); }
    void missedOccurrencesAreLeftOut()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        ReminderDraft draft = desk.draft();
        draft.recurrence = Recurrence{};
        const Reminder first = desk.reminder(desk.schedule(draft));
        desk.clock.advance(24h * 10);
        QCOMPARE(program.deliverDue(never), 1);
        const QList<Reminder> all = desk.all();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[1].scheduledTime, first.scheduledTime.addDays(10));
        QCOMPARE(all[1].occurrence, 11);
    }

    void anOccurrenceExistsOnceAlsoWhenTheOneBeforeIsSentAgain_data() { TestDatabase::addDialectRows(); }
    void anOccurrenceExistsOnceAlsoWhenTheOneBeforeIsSentAgain()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        ReminderDraft draft = desk.draft();
        draft.recurrence = Recurrence{};
        const ReminderId first = desk.schedule(draft);
        desk.becomeDue();
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Unknown, u"timeout"_s);
        program.deliverDue(never);
        QCOMPARE(desk.all().size(), 2); // one unknown does not end the series
        QVERIFY(desk.reminders().decideUnknown(system_, first, UnknownDecision::SendAgain));
        program.deliverDue(never);
        QCOMPARE(desk.reminder(first).status, ReminderStatus::Sent);
        QCOMPARE(desk.all().size(), 2);
    }

    void aMessageKeepsWhereItWent_data() { TestDatabase::addDialectRows(); }
    void aMessageKeepsWhereItWent()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        program.deliverDue(never);
        PatientDraft moved = draftOf(desk.patient);
        moved.phoneNumber = u"+237670000005"_s;
        QVERIFY(desk.patients().edit(system_, desk.patient.id, moved));
        QCOMPARE(desk.reminder(id).phoneNumber, u"+237670000001"_s);
    }

    void stopsBetweenTwoMessages_data() { TestDatabase::addDialectRows(); }
    void stopsBetweenTwoMessages()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
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
        Desk desk(dialect);
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
        Desk desk(dialect);
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
        Desk desk(dialect);
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
                DeliveryService program = desk.program(sender, {.batch = 5});
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
        Desk desk(dialect);
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
        Desk desk(Dialect::Sqlite);
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

QTEST_GUILESS_MAIN(DeliveryServiceTest)
#include "tst_deliveryservice.moc"
