#include "app/services/consentservice.h"
#include "app/services/reminderforecastservice.h"
#include "tests/support/deliverydesk.h"

#include <QUuid>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QDateTime utc(QDate day, QTime time)
{
    return QDateTime(day, time, Qt::UTC);
}

// What stands against a message, and what is expected to be said of it. Times are UTC; Douala is an hour ahead.
struct Case
{
    std::function<void(DeliveryDesk &, ReminderDraft &)> prepare; // before it is stored
    std::function<void(DeliveryDesk &)> spoil; // after it
    std::optional<QDateTime> leavesAt;
    QStringList delays;
    QStringList refusals;
};

} // namespace

Q_DECLARE_METATYPE(Case)

// What is said of a reminder beforehand, held against what delivery then does.
class ReminderForecastTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void foretellsWhatDeliveryDoes_data();
    void foretellsWhatDeliveryDoes();
    void countsWhatElseIsPlannedForThatDay_data() { TestDatabase::addDialectRows(); }
    void countsWhatElseIsPlannedForThatDay();
    void saysThatAChannelIsNotSetUp();
    void saysHowLongAChannelRests();
    void refusesWhatCannotBeStored();
    void countsSegmentsAndCost();
    void storesNothing_data() { TestDatabase::addDialectRows(); }
    void storesNothing();
    void asksForThePermissionToSchedule();

private:
    static ReminderForecastService forecasts(
        DeliveryDesk &desk, ReminderService &reminders, ReminderForecastService::Standstill standstill = {})
    {
        return ReminderForecastService(
            desk.store.database(), desk.store.cipher(), desk.clock, reminders, [&desk] { return desk.settings; },
            std::move(standstill));
    }
};

static QStringList reasonsOf(const auto &list)
{
    QStringList reasons;
    for (const auto &entry : list)
        reasons << entry.reason;
    return reasons;
}

static QList<std::pair<const char *, Case>> cases()
{
    const QDate today(2026, 3, 12);
    const auto at = [](const QDateTime &time) {
        return [time](DeliveryDesk &, ReminderDraft &draft) { draft.scheduledTime = time; };
    };
    const QDateTime evening = utc(today, {20, 30});
    const QDateTime morning = utc(today.addDays(1), {7, 0});
    const QDateTime noon = utc(today, {11, 0});
    return {
        {"by day", {at(noon), {}, noon, {}, {}}},
        {"in quiet hours", {at(evening), {}, morning, {u"quietHours"_s}, {}}},
        {"on a holiday after quiet hours",
            {[=](DeliveryDesk &desk, ReminderDraft &draft) {
                 draft.scheduledTime = evening;
                 desk.settings.delivery.holidays = {today.addDays(1)};
             },
                {}, morning.addDays(1), {u"quietHours"_s}, {}}},
        {"on a holiday",
            {[=](DeliveryDesk &desk, ReminderDraft &draft) {
                 draft.scheduledTime = noon;
                 desk.settings.delivery.holidays = {today};
             },
                {}, morning, {u"holiday"_s}, {}}},
        {"the day is full",
            {[=](DeliveryDesk &desk, ReminderDraft &draft) {
                 draft.scheduledTime = noon;
                 desk.settings.delivery.dailyLimit = 1;
                 ReminderDraft first = desk.draft();
                 first.scheduledTime = noon.addSecs(-600);
                 desk.schedule(first);
             },
                {}, morning, {u"dailyLimit"_s}, {}}},
        {"the quiet hours end after the appointment",
            {[=](DeliveryDesk &, ReminderDraft &draft) {
                 draft.scheduledTime = evening;
                 draft.appointmentTime = morning.addSecs(-1800);
             },
                {}, {}, {u"quietHours"_s}, {u"quietHours"_s}}},
        {"the budget is spent until it is too late",
            {[=](DeliveryDesk &desk, ReminderDraft &draft) {
                 draft.scheduledTime = noon;
                 desk.settings.smsCost = {.pricePerSegment = 28, .monthlyBudget = 20};
             },
                {}, {}, {u"budgetSpent"_s}, {u"budgetSpent"_s}}},
        {"the budget is spent until the next month",
            {[=](DeliveryDesk &desk, ReminderDraft &draft) {
                 draft.scheduledTime = noon;
                 draft.appointmentTime = utc({2026, 4, 20}, {9, 0});
                 desk.settings.smsCost = {.pricePerSegment = 28, .monthlyBudget = 40};
                 ReminderDraft first = desk.draft();
                 first.scheduledTime = noon.addSecs(-600);
                 desk.schedule(first);
                 desk.clock.set(*first.scheduledTime);
                 DeliveryService program = desk.program(desk.sms);
                 program.deliverDue(never);
             },
                {}, utc({2026, 4, 1}, {7, 0}), {u"budgetSpent"_s}, {}}},
        {"the patient said stop",
            {at(noon),
                [](DeliveryDesk &desk) {
                    ConsentService(desk.store.database(), desk.store.cipher(), desk.clock, desk.events)
                        .recordOptOut(Channel::Sms, u"+237670000001"_s, ConsentMethod::Sms);
                },
                {}, {}, {u"consentRefused"_s}}},
        {"the number does not work",
            {at(noon),
                [](DeliveryDesk &desk) {
                    NumberFlagRepository(desk.store.database(), desk.store.cipher())
                        .insert(Channel::Sms, u"+237670000001"_s, u"unknownNumber"_s, desk.clock.now());
                },
                {}, {}, {u"numberFlagged"_s}}},
        {"there is no number, and the record is archived",
            {at(noon),
                [](DeliveryDesk &desk) {
                    PatientDraft draft = draftOf(desk.patient);
                    draft.phoneNumber.clear();
                    draft.archived = true;
                    QVERIFY(desk.patients().edit(programItself, desk.patient.id, draft));
                },
                {}, {}, {u"patientArchived"_s, u"noRecipient"_s}}},
    };
}

void ReminderForecastTest::foretellsWhatDeliveryDoes_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<Case>("wanted");
    for (const auto &[name, wanted] : cases()) {
        QTest::addRow("%s, sqlite", name) << Dialect::Sqlite << wanted;
        QTest::addRow("%s, postgresql", name) << Dialect::PostgreSql << wanted;
    }
}

void ReminderForecastTest::foretellsWhatDeliveryDoes()
{
    QFETCH(Dialect, dialect);
    QFETCH(Case, wanted);
    DeliveryDesk desk(dialect);
    ReminderDraft draft = desk.draft();
    wanted.prepare(desk, draft);
    const ReminderId id = desk.schedule(draft);
    QVERIFY(id.value > 0);
    if (wanted.spoil)
        wanted.spoil(desk);
    ReminderService reminders = desk.reminders();
    const Result<ReminderForecast> answer
        = forecasts(desk, reminders).forecast(programItself, draftOf(desk.reminder(id)));
    QVERIFY(answer);
    QCOMPARE(answer->leavesAt, wanted.leavesAt);
    QCOMPARE(reasonsOf(answer->delayedBy), wanted.delays);
    QCOMPARE(reasonsOf(answer->forbiddenBy), wanted.refusals);
    // And so it goes.
    DeliveryService program = desk.program(desk.sms);
    for (int round = 0; round < 10 && desk.reminder(id).status == ReminderStatus::Pending; ++round) {
        const Reminder waiting = desk.reminder(id);
        for (const Reminder &other : desk.all()) { // what is due before it leaves before it
            if (other.status == ReminderStatus::Pending && other.scheduledTime < waiting.scheduledTime) {
                desk.clock.set(other.scheduledTime);
                program.deliverDue(never);
            }
        }
        desk.clock.set(waiting.nextTry.value_or(waiting.scheduledTime));
        program.deliverDue(never);
    }
    const Reminder after = desk.reminder(id);
    QCOMPARE(after.sentAt, answer->leavesAt);
    if (!answer->forbiddenBy.isEmpty()) {
        QCOMPARE(after.status, answer->forbiddenBy.constFirst().becomes);
        QCOMPARE(after.reason, answer->forbiddenBy.constFirst().reason);
    }
}

void ReminderForecastTest::countsWhatElseIsPlannedForThatDay()
{
    QFETCH(Dialect, dialect);
    DeliveryDesk desk(dialect);
    desk.settings.delivery.dailyLimit = 3;
    ReminderService reminders = desk.reminders();
    ReminderForecastService service = forecasts(desk, reminders);
    ReminderDraft draft = desk.draft();
    draft.scheduledTime = utc({2026, 3, 14}, {12, 0});
    QCOMPARE(service.forecast(programItself, draft)->place, 1);
    ReminderDraft other = draft;
    other.scheduledTime = utc({2026, 3, 13}, {21, 0}); // quiet: it leaves on the 14th, too
    desk.schedule(other);
    other.scheduledTime = utc({2026, 3, 14}, {10, 0});
    const ReminderId planned = desk.schedule(other);
    other.scheduledTime = utc({2026, 3, 14}, {14, 0}); // after it
    desk.schedule(other);
    QCOMPARE(service.forecast(programItself, draft)->place, 3);
    QCOMPARE(service.forecast(programItself, draft)->leavesAt, draft.scheduledTime);
    // The one that is edited is not counted beside itself.
    ReminderDraft edited = draftOf(desk.reminder(planned));
    edited.scheduledTime = draft.scheduledTime;
    QCOMPARE(service.forecast(programItself, edited)->place, 2);
    desk.settings.delivery.dailyLimit = 2;
    QCOMPARE(service.forecast(programItself, draft)->leavesAt, utc({2026, 3, 15}, {7, 0}));
    // Somebody else's day is not full.
    draft.patient = desk.patients().create(programItself, {.name = u"Sone"_s, .phoneNumber = u"+237670000002"_s})->id;
    QCOMPARE(service.forecast(programItself, draft)->place, 1);
}

void ReminderForecastTest::saysThatAChannelIsNotSetUp()
{
    DeliveryDesk desk(Dialect::Sqlite);
    DeliveryService program = desk.program(desk.sms);
    desk.sms.configured = false;
    ReminderService reminders = desk.reminders();
    ReminderForecastService service
        = forecasts(desk, reminders, [&](Channel channel) { return program.standstill(channel); });
    const Result<ReminderForecast> answer = service.forecast(programItself, desk.draft());
    QCOMPARE(answer->delayedBy, (QList<SendDelay>{{u"notConfigured"_s, {}}}));
    QVERIFY(!answer->leavesAt);
    QVERIFY(answer->forbiddenBy.isEmpty());
    ReminderDraft mail = desk.draft();
    mail.channel = Channel::Email;
    QVERIFY(service.forecast(programItself, mail)->leavesAt);
}

void ReminderForecastTest::saysHowLongAChannelRests()
{
    DeliveryDesk desk(Dialect::Sqlite);
    DeliveryService program = desk.program(desk.sms);
    desk.schedule(desk.draft());
    desk.becomeDue();
    desk.sms.reports << ScriptedSender::answer(SendOutcome::Deferred, u"providerUnreachable"_s);
    program.deliverDue(never);
    ReminderService reminders = desk.reminders();
    ReminderForecastService service
        = forecasts(desk, reminders, [&](Channel channel) { return program.standstill(channel); });
    const SendDelay rest{u"providerUnreachable"_s, desk.clock.now().addSecs(60)};
    ReminderDraft draft = desk.draft();
    draft.scheduledTime = desk.clock.now().addSecs(20);
    Result<ReminderForecast> answer = service.forecast(programItself, draft);
    QCOMPARE(answer->delayedBy, QList<SendDelay>{rest});
    QCOMPARE(answer->leavesAt, rest.until);
    // By then it may be over, but it is good to know.
    draft.scheduledTime = desk.clock.now().addSecs(600);
    answer = service.forecast(programItself, draft);
    QVERIFY(answer->delayedBy.isEmpty());
    QCOMPARE(answer->standstill, rest);
    QCOMPARE(answer->leavesAt, draft.scheduledTime);
    desk.clock.advance(61s);
    QVERIFY(!service.forecast(programItself, draft)->standstill);
}

void ReminderForecastTest::refusesWhatCannotBeStored()
{
    DeliveryDesk desk(Dialect::Sqlite);
    ReminderService reminders = desk.reminders();
    ReminderForecastService service = forecasts(desk, reminders);
    ReminderDraft past = desk.draft();
    past.scheduledTime = desk.clock.now().addSecs(-3600);
    const Result<ReminderForecast> answer = service.forecast(programItself, past);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Invalid);
    QCOMPARE(answer.error().fields.constFirst(), (FieldError{u"scheduled_time"_s, u"mustBeFuture"_s}));
    QCOMPARE(answer.error().fields, reminders.schedule(programItself, past).error().fields);
}

void ReminderForecastTest::countsSegmentsAndCost()
{
    DeliveryDesk desk(Dialect::Sqlite);
    desk.settings.smsCost.pricePerSegment = 28;
    ReminderService reminders = desk.reminders();
    ReminderForecastService service = forecasts(desk, reminders);
    ReminderDraft draft = desk.draft();
    draft.message = u"Hôpital "_s + u"a"_s.repeated(80);
    Result<ReminderForecast> answer = service.forecast(programItself, draft);
    QCOMPARE(answer->segments, 2);
    QCOMPARE(answer->cost, 56.0);
    QCOMPARE(answer->message, draft.message);
    draft.channel = Channel::Email;
    answer = service.forecast(programItself, draft);
    QVERIFY(!answer->segments);
    QVERIFY(!answer->cost);
}

void ReminderForecastTest::storesNothing()
{
    QFETCH(Dialect, dialect);
    DeliveryDesk desk(dialect);
    ReminderService reminders = desk.reminders();
    ReminderDraft draft = desk.draft();
    draft.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QVERIFY(forecasts(desk, reminders).forecast(programItself, draft));
    QVERIFY(desk.all().isEmpty());
    QVERIFY(reminders.schedule(programItself, draft)->created);
}

void ReminderForecastTest::asksForThePermissionToSchedule()
{
    DeliveryDesk desk(Dialect::Sqlite);
    ReminderService reminders = desk.reminders();
    const Session viewer{{}, u"viewer"_s, Role::Viewer};
    QCOMPARE(forecasts(desk, reminders).forecast(viewer, desk.draft()).error().code, ErrorCode::Forbidden);
}

QTEST_GUILESS_MAIN(ReminderForecastTest)
#include "tst_reminderforecast.moc"
