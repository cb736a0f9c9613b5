#include "app/services/appointmentservice.h"
#include "tests/support/deliverydesk.h"

#include <QtTest>

using namespace accueil;

// What the engine does with reminders of appointments, on both databases.
class AppointmentDeliveryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void init();
    void cleanup() { m_desk.reset(); }
    void whoConfirmedMeanwhileIsNotAsked();
    void whoDidNotConfirmIsAsked();
    void aChannelThatTakesItsPlaceMovesAlong();

private:
    Appointment made(const QList<PlanStep> &steps)
    {
        return m_appointments
            ->schedule(programItself,
                {.patient = m_desk->patient.id, .startsAt = m_desk->clock.now().addDays(4), .steps = steps})
            .value()
            .appointment;
    }
    QList<Reminder> reminders(const Appointment &appointment)
    {
        return ReminderRepository(m_desk->store.database(), m_desk->store.cipher()).ofAppointment(appointment.id);
    }

    std::unique_ptr<DeliveryDesk> m_desk;
    std::unique_ptr<ReminderService> m_service;
    std::unique_ptr<AppointmentService> m_appointments;
};

void AppointmentDeliveryTest::init()
{
    QFETCH_GLOBAL(Dialect, dialect);
    m_desk = std::make_unique<DeliveryDesk>(dialect);
    m_service = std::make_unique<ReminderService>(m_desk->reminders());
    m_appointments = std::make_unique<AppointmentService>(m_desk->store.database(), m_desk->store.cipher(),
        m_desk->clock, m_desk->events, *m_service, [this] { return m_desk->settings; });
}

void AppointmentDeliveryTest::whoConfirmedMeanwhileIsNotAsked()
{
    const Appointment appointment
        = made({{.hoursBefore = 72, .templateName = u"appointment"_s, .onlyUnconfirmed = true}});
    // As when the confirmation arrives while the engine has the reminder in hand.
    m_desk->store.database().execute(
        u"UPDATE appointments SET confirmed_at = ?"_s, {m_desk->clock.now().toMSecsSinceEpoch()});
    m_desk->clock.advance(std::chrono::hours(24));
    m_desk->program(m_desk->sms).deliverDue(never);
    QCOMPARE(m_desk->sms.messages.size(), 0);
    QCOMPARE(reminders(appointment).at(0).status, ReminderStatus::Cancelled);
    QCOMPARE(reminders(appointment).at(0).reason, u"alreadyConfirmed"_s);
}

void AppointmentDeliveryTest::whoDidNotConfirmIsAsked()
{
    const Appointment appointment
        = made({{.hoursBefore = 72, .templateName = u"appointment"_s, .onlyUnconfirmed = true}});
    m_desk->clock.advance(std::chrono::hours(24));
    m_desk->program(m_desk->sms).deliverDue(never);
    QCOMPARE(m_desk->sms.messages.size(), 1);
    QCOMPARE(reminders(appointment).at(0).status, ReminderStatus::Sent);
    // Told once: confirming, ending and taking it back say nothing more.
    QVERIFY(m_appointments->confirm(programItself, appointment.id));
    QVERIFY(m_appointments->setOutcome(programItself, appointment.id, AppointmentStatus::Attended));
    QVERIFY(m_appointments->setOutcome(programItself, appointment.id, AppointmentStatus::Planned));
    QCOMPARE(reminders(appointment).size(), 1);
}

void AppointmentDeliveryTest::aChannelThatTakesItsPlaceMovesAlong()
{
    const Appointment appointment
        = made({{.hoursBefore = 72, .templateName = u"appointment"_s, .fallback = {Channel::Email}}});
    m_desk->clock.advance(std::chrono::hours(24));
    m_desk->sms.reports << ScriptedSender::answer(SendOutcome::Refused, u"invalidNumber"_s);
    m_desk->mail.configured = false;
    m_desk->program(m_desk->sms).deliverDue(never);
    QCOMPARE(reminders(appointment).size(), 2);
    QCOMPARE(reminders(appointment).at(1).channel, Channel::Email);
    QCOMPARE(reminders(appointment).at(1).appointment, appointment.id);
    AppointmentDraft draft = draftOf(appointment);
    draft.startsAt = appointment.startsAt.addDays(2);
    QVERIFY(m_appointments->edit(programItself, appointment.id, draft));
    const QList<Reminder> after = reminders(appointment);
    QCOMPARE(after.size(), 2); // not the number that is known to be wrong once more
    QCOMPARE(after.at(1).status, ReminderStatus::Pending);
    QCOMPARE(after.at(1).appointmentTime, draft.startsAt);
    QCOMPARE(after.at(1).scheduledTime, draft.startsAt->addDays(-3));
}

QTEST_GUILESS_MAIN(AppointmentDeliveryTest)
#include "tst_appointmentdelivery.moc"
