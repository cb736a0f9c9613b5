#include "app/services/appointmentservice.h"
#include "app/services/templateservice.h"
#include "tests/support/deliverydesk.h"

#include <QTimeZone>
#include <QtTest>

using namespace accueil;

namespace {

// An appointment in four days; its patient gets an email three days before.
struct LetterDesk : DeliveryDesk
{
    explicit LetterDesk(Dialect dialect)
        : DeliveryDesk(dialect)
    {
        appointment = appointments
                          .schedule(programItself,
                              {.patient = patient.id,
                                  .startsAt = clock.now().addDays(4),
                                  .ward = u"Pavillon C"_s,
                                  .steps = QList<PlanStep>{{.hoursBefore = 72,
                                      .channel = Channel::Email,
                                      .templateName = u"appointment"_s}}})
                          .value()
                          .appointment;
    }
    void deliver()
    {
        DeliveryService delivery = program(sms);
        delivery.deliverDue(never);
    }
    void invite()
    {
        clock.advance(std::chrono::hours(24));
        deliver();
    }
    void moveTo(const QDateTime &time)
    {
        AppointmentDraft draft = draftOf(appointment);
        draft.startsAt = time;
        appointment = appointments.edit(programItself, appointment.id, draft).value();
    }
    QList<Reminder> letters()
    {
        QList<Reminder> found = ReminderRepository(store.database(), store.cipher()).ofAppointment(appointment.id);
        found.removeIf([](const Reminder &reminder) { return !isCalendarLetter(reminder); });
        return found;
    }
    static QString clockTime(const QDateTime &time)
    {
        return time.toTimeZone(QTimeZone("Africa/Douala")).toString(u"HH:mm"_s);
    }

    ReminderService service = reminders();
    AppointmentService appointments{
        store.database(), store.cipher(), clock, events, service, [this] { return settings; }};
    Appointment appointment;
};

} // namespace

// Whoever was mailed an invitation has a calendar that stays true, on both databases.
class CalendarLettersTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<LetterDesk> desk()
    {
        QFETCH_GLOBAL(Dialect, dialect);
        return std::make_unique<LetterDesk>(dialect);
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }

    void aMoveTakesTheEntryAlong()
    {
        const auto desk = this->desk();
        desk->invite();
        QCOMPARE(desk->mail.messages.size(), 1);
        const OutgoingMessage invitation = desk->mail.messages.front();
        QCOMPARE(invitation.ward, u"Pavillon C"_s);
        desk->moveTo(desk->appointment.startsAt.addSecs(2 * 86'400 + 1800));
        desk->deliver();
        QCOMPARE(desk->mail.messages.size(), 2);
        const OutgoingMessage moved = desk->mail.messages.back();
        QCOMPARE(moved.appointmentTime, desk->appointment.startsAt);
        QCOMPARE(moved.appointmentReference, invitation.appointmentReference);
        QVERIFY(moved.appointmentRevision > invitation.appointmentRevision);
        QVERIFY(!moved.appointmentIsOff);
        QVERIFY2(moved.text.contains(LetterDesk::clockTime(desk->appointment.startsAt)), qPrintable(moved.text));
        QVERIFY(moved.messageId != invitation.messageId);
        // Told once, whatever else changes.
        QVERIFY(desk->appointments.confirm(programItself, desk->appointment.id));
        desk->deliver();
        QCOMPARE(desk->mail.messages.size(), 2);
        QCOMPARE(desk->letters().size(), 1);
    }

    void aCancellationTakesTheEntryOut()
    {
        const auto desk = this->desk();
        desk->invite();
        QVERIFY(desk->appointments.cancel(programItself, desk->appointment.id));
        QVERIFY(desk->appointments.cancel(programItself, desk->appointment.id));
        desk->deliver();
        desk->deliver();
        QCOMPARE(desk->mail.messages.size(), 2);
        const OutgoingMessage off = desk->mail.messages.back();
        QVERIFY(off.appointmentIsOff);
        QCOMPARE(off.appointmentTime, desk->appointment.startsAt);
        QCOMPARE(off.appointmentReference, desk->mail.messages.front().appointmentReference);
        QVERIFY(off.appointmentRevision > desk->mail.messages.front().appointmentRevision);
        QVERIFY2(off.text.contains(u"annulé"_s), qPrintable(off.text));
        // It takes place after all.
        QVERIFY(desk->appointments.setOutcome(programItself, desk->appointment.id, AppointmentStatus::Planned));
        desk->deliver();
        QCOMPARE(desk->mail.messages.size(), 3);
        QVERIFY(!desk->mail.messages.back().appointmentIsOff);
        QVERIFY(desk->mail.messages.back().appointmentRevision > off.appointmentRevision);
    }

    void aPatientWhoCancelsByAnswerLosesTheEntryToo()
    {
        const auto desk = this->desk();
        desk->invite();
        const Reminder invitation = desk->all().front();
        AppointmentAnswers &answers = desk->appointments;
        answers.cancel(invitation, Channel::Sms);
        desk->deliver();
        QCOMPARE(desk->mail.messages.size(), 2);
        QVERIFY(desk->mail.messages.back().appointmentIsOff);
    }

    void nobodyIsToldWhoWasNotInvited()
    {
        const auto desk = this->desk();
        desk->moveTo(desk->appointment.startsAt.addDays(1));
        QVERIFY(desk->appointments.cancel(programItself, desk->appointment.id));
        desk->deliver();
        QCOMPARE(desk->mail.messages.size(), 0);
        QCOMPARE(desk->letters().size(), 0);
    }

    void whatDidNotArriveIsNotTakenBack()
    {
        const auto desk = this->desk();
        desk->mail.reports = {ScriptedSender::answer(SendOutcome::Refused, u"invalidAddress"_s)};
        desk->invite();
        QVERIFY(desk->appointments.cancel(programItself, desk->appointment.id));
        QCOMPARE(desk->letters().size(), 0);
    }

    void whatMayHaveArrivedIsTakenBack()
    {
        const auto desk = this->desk();
        desk->mail.reports = {ScriptedSender::answer(SendOutcome::Unknown, u"timeout"_s)};
        desk->invite();
        QVERIFY(desk->appointments.cancel(programItself, desk->appointment.id));
        desk->deliver();
        QCOMPARE(desk->mail.messages.size(), 2);
        QVERIFY(desk->mail.messages.back().appointmentIsOff);
    }

    void onlyTheLastOfManyMovesIsTold()
    {
        const auto desk = this->desk();
        desk->invite();
        const QDateTime first = desk->appointment.startsAt;
        for (int days = 1; days <= 3; ++days)
            desk->moveTo(first.addDays(days));
        desk->deliver();
        QCOMPARE(desk->mail.messages.size(), 2);
        QCOMPARE(desk->mail.messages.back().appointmentTime, first.addDays(3));
        // Moved and moved back before anything left: the calendar is right.
        desk->moveTo(first.addDays(5));
        desk->moveTo(first.addDays(3));
        desk->deliver();
        QCOMPARE(desk->mail.messages.size(), 2);
    }

    void aVisitThatIsOverIsNoNews_data()
    {
        QTest::addColumn<AppointmentStatus>("status");
        QTest::newRow("attended") << AppointmentStatus::Attended;
        QTest::newRow("missed") << AppointmentStatus::Missed;
        QTest::newRow("cancelled afterwards") << AppointmentStatus::Cancelled;
    }
    void aVisitThatIsOverIsNoNews()
    {
        QFETCH(AppointmentStatus, status);
        const auto desk = this->desk();
        desk->invite();
        desk->clock.advance(std::chrono::hours(73));
        QVERIFY(desk->appointments.setOutcome(programItself, desk->appointment.id, status));
        QCOMPARE(desk->letters().size(), 0);
    }

    void whoSaidStopGetsNoLetter()
    {
        const auto desk = this->desk();
        desk->invite();
        PatientDraft draft = draftOf(desk->patient);
        draft.consent = {{{Channel::Email, Purpose::Appointment}, ConsentState::Refused}};
        QVERIFY(desk->patients().edit(programItself, desk->patient.id, draft));
        QVERIFY(desk->appointments.cancel(programItself, desk->appointment.id));
        desk->deliver();
        QCOMPARE(desk->mail.messages.size(), 1);
        QCOMPARE(desk->letters().front().status, ReminderStatus::Cancelled);
        QCOMPARE(desk->letters().front().reason, u"consentRefused"_s);
    }

    void goesAlsoWhereItsWordsAreSwitchedOff()
    {
        const auto desk = this->desk();
        const Session manager{UserId{}, u"manager"_s, Role::Manager};
        TemplateService templates(
            desk->store.database(), desk->store.cipher(), desk->clock, desk->events, [&] { return desk->settings; });
        TemplateDraft words = draftOf(templates.find(manager, u"appointment_cancelled"_s, Language::French).value());
        words.text = u"Annulé !"_s;
        words.isActive = false;
        QVERIFY(templates.edit(manager, words.name, words.language, words));
        desk->invite();
        QVERIFY(desk->appointments.cancel(programItself, desk->appointment.id));
        desk->deliver();
        QCOMPARE(desk->mail.messages.size(), 2);
        QVERIFY(desk->mail.messages.back().text.contains(u"Appelez l'accueil"_s));
    }
};

QTEST_GUILESS_MAIN(CalendarLettersTest)
#include "tst_calendarletters.moc"
