#include "tests/support/appointmentdesk.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// Two appointments of one day, and what a patient answers to the one message about both; on both databases.
class AppointmentMergingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void init();
    void cleanup() { m_desk.reset(); }
    void oneMessageNamesBothTimes();
    void theEarlierSpeaksWhicheverCameFirst();
    void anotherDayIsAnotherMessage();
    void theDayIsTheHospitals();
    void whoMovesAwaySpeaksForItself();
    void whoStaysSpeaksForItselfAgain();
    void whatWasSentSpeaksForNobodyElse();
    void whoWasSpokenForIsToldOnce();
    void anotherPatientHasHisOwn();
    void anAnswerIsForAllThatWereNamed();
    void aCancellationIsForAllThatWereNamed();
    void anAnswerToATimeThatIsNoMoreChangesNothing();
    void anAnswerTwiceChangesNothing();
    void anAnswerCountsAlsoWhenWordsAreMissing();

private:
    Reminder sms(const Appointment &appointment) { return m_desk->reminders(appointment).at(0); }
    bool names(const Reminder &reminder, const Appointment &appointment)
    {
        return reminder.message.contains(AppointmentDesk::clockTime(appointment.startsAt));
    }

    std::unique_ptr<AppointmentDesk> m_desk;
    Appointment m_morning; // 10:42 in Douala
    Appointment m_noon; // 13:42, the same day
};

void AppointmentMergingTest::init()
{
    QFETCH_GLOBAL(Dialect, dialect);
    m_desk = std::make_unique<AppointmentDesk>(dialect);
    m_morning = m_desk->made(m_desk->inHours(120));
    m_noon = m_desk->made(m_desk->inHours(123));
}

void AppointmentMergingTest::oneMessageNamesBothTimes()
{
    const Reminder speaking = sms(m_morning);
    QCOMPARE(speaking.status, ReminderStatus::Pending);
    QVERIFY2(speaking.message.contains(u"10:42 et 13:42"_s), qPrintable(speaking.message));
    for (const Reminder &reminder : m_desk->reminders(m_noon)) {
        QCOMPARE(reminder.status, ReminderStatus::Cancelled);
        QCOMPARE(reminder.reason, u"mergedInto"_s);
    }
    QCOMPARE(m_desk->reminders(m_noon).size(), 2);
}

void AppointmentMergingTest::theEarlierSpeaksWhicheverCameFirst()
{
    const Appointment first = m_desk->made(m_desk->inHours(118));
    QVERIFY2(sms(first).message.contains(u"08:42, 10:42 et 13:42"_s), qPrintable(sms(first).message));
    QCOMPARE(sms(m_morning).reason, u"mergedInto"_s);
    QCOMPARE(m_desk->number(u"SELECT count(*) FROM reminders WHERE status = 'pending'"_s), 2);
}

void AppointmentMergingTest::anotherDayIsAnotherMessage()
{
    const Appointment other = m_desk->made(m_desk->inHours(144));
    QCOMPARE(sms(other).status, ReminderStatus::Pending);
    QVERIFY(!names(sms(other), m_noon));
    QCOMPARE(m_desk->number(u"SELECT count(*) FROM reminders WHERE status = 'pending'"_s), 4);
}

void AppointmentMergingTest::theDayIsTheHospitals()
{
    // 23:30 UTC is half past midnight of the next day in Douala.
    const QDateTime night(m_morning.startsAt.date(), QTime(23, 30), Qt::UTC);
    const Appointment late = m_desk->made({.patient = m_desk->patient.id, .startsAt = night});
    QCOMPARE(sms(late).status, ReminderStatus::Pending);
}

void AppointmentMergingTest::whoMovesAwaySpeaksForItself()
{
    const QList<Reminder> before = m_desk->reminders(m_noon);
    const Appointment moved = m_desk->movedTo(m_noon, m_noon.startsAt.addDays(2));
    QVERIFY(names(sms(m_morning), m_morning));
    QVERIFY2(!names(sms(m_morning), m_noon), qPrintable(sms(m_morning).message));
    QList<Reminder> after = m_desk->reminders(moved);
    after.removeIf([](const Reminder &reminder) { return reminder.status != ReminderStatus::Pending; });
    QCOMPARE(after.size(), 2);
    QCOMPARE(after.at(0).appointmentTime, moved.startsAt);
    QVERIFY(names(after.at(0), moved));
}

void AppointmentMergingTest::whoStaysSpeaksForItselfAgain()
{
    QVERIFY(m_desk->appointments.cancel(reception, m_morning.id));
    const QList<Reminder> reminders = m_desk->reminders(m_noon);
    QCOMPARE(reminders.size(), 2);
    for (const Reminder &reminder : reminders) {
        QCOMPARE(reminder.status, ReminderStatus::Pending);
        QCOMPARE(reminder.reason == u"mergedInto"_s, false);
        QVERIFY(names(reminder, m_noon));
        QVERIFY(!names(reminder, m_morning));
    }
    QCOMPARE(reminders.at(0).scheduledTime, m_noon.startsAt.addDays(-3));
}

void AppointmentMergingTest::whatWasSentSpeaksForNobodyElse()
{
    m_desk->setStatus(sms(m_morning).id, u"delivered"_s);
    const Appointment evening = m_desk->made(m_desk->inHours(125));
    // The SMS has left without this time, and with the one of noon; the call is still to come and names all three.
    QCOMPARE(sms(evening).status, ReminderStatus::Pending);
    QVERIFY(names(sms(evening), evening));
    QVERIFY(!names(sms(evening), m_noon));
    QCOMPARE(sms(m_noon).reason, u"mergedInto"_s);
    const Reminder call = m_desk->reminders(m_morning).at(1);
    QVERIFY(names(call, m_morning) && names(call, m_noon) && names(call, evening));
}

void AppointmentMergingTest::whoWasSpokenForIsToldOnce()
{
    m_desk->setStatus(sms(m_morning).id, u"sent"_s);
    QVERIFY(m_desk->appointments.cancel(reception, m_morning.id));
    QCOMPARE(sms(m_noon).reason, u"mergedInto"_s);
    QCOMPARE(m_desk->number(u"SELECT count(*) FROM reminders WHERE status = 'pending'"_s), 1); // the call of noon
    const Appointment moved = m_desk->movedTo(m_noon, m_noon.startsAt.addDays(1));
    QCOMPARE(m_desk->reminders(moved).at(2).step, 1); // another time is to be told
    QCOMPARE(m_desk->reminders(moved).at(2).status, ReminderStatus::Pending);
}

void AppointmentMergingTest::anotherPatientHasHisOwn()
{
    const Patient other = m_desk->createPatient({.name = u"Sone"_s, .phoneNumber = u"+237670000002"_s});
    AppointmentDraft draft = m_desk->inHours(120);
    draft.patient = other.id;
    const Appointment appointment = m_desk->made(draft);
    QCOMPARE(sms(appointment).status, ReminderStatus::Pending);
    QVERIFY(!names(sms(appointment), m_noon));
}

void AppointmentMergingTest::anAnswerIsForAllThatWereNamed()
{
    const Reminder speaking = sms(m_morning);
    m_desk->setStatus(speaking.id, u"delivered"_s);
    m_desk->appointments.confirm(speaking, Channel::Sms);
    for (const Appointment &appointment : {m_morning, m_noon}) {
        const Appointment now = m_desk->appointments.find(viewer, appointment.id).value();
        QCOMPARE(now.confirmedAt, m_desk->clock.now());
        QCOMPARE(now.confirmedBy, AnswerPath::Sms);
    }
    QCOMPARE(m_desk->number(u"SELECT count(*) FROM reminders WHERE status = 'pending'"_s), 0);
}

void AppointmentMergingTest::aCancellationIsForAllThatWereNamed()
{
    m_desk->appointments.cancel(sms(m_morning), Channel::Ivr);
    QCOMPARE(m_desk->number(u"SELECT count(*) FROM appointments WHERE status = 'cancelled'"_s), 2);
    QCOMPARE(m_desk->number(u"SELECT count(*) FROM reminders WHERE status = 'pending'"_s), 0);
}

void AppointmentMergingTest::anAnswerToATimeThatIsNoMoreChangesNothing()
{
    const Reminder speaking = sms(m_morning);
    m_desk->setStatus(speaking.id, u"delivered"_s);
    m_desk->movedTo(m_morning, m_morning.startsAt.addDays(1));
    m_desk->appointments.confirm(speaking, Channel::Sms);
    m_desk->appointments.cancel(speaking, Channel::Sms);
    QCOMPARE(m_desk->number(u"SELECT count(*) FROM appointments WHERE confirmed_at IS NOT NULL"_s), 0);
    QCOMPARE(m_desk->number(u"SELECT count(*) FROM appointments WHERE status = 'cancelled'"_s), 0);
}

void AppointmentMergingTest::anAnswerTwiceChangesNothing()
{
    const Reminder speaking = sms(m_morning);
    m_desk->appointments.confirm(speaking, Channel::Sms);
    const Appointment once = m_desk->appointments.find(viewer, m_morning.id).value();
    m_desk->clock.advance(std::chrono::minutes(5));
    m_desk->appointments.confirm(speaking, Channel::Sms);
    QCOMPARE(m_desk->appointments.find(viewer, m_morning.id).value(), once);
}

void AppointmentMergingTest::anAnswerCountsAlsoWhenWordsAreMissing()
{
    AppointmentDraft later = m_desk->inHours(124); // of that day, by a plan of its own
    later.steps = QList<PlanStep>{{.hoursBefore = 20, .templateName = u"results"_s}};
    const Appointment third = m_desk->made(later);
    m_desk->store.database().execute(
        u"UPDATE appointments SET steps = replace(steps, 'results', 'removed') WHERE id = ?"_s, {third.id.value});
    AppointmentDraft moved = draftOf(*m_desk->appointments.find(reception, third.id));
    moved.startsAt = moved.startsAt->addSecs(600);
    QVERIFY(!m_desk->appointments.edit(reception, third.id, moved)); // reception has to see to it
    m_desk->appointments.cancel(sms(m_morning), Channel::Sms);
    QCOMPARE(m_desk->appointments.find(reception, m_morning.id)->status, AppointmentStatus::Cancelled);
    QCOMPARE(m_desk->appointments.find(reception, m_noon.id)->status, AppointmentStatus::Cancelled);
    QCOMPARE(sms(m_morning).status, ReminderStatus::Cancelled);
    QCOMPARE(sms(third).status, ReminderStatus::Pending);
}

QTEST_GUILESS_MAIN(AppointmentMergingTest)
#include "tst_appointmentmerging.moc"
