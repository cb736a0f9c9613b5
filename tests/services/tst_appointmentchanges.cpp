#include "app/services/appointmentservice.h"
#include "tests/support/appointmentdesk.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// What becomes of the reminders when their appointment is moved, confirmed or planned anew, on both databases.
class AppointmentChangesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void movesWhatIsLeft();
    void tellsTheNewTimeToWhoWasToldTheOldOne();
    void saysNothingWhenTheOldTimeIsBack();
    void tellsTheOldTimeAgainToWhoWasToldTheNewOne();
    void movingTakesTheConfirmationBack();
    void whatAPersonCancelledStaysCancelled();
    void wordsOfAPersonStay();
    void changedStepsReplaceWhatIsLeft();
    void whatWaitsForQuietHoursToEndGoesItsWay();

private:
    std::unique_ptr<AppointmentDesk> desk()
    {
        QFETCH_GLOBAL(Dialect, dialect);
        return std::make_unique<AppointmentDesk>(dialect);
    }
};

void AppointmentChangesTest::movesWhatIsLeft()
{
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(120));
    const QList<Reminder> before = desk->reminders(appointment);
    const Appointment moved = desk->movedTo(appointment, appointment.startsAt.addDays(2).addSecs(1800));
    QCOMPARE(moved.status, AppointmentStatus::Moved);
    const QList<Reminder> after = desk->reminders(moved);
    QCOMPARE(after.size(), 2);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(after.at(i).id, before.at(i).id);
        QCOMPARE(after.at(i).status, ReminderStatus::Pending);
        QCOMPARE(after.at(i).scheduledTime, before.at(i).scheduledTime.addDays(2).addSecs(1800));
        QCOMPARE(after.at(i).occurrenceTime, moved.startsAt);
        QVERIFY(after.at(i).message.contains(desk->clockTime(moved.startsAt)));
    }
    // Too near for either: nothing would come in time.
    const Appointment near = desk->movedTo(moved, desk->clock.now().addSecs(3600));
    for (const Reminder &reminder : desk->reminders(near)) {
        QCOMPARE(reminder.status, ReminderStatus::Cancelled);
        QCOMPARE(reminder.reason, u"appointmentMoved"_s);
    }
}

void AppointmentChangesTest::tellsTheNewTimeToWhoWasToldTheOldOne()
{
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(120));
    const ReminderId told = desk->reminders(appointment).at(0).id;
    desk->setStatus(told, u"delivered"_s);
    const Appointment moved = desk->movedTo(appointment, appointment.startsAt.addDays(2));
    const QList<Reminder> after = desk->reminders(moved);
    QCOMPARE(after.size(), 3);
    QCOMPARE(after.at(0).id, told);
    QCOMPARE(after.at(0).status, ReminderStatus::Delivered);
    QCOMPARE(after.at(0).appointmentTime, appointment.startsAt);
    QCOMPARE(after.at(2).step, 1);
    QCOMPARE(after.at(2).status, ReminderStatus::Pending);
    QCOMPARE(after.at(2).occurrenceTime, moved.startsAt);
    // A ward that is corrected is no reason to say it all again.
    AppointmentDraft draft = draftOf(moved);
    draft.ward = u"Radiologie"_s;
    QVERIFY(desk->appointments.edit(reception, moved.id, draft));
    QCOMPARE(desk->reminders(moved).size(), 3);
}

void AppointmentChangesTest::saysNothingWhenTheOldTimeIsBack()
{
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(120));
    desk->setStatus(desk->reminders(appointment).at(0).id, u"sent"_s);
    const Appointment moved = desk->movedTo(appointment, appointment.startsAt.addDays(2));
    const Appointment back = desk->movedTo(moved, appointment.startsAt);
    QStringList states;
    for (const Reminder &reminder : desk->reminders(back))
        states << reminderStatusTable.key(reminder.status);
    QCOMPARE(states, (QStringList{u"sent"_s, u"pending"_s, u"cancelled"_s}));
}

void AppointmentChangesTest::tellsTheOldTimeAgainToWhoWasToldTheNewOne()
{
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(120));
    desk->setStatus(desk->reminders(appointment).at(0).id, u"sent"_s);
    const Appointment moved = desk->movedTo(appointment, appointment.startsAt.addDays(2));
    desk->setStatus(desk->reminders(moved).at(2).id, u"unknown"_s); // it may have arrived
    const Appointment back = desk->movedTo(moved, appointment.startsAt);
    const QList<Reminder> after = desk->reminders(back);
    QCOMPARE(after.size(), 4);
    QCOMPARE(after.at(3).status, ReminderStatus::Pending);
    QCOMPARE(after.at(3).appointmentTime, appointment.startsAt);
    QVERIFY(after.at(3).occurrenceTime != after.at(0).occurrenceTime);
}

void AppointmentChangesTest::movingTakesTheConfirmationBack()
{
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(120));
    QVERIFY(desk->appointments.confirm(reception, appointment.id));
    const Appointment moved = desk->movedTo(appointment, appointment.startsAt.addDays(1));
    QVERIFY(!moved.confirmedAt);
    QVERIFY(!moved.confirmedBy);
    QList<Reminder> reminders = desk->reminders(moved);
    reminders.removeIf([](const Reminder &reminder) { return reminder.status != ReminderStatus::Pending; });
    QCOMPARE(reminders.size(), 2);
}

void AppointmentChangesTest::whatAPersonCancelledStaysCancelled()
{
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(120));
    const ReminderId call = desk->reminders(appointment).at(1).id;
    QVERIFY(desk->service().cancel(reception, call));
    AppointmentDraft draft = draftOf(appointment);
    draft.ward = u"Radiologie"_s;
    QVERIFY(desk->appointments.edit(reception, appointment.id, draft));
    QCOMPARE(desk->reminders(appointment).size(), 2);
    QCOMPARE(desk->reminders(appointment).at(1).status, ReminderStatus::Cancelled);
}

void AppointmentChangesTest::wordsOfAPersonStay()
{
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(120));
    const Reminder first = desk->reminders(appointment).at(0);
    ReminderDraft words = draftOf(first);
    words.message = u"Venez a jeun."_s;
    words.scheduledTime = first.scheduledTime.addSecs(-3600);
    QVERIFY(desk->service().edit(reception, first.id, words));
    AppointmentDraft draft = draftOf(appointment);
    draft.ward = u"Radiologie"_s;
    QVERIFY(desk->appointments.edit(reception, appointment.id, draft));
    QCOMPARE(desk->reminders(appointment).at(0).message, u"Venez a jeun."_s);
    QCOMPARE(desk->reminders(appointment).at(0).scheduledTime, *words.scheduledTime);
    // Of another time they would be wrong.
    const Appointment moved = desk->movedTo(appointment, appointment.startsAt.addDays(1));
    QVERIFY(desk->reminders(moved).at(0).message.contains(desk->clockTime(moved.startsAt)));
}

void AppointmentChangesTest::changedStepsReplaceWhatIsLeft()
{
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(120));
    AppointmentDraft draft = draftOf(appointment);
    draft.steps = {{.hoursBefore = 24, .channel = Channel::Email, .templateName = u"appointment"_s}};
    QVERIFY(desk->appointments.edit(reception, appointment.id, draft));
    QList<Reminder> left = desk->reminders(appointment);
    QCOMPARE(left.size(), 3);
    left.removeIf([](const Reminder &reminder) { return reminder.status == ReminderStatus::Cancelled; });
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.at(0).channel, Channel::Email);
    QCOMPARE(left.at(0).scheduledTime, appointment.startsAt.addDays(-1));
}

void AppointmentChangesTest::whatWaitsForQuietHoursToEndGoesItsWay()
{
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(73));
    desk->clock.advance(std::chrono::hours(2)); // the first was due and did not go yet
    AppointmentDraft draft = draftOf(appointment);
    draft.ward = u"Radiologie"_s;
    QVERIFY(desk->appointments.edit(reception, appointment.id, draft));
    QCOMPARE(desk->reminders(appointment).at(0).status, ReminderStatus::Pending);
}

QTEST_GUILESS_MAIN(AppointmentChangesTest)
#include "tst_appointmentchanges.moc"
