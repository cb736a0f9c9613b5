#include "db/reminderrepository.h"
#include "tests/support/room.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class StatisticsServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsPatientsAndReminders_data() { TestDatabase::addDialectRows(); }
    void countsPatientsAndReminders();
    void twoDesksLoseNoCount_data() { TestDatabase::addDialectRows(); }
    void twoDesksLoseNoCount();
    void isEmptyWithoutRows_data() { TestDatabase::addDialectRows(); }
    void isEmptyWithoutRows();
    void countsDaysOfTheHospital_data() { TestDatabase::addDialectRows(); }
    void countsDaysOfTheHospital();
    void takesAgeAndGenderOfThePatientWhereNoneWasGiven_data() { TestDatabase::addDialectRows(); }
    void takesAgeAndGenderOfThePatientWhereNoneWasGiven();
    void tellsWhatBecameOfReminders_data() { TestDatabase::addDialectRows(); }
    void tellsWhatBecameOfReminders();
    void comparesWithVisits_data() { TestDatabase::addDialectRows(); }
    void comparesWithVisits();
    void countsTopicsOnceForEachResponse();
    void hidesCommentsOfSmallGroups();
    void onlyForThoseWhoMaySeeTheDashboard();
};

void StatisticsServiceTest::countsPatientsAndReminders()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    Database &database = room.store.database();
    const Patient one = room.patients.create(room.reception, {.name = u"A"_s, .ward = u"Urgences"_s}).value();
    const Patient two
        = room.patients.create(room.reception, {.name = u"B"_s, .preferredLanguage = Language::Ewondo}).value();
    PatientDraft archived = draftOf(room.patients.create(room.reception, {.name = u"C"_s}).value());
    archived.archived = true;
    QVERIFY(room.patients.edit(
        room.reception, room.patients.findByNumber(room.viewer, archived.patientNumber)->id, archived));
    ReminderRepository reminders(database, room.store.cipher());
    for (int i = 0; i < 6; ++i) {
        const Channel channel = i % 2 == 0 ? Channel::Sms : Channel::Email;
        Transaction transaction{database};
        const ReminderId id = reminders.nextId();
        QVERIFY(reminders.insert({.id = id,
            .clientId = QString::number(i),
            .patient = i < 2 ? one.id : two.id,
            .message = u"m"_s,
            .scheduledTime = room.clock.now().addDays(i),
            .status = i < 4 ? ReminderStatus::Pending : ReminderStatus::Sent,
            .channel = channel,
            .series = id,
            .seriesStart = room.clock.now(),
            .createdAt = room.clock.now(),
            .updatedAt = room.clock.now()}));
        transaction.commit();
    }
    const auto figures
        = [&](const StatisticsFilter &filter) { return room.statistics.statistics(room.manager, filter).value(); };
    using Counts = QMap<QString, qint64>;
    const auto statuses = [&](const StatisticsFilter &filter) {
        const ReminderFigures all = figures(filter).reminders.all;
        Counts counts;
        for (const auto &row : reminderStatusTable.rows) {
            if (all.with(row.value) > 0)
                counts.insert(row.key.toString(), all.with(row.value));
        }
        return counts;
    };
    QCOMPARE(figures({}).patients, 2);
    QCOMPARE(figures({.ward = u"Urgences"_s}).patients, 1);
    QCOMPARE(figures({.language = Language::Ewondo}).patients, 1);
    QCOMPARE(statuses({}), (Counts{{u"pending"_s, 4}, {u"sent"_s, 2}}));
    QCOMPARE(figures({}).reminders.byChannel.value(u"sms"_s).reminders, 3);
    QCOMPARE(figures({}).reminders.byChannel.value(u"email"_s).reminders, 3);
    QCOMPARE(statuses({.channel = Channel::Email}), (Counts{{u"pending"_s, 2}, {u"sent"_s, 1}}));
    QCOMPARE(statuses({.ward = u"Urgences"_s}), (Counts{{u"pending"_s, 2}}));
    QCOMPARE(statuses({.from = room.clock.now().addDays(3)}), (Counts{{u"pending"_s, 1}, {u"sent"_s, 2}}));
    QCOMPARE(statuses({.language = Language::French}), (Counts{{u"pending"_s, 4}, {u"sent"_s, 2}}));
    QCOMPARE(statuses({.status = ReminderStatus::Sent}), (Counts{{u"sent"_s, 2}}));
    QCOMPARE(figures({.status = ReminderStatus::Sent}).patients, 2);
    const StatisticsFilter ofOne{.patientNumber = one.patientNumber.toLower()};
    QCOMPARE(figures(ofOne).patients, 1);
    QCOMPARE(statuses(ofOne), (Counts{{u"pending"_s, 2}}));
    QVERIFY(room.feedback.submit(room.reception, {.patient = one.id, .ratings = {.overallExperience = 4}}).has_value());
    QVERIFY(room.feedback.submit(room.reception, {.patient = two.id, .ratings = {.overallExperience = 2}}).has_value());
    QCOMPARE(figures(ofOne).feedback.all.overallExperience, (RatingFigure{{0, 0, 0, 1, 0}}));
    QCOMPARE(figures({.patientNumber = u"nobody"_s}).patients, 0);
    QCOMPARE(figures({.patientNumber = u"nobody"_s}).feedback.all.responses, 0);
    database.execute(u"UPDATE reminders SET status = 'cancelled' WHERE id = 1"_s);
    database.execute(u"DELETE FROM patients WHERE id = ?"_s, {two.id.value}); // takes its reminders with it
    QCOMPARE(statuses({}), (Counts{{u"cancelled"_s, 1}, {u"pending"_s, 1}}));
    QCOMPARE(figures({}).patients, 1);
}

void StatisticsServiceTest::twoDesksLoseNoCount()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    constexpr int each = 200; // enough for several blocks
    const auto desk = [&] {
        for (int i = 0; i < each; ++i)
            QVERIFY(room.feedback.submit(room.reception, {.ward = u"Urgences"_s, .ratings = {.overallExperience = 4}})
                        .has_value());
        room.store.database().closeThread();
    };
    const std::unique_ptr<QThread> one(QThread::create(desk));
    const std::unique_ptr<QThread> two(QThread::create(desk));
    one->start();
    two->start();
    QVERIFY(one->wait());
    QVERIFY(two->wait());
    const FeedbackFigures figures = room.statistics.feedback(room.manager, {})->all;
    QCOMPARE(figures.responses, 2 * each);
    QCOMPARE(figures.overallExperience, (RatingFigure{{0, 0, 0, 2 * each, 0}}));
    QCOMPARE(room.feedback.list(room.viewer, {}, {})->total, 2 * each);
}

void StatisticsServiceTest::isEmptyWithoutRows()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Statistics figures = room.statistics.statistics(room.manager, {}).value();
    QCOMPARE(figures.feedback.all, FeedbackFigures());
    QCOMPARE(figures.patients, 0);
    QVERIFY(figures.feedback.byWard.isEmpty());
    QVERIFY(figures.feedback.byWeek.isEmpty());
    QVERIFY(!figures.feedback.all.recommendation.score());
    QVERIFY(!figures.feedback.responsesPerVisit());
    QCOMPARE(figures.reminders.all, ReminderFigures());
}

// 23:30 UTC is half past midnight in Douala: another day, and on a Sunday another week.
void StatisticsServiceTest::countsDaysOfTheHospital()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const auto give = [&](const QDateTime &when) {
        QVERIFY(room.feedback.submit(room.reception, {.ratings = {.overallExperience = 4}, .feedbackDate = when}));
    };
    give(QDateTime({2026, 2, 28}, {22, 59, 59, 999}, Qt::UTC)); // the last moment of 28 February there
    give(QDateTime({2026, 2, 28}, {23, 0}, Qt::UTC)); // the first of 1 March, a Sunday
    give(QDateTime({2026, 3, 1}, {22, 59, 59, 999}, Qt::UTC)); // its last
    give(QDateTime({2026, 3, 1}, {23, 0}, Qt::UTC)); // the first of a Monday
    const auto responses
        = [&](const StatisticsFilter &filter) { return room.statistics.feedback(room.manager, filter)->all.responses; };
    const QDate sunday(2026, 3, 1);
    QCOMPARE(responses({.firstDay = sunday, .lastDay = sunday}), 2);
    QCOMPARE(responses({.firstDay = sunday}), 3);
    QCOMPARE(responses({.lastDay = sunday}), 3);
    QCOMPARE(responses({.from = QDateTime({2026, 3, 1}, {22, 59}, Qt::UTC)}), 2);
    QCOMPARE(responses({.until = QDateTime({2026, 3, 1}, {22, 59}, Qt::UTC)}), 2);
    const QList<FeedbackGroup> weeks = room.statistics.feedback(room.manager, {})->byWeek;
    QCOMPARE(weeks.size(), 2);
    QCOMPARE(weeks.at(0).key, u"2026-02-23"_s);
    QCOMPARE(weeks.at(0).figures.responses, 3);
    QCOMPARE(weeks.at(1).key, u"2026-03-02"_s);
    room.hospital.timeZone = u"America/New_York"_s; // the setting is asked each time
    QCOMPARE(responses({.firstDay = sunday, .lastDay = sunday}), 2);
    QCOMPARE(responses({.lastDay = sunday.addDays(-1)}), 2);
}

void StatisticsServiceTest::takesAgeAndGenderOfThePatientWhereNoneWasGiven()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    PatientDraft draft{.name = u"A"_s, .birthYear = 1990, .gender = Gender::Female}; // 36 in 2026
    const Patient patient = room.patients.create(room.reception, draft).value();
    const auto give = [&](const FeedbackDraft &given) { QVERIFY(room.feedback.submit(room.reception, given)); };
    give({.patient = patient.id, .ratings = {.overallExperience = 5}});
    give({.patient = patient.id, .age = 8, .gender = Gender::Male, .ratings = {.overallExperience = 5}}); // her child
    give({.ratings = {.overallExperience = 5}});
    const auto responses
        = [&](const StatisticsFilter &filter) { return room.statistics.feedback(room.manager, filter)->all.responses; };
    QCOMPARE(responses({.gender = Gender::Female}), 1);
    QCOMPARE(responses({.gender = Gender::Male}), 1);
    QCOMPARE(responses({.gender = Gender::Unknown}), 1);
    QCOMPARE(responses({.ageBand = AgeBand::From35To49}), 1);
    QCOMPARE(responses({.ageBand = AgeBand::Under18}), 1);
    QCOMPARE(responses({.ageBand = AgeBand::Unknown}), 1);
    QCOMPARE(room.statistics.statistics(room.manager, {.ageBand = AgeBand::From35To49})->patients, 1);
    draft = draftOf(patient);
    draft.birthYear = 1950;
    draft.gender = Gender::Other;
    QVERIFY(room.patients.edit(room.reception, patient.id, draft)); // what was packed follows
    QCOMPARE(responses({.gender = Gender::Other, .ageBand = AgeBand::From65}), 1);
    QCOMPARE(responses({.ageBand = AgeBand::From35To49}), 0);
}

void StatisticsServiceTest::tellsWhatBecameOfReminders()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    Database &database = room.store.database();
    const Patient patient = room.patients.create(room.reception, {.name = u"A"_s}).value();
    database.execute(
        u"INSERT INTO appointments (id, client_id, patient_id, starts_at, status, confirmed_at, plan, steps,"
        " created_at, updated_at) VALUES (1, 'a', ?, 1, 'planned', 5, '', '[]', 1, 1),"
        " (2, 'b', ?, 1, 'planned', NULL, '', '[]', 1, 1)"_s,
        {patient.id.value, patient.id.value});
    const auto reminder = [&](int id, const QString &status, const QString &channel, const QVariant &appointment) {
        database.execute(
            u"INSERT INTO reminders (id, client_id, patient_id, message_enc, language, scheduled_time, status, channel,"
            " series_id, source, occurrence_time, purpose, appointment_id, created_at, updated_at)"
            " VALUES (?, ?, ?, ?, 'fr', 1000, ?, ?, ?, ?, 1, 'appointment', ?, 1, 1)"_s,
            {id, QString::number(id), patient.id.value, QByteArray("m"), status, channel, id, QString::number(id),
                appointment});
    };
    reminder(1, u"delivered"_s, u"sms"_s, 1);
    reminder(2, u"delivered"_s, u"sms"_s, 2);
    reminder(3, u"failed"_s, u"ivr"_s, 1); // did not leave: says nothing about who confirms
    reminder(4, u"sent"_s, u"sms"_s, {}); // no news, no appointment
    reminder(5, u"sent"_s, u"email"_s, 2); // email tells nothing
    reminder(6, u"failed"_s, u"email"_s, {});
    reminder(7, u"cancelled"_s, u"sms"_s, 1);
    const auto attempt = [&](int id, int of, const QString &price, const QString &currency) {
        database.execute(
            u"INSERT INTO attempts (id, reminder_id, patient_id, number, channel, started_at, outcome, provider,"
            " price, price_unit) VALUES (?, ?, 1, ?, 'sms', 1, 'sent', 'twilio', ?, ?)"_s,
            {id, of, id, price, currency});
    };
    attempt(1, 1, u"-0.0075"_s, u"USD"_s);
    attempt(2, 1, u"-0.0075"_s, u"USD"_s); // tried twice, paid twice
    attempt(3, 2, u"25"_s, u"XAF"_s);
    attempt(4, 4, u""_s, u""_s); // not told yet
    const ReminderStatistics statistics = room.statistics.reminders(room.manager, {}).value();
    QCOMPARE(statistics.all.reminders, 7);
    QCOMPARE(statistics.all.delivered(), (ShareFigure{2, 3}));
    QCOMPARE(statistics.all.confirmed(), (ShareFigure{1, 3}));
    QCOMPARE(statistics.all.priced, 2);
    QCOMPARE(statistics.all.costs, (QMap<QString, qint64>{{u"USD"_s, 15'000}, {u"XAF"_s, 25'000'000}}));
    QCOMPARE(statistics.byChannel.value(u"email"_s).delivered(), (ShareFigure{0, 0}));
    QCOMPARE(statistics.byChannel.value(u"ivr"_s).delivered(), (ShareFigure{0, 1}));
    QCOMPARE(room.statistics.reminders(room.manager, {.channel = Channel::Ivr})->all.reminders, 1);
    QCOMPARE(room.statistics.reminders(room.manager, {.status = ReminderStatus::Failed})->all.reminders, 2);
    database.execute(u"UPDATE appointments SET confirmed_at = 6 WHERE id = 2"_s);
    QCOMPARE(room.statistics.reminders(room.manager, {})->all.confirmed(), (ShareFigure{3, 3}));
}

void StatisticsServiceTest::comparesWithVisits()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient patient = room.patients.create(room.reception, {.name = u"A"_s, .gender = Gender::Female}).value();
    const QStringList statuses{
        u"attended"_s, u"attended"_s, u"late"_s, u"late"_s, u"missed"_s, u"cancelled"_s, u"planned"_s};
    for (int i = 0; i < statuses.size(); ++i) {
        room.store.database().execute(
            u"INSERT INTO appointments (id, client_id, patient_id, starts_at, ward, status, plan, steps, created_at,"
            " updated_at) VALUES (?, ?, ?, ?, ?, ?, '', '[]', 1, 1)"_s,
            {i + 1, QString::number(i), patient.id.value, room.clock.now().toMSecsSinceEpoch(),
                i == 0 ? u"Nord"_s : u"Sud"_s, statuses.at(i)});
    }
    QVERIFY(room.feedback.submit(room.reception, {.ward = u"Sud"_s, .ratings = {.overallExperience = 5}}));
    const FeedbackStatistics all = room.statistics.feedback(room.manager, {}).value();
    QCOMPARE(all.visits, 4);
    QCOMPARE(all.responsesPerVisit().value(), 0.25);
    const FeedbackStatistics north = room.statistics.feedback(room.manager, {.ward = u"Nord"_s}).value();
    QCOMPARE(north.visits, 1);
    QCOMPARE(north.responsesPerVisit().value(), 0.0);
    QVERIFY(!room.statistics.feedback(room.manager, {.gender = Gender::Male})->responsesPerVisit());
    QCOMPARE(room.statistics.reminders(room.manager, {})->noShows, (ShareFigure{1, 5}));
}

void StatisticsServiceTest::countsTopicsOnceForEachResponse()
{
    Room room(Dialect::Sqlite);
    for (int i = 0; i < 3; ++i)
        QVERIFY(room.feedback.submit(room.reception, {.ratings = {.overallExperience = 2}}));
    room.store.database().execute(u"UPDATE feedback SET topics = 'waiting staff waiting' WHERE id = 1"_s);
    room.store.database().execute(u"UPDATE feedback SET topics = 'waiting' WHERE id = 2"_s);
    const FeedbackStatistics statistics = room.statistics.feedback(room.manager, {}).value();
    QCOMPARE(statistics.topics, (QMap<QString, qint64>{{u"waiting"_s, 2}, {u"staff"_s, 1}}));
    QCOMPARE(statistics.withTopics, 2);
}

void StatisticsServiceTest::hidesCommentsOfSmallGroups()
{
    Room room(Dialect::Sqlite);
    for (int i = 0; i < 9; ++i) {
        QVERIFY(room.feedback.submit(
            room.reception, {.ward = i < 5 ? u"Nord"_s : u"Sud"_s, .ratings = {.overallExperience = 2}}));
    }
    const auto hidden = [&] {
        const FeedbackStatistics statistics = room.statistics.feedback(room.manager, {}).value();
        QList<bool> answers;
        for (const FeedbackGroup &ward : statistics.byWard)
            answers << ward.hidesComments(statistics.smallestGroup);
        return answers;
    };
    QCOMPARE(hidden(), (QList<bool>{false, true}));
    room.hospital.smallestGroup = 4;
    QCOMPARE(hidden(), (QList<bool>{false, false}));
}

void StatisticsServiceTest::onlyForThoseWhoMaySeeTheDashboard()
{
    Room room(Dialect::Sqlite);
    for (const auto &row : roleTable.rows) {
        const Session who{{}, u"somebody"_s, row.value};
        const bool may = row.value == Role::Admin || row.value == Role::Manager;
        QCOMPARE(room.statistics.statistics(who, {}).has_value(), may);
        QCOMPARE(room.statistics.feedback(who, {}).has_value(), may);
        QCOMPARE(room.statistics.reminders(who, {}).has_value(), may);
    }
    QCOMPARE(room.statistics.feedback(room.reception, {}).error().code, ErrorCode::Forbidden);
}

QTEST_GUILESS_MAIN(StatisticsServiceTest)
#include "tst_statisticsservice.moc"
