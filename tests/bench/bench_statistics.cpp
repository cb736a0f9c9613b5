// The statistics at a million feedback rows of 200,000 patients, 300,000 reminders and 200,000 appointments: every
// combination of filters, on both databases.
// usage: bench_statistics [FEEDBACK] [PATIENTS]    PostgreSQL is the server that ACCUEIL_TEST_POSTGRESQL names
#include "app/services/feedbackservice.h"
#include "app/services/statisticsservice.h"
#include "server/api/dashboardjson.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testengine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 batch = 5'000; // rows in one transaction; a statement may take 20 s
constexpr qint64 years = 3;

double millisecondsOf(const auto &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

// Rows made by the database itself; `%1` is a row's number, `dice(n)` in the text a whole number below n.
void fill(Database &database, const QString &insert, qint64 rows)
{
    const bool isSqlite = database.dialect() == Dialect::Sqlite;
    QString sql = insert;
    for (qsizetype at = sql.indexOf(u"dice("_s); at >= 0; at = sql.indexOf(u"dice("_s)) {
        const qsizetype end = sql.indexOf(u')', at);
        const QString sides = sql.mid(at + 5, end - at - 5);
        sql.replace(at, end + 1 - at,
            isSqlite ? u"(abs(random() % %1))"_s.arg(sides) : u"CAST(floor(random() * %1) AS BIGINT)"_s.arg(sides));
    }
    sql.replace(u"bytes"_s, isSqlite ? u"randomblob(150)"_s : u"decode(repeat(md5(random()::text), 10), 'hex')"_s);
    const QString numbers = isSqlite
        ? u"WITH RECURSIVE numbers (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM numbers WHERE n < ?) "_s
        : u"WITH numbers AS (SELECT n FROM generate_series(CAST(? AS BIGINT), CAST(? AS BIGINT)) AS n) "_s;
    for (qint64 first = 1; first <= rows; first += batch) {
        Transaction transaction{database};
        database.execute(numbers + sql, {first, std::min(rows, first + batch - 1)});
        transaction.commit();
    }
}

const QString ward = u"CASE WHEN dice(3) = 0 THEN 'Urgences' ELSE 'Service ' || dice(14) END"_s;
const QString language = u"CASE WHEN dice(10) < 6 THEN 'fr' WHEN dice(2) = 0 THEN 'en' WHEN dice(3) = 0 THEN 'dua'"
                         " WHEN dice(2) = 0 THEN 'bas' ELSE 'ewo' END"_s;
const QString gender = u"CASE WHEN dice(9) < 5 THEN 'female' WHEN dice(8) < 7 THEN 'male' ELSE 'unknown' END"_s;

QString answer(int least, int most)
{
    return u"CASE WHEN dice(10) = 0 THEN NULL ELSE %1 + dice(%2) END"_s.arg(least).arg(most - least + 1);
}

QString moment(const QDateTime &now)
{
    return u"%1 - dice(%2) * 1000"_s.arg(now.toMSecsSinceEpoch()).arg(years * 365 * 86'400);
}

void fillAll(Database &database, const QDateTime &now, qint64 feedback, qint64 patients)
{
    fill(database,
        u"INSERT INTO patients (id, patient_number, name_enc, birth_year, gender, preferred_language, ward,"
        " registration_date, last_activity, updated_at) SELECT n, 'P' || n, bytes, CASE WHEN dice(10) = 0 THEN NULL"
        " ELSE 1935 + dice(88) END, %1, %2, %3, 1, 1, 1 FROM numbers"_s.arg(gender, language, ward),
        patients);
    const double milliseconds = millisecondsOf([&] {
        fill(database,
            u"INSERT INTO feedback (id, client_id, patient_id, age, gender, ward, treatment_satisfaction,"
            " communication_rating, facility_rating, overall_experience, recommendation_likelihood, emoji_rating,"
            " feedback_date, comments_enc, language, submission_method, sentiment, topics, created_at, updated_at)"
            " SELECT n, 'c' || n, CASE WHEN dice(3) = 0 THEN NULL ELSE 1 + dice(%1) END,"
            " CASE WHEN dice(2) = 0 THEN NULL ELSE dice(95) END, %2, %3, %4, %4, %4, %4, %5, %4, %6, bytes, %7,"
            " CASE WHEN dice(2) = 0 THEN 'tablet' WHEN dice(2) = 0 THEN 'desk' WHEN dice(2) = 0 THEN 'sms' ELSE 'voice'"
            " END, CASE WHEN dice(3) = 0 THEN 'positive' WHEN dice(2) = 0 THEN 'negative' ELSE NULL END,"
            " CASE WHEN dice(2) = 0 THEN '' ELSE 'topic' || dice(12) || ' topic' || dice(12) END, 1, 1 FROM numbers"_s
                .arg(QString::number(patients), gender, ward, answer(1, 5), answer(0, 10), moment(now), language),
            feedback);
    });
    std::printf("filling, a feedback row with all triggers   %8.1f us\n", 1000 * milliseconds / double(feedback));
    fill(database,
        u"INSERT INTO appointments (id, client_id, patient_id, starts_at, ward, status, plan, steps, created_at, "
        u"updated_at)"
        " SELECT n, 'a' || n, 1 + dice(%1), %2, %3, CASE WHEN dice(10) < 7 THEN 'attended' WHEN dice(2) = 0 THEN "
        "'missed'"
        " ELSE 'cancelled' END, '', '[]', 1, 1 FROM numbers"_s.arg(QString::number(patients), moment(now), ward),
        feedback / 5);
    fill(database,
        u"INSERT INTO reminders (id, client_id, patient_id, message_enc, language, scheduled_time, status, channel,"
        " series_id, source, occurrence_time, purpose, appointment_id, created_at, updated_at)"
        " SELECT n, 'r' || n, 1 + dice(%1), bytes, %2, %3, CASE WHEN dice(4) > 0 THEN 'delivered' WHEN dice(2) = 0 THEN"
        " 'failed' ELSE 'sent' END, CASE WHEN dice(4) > 0 THEN 'sms' WHEN dice(2) = 0 THEN 'ivr' ELSE 'email' END,"
        " n, 's' || n, 1, 'appointment', 1 + dice(%4), 1, 1 FROM numbers"_s.arg(
            QString::number(patients), language, moment(now), QString::number(feedback / 5)),
        feedback * 3 / 10);
    const bool isSqlite = database.dialect() == Dialect::Sqlite;
    database.execute(isSqlite ? u"INSERT OR REPLACE INTO sequences (name, value) VALUES ('feedback', ?)"_s
                              : u"SELECT setval('feedback_seq', ?)"_s,
        {feedback});
    database.executeScript(isSqlite ? u"ANALYZE;"_s : u"VACUUM ANALYZE;"_s);
}

enum Dimension { Period, Ward, LanguageOf, GenderOf, Age, Method, Status, ChannelOf, Patient, Dimensions };

StatisticsFilter filterOf(unsigned wanted, QRandomGenerator &random, const QDateTime &now, qint64 patients)
{
    const auto any
        = [&](const auto &table) { return table.rows[size_t(random.bounded(int(table.rows.size())))].value; };
    StatisticsFilter filter;
    if (wanted >> Period & 1) {
        filter.firstDay = now.date().addDays(-random.bounded(1, int(years) * 365));
        filter.lastDay = filter.firstDay->addDays(random.bounded(int(years) * 365));
    }
    if (wanted >> Ward & 1)
        filter.ward = random.bounded(3) == 0 ? u"Urgences"_s : u"Service %1"_s.arg(random.bounded(14));
    if (wanted >> LanguageOf & 1)
        filter.language = random.bounded(2) == 0 ? Language::French : any(languageTable);
    if (wanted >> GenderOf & 1)
        filter.gender = random.bounded(2) == 0 ? Gender::Female : any(genderTable);
    if (wanted >> Age & 1)
        filter.ageBand = any(ageBandTable);
    if (wanted >> Method & 1)
        filter.method = random.bounded(2) == 0 ? SubmissionMethod::Tablet : any(submissionMethodTable);
    if (wanted >> Status & 1)
        filter.status = random.bounded(2) == 0 ? ReminderStatus::Delivered : any(reminderStatusTable);
    if (wanted >> ChannelOf & 1)
        filter.channel = any(channelTable);
    if (wanted >> Patient & 1)
        filter.patientNumber = u"P%1"_s.arg(1 + random.bounded(int(patients)));
    return filter;
}

void print(const char *what, QList<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double share) { return milliseconds.at(qsizetype(share * double(milliseconds.size() - 1))); };
    std::printf("%-44s %8.1f %8.1f %8.1f ms   (%lld)\n", what, at(0.5), at(0.95), milliseconds.last(),
        static_cast<long long>(milliseconds.size()));
}

// As the API answers: the figures and their JSON.
void askFeedback(StatisticsService &service, const StatisticsFilter &filter)
{
    JsonWriter json;
    writeFeedbackStatistics(json, service.feedback(Session::system(), filter).value());
}

void askReminders(StatisticsService &service, const StatisticsFilter &filter)
{
    JsonWriter json;
    writeReminderStatistics(json, service.reminders(Session::system(), filter).value());
}

void askStatistics(StatisticsService &service, const StatisticsFilter &filter)
{
    JsonWriter json;
    writeStatistics(json, service.statistics(Session::system(), filter).value());
}

void measure(Dialect dialect, qint64 feedback, qint64 patients)
{
    std::printf("\n%s, %lld feedback, %lld patients\n", dialect == Dialect::Sqlite ? "SQLite" : "PostgreSQL",
        static_cast<long long>(feedback), static_cast<long long>(patients));
    TestDatabase store(dialect);
    FakeClock clock;
    fillAll(store.database(), clock.now(), feedback, patients);
    StatisticsService service(store.database(), clock, [] { return HospitalSettings(); });
    std::printf("%-44s %8.1f ms\n", "the first question of a program, /stats",
        millisecondsOf([&] { askStatistics(service, {}); }));
    std::printf("%-44s   median     95 %%      most\n", "");
    for (const auto &[name, ask] : {std::pair("unfiltered, /stats", &askStatistics),
             std::pair("unfiltered, /feedback", &askFeedback), std::pair("unfiltered, /reminders", &askReminders)}) {
        QList<double> times;
        for (int i = 0; i < 40; ++i)
            times += millisecondsOf([&, question = ask] { question(service, {}); });
        print(name, times);
    }
    for (const auto &[name, ask] :
        {std::pair("all combinations, /stats", &askStatistics), std::pair("all combinations, /feedback", &askFeedback),
            std::pair("all combinations, /reminders", &askReminders)}) {
        QRandomGenerator random(1);
        QList<double> times;
        for (unsigned wanted = 0; wanted < 1U << Dimensions; ++wanted) {
            const StatisticsFilter filter = filterOf(wanted, random, clock.now(), patients);
            times += millisecondsOf([&, question = ask] { question(service, filter); });
        }
        print(name, times);
    }
    DomainEvents events;
    FeedbackService desk(store.database(), store.cipher(), clock, events, testEngine());
    QList<double> writes;
    QList<double> questions;
    for (int i = 0; i < 200; ++i) {
        writes += millisecondsOf([&] {
            desk.submit(Session::system(), {.ward = u"Urgences"_s, .ratings = {.overallExperience = 3}}).value();
        });
        questions += millisecondsOf([&] { askFeedback(service, {}); });
    }
    print("a feedback is submitted", writes);
    print("/feedback after each of them", questions);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // a run takes minutes
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 feedback = arguments.value(1, u"1000000"_s).toLongLong();
    const qint64 patients = arguments.value(2, u"200000"_s).toLongLong();
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql})
        measure(dialect, feedback, patients);
    return 0;
}
