#include "tests/support/apiclient.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// Statistics over HTTP, on both databases.
class ApiDashboardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void initTestCase();
    void cleanupTestCase();
    void countsAndAverages();
    void countsWhatTheFilterLetsThrough_data();
    void countsWhatTheFilterLetsThrough();
    void hasNoMeanWithoutAnswers();
    void tellsWhatPatientsSayByGroup();
    void tellsWhatBecameOfReminders();
    void theLastDayIsTheHospitals();
    void isForAdministratorsAndManagers_data();
    void isForAdministratorsAndManagers();
    void refusesWhatIsNoFilter();

private:
    QJsonObject statistics(const QByteArray &query)
    {
        return m_api->get(Role::Manager, "/api/dashboard/stats?" + query).json().toObject();
    }
    void fill();
    std::unique_ptr<ApiClient> m_api;
    Dialect m_filled = Dialect::Sqlite;
};

void ApiDashboardTest::initTestCase() { }

void ApiDashboardTest::cleanupTestCase()
{
    m_api.reset();
}

void ApiDashboardTest::fill()
{
    QFETCH_GLOBAL(Dialect, dialect);
    if (m_api && m_filled == dialect)
        return;
    m_filled = dialect;
    m_api = std::make_unique<ApiClient>(dialect);
    const QJsonObject patient = m_api->newPatient();
    const auto feedback
        = [&](int overall, int recommendation, const QString &ward, const QString &language, const QString &day) {
              m_api->newFeedback({{u"patient_id"_s, patient.value(u"patient_id"_s)}, {u"overall_experience"_s, overall},
                  {u"recommendation_likelihood"_s, recommendation}, {u"ward"_s, ward}, {u"language"_s, language},
                  {u"feedback_date"_s, QString(day + u"T12:00:00Z"_s)}});
          };
    feedback(5, 10, u"Nord \"A\""_s, u"fr"_s, u"2026-03-01"_s);
    feedback(4, 9, u"Nord \"A\""_s, u"en"_s, u"2026-03-02"_s);
    feedback(1, 0, u"Sud"_s, u"fr"_s, u"2026-03-03"_s);
    feedback(2, 7, u"Sud"_s, u"dua"_s, u"2026-03-04"_s);
    m_api->newFeedback({{u"patient_id"_s, u"nobody"_s}, {u"overall_experience"_s, QJsonValue::Null},
        {u"recommendation_likelihood"_s, QJsonValue::Null}, {u"feedback_date"_s, u"2026-03-05T12:00:00Z"_s}});
    m_api->newReminder({{u"patient_id"_s, patient.value(u"patient_id"_s)}});
    QCOMPARE(m_api->breaches(), QStringList());
}

void ApiDashboardTest::countsAndAverages()
{
    fill();
    const QJsonObject all = statistics("");
    QCOMPARE(all.value(u"patients"_s).toInt(), 1);
    QCOMPARE(all.value(u"feedback"_s).toInt(), 5);
    QCOMPARE(all.value(u"feedback_not_matched"_s).toInt(), 1);
    const QJsonObject overall = all.value(u"ratings"_s).toObject().value(u"overall_experience"_s).toObject();
    QCOMPARE(overall.value(u"n"_s).toInt(), 4);
    QCOMPARE(overall.value(u"mean"_s).toDouble(), 3.0);
    const QJsonObject recommendation = all.value(u"recommendation"_s).toObject();
    QCOMPARE(recommendation.value(u"answers"_s).toInt(), 4);
    QCOMPARE(recommendation.value(u"promoters"_s).toInt(), 2);
    QCOMPARE(recommendation.value(u"detractors"_s).toInt(), 1);
    QCOMPARE(recommendation.value(u"net_promoter_score"_s).toDouble(), 25.0);
    QCOMPARE(all.value(u"feedback_by_ward"_s).toObject().value(u"Nord \"A\""_s).toInt(), 2);
    QCOMPARE(all.value(u"reminders_by_status"_s).toObject().value(u"pending"_s).toInt(), 1);
    QCOMPARE(m_api->breaches(), QStringList());
}

void ApiDashboardTest::countsWhatTheFilterLetsThrough_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("feedback");
    QTest::newRow("from a day") << "from=2026-03-02"_ba << 4;
    QTest::newRow("to a day, inclusive") << "to=2026-03-02"_ba << 2;
    QTest::newRow("one day") << "from=2026-03-03&to=2026-03-03"_ba << 1;
    QTest::newRow("before a time") << "to=2026-03-02T12:00:00Z"_ba << 1;
    QTest::newRow("ward") << "ward=Sud"_ba << 2;
    QTest::newRow("ward with quotes") << "ward=Nord+%22A%22"_ba << 2;
    QTest::newRow("language by name") << "language=douala"_ba << 1;
    QTest::newRow("all together") << "from=2026-03-01&to=2026-03-04&ward=Sud&language=fr"_ba << 1;
    QTest::newRow("a patient that nobody is") << "patient_id=P999999"_ba << 0;
    QTest::newRow("reminders in a state, which leaves feedback alone") << "ward=Sud&status=sent"_ba << 2;
    QTest::newRow("method") << "method=tablet"_ba << 5;
    QTest::newRow("another method") << "method=sms"_ba << 0;
    QTest::newRow("gender") << "gender=other"_ba << 0;
    QTest::newRow("age") << "age_band=65_or_more"_ba << 0;
    QTest::newRow("reminders on a channel, which leaves feedback alone") << "channel=ivr"_ba << 5;
    QTest::newRow("nothing") << "ward=Nowhere"_ba << 0;
}

void ApiDashboardTest::countsWhatTheFilterLetsThrough()
{
    fill();
    QFETCH(QByteArray, query);
    QFETCH(int, feedback);
    QCOMPARE(statistics(query).value(u"feedback"_s).toInt(-1), feedback);
    QCOMPARE(m_api->breaches(), QStringList());
}

void ApiDashboardTest::hasNoMeanWithoutAnswers()
{
    fill();
    const QJsonObject none = statistics("ward=Nowhere");
    QVERIFY(none.value(u"ratings"_s).toObject().value(u"overall_experience"_s).toObject().value(u"mean"_s).isNull());
    QVERIFY(none.value(u"recommendation"_s).toObject().value(u"net_promoter_score"_s).isNull());
}

void ApiDashboardTest::tellsWhatPatientsSayByGroup()
{
    fill();
    const QJsonObject answer = m_api->get(Role::Admin, "/api/dashboard/feedback?language=fr").json().toObject();
    QCOMPARE(answer.value(u"all"_s).toObject().value(u"responses"_s).toInt(), 3);
    QCOMPARE(answer.value(u"smallest_group"_s).toInt(), 5);
    QVERIFY(answer.value(u"responses_per_visit"_s).isNull());
    const QJsonArray wards = answer.value(u"by_ward"_s).toArray();
    QCOMPARE(wards.size(), 3);
    QCOMPARE(wards.at(0).toObject().value(u"key"_s).toString(), u"Maternité"_s);
    const QJsonObject south = wards.at(2).toObject();
    QCOMPARE(south.value(u"key"_s).toString(), u"Sud"_s);
    QCOMPARE(south.value(u"comments_hidden"_s), QJsonValue(true));
    const QJsonObject overall = south.value(u"ratings"_s).toObject().value(u"overall_experience"_s).toObject();
    QCOMPARE(overall.value(u"n"_s).toInt(), 1);
    QCOMPARE(overall.value(u"indicative"_s), QJsonValue(true));
    QCOMPARE(overall.value(u"counts"_s).toArray(), (QJsonArray{1, 0, 0, 0, 0}));
    const QJsonObject negative = overall.value(u"negative"_s).toObject();
    QCOMPARE(negative.value(u"share"_s).toDouble(), 1.0);
    QVERIFY(std::abs(negative.value(u"low"_s).toDouble() - 0.2065) < 0.0001); // 1 of 1 by Wilson: 1 / (1 + z^2)
    QCOMPARE(south.value(u"compared_to_others"_s).toObject().value(u"overall_experience"_s).toString(), u"overlaps"_s);
    const QJsonArray weeks = answer.value(u"by_week"_s).toArray();
    QCOMPARE(weeks.size(), 2);
    QCOMPARE(weeks.at(0).toObject().value(u"key"_s).toString(), u"2026-02-23"_s); // 1 March is a Sunday
    QCOMPARE(answer.value(u"by_language"_s).toArray().size(), 1);
    QCOMPARE(m_api->breaches(), QStringList());
}

void ApiDashboardTest::tellsWhatBecameOfReminders()
{
    fill();
    const QJsonObject answer = m_api->get(Role::Manager, "/api/dashboard/reminders").json().toObject();
    QCOMPARE(answer.value(u"all"_s).toObject().value(u"reminders"_s).toInt(), 1);
    QVERIFY(answer.value(u"all"_s).toObject().value(u"delivered"_s).toObject().value(u"share"_s).isNull());
    QCOMPARE(answer.value(u"by_channel"_s).toArray().at(0).toObject().value(u"key"_s).toString(), u"sms"_s);
    const auto reminders = [&](const QByteArray &query) {
        return m_api->get(Role::Manager, "/api/dashboard/reminders?" + query)
            .json()
            .toObject()
            .value(u"all"_s)
            .toObject()
            .value(u"reminders"_s)
            .toInt(-1);
    };
    QCOMPARE(reminders("channel=sms&status=pending"), 1);
    QCOMPARE(reminders("channel=email"), 0);
    QCOMPARE(reminders("status=sent"), 0);
    QCOMPARE(m_api->breaches(), QStringList());
}

// A day ends at 23:00 UTC in Douala.
void ApiDashboardTest::theLastDayIsTheHospitals()
{
    fill();
    for (const QString &time : {u"2026-03-09T22:59:59Z"_s, u"2026-03-09T23:00:00Z"_s})
        m_api->newFeedback({{u"feedback_date"_s, time}, {u"ward"_s, u"Soir"_s}});
    QCOMPARE(statistics("from=2026-03-09&to=2026-03-09&ward=Soir").value(u"feedback"_s).toInt(), 1);
    QCOMPARE(statistics("from=2026-03-10&to=2026-03-10&ward=Soir").value(u"feedback"_s).toInt(), 1);
    QCOMPARE(statistics("from=2026-03-09&to=2026-03-10&ward=Soir").value(u"feedback"_s).toInt(), 2);
    m_api.reset(); // the other tests count what fill() made
}

void ApiDashboardTest::isForAdministratorsAndManagers_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"stats", "feedback", "reminders"})
        QTest::newRow(path) << QByteArray("/api/dashboard/") + path;
}

void ApiDashboardTest::isForAdministratorsAndManagers()
{
    fill();
    QFETCH(QByteArray, path);
    for (const Role role : {Role::Admin, Role::Manager})
        QCOMPARE(m_api->get(role, path).status, 200);
    for (const Role role : {Role::Reception, Role::Viewer})
        QCOMPARE(m_api->get(role, path).status, 403);
    QCOMPARE(m_api->send(std::nullopt, "GET", path).status, 401);
    QCOMPARE(m_api->breaches(), QStringList());
}

void ApiDashboardTest::refusesWhatIsNoFilter()
{
    fill();
    for (const QByteArray query : {"age_band=old", "gender=F", "method=letter", "channel=fax", "from=yesterday",
             "to=2026-02-30", "status=done", "wards=Sud"})
        QCOMPARE(m_api->get(Role::Manager, "/api/dashboard/feedback?" + query).status, 400);
    QCOMPARE(m_api->breaches(), QStringList());
}

QTEST_GUILESS_MAIN(ApiDashboardTest)
#include "tst_apidashboard.moc"
