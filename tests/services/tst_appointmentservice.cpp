#include "app/services/appointmentservice.h"
#include "app/services/consentservice.h"
#include "tests/support/appointmentdesk.h"

#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

// Appointments: made once, ended, refused, removed, on both databases.
class AppointmentServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void makesWhatIsStillToCome_data();
    void makesWhatIsStillToCome();
    void isMadeOnce();
    void isMadeOnceByTwoDesksAtOnce();
    void endingItCancelsWhatIsLeft_data();
    void endingItCancelsWhatIsLeft();
    void anOutcomeCanBeTakenBack();
    void whoConfirmsIsNotAskedAgain();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void onlyStaffOfTheDeskMayChange();
    void removesOnlyWhatWasNeverTried();
    void saysWhatForbidsAMessage();
    void saysWhatDeliveryWillSayOfAMessage();

private:
    std::unique_ptr<AppointmentDesk> desk()
    {
        QFETCH_GLOBAL(Dialect, dialect);
        return std::make_unique<AppointmentDesk>(dialect);
    }
};

void AppointmentServiceTest::makesWhatIsStillToCome_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<QList<int>>("steps");
    QTest::newRow("in five days") << 120 << QList<int>{1, 2};
    QTest::newRow("just before the first") << 73 << QList<int>{1, 2};
    QTest::newRow("at the first") << 72 << QList<int>{2};
    QTest::newRow("in fifty hours") << 50 << QList<int>{2};
    QTest::newRow("tomorrow") << 24 << QList<int>{};
}

void AppointmentServiceTest::makesWhatIsStillToCome()
{
    QFETCH(int, hours);
    QFETCH(QList<int>, steps);
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(hours));
    QCOMPARE(appointment.status, AppointmentStatus::Planned);
    QCOMPARE(appointment.plan, u"Standard"_s);
    const QList<Reminder> reminders = desk->reminders(appointment);
    QList<int> made;
    for (const Reminder &reminder : reminders) {
        made << reminder.step;
        QCOMPARE(reminder.source, u"appointment:%1"_s.arg(appointment.id.value));
        QCOMPARE(reminder.occurrenceTime, appointment.startsAt);
        QCOMPARE(reminder.appointmentTime, appointment.startsAt);
        QCOMPARE(reminder.status, ReminderStatus::Pending);
        QCOMPARE(reminder.channel, reminder.step == 1 ? Channel::Sms : Channel::Ivr);
        QCOMPARE(reminder.onlyUnconfirmed, reminder.step == 2);
        QCOMPARE(reminder.scheduledTime, appointment.startsAt.addSecs(reminder.step == 1 ? -72 * 3600 : -48 * 3600));
        QVERIFY2(reminder.message.contains(desk->clockTime(appointment.startsAt)), qPrintable(reminder.message));
        QCOMPARE(desk->auditActions(reminder.id), QStringList{u"created"_s});
    }
    QCOMPARE(made, steps);
}

void AppointmentServiceTest::isMadeOnce()
{
    const auto desk = this->desk();
    AppointmentDraft draft = desk->inHours(120);
    draft.clientId = u"6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a2d13"_s;
    const AppointmentScheduling first = desk->appointments.schedule(reception, draft).value();
    const AppointmentScheduling again = desk->appointments.schedule(reception, draft).value();
    QVERIFY(first.created);
    QVERIFY(!again.created);
    QCOMPARE(again.appointment, first.appointment);
    QCOMPARE(desk->reminders(first.appointment).size(), 2);
    draft.ward = u"Radiologie"_s;
    QCOMPARE(desk->appointments.schedule(reception, draft).error().code, ErrorCode::Conflict);
}

void AppointmentServiceTest::isMadeOnceByTwoDesksAtOnce()
{
    const auto desk = this->desk();
    AppointmentDraft draft = desk->inHours(120);
    draft.clientId = u"6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a2d13"_s;
    AppointmentDraft other = desk->inHours(123);
    std::vector<std::thread> desks;
    for (int i = 0; i < 6; ++i) {
        desks.emplace_back([&, i] {
            QVERIFY(desk->appointments.schedule(reception, i % 2 == 0 ? draft : other));
            desk->store.database().closeThread();
        });
    }
    for (std::thread &thread : desks)
        thread.join();
    QCOMPARE(desk->number(u"SELECT count(*) FROM appointments"_s), 4); // one, and three without a client_id
    // All are of one day: whoever came first speaks for all four.
    QCOMPARE(desk->number(u"SELECT count(*) FROM reminders WHERE status = 'pending'"_s), 2);
    QCOMPARE(desk->number(u"SELECT count(*) FROM reminders WHERE reason = 'mergedInto'"_s), 6);
}

void AppointmentServiceTest::endingItCancelsWhatIsLeft_data()
{
    QTest::addColumn<AppointmentStatus>("status");
    QTest::addColumn<QString>("reason");
    QTest::newRow("cancelled") << AppointmentStatus::Cancelled << u"appointmentCancelled"_s;
    QTest::newRow("attended") << AppointmentStatus::Attended << u"appointmentOver"_s;
    QTest::newRow("late") << AppointmentStatus::Late << u"appointmentOver"_s;
    QTest::newRow("missed") << AppointmentStatus::Missed << u"appointmentOver"_s;
}

void AppointmentServiceTest::endingItCancelsWhatIsLeft()
{
    QFETCH(AppointmentStatus, status);
    QFETCH(QString, reason);
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(120));
    const bool needsTheTime = status == AppointmentStatus::Late || status == AppointmentStatus::Missed;
    if (needsTheTime) {
        const Error early = desk->appointments.setOutcome(reception, appointment.id, status).error();
        QCOMPARE(early.fields, (QList<FieldError>{{u"status"_s, u"notYet"_s}}));
        desk->clock.advance(std::chrono::hours(121));
    }
    QCOMPARE(desk->appointments.setOutcome(reception, appointment.id, status)->status, status);
    const QList<Reminder> reminders = desk->reminders(appointment);
    QCOMPARE(reminders.size(), 2);
    for (const Reminder &reminder : reminders) {
        QCOMPARE(reminder.status, ReminderStatus::Cancelled);
        QCOMPARE(reminder.reason, reason);
    }
    QCOMPARE(
        desk->appointments.edit(reception, appointment.id, draftOf(appointment)).error().code, ErrorCode::Conflict);
}

void AppointmentServiceTest::anOutcomeCanBeTakenBack()
{
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(120));
    const QList<Reminder> before = desk->reminders(appointment);
    QVERIFY(desk->appointments.cancel(reception, appointment.id));
    QVERIFY(desk->appointments.setOutcome(reception, appointment.id, AppointmentStatus::Planned));
    const QList<Reminder> after = desk->reminders(appointment);
    QCOMPARE(after.size(), 2);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(after.at(i).id, before.at(i).id);
        QCOMPARE(after.at(i).status, ReminderStatus::Pending);
        QCOMPARE(after.at(i).reason, before.at(i).reason);
        QCOMPARE(after.at(i).scheduledTime, before.at(i).scheduledTime);
    }
    QCOMPARE(desk->appointments.setOutcome(reception, appointment.id, AppointmentStatus::Moved).error().fields,
        (QList<FieldError>{{u"status"_s, u"unknownValue"_s}}));
}

void AppointmentServiceTest::whoConfirmsIsNotAskedAgain()
{
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(120));
    const Appointment confirmed = desk->appointments.confirm(reception, appointment.id).value();
    QCOMPARE(confirmed.confirmedAt, desk->clock.now());
    QCOMPARE(confirmed.confirmedBy, AnswerPath::Desk);
    const QList<Reminder> reminders = desk->reminders(appointment);
    QCOMPARE(reminders.at(0).status, ReminderStatus::Pending);
    QVERIFY(reminders.at(0).isConfirmed);
    QCOMPARE(reminders.at(1).status, ReminderStatus::Cancelled);
    QCOMPARE(reminders.at(1).reason, u"alreadyConfirmed"_s);
    // The second time changes nothing.
    QCOMPARE(desk->appointments.confirm(reception, appointment.id, AnswerPath::Sms).value(), confirmed);
}

void AppointmentServiceTest::refusesWhatCannotBe_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("key");
    QTest::newRow("past") << u"past"_s << u"starts_at"_s << u"mustBeFuture"_s;
    QTest::newRow("plan") << u"plan"_s << u"plan"_s << u"unknownPlan"_s;
    QTest::newRow("template") << u"template"_s << u"steps.1.template"_s << u"unknownTemplate"_s;
    QTest::newRow("fallback") << u"fallback"_s << u"steps.1.fallback"_s << u"badFallback"_s;
    QTest::newRow("twice") << u"twice"_s << u"steps.2.hours_before"_s << u"sameStep"_s;
    QTest::newRow("patient") << u"patient"_s << u"patient_id"_s << u"unknownPatient"_s;
    QTest::newRow("archived") << u"archived"_s << u"patient_id"_s << u"patientArchived"_s;
}

void AppointmentServiceTest::refusesWhatCannotBe()
{
    QFETCH(QString, what);
    QFETCH(QString, field);
    QFETCH(QString, key);
    const auto desk = this->desk();
    AppointmentDraft draft = desk->inHours(120);
    const PlanStep step{.hoursBefore = 24, .templateName = u"appointment"_s};
    if (what == u"past"_s) {
        draft.startsAt = desk->clock.now().addDays(-1);
    } else if (what == u"plan"_s) {
        draft.plan = u"nobody's"_s;
    } else if (what == u"template"_s) {
        draft.steps = {step};
        draft.steps->first().templateName = u"no-such-template"_s;
    } else if (what == u"fallback"_s) {
        draft.steps = {step};
        draft.steps->first().fallback = {Channel::Sms};
    } else if (what == u"twice"_s) {
        draft.steps = {step, step};
    } else if (what == u"patient"_s) {
        draft.patient = PatientId{999'999};
    } else {
        PatientService patients(desk->store.database(), desk->store.cipher(), desk->clock, desk->events);
        PatientDraft patient = draftOf(desk->patient);
        patient.archived = true;
        QVERIFY(patients.edit(Session::system(), desk->patient.id, patient));
    }
    QCOMPARE(desk->appointments.schedule(reception, draft).error().fields, (QList<FieldError>{{field, key}}));
    QCOMPARE(desk->number(u"SELECT count(*) FROM appointments"_s), 0);
    QCOMPARE(desk->number(u"SELECT count(*) FROM reminders"_s), 0);
}

void AppointmentServiceTest::onlyStaffOfTheDeskMayChange()
{
    const auto desk = this->desk();
    const Appointment appointment = desk->made(desk->inHours(120));
    AppointmentService &appointments = desk->appointments;
    const Session tablet{{}, u"tablet"_s, Role::Device};
    QVERIFY(appointments.find(viewer, appointment.id));
    QCOMPARE(appointments.find(tablet, appointment.id).error().code, ErrorCode::Forbidden);
    QCOMPARE(appointments.list(tablet, {}, {}).error().code, ErrorCode::Forbidden);
    QCOMPARE(appointments.schedule(viewer, desk->inHours(99)).error().code, ErrorCode::Forbidden);
    QCOMPARE(appointments.edit(viewer, appointment.id, draftOf(appointment)).error().code, ErrorCode::Forbidden);
    QCOMPARE(appointments.confirm(viewer, appointment.id).error().code, ErrorCode::Forbidden);
    QCOMPARE(appointments.cancel(viewer, appointment.id).error().code, ErrorCode::Forbidden);
    QCOMPARE(appointments.remove(viewer, appointment.id).error().code, ErrorCode::Forbidden);
}

void AppointmentServiceTest::removesOnlyWhatWasNeverTried()
{
    const auto desk = this->desk();
    const Appointment first = desk->made(desk->inHours(120));
    QVERIFY(desk->appointments.remove(reception, first.id));
    QCOMPARE(desk->number(u"SELECT count(*) FROM reminders"_s), 0);
    QCOMPARE(desk->appointments.remove(reception, first.id).error().code, ErrorCode::NotFound);
    const Appointment second = desk->made(desk->inHours(120));
    QCOMPARE(
        desk->appointments.remove(reception, second.id, second.version + 1).error().code, ErrorCode::VersionMismatch);
    desk->store.database().execute(u"UPDATE reminders SET attempts = 1 WHERE step = 1"_s);
    QCOMPARE(desk->appointments.remove(reception, second.id).error().code, ErrorCode::Conflict);
}

void AppointmentServiceTest::saysWhatForbidsAMessage()
{
    const auto desk = this->desk();
    const Patient patient = desk->createPatient({.name = u"Sone"_s,
        .email = u"sone@example.org"_s,
        .consent = {{{Channel::Email, Purpose::Appointment}, ConsentState::Refused}}});
    AppointmentDraft draft = desk->inHours(73);
    draft.patient = patient.id;
    draft.steps = QList<PlanStep>{{.hoursBefore = 96, .templateName = u"appointment"_s},
        {.hoursBefore = 72, .templateName = u"appointment"_s},
        {.hoursBefore = 48, .channel = Channel::Email, .templateName = u"appointment"_s}};
    const QList<PlannedMessage> foreseen = desk->appointments.preview(reception, draft).value();
    QStringList obstacles;
    for (const PlannedMessage &message : foreseen) {
        obstacles << message.obstacle;
        QVERIFY(!message.reminder);
    }
    QCOMPARE(obstacles, (QStringList{u"tooLate"_s, u"noRecipient"_s, u"consentRefused"_s}));
    // It is made all the same: the number may be known by then, and it is looked at again when it is sent.
    const Appointment appointment = desk->made(draft);
    const QList<PlannedMessage> messages = desk->appointments.messages(reception, appointment.id).value();
    QVERIFY(!messages.at(0).reminder);
    QCOMPARE(messages.at(1).reminder->status, ReminderStatus::Pending);
    QCOMPARE(messages.at(1).time, appointment.startsAt.addDays(-3));
}

// As delivery will look at it: a number that said stop, quiet hours.
void AppointmentServiceTest::saysWhatDeliveryWillSayOfAMessage()
{
    const auto desk = this->desk();
    AppointmentDraft draft = desk->inHours(73);
    draft.steps = QList<PlanStep>{{.hoursBefore = 72, .templateName = u"appointment"_s},
        {.hoursBefore = 60, .channel = Channel::Email, .templateName = u"appointment"_s}};
    QList<PlannedMessage> foreseen = desk->appointments.preview(reception, draft).value();
    QCOMPARE(foreseen.at(0).obstacle, QString());
    QCOMPARE(foreseen.at(0).delay, std::nullopt);
    QCOMPARE(foreseen.at(1).delay->reason, u"quietHours"_s); // 12 hours later, at night
    QCOMPARE(foreseen.at(1).delay->until, QDateTime(foreseen.at(1).time.date().addDays(1), {7, 0}, Qt::UTC));
    ConsentService(desk->store.database(), desk->store.cipher(), desk->clock, desk->events)
        .recordOptOut(Channel::Sms, desk->patient.phoneNumber, ConsentMethod::Sms);
    NumberFlagRepository(desk->store.database(), desk->store.cipher())
        .insert(Channel::Email, desk->patient.email, u"invalidAddress"_s, desk->clock.now());
    const Appointment appointment = desk->made(draft);
    for (const auto &messages : {desk->appointments.preview(reception, draft).value(),
             desk->appointments.messages(reception, appointment.id).value()}) {
        QCOMPARE(messages.at(0).obstacle, u"consentRefused"_s);
        QCOMPARE(messages.at(1).obstacle, u"numberFlagged"_s);
    }
}

QTEST_GUILESS_MAIN(AppointmentServiceTest)
#include "tst_appointmentservice.moc"
