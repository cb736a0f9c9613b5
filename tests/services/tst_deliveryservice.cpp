#include "tests/support/deliverydesk.h"

#include <QSignalSpy>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// `wait` after `now`, or up to a tenth more, so that what failed together does not come back together.
bool isAbout(const std::optional<QDateTime> &time, const QDateTime &now, std::chrono::seconds wait)
{
    return time && *time >= now.addDuration(wait) && *time <= now.addDuration(wait + wait / 10);
}

} // namespace

class DeliveryServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deliversWhatIsDueAndNothingElse_data() { TestDatabase::addDialectRows(); }
    void deliversWhatIsDueAndNothingElse()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
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
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        Reminder seen;
        QList<Attempt> attempts;
        bool cancelled = true;
        desk.sms.onSend = [&] {
            seen = desk.reminder(id);
            attempts = desk.attempts(id);
            cancelled = desk.reminders().cancel(programItself, id).has_value();
        };
        program.deliverDue(never);
        QCOMPARE(seen.status, ReminderStatus::Sending);
        QCOMPARE(attempts.size(), 1);
        QCOMPARE(attempts.front().outcome, AttemptOutcome::Sending);
        QVERIFY(!cancelled); // too late
    }

    // Reminders are reserved by the dozen; what becomes of one meanwhile counts, not what it was.
    void leavesAloneWhatIsNoLongerItsOwn_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("change");
        for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
            const char *name = dialect == Dialect::Sqlite ? "sqlite" : "postgresql";
            QTest::addRow("%s, cancelled", name)
                << dialect << u"UPDATE reminders SET status = 'cancelled' WHERE id = ?"_s;
            QTest::addRow("%s, sent by another program", name)
                << dialect << u"UPDATE reminders SET status = 'sent', lease_owner = NULL WHERE id = ?"_s;
            QTest::addRow("%s, reserved by another program", name)
                << dialect
                << u"UPDATE reminders SET lease_owner = 'another program', lease_until = 9000000000000"
                   " WHERE id = ?"_s;
        }
    }
    void leavesAloneWhatIsNoLongerItsOwn()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, change);
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        desk.schedule(desk.draft());
        const ReminderId second = desk.schedule(desk.draft());
        desk.becomeDue();
        desk.sms.onSend = [&] { desk.store.database().execute(change, {second.value}); };
        QCOMPARE(program.deliverDue(never), 1);
        QCOMPARE(desk.sms.messages.size(), 1);
        QVERIFY(desk.attempts(second).isEmpty());
    }

    void aRefusalIsFinal_data() { TestDatabase::addDialectRows(); }
    void aRefusalIsFinal()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
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
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        const QDateTime asked = desk.reminder(id).scheduledTime;
        desk.becomeDue();
        for (int i = 0; i < 5; ++i)
            desk.sms.reports << ScriptedSender::answer(SendOutcome::Deferred, u"providerBusy"_s);
        QCOMPARE(program.deliverDue(never), 1);
        for (const auto wait : {1min, 5min, 15min, 60min}) {
            const Reminder waiting = desk.reminder(id);
            QCOMPARE(waiting.status, ReminderStatus::Pending);
            QCOMPARE(waiting.reason, u"providerBusy"_s);
            QVERIFY(isAbout(waiting.nextTry, desk.clock.now(), wait));
            QCOMPARE(waiting.scheduledTime, asked);
            desk.clock.set(waiting.nextTry->addMSecs(-1));
            QCOMPARE(program.deliverDue(never), 0);
            desk.clock.advance(1ms);
            QCOMPARE(program.deliverDue(never), 1);
        }
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Failed);
        QCOMPARE(desk.attempts(id).size(), 5);
        // A person's retry starts anew.
        QVERIFY(desk.reminders().retry(programItself, id));
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Deferred, u"providerBusy"_s);
        program.deliverDue(never);
        QVERIFY(isAbout(desk.reminder(id).nextTry, desk.clock.now(), 1min));
        desk.clock.advance(2min);
        program.deliverDue(never);
        QCOMPARE(desk.reminder(id).status, ReminderStatus::Sent);
    }

    void waitsAsLongAsTheProviderAsks_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("waits");
        QTest::newRow("less than ours") << 5 << 60;
        QTest::newRow("more than ours") << 600 << 600;
        QTest::newRow("absurd") << 10 * 86400 << 86400;
    }
    void waitsAsLongAsTheProviderAsks()
    {
        QFETCH(int, asked);
        QFETCH(int, waits);
        DeliveryDesk desk(Dialect::Sqlite);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Deferred, u"providerBusy"_s, asked);
        program.deliverDue(never);
        QVERIFY(isAbout(desk.reminder(id).nextTry, desk.clock.now(), std::chrono::seconds(waits)));
    }

    void whatMayHaveLeftWaitsForAPerson_data() { TestDatabase::addDialectRows(); }
    void whatMayHaveLeftWaitsForAPerson()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
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
        QVERIFY(desk.reminders().decideUnknown(programItself, id, UnknownDecision::SendAgain));
        QCOMPARE(program.deliverDue(never), 1);
        QCOMPARE(desk.attempts(id).size(), 2);
    }

    void saysWhyItWaitsWithoutAProvider_data() { TestDatabase::addDialectRows(); }
    void saysWhyItWaitsWithoutAProvider()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
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
        DeliveryDesk desk(Dialect::Sqlite);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.store.database().execute(
            u"UPDATE reminders SET reason = 'notConfigured', scheduled_time = scheduled_time + 3600000"_s);
        program.deliverDue(never);
        QCOMPARE(desk.reminder(id).reason, QString());
    }

    void aSenderThatLostItsSettingsLeavesItPending()
    {
        DeliveryDesk desk(Dialect::Sqlite);
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
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        PatientDraft refusing = draftOf(desk.patient);
        refusing.consent.insert({Channel::Sms, Purpose::Appointment}, ConsentState::Refused);
        QVERIFY(desk.patients().edit(programItself, desk.patient.id, refusing));
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
        QTest::newRow("long after the appointment") << u"late"_s << ReminderStatus::Expired << u"appointmentPassed"_s;
        QTest::newRow("to nobody") << u"noNumber"_s << ReminderStatus::Failed << u"noRecipient"_s;
    }
    void doesNotSend()
    {
        QFETCH(QString, change);
        QFETCH(ReminderStatus, status);
        QFETCH(QString, reason);
        DeliveryDesk desk(Dialect::Sqlite);
        DeliveryService program = desk.program(desk.sms);
        ReminderDraft draft = desk.draft();
        draft.appointmentTime = draft.scheduledTime;
        const ReminderId id = desk.schedule(draft);
        PatientDraft person = draftOf(desk.patient);
        if (change == u"archive"_s)
            person.archived = true;
        if (change == u"noNumber"_s)
            person.phoneNumber.clear();
        QVERIFY(desk.patients().edit(programItself, desk.patient.id, person));
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
        DeliveryDesk desk(dialect);
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
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        ReminderDraft draft = desk.draft();
        draft.recurrence = Recurrence{};
        const Reminder first = desk.reminder(desk.schedule(draft));
        desk.clock.advance(24h * 10);
        QCOMPARE(program.deliverDue(never), 0);
        const QList<Reminder> all = desk.all();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0].status, ReminderStatus::Expired);
        QCOMPARE(all[0].reason, u"tooLate"_s);
        QCOMPARE(all[1].scheduledTime, first.scheduledTime.addDays(10));
        QCOMPARE(all[1].occurrence, 11);
    }

    void anOccurrenceExistsOnceAlsoWhenTheOneBeforeIsSentAgain_data() { TestDatabase::addDialectRows(); }
    void anOccurrenceExistsOnceAlsoWhenTheOneBeforeIsSentAgain()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        ReminderDraft draft = desk.draft();
        draft.recurrence = Recurrence{};
        const ReminderId first = desk.schedule(draft);
        desk.becomeDue();
        desk.sms.reports << ScriptedSender::answer(SendOutcome::Unknown, u"timeout"_s);
        program.deliverDue(never);
        QCOMPARE(desk.all().size(), 2); // one unknown does not end the series
        QVERIFY(desk.reminders().decideUnknown(programItself, first, UnknownDecision::SendAgain));
        program.deliverDue(never);
        QCOMPARE(desk.reminder(first).status, ReminderStatus::Sent);
        QCOMPARE(desk.all().size(), 2);
    }

    void aMessageKeepsWhereItWent_data() { TestDatabase::addDialectRows(); }
    void aMessageKeepsWhereItWent()
    {
        QFETCH(Dialect, dialect);
        DeliveryDesk desk(dialect);
        DeliveryService program = desk.program(desk.sms);
        const ReminderId id = desk.schedule(desk.draft());
        desk.becomeDue();
        program.deliverDue(never);
        PatientDraft moved = draftOf(desk.patient);
        moved.phoneNumber = u"+237670000005"_s;
        QVERIFY(desk.patients().edit(programItself, desk.patient.id, moved));
        QCOMPARE(desk.reminder(id).phoneNumber, u"+237670000001"_s);
    }
};

QTEST_GUILESS_MAIN(DeliveryServiceTest)
#include "tst_deliveryservice.moc"
