#include "app/services/calendarservice.h"
#include "app/services/planservice.h"
#include "tests/support/appointmentdesk.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// Hours of the calendar, no-shows and plans, on both databases.
class CalendarServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void countsByHourOfTheHospital();
    void refusesWhatIsNoSpan_data();
    void refusesWhatIsNoSpan();
    void countsWhoDidNotCome();
    void isForWhoMayReadIt();
    void plansAreReplacedAsAWhole();
    void plansThatWereChangedMeanwhileAreNotOverwritten();
    void refusesBrokenPlans();

private:
    std::unique_ptr<AppointmentDesk> desk()
    {
        QFETCH_GLOBAL(Dialect, dialect);
        return std::make_unique<AppointmentDesk>(dialect);
    }
    const Session m_manager{{}, u"manager"_s, Role::Manager};
};

void CalendarServiceTest::countsByHourOfTheHospital()
{
    const auto desk = this->desk();
    HospitalSettings settings;
    settings.timeZone = u"Asia/Kathmandu"_s; // 5:45 ahead: its hours begin at a quarter past
    CalendarService calendar(desk->store.database(), [&] { return settings; });
    const QDateTime first({2026, 3, 14}, {8, 15}, Qt::UTC); // 14:00 there
    for (const int minutes : {0, 30, 59, 60}) {
        ReminderDraft draft = desk->draft();
        draft.scheduledTime = first.addSecs(60 * minutes);
        QVERIFY(desk->service().schedule(reception, draft));
    }
    ReminderDraft mail = desk->draft();
    mail.scheduledTime = first;
    mail.channel = Channel::Email;
    QVERIFY(desk->service().schedule(reception, mail));
    const auto hours = calendar.hours(viewer, first.addDays(-1), first.addDays(1)).value();
    QCOMPARE(hours,
        (QList<CalendarSlot>{{first, Channel::Sms, ReminderStatus::Pending, false, 3},
            {first, Channel::Email, ReminderStatus::Pending, false, 1},
            {first.addSecs(3600), Channel::Sms, ReminderStatus::Pending, false, 1}}));
    QCOMPARE(calendar.hours(viewer, first.addSecs(3600), first.addDays(1)).value().size(), 1);
}

void CalendarServiceTest::refusesWhatIsNoSpan_data()
{
    QTest::addColumn<int>("days");
    QTest::newRow("backwards") << -1;
    QTest::newRow("nothing") << 0;
    QTest::newRow("63 days") << 63;
}

void CalendarServiceTest::refusesWhatIsNoSpan()
{
    QFETCH(int, days);
    const auto desk = this->desk();
    CalendarService calendar(desk->store.database(), [] { return HospitalSettings(); });
    const QDateTime now = desk->clock.now();
    QCOMPARE(calendar.hours(viewer, now, now.addDays(days)).error().fields.value(0).field, u"until"_s);
    QVERIFY(calendar.hours(viewer, now, now.addDays(62)));
}

void CalendarServiceTest::countsWhoDidNotCome()
{
    const auto desk = this->desk();
    CalendarService calendar(desk->store.database(), [] { return HospitalSettings(); });
    // Twelve of maternity five days ahead, three of them missed and told by SMS; two of radiology tomorrow, without a
    // word.
    for (int i = 0; i < 14; ++i) {
        const bool isMaternity = i < 12;
        const Patient patient = desk->createPatient(
            {.name = u"Sone"_s, .preferredLanguage = isMaternity ? Language::French : Language::English});
        AppointmentDraft draft = desk->inHours(isMaternity ? 120 : 20);
        draft.patient = patient.id;
        draft.ward = isMaternity ? u"Maternité"_s : u"Radiologie"_s;
        const Appointment appointment = desk->made(draft);
        if (isMaternity)
            desk->setStatus(desk->reminders(appointment).at(0).id, u"delivered"_s);
        desk->store.database().execute(u"UPDATE appointments SET status = ? WHERE id = ?"_s,
            {i < 3          ? u"missed"_s
                    : i < 6 ? u"late"_s
                            : u"attended"_s,
                appointment.id.value});
    }
    desk->made(desk->inHours(50)); // nobody knows yet
    const NoShowFigures figures = calendar.noShows(m_manager, {}).value();
    QCOMPARE(figures.all, (NoShowRate{{}, 14, 3}));
    const auto groups = [&](NoShowGrouping grouping) { return figures.groups.value(grouping); };
    QCOMPARE(groups(NoShowGrouping::Ward), (QList<NoShowRate>{{u"Maternité"_s, 12, 3}, {u"Radiologie"_s, 2, 0}}));
    QCOMPARE(groups(NoShowGrouping::Language), (QList<NoShowRate>{{u"en"_s, 2, 0}, {u"fr"_s, 12, 3}}));
    QCOMPARE(groups(NoShowGrouping::Channel), (QList<NoShowRate>{{QString(), 2, 0}, {u"sms"_s, 12, 3}}));
    QCOMPARE(
        groups(NoShowGrouping::LeadTime), (QList<NoShowRate>{{u"under_1_day"_s, 2, 0}, {u"1_to_6_days"_s, 12, 3}}));
    QVERIFY(groups(NoShowGrouping::Ward).at(0).isEnough());
    QVERIFY(!groups(NoShowGrouping::Ward).at(1).isEnough());
    QCOMPARE(calendar.noShows(m_manager, {.from = desk->clock.now().addDays(2)}).value().all.appointments, 12);
    QCOMPARE(calendar.noShows(m_manager, {.until = desk->clock.now().addDays(2)}).value().all.appointments, 2);
}

void CalendarServiceTest::isForWhoMayReadIt()
{
    const auto desk = this->desk();
    CalendarService calendar(desk->store.database(), [] { return HospitalSettings(); });
    const QDateTime now = desk->clock.now();
    QCOMPARE(calendar.hours({{}, u"tablet"_s, Role::Device}, now, now.addDays(1)).error().code, ErrorCode::Forbidden);
    QCOMPARE(calendar.noShows(reception, {}).error().code, ErrorCode::Forbidden);
}

void CalendarServiceTest::plansAreReplacedAsAWhole()
{
    const auto desk = this->desk();
    PlanService plans(desk->store.database(), desk->clock, desk->events);
    QCOMPARE(plans.plans(viewer).value().plans, QList<ReminderPlan>{shippedPlan()});
    const Appointment before = desk->made(desk->inHours(120));
    const ReminderPlan quick{u"Rapide"_s, {{.hoursBefore = 24, .templateName = u"appointment"_s}}};
    const ReminderPlan none{u"Aucun"_s, {}};
    const StoredPlans stored = plans.replace(m_manager, {quick, none}).value();
    QCOMPARE(plans.plans(viewer).value().plans, (QList<ReminderPlan>{quick, none}));
    QCOMPARE(plans.plans(viewer).value().version, stored.version);
    // The first is that of an appointment that names none; what was made keeps its steps.
    AppointmentDraft draft = desk->inHours(200);
    QCOMPARE(desk->made(draft).steps, quick.steps);
    draft.startsAt = draft.startsAt->addDays(3);
    draft.plan = u"Aucun"_s;
    QVERIFY(desk->reminders(desk->made(draft)).isEmpty());
    QCOMPARE(desk->movedTo(before, before.startsAt.addDays(20)).steps, shippedPlan().steps);
    // Another plan for it brings other steps.
    AppointmentDraft other = draftOf(desk->appointments.find(viewer, before.id).value());
    other.plan = u"Rapide"_s;
    QCOMPARE(desk->appointments.edit(reception, before.id, other)->steps, quick.steps);
}

void CalendarServiceTest::plansThatWereChangedMeanwhileAreNotOverwritten()
{
    const auto desk = this->desk();
    PlanService plans(desk->store.database(), desk->clock, desk->events);
    const qint64 version = plans.plans(viewer)->version;
    const ReminderPlan quick{u"Rapide"_s, {}};
    QVERIFY(plans.replace(m_manager, {quick}, version));
    QCOMPARE(plans.replace(m_manager, {shippedPlan()}, version).error().code, ErrorCode::VersionMismatch);
    QCOMPARE(plans.replace(reception, {shippedPlan()}).error().code, ErrorCode::Forbidden);
    QCOMPARE(plans.plans(viewer)->plans, QList<ReminderPlan>{quick});
}

void CalendarServiceTest::refusesBrokenPlans()
{
    const auto desk = this->desk();
    PlanService plans(desk->store.database(), desk->clock, desk->events);
    const auto errorsOf
        = [&](const QList<ReminderPlan> &wanted) { return plans.replace(m_manager, wanted).error().fields; };
    QCOMPARE(errorsOf({}), (QList<FieldError>{{u"plans"_s, u"required"_s}}));
    QCOMPARE(errorsOf({{u"a"_s, {}}, {u"A"_s, {}}}), (QList<FieldError>{{u"name"_s, u"taken"_s}}));
    QCOMPARE(errorsOf({{u" "_s, {}}}), (QList<FieldError>{{u"name"_s, u"required"_s}}));
    QCOMPARE(errorsOf({{u"a"_s, {{.hoursBefore = 2161, .templateName = u"appointment"_s}}}}),
        (QList<FieldError>{{u"steps.1.hours_before"_s, u"outOfRange"_s, {{u"min"_s, 0}, {u"max"_s, 2160}}}}));
    QCOMPARE(errorsOf({{u"a"_s, {{.templateName = u"no-such"_s}}}}),
        (QList<FieldError>{{u"steps.1.template"_s, u"unknownTemplate"_s}}));
    const PlanStep step{.hoursBefore = 24, .templateName = u"appointment"_s};
    PlanStep call = step;
    call.channel = Channel::Ivr;
    QCOMPARE(errorsOf({{u"a"_s, {step, call, step}}}), (QList<FieldError>{{u"steps.3.hours_before"_s, u"sameStep"_s}}));
}

QTEST_GUILESS_MAIN(CalendarServiceTest)
#include "tst_calendarservice.moc"
