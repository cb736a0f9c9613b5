#include "db/reminderrepository.h"
#include "tests/support/room.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// One figure of the dashboard, counted anew from the rows themselves by a statement that shares nothing with the
// program's.
qint64 recount(Room &room, const QString &what, const QString &where)
{
    return room.number(u"SELECT coalesce(%1, 0) FROM feedback WHERE %2"_s.arg(what, where));
}

void compareWithRows(Room &room, const StatisticsFilter &filter, const QString &where)
{
    const Statistics figures = room.statistics.statistics(room.manager, filter).value();
    const auto rating = [&](const RatingFigure &figure, const QString &column) {
        QCOMPARE(figure.n, recount(room, u"count(%1)"_s.arg(column), where));
        QCOMPARE(qRound64(figure.mean * double(figure.n)), recount(room, u"sum(%1)"_s.arg(column), where));
    };
    QCOMPARE(figures.feedback, recount(room, u"count(*)"_s, where));
    QCOMPARE(figures.feedbackNotMatched,
        recount(room, u"count(*)"_s, where + u" AND patient_id IS NULL AND patient_reference_enc IS NOT NULL"_s));
    rating(figures.treatmentSatisfaction, u"treatment_satisfaction"_s);
    rating(figures.communicationRating, u"communication_rating"_s);
    rating(figures.facilityRating, u"facility_rating"_s);
    rating(figures.overallExperience, u"overall_experience"_s);
    QCOMPARE(figures.recommendationAnswers, recount(room, u"count(recommendation_likelihood)"_s, where));
    QCOMPARE(figures.promoters, recount(room, u"count(*)"_s, where + u" AND recommendation_likelihood IN (9, 10)"_s));
    QCOMPARE(figures.detractors, recount(room, u"count(*)"_s, where + u" AND recommendation_likelihood < 7"_s));
    const auto map = [&](const QMap<QString, qint64> &counted, const QString &column) {
        qint64 all = 0;
        for (auto entry = counted.begin(); entry != counted.end(); ++entry) {
            QCOMPARE(entry.value(), recount(room, u"count(*)"_s, where + u" AND %1 = '%2'"_s.arg(column, entry.key())));
            all += entry.value();
        }
        QCOMPARE(all, figures.feedback);
    };
    map(figures.feedbackByLanguage, u"language"_s);
    map(figures.feedbackByMethod, u"submission_method"_s);
    map(figures.feedbackByWard, u"ward"_s);
}

} // namespace

class StatisticsServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void staysEqualToARecount_data() { TestDatabase::addDialectRows(); }
    void staysEqualToARecount();
    void countsPatientsAndReminders_data() { TestDatabase::addDialectRows(); }
    void countsPatientsAndReminders();
    void twoDesksLoseNoCount_data() { TestDatabase::addDialectRows(); }
    void twoDesksLoseNoCount();
    void isEmptyWithoutRows_data() { TestDatabase::addDialectRows(); }
    void isEmptyWithoutRows();
    void onlyForThoseWhoMaySeeTheDashboard();
};

void StatisticsServiceTest::staysEqualToARecount()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    QRandomGenerator random(7);
    QList<FeedbackId> ids;
    const auto rating = [&](int from, int to) -> std::optional<int> {
        const int value = random.bounded(from - 1, to + 1);
        return value < from ? std::nullopt : std::optional(value);
    };
    const auto draft = [&]() -> FeedbackDraft {
        static const QStringList wards{u""_s, u"Urgences"_s, u"Maternité"_s};
        return {.patientReference = random.bounded(3) == 0 ? QString() : u"A%1"_s.arg(random.bounded(8)),
            .ward = wards[random.bounded(3)],
            .ratings = {rating(1, 5), rating(1, 5), rating(1, 5), rating(1, 5), rating(0, 10), rating(1, 5)},
            .feedbackDate = room.clock.now().addDays(-random.bounded(100)),
            .comments = u"x"_s,
            .language = languageTable.rows[size_t(random.bounded(5))].value,
            .method = submissionMethodTable.rows[size_t(random.bounded(8))].value};
    };
    for (int i = 0; i < 4; ++i)
        QVERIFY(room.patients.create(room.reception, {.patientNumber = u"A%1"_s.arg(i), .name = u"N"_s}).has_value());
    for (int i = 0; i < 500; ++i) {
        const int what = random.bounded(10);
        if (what < 5 || ids.isEmpty())
            ids += room.feedback.submit(room.reception, draft())->feedback.id;
        else if (what < 8)
            QVERIFY(room.feedback.edit(room.reception, ids[random.bounded(ids.size())], draft()).has_value());
        else
            QVERIFY(room.feedback.remove(room.manager, ids.takeAt(random.bounded(ids.size()))).has_value());
        if (i == 300) // feedback that waited finds its patient
            QVERIFY(room.patients.create(room.reception, {.patientNumber = u"A5"_s, .name = u"N"_s}).has_value());
    }
    const QDateTime from = room.clock.now().addDays(-50);
    const QDateTime until = room.clock.now().addDays(-10);
    const QString times
        = u"feedback_date >= %1 AND feedback_date < %2"_s.arg(from.toMSecsSinceEpoch()).arg(until.toMSecsSinceEpoch());
    compareWithRows(room, {}, u"1 = 1"_s);
    compareWithRows(room, {.ward = u"Urgences"_s}, u"ward = 'Urgences'"_s);
    compareWithRows(room, {.language = u"ewo"_s}, u"language = 'ewo'"_s);
    compareWithRows(room, {.from = from, .until = until}, times);
    compareWithRows(room, {.from = from, .until = until, .ward = u"Maternité"_s, .language = u"fr"_s},
        times + u" AND ward = 'Maternité' AND language = 'fr'"_s);
}

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
    QCOMPARE(figures({}).patients, 2);
    QCOMPARE(figures({.ward = u"Urgences"_s}).patients, 1);
    QCOMPARE(figures({.language = u"ewo"_s}).patients, 1);
    QCOMPARE(figures({}).remindersByStatus, (Counts{{u"pending"_s, 4}, {u"sent"_s, 2}}));
    QCOMPARE(figures({}).remindersByChannel, (Counts{{u"sms"_s, 3}, {u"email"_s, 3}}));
    QCOMPARE(figures({.ward = u"Urgences"_s}).remindersByStatus, (Counts{{u"pending"_s, 2}}));
    QCOMPARE(
        figures({.from = room.clock.now().addDays(3)}).remindersByStatus, (Counts{{u"pending"_s, 1}, {u"sent"_s, 2}}));
    QCOMPARE(figures({.language = u"fr"_s}).remindersByStatus, (Counts{{u"pending"_s, 4}, {u"sent"_s, 2}}));
    QCOMPARE(figures({.reminderStatus = u"sent"_s}).remindersByStatus, (Counts{{u"sent"_s, 2}}));
    QCOMPARE(figures({.reminderStatus = u"sent"_s}).patients, 2);
    const StatisticsFilter ofOne{.patientNumber = one.patientNumber.toLower()};
    QCOMPARE(figures(ofOne).patients, 1);
    QCOMPARE(figures(ofOne).remindersByStatus, (Counts{{u"pending"_s, 2}}));
    QVERIFY(room.feedback.submit(room.reception, {.patient = one.id, .ratings = {.overallExperience = 4}}).has_value());
    QVERIFY(room.feedback.submit(room.reception, {.patient = two.id, .ratings = {.overallExperience = 2}}).has_value());
    QCOMPARE(figures(ofOne).overallExperience, (RatingFigure{.n = 1, .mean = 4}));
    QCOMPARE(figures({.patientNumber = u"nobody"_s}).patients, 0);
    QCOMPARE(figures({.patientNumber = u"nobody"_s}).feedback, 0);
    database.execute(u"UPDATE reminders SET status = 'cancelled' WHERE id = 1"_s);
    database.execute(u"DELETE FROM patients WHERE id = ?"_s, {two.id.value}); // takes its reminders with it
    QCOMPARE(figures({}).remindersByStatus, (Counts{{u"cancelled"_s, 1}, {u"pending"_s, 1}}));
    QCOMPARE(figures({}).patients, 1);
}

void StatisticsServiceTest::twoDesksLoseNoCount()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    constexpr int each = 60;
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
    const Statistics figures = room.statistics.statistics(room.manager, {}).value();
    QCOMPARE(figures.feedback, 2 * each);
    QCOMPARE(figures.overallExperience, (RatingFigure{.n = 2 * each, .mean = 4}));
    QCOMPARE(room.feedback.list(room.viewer, {}, {})->total, 2 * each);
}

void StatisticsServiceTest::isEmptyWithoutRows()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Statistics figures = room.statistics.statistics(room.manager, {}).value();
    QCOMPARE(figures.feedback, 0);
    QCOMPARE(figures.patients, 0);
    QVERIFY(figures.feedbackByWard.isEmpty());
    QVERIFY(!figures.netPromoterScore());
}

void StatisticsServiceTest::onlyForThoseWhoMaySeeTheDashboard()
{
    Room room(Dialect::Sqlite);
    QCOMPARE(room.statistics.statistics(room.reception, {}).error().code, ErrorCode::Forbidden);
    QVERIFY(room.statistics.statistics(room.manager, {}).has_value());
}

QTEST_GUILESS_MAIN(StatisticsServiceTest)
#include "tst_statisticsservice.moc"
