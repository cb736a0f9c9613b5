#include "tests/support/apitest.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// The registry over HTTP, on both databases.
class ApiPatientsTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void registersAndReads();
    void growsOlderAtTheHospitalsMidnight();
    void answersByRowAndByNumber();
    void refusesBrokenDrafts_data();
    void refusesBrokenDrafts();
    void offersTheNewFormOfAnOldNumber();
    void refusesATakenNumber();
    void refusesAnAccountThatIsNotThere();
    void replacesEverything();
    void changesOnlyWhatIsNamed();
    void takesBackWhatItAnswered();
    void replacesAnExactBirthByALessExactOne();
    void mergesConsent();
    void findsByWordsNumberAndTelephone();
    void filtersAndSorts();
    void deletesWithoutHistoryAndArchivesWith();
    void tellsTheTimeLine();

private:
    QByteArray path(const QJsonObject &patient) const
    {
        return "/api/patients/" + QByteArray::number(patient.value(u"id"_s).toInteger());
    }
    QStringList numbersOf(const QByteArray &query)
    {
        QStringList numbers;
        for (const QJsonValue &item : m_api->get(Role::Viewer, "/api/patients?" + query).json().toArray())
            numbers += item.toObject().value(u"patient_id"_s).toString();
        return numbers;
    }
};

void ApiPatientsTest::registersAndReads()
{
    const QJsonObject draft{{u"patient_id"_s, u"P000777"_s}, {u"name"_s, u"Ewané Ɓekale"_s},
        {u"email"_s, u"ewane@example.org"_s}, {u"phone_number"_s, u"6 70 00 01 23"_s},
        {u"birth_date"_s, u"1984-03-13"_s}, {u"gender"_s, u"F"_s}, {u"condition"_s, u"Asthme"_s},
        {u"preferred_language"_s, u"douala"_s}, {u"ward"_s, u"Pneumologie"_s},
        {u"registration_date"_s, u"2026-03-01T09:00:00+01:00"_s},
        {u"consent"_s, QJsonObject{{u"sms"_s, QJsonObject{{u"appointment"_s, u"granted"_s}}}}},
        {u"phone_is_shared"_s, true}};
    const ReceivedAnswer created = m_api->send(Role::Reception, "POST", "/api/patients", draft);
    QCOMPARE(created.status, 201);
    const ReceivedAnswer read = m_api->get(Role::Viewer, created.headers.value("location"));
    QCOMPARE(read.body, created.body);
    QCOMPARE(read.headers.value("etag"), created.headers.value("etag"));
    const QJsonObject patient = read.json().toObject();
    QCOMPARE(patient.value(u"patient_id"_s).toString(), u"P000777"_s);
    QCOMPARE(patient.value(u"name"_s).toString(), u"Ewané Ɓekale"_s);
    QCOMPARE(patient.value(u"phone_number"_s).toString(), u"+237670000123"_s);
    QCOMPARE(patient.value(u"age"_s).toInt(), 41); // the day before the birthday
    QCOMPARE(patient.value(u"gender"_s).toString(), u"female"_s);
    QCOMPARE(patient.value(u"preferred_language"_s).toString(), u"dua"_s);
    QCOMPARE(patient.value(u"registration_date"_s).toString(), u"2026-03-01T08:00:00Z"_s);
    QCOMPARE(patient.value(u"consent"_s), draft.value(u"consent"_s));
    QCOMPARE(patient.value(u"phone_is_shared"_s).toBool(), true);
}

void ApiPatientsTest::growsOlderAtTheHospitalsMidnight()
{
    const QJsonObject patient = m_api->newPatient({{u"birth_date"_s, u"1984-03-20"_s}});
    const auto age = [&] { return m_api->get(Role::Viewer, path(patient)).json().toObject().value(u"age"_s).toInt(); };
    const QDateTime midnight({2026, 3, 19}, {23, 0}, Qt::UTC); // in Douala
    m_api->clock().set(midnight.addSecs(-1));
    QCOMPARE(age(), 41);
    m_api->clock().set(midnight);
    QCOMPARE(age(), 42);
    const QJsonArray list = m_api->get(Role::Viewer, "/api/patients").json().toArray();
    QCOMPARE(list.first().toObject().value(u"age"_s).toInt(), 42);
}

void ApiPatientsTest::answersByRowAndByNumber()
{
    const QJsonObject patient = m_api->newPatient();
    const QByteArray number = patient.value(u"patient_id"_s).toString().toLatin1();
    QCOMPARE(m_api->get(Role::Viewer, "/api/patients/" + number).json().toObject(), patient);
    QCOMPARE(m_api->get(Role::Viewer, "/api/patients/P999999").status, 404);
    QCOMPARE(m_api->get(Role::Viewer, "/api/patients/999999").status, 404);
    QCOMPARE(m_api->get(Role::Viewer, "/api/patients/0").status, 404);
    QCOMPARE(m_api->get(Role::Viewer, "/api/patients/99999999999999999999").status, 404);
    QCOMPARE(m_api->get(Role::Viewer, "/api/patients/'%20OR%201=1").status, 404);
}

void ApiPatientsTest::refusesBrokenDrafts_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("name missing") << u"name"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("name blank") << u"name"_s << QJsonValue(u"   "_s);
    QTest::newRow("name too long") << u"name"_s << QJsonValue(QString(201, u'a'));
    QTest::newRow("name a number") << u"name"_s << QJsonValue(7);
    QTest::newRow("name with a zero") << u"name"_s << QJsonValue(QString(u"a"_s + QChar(0) + u'b'));
    QTest::newRow("email") << u"email"_s << QJsonValue(u"no email"_s);
    QTest::newRow("phone") << u"phone_number"_s << QJsonValue(u"12"_s);
    QTest::newRow("born next week") << u"birth_date"_s << QJsonValue(u"2026-03-19"_s);
    QTest::newRow("no day") << u"birth_date"_s << QJsonValue(u"1984-02-30"_s);
    QTest::newRow("birth year") << u"birth_year"_s << QJsonValue(1500);
    QTest::newRow("age") << u"age"_s << QJsonValue(200);
    QTest::newRow("age not whole") << u"age"_s << QJsonValue(3.5);
    QTest::newRow("gender") << u"gender"_s << QJsonValue(u"helicopter"_s);
    QTest::newRow("language") << u"preferred_language"_s << QJsonValue(u"klingon"_s);
    QTest::newRow("archived a text") << u"archived"_s << QJsonValue(u"true"_s);
    QTest::newRow("consent unknown channel")
        << u"consent"_s << QJsonValue(QJsonObject{{u"pigeon"_s, QJsonObject{{u"survey"_s, u"granted"_s}}}});
    QTest::newRow("consent unknown state")
        << u"consent"_s << QJsonValue(QJsonObject{{u"sms"_s, QJsonObject{{u"survey"_s, u"perhaps"_s}}}});
    QTest::newRow("registered tomorrow") << u"registration_date"_s << QJsonValue(u"2026-03-14T00:00:00Z"_s);
    QTest::newRow("number with letters of no alphabet") << u"patient_id"_s << QJsonValue(u"P<1>"_s);
}

void ApiPatientsTest::refusesBrokenDrafts()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject draft{{u"name"_s, u"Ewané"_s}};
    draft.insert(field, value);
    const ReceivedAnswer answer = m_api->send(Role::Reception, "POST", "/api/patients", draft);
    QCOMPARE(answer.status, 422);
    QCOMPARE(
        answer.json().toObject().value(u"errors"_s).toArray().first().toObject().value(u"field"_s).toString(), field);
}

void ApiPatientsTest::offersTheNewFormOfAnOldNumber()
{
    const QJsonObject draft{{u"name"_s, u"Ewané"_s}, {u"phone_number"_s, u"70 00 01 23"_s}};
    const ReceivedAnswer answer = m_api->send(Role::Reception, "POST", "/api/patients", draft);
    QCOMPARE(answer.status, 422);
    const QJsonObject error = answer.json().toObject().value(u"errors"_s).toArray().first().toObject();
    QCOMPARE(error.value(u"key"_s).toString(), u"oldNumber"_s);
    QCOMPARE(error.value(u"parameters"_s).toObject().value(u"suggestion"_s).toString(), u"+237670000123"_s);
}

void ApiPatientsTest::refusesATakenNumber()
{
    QCOMPARE(m_api->newPatient({{u"patient_id"_s, u"P000001"_s}}).value(u"patient_id"_s).toString(), u"P000001"_s);
    const QJsonObject draft{{u"name"_s, u"Ewané"_s}, {u"patient_id"_s, u"P000001"_s}};
    QCOMPARE(m_api->send(Role::Reception, "POST", "/api/patients", draft).status, 409);
    QVERIFY(m_api->newPatient().value(u"patient_id"_s).toString() != u"P000001"_s);
}

void ApiPatientsTest::refusesAnAccountThatIsNotThere()
{
    const QJsonObject draft{{u"name"_s, u"Ewané"_s}, {u"user_id"_s, 999999}};
    QCOMPARE(m_api->send(Role::Reception, "POST", "/api/patients", draft).status, 409);
}

void ApiPatientsTest::replacesEverything()
{
    const QJsonObject patient = m_api->newPatient();
    const ReceivedAnswer answer
        = m_api->send(Role::Reception, "PUT", path(patient), QJsonObject{{u"name"_s, u"Ndumbe"_s}});
    QCOMPARE(answer.status, 200);
    const QJsonObject replaced = answer.json().toObject();
    QCOMPARE(replaced.value(u"name"_s).toString(), u"Ndumbe"_s);
    QVERIFY(replaced.value(u"phone_number"_s).isNull());
    QVERIFY(replaced.value(u"ward"_s).isNull());
    QCOMPARE(replaced.value(u"patient_id"_s), patient.value(u"patient_id"_s));
    QCOMPARE(replaced.value(u"registration_date"_s), patient.value(u"registration_date"_s));
    QCOMPARE(m_api->send(Role::Reception, "PUT", path(patient), QJsonObject{{u"ward"_s, u"X"_s}}).status, 422);
}

void ApiPatientsTest::changesOnlyWhatIsNamed()
{
    const QJsonObject patient = m_api->newPatient();
    const QJsonObject change{{u"ward"_s, u"Chirurgie"_s}, {u"phone_number"_s, QJsonValue::Null}};
    QJsonObject expected = patient;
    expected.insert(u"ward"_s, u"Chirurgie"_s);
    expected.insert(u"phone_number"_s, QJsonValue::Null);
    const ReceivedAnswer answer = m_api->send(Role::Reception, "PATCH", path(patient), change);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().toObject(), expected);
    QCOMPARE(
        m_api->send(Role::Reception, "PATCH", path(patient), QJsonObject{{u"name"_s, QJsonValue::Null}}).status, 422);
}

void ApiPatientsTest::takesBackWhatItAnswered()
{
    const QJsonObject patient = m_api->newPatient();
    const ReceivedAnswer answer = m_api->send(Role::Reception, "PUT", path(patient), patient);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().toObject(), patient);
}

void ApiPatientsTest::replacesAnExactBirthByALessExactOne()
{
    const QJsonObject patient = m_api->newPatient();
    const QJsonObject older
        = m_api->send(Role::Reception, "PATCH", path(patient), QJsonObject{{u"age"_s, 50}}).json().toObject();
    QVERIFY(older.value(u"birth_date"_s).isNull());
    QCOMPARE(older.value(u"age"_s).toInt(), 50);
    QCOMPARE(older.value(u"birth_year_estimated"_s).toBool(), true);
    const QJsonObject year
        = m_api->send(Role::Reception, "PATCH", path(patient), QJsonObject{{u"birth_year"_s, 1970}}).json().toObject();
    QCOMPARE(year.value(u"birth_year"_s).toInt(), 1970);
    QCOMPARE(year.value(u"birth_year_estimated"_s).toBool(), false);
}

void ApiPatientsTest::mergesConsent()
{
    const auto consent = [](const QString &purpose, const QJsonValue &state) {
        return QJsonObject{{u"consent"_s, QJsonObject{{u"sms"_s, QJsonObject{{purpose, state}}}}}};
    };
    const QJsonObject patient = m_api->newPatient(consent(u"survey"_s, u"refused"_s));
    m_api->send(Role::Reception, "PATCH", path(patient), consent(u"appointment"_s, u"granted"_s));
    const QJsonObject both = m_api->get(Role::Viewer, path(patient)).json().toObject().value(u"consent"_s).toObject();
    QCOMPARE(
        both.value(u"sms"_s).toObject(), (QJsonObject{{u"survey"_s, u"refused"_s}, {u"appointment"_s, u"granted"_s}}));
    m_api->send(Role::Reception, "PATCH", path(patient), consent(u"survey"_s, QJsonValue::Null));
    const QJsonObject one = m_api->get(Role::Viewer, path(patient)).json().toObject().value(u"consent"_s).toObject();
    QCOMPARE(one.value(u"sms"_s).toObject(), (QJsonObject{{u"appointment"_s, u"granted"_s}}));
}

void ApiPatientsTest::findsByWordsNumberAndTelephone()
{
    const QString ewane = m_api->newPatient({{u"name"_s, u"Éwané Ŋgɔ"_s}, {u"phone_number"_s, u"+237670000001"_s}})
                              .value(u"patient_id"_s)
                              .toString();
    const QString other = m_api->newPatient({{u"name"_s, u"Manga Paul"_s}, {u"phone_number"_s, u"+237670000002"_s}})
                              .value(u"patient_id"_s)
                              .toString();
    QCOMPARE(numbersOf("q=ngo+ewa"), QStringList{ewane});
    QCOMPARE(numbersOf("q=" + QUrl::toPercentEncoding(u"ÉWANÉ"_s)), QStringList{ewane});
    QCOMPARE(numbersOf("q=" + other.toLatin1()), QStringList{other});
    QCOMPARE(numbersOf("q=%2B237670000002"), QStringList{other});
    QCOMPARE(numbersOf("q=nobody"), QStringList{});
}

void ApiPatientsTest::filtersAndSorts()
{
    m_api->newPatient({{u"patient_id"_s, u"A1"_s}, {u"ward"_s, u"Nord"_s}, {u"name"_s, u"Zoa Marie"_s}});
    m_api->clock().advance(std::chrono::minutes(1));
    m_api->newPatient({{u"patient_id"_s, u"A2"_s}, {u"ward"_s, u"Nord"_s}, {u"name"_s, u"Abena Marie"_s}});
    m_api->clock().advance(std::chrono::minutes(1));
    m_api->newPatient({{u"patient_id"_s, u"A3"_s}, {u"preferred_language"_s, u"en"_s}, {u"archived"_s, true}});
    QCOMPARE(numbersOf("ward=Nord"), (QStringList{u"A2"_s, u"A1"_s}));
    QCOMPARE(numbersOf("ward=Nord&sort=registration&order=asc"), (QStringList{u"A1"_s, u"A2"_s}));
    QCOMPARE(numbersOf("sort=number&order=desc"), (QStringList{u"A2"_s, u"A1"_s}));
    QCOMPARE(numbersOf("q=marie&sort=name"), (QStringList{u"A2"_s, u"A1"_s}));
    QCOMPARE(numbersOf("archived=true"), QStringList{u"A3"_s});
    QCOMPARE(numbersOf("archived=all&language=english"), QStringList{u"A3"_s});
    QCOMPARE(numbersOf("active_since=2026-03-12T09:42:30Z"), QStringList{u"A2"_s});
}

void ApiPatientsTest::deletesWithoutHistoryAndArchivesWith()
{
    const QJsonObject plain = m_api->newPatient();
    const ReceivedAnswer deleted = m_api->send(Role::Admin, "DELETE", path(plain));
    QCOMPARE(deleted.status, 200);
    QCOMPARE(deleted.json().toObject().value(u"result"_s).toString(), u"deleted"_s);
    QCOMPARE(m_api->get(Role::Viewer, path(plain)).status, 404);
    QCOMPARE(m_api->send(Role::Admin, "DELETE", path(plain)).status, 404);

    const QJsonObject known = m_api->newPatient();
    m_api->newFeedback({{u"patient_id"_s, known.value(u"patient_id"_s)}});
    const QJsonObject archived = m_api->send(Role::Admin, "DELETE", path(known)).json().toObject();
    QCOMPARE(archived.value(u"result"_s).toString(), u"archived"_s);
    QCOMPARE(archived.value(u"patient"_s).toObject().value(u"archived"_s).toBool(), true);
    QCOMPARE(m_api->get(Role::Viewer, path(known)).status, 200);
}

void ApiPatientsTest::tellsTheTimeLine()
{
    const QJsonObject patient = m_api->newPatient();
    m_api->clock().advance(std::chrono::minutes(1));
    m_api->newFeedback({{u"patient_id"_s, patient.value(u"patient_id"_s)}});
    m_api->newReminder({{u"patient_id"_s, patient.value(u"patient_id"_s)}});
    m_api->send(Role::Admin, "PATCH", path(patient), QJsonObject{{u"ward"_s, u"Chirurgie"_s}});
    const ReceivedAnswer history = m_api->get(Role::Viewer, path(patient) + "/history");
    QCOMPARE(history.status, 200);
    QMap<QString, int> types;
    for (const QJsonValue &item : history.json().toArray())
        ++types[item.toObject().value(u"type"_s).toString()];
    QCOMPARE(types.value(u"feedback"_s), 1);
    QCOMPARE(types.value(u"reminder"_s), 1);
    QVERIFY(types.value(u"edit"_s) >= 1);
    QCOMPARE(m_api->get(Role::Viewer, "/api/patients/999999/history").status, 404);
}

QTEST_GUILESS_MAIN(ApiPatientsTest)
#include "tst_apipatients.moc"
