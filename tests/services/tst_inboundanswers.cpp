#include "app/services/appointmentservice.h"
#include "tests/support/inboundroom.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QString &phone = senderPhone;

} // namespace

class InboundAnswersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersTheNewestReminder_data() { TestDatabase::addDialectRows(); }
    void answersTheNewestReminder();
    void whatCouldBeAboutTwoVisitsIsForAPerson_data() { TestDatabase::addDialectRows(); }
    void whatCouldBeAboutTwoVisitsIsForAPerson();
    void ofTwoWhoShareATelephoneTheOneWhoWasRemindedAnswers_data() { TestDatabase::addDialectRows(); }
    void ofTwoWhoShareATelephoneTheOneWhoWasRemindedAnswers();
    void answersOnlyWhatIsStillPlannedSo_data() { TestDatabase::addDialectRows(); }
    void answersOnlyWhatIsStillPlannedSo();
    void answersAReminderWithANumberOfItsOwn_data() { TestDatabase::addDialectRows(); }
    void answersAReminderWithANumberOfItsOwn();
    void keepsAnAnswerToNothing_data() { TestDatabase::addDialectRows(); }
    void keepsAnAnswerToNothing();
    void keysOfACallAnswerItsReminder_data() { TestDatabase::addDialectRows(); }
    void keysOfACallAnswerItsReminder();
};

void InboundAnswersTest::answersTheNewestReminder()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    room.sent();
    const ReminderId newest = room.sent();
    room.sent(Channel::Ivr);
    const InboundMessage yes = room.receive(u"1"_s);
    QCOMPARE(yes.outcome, InboundOutcome::Confirmed);
    QCOMPARE(yes.reminder, std::optional(newest));
    QCOMPARE(room.answers.confirmed, QList{newest});
    QCOMPARE(room.receive(u"ANNULER"_s).outcome, InboundOutcome::Cancelled);
    QCOMPARE(room.answers.cancelled, QList{newest});
    QVERIFY(room.allFeedback().isEmpty());
    QVERIFY(!room.consents.isStopped(Channel::Sms, phone));
}

void InboundAnswersTest::whatCouldBeAboutTwoVisitsIsForAPerson()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    room.sent(Channel::Sms, {}, 2);
    room.sent(Channel::Sms, {}, 5);
    for (const QString &text : {u"2"_s, u"oui"_s}) {
        const InboundMessage message = room.receive(text);
        QCOMPARE(message.outcome, InboundOutcome::Feedback);
        QCOMPARE(message.reason, u"severalToAnswer"_s);
        QVERIFY(!message.reminder);
    }
    QVERIFY(room.answers.confirmed.isEmpty());
    QVERIFY(room.answers.cancelled.isEmpty());
    QCOMPARE(room.allFeedback().size(), 2);
    QCOMPARE(room.allFeedback().first().patient, std::optional(room.patient.id));
    room.clock.advance(std::chrono::hours(72)); // one of the visits is over
    QCOMPARE(room.receive(u"oui"_s).outcome, InboundOutcome::Confirmed);
}

void InboundAnswersTest::ofTwoWhoShareATelephoneTheOneWhoWasRemindedAnswers()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    const Patient child = room.addPatient(u"Ewane Junior"_s);
    const ReminderId reminder = room.sentTo(child.id);
    const InboundMessage yes = room.receive(u"1"_s);
    QCOMPARE(yes.outcome, InboundOutcome::Confirmed);
    QCOMPARE(yes.patient, std::optional(child.id));
    QCOMPARE(room.answers.confirmed, QList{reminder});
    room.sent(); // and now the other one, of the same moment
    const InboundMessage no = room.receive(u"NON"_s);
    QCOMPARE(no.outcome, InboundOutcome::Feedback);
    QCOMPARE(no.reason, u"severalToAnswer"_s);
    QVERIFY(!no.patient);
    QVERIFY(room.answers.cancelled.isEmpty());
}

void InboundAnswersTest::answersOnlyWhatIsStillPlannedSo()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    ReminderService reminders(
        room.store.database(), room.store.cipher(), room.clock, room.events, [&] { return room.settings; });
    AppointmentService appointments(
        room.store.database(), room.store.cipher(), room.clock, room.events, reminders, [&] { return room.settings; });
    const auto visit = [&](int days) {
        const AppointmentDraft draft{.patient = room.patient.id, .startsAt = room.beginning.addDays(days)};
        const Appointment appointment = appointments.schedule(room.reception, draft).value().appointment;
        const ReminderId reminder = room.sent(Channel::Sms, {}, days);
        room.store.database().execute(u"UPDATE reminders SET appointment_id = ?, source = ? WHERE id = ?"_s,
            {appointment.id.value, appointment.source(), reminder.value});
        return std::pair(appointment.id, reminder);
    };
    const auto [moved, old] = visit(2);
    const auto [kept, reminder] = visit(6);
    AppointmentDraft later = draftOf(appointments.find(room.reception, moved).value());
    later.startsAt = room.beginning.addDays(3);
    QVERIFY(appointments.edit(room.reception, moved, later));
    // What was said of the one that moved is no longer so.
    QCOMPARE(room.receive(u"1"_s).reminder, std::optional(reminder));
    QVERIFY(appointments.cancel(room.reception, kept));
    QCOMPARE(room.receive(u"1"_s).reason, u"nothingToAnswer"_s);
    QCOMPARE(room.answers.confirmed, QList{reminder});
}

void InboundAnswersTest::answersAReminderWithANumberOfItsOwn()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    const ReminderId id = room.sent(Channel::Sms, u"+237670000077"_s);
    QCOMPARE(room.receive(u"oui"_s, u"+237670000077"_s).reminder, std::optional(id));
    QCOMPARE(room.receive(u"oui"_s).outcome, InboundOutcome::Kept); // nothing went to the patient's own
}

void InboundAnswersTest::keepsAnAnswerToNothing()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    QCOMPARE(room.receive(u"1"_s).reason, u"nothingToAnswer"_s);
    room.sent(Channel::Sms, {}, 1);
    room.clock.advance(std::chrono::hours(48));
    QCOMPARE(room.receive(u"1"_s).reason, u"nothingToAnswer"_s); // that appointment is over
    QVERIFY(room.answers.confirmed.isEmpty());
}

void InboundAnswersTest::keysOfACallAnswerItsReminder()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    const ReminderId called = room.sent(Channel::Ivr);
    room.sent(Channel::Ivr); // a newer one, of another call
    ReminderService reminders(
        room.store.database(), room.store.cipher(), room.clock, room.events, [&] { return room.settings; });
    const Reminder reminder = reminders.find(room.reception, called).value();
    const auto press = [&](ReplyWord word) { return room.inbound.keyPressed(u"CA1"_s, reminder, word).outcome; };
    QCOMPARE(press(ReplyWord::Confirm), InboundOutcome::Confirmed);
    QCOMPARE(press(ReplyWord::Confirm), InboundOutcome::Confirmed);
    QCOMPARE(room.answers.confirmed, QList{called});
    QCOMPARE(press(ReplyWord::Cancel), InboundOutcome::Cancelled);
    QCOMPARE(room.answers.cancelled, QList{called});
    QCOMPARE(press(ReplyWord::Stop), InboundOutcome::OptedOut);
    QVERIFY(room.consents.isStopped(Channel::Ivr, phone));
    QVERIFY(!room.consents.isStopped(Channel::Sms, phone));
}

QTEST_GUILESS_MAIN(InboundAnswersTest)
#include "tst_inboundanswers.moc"
