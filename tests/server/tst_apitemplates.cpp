#include "tests/support/apiclient.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// Templates and previews over HTTP, on both databases.
class ApiTemplatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void init();
    void cleanup();
    void listsWhatIsShipped();
    void changesAndRestores();
    void addsItsOwn();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void previews();
    void sendsNothing();

private:
    QJsonObject read(const QByteArray &target) { return m_api->get(Role::Viewer, target).json().toObject(); }
    std::unique_ptr<ApiClient> m_api;
};

void ApiTemplatesTest::init()
{
    QFETCH_GLOBAL(Dialect, dialect);
    m_api = std::make_unique<ApiClient>(dialect);
}

void ApiTemplatesTest::cleanup()
{
    QCOMPARE(m_api->breaches(), QStringList());
    m_api.reset();
}

void ApiTemplatesTest::listsWhatIsShipped()
{
    const ReceivedAnswer all = m_api->get(Role::Viewer, "/api/templates");
    QCOMPARE(all.status, 200);
    QCOMPARE(all.headers.value("x-total-count").toInt(), int(all.json().toArray().size()));
    QVERIFY(all.json().toArray().size() >= 30);
    const QJsonArray some
        = m_api->get(Role::Viewer, "/api/templates?language=english&limit=2&fields=id,language").json().toArray();
    QCOMPARE(some.size(), 2);
    QCOMPARE(some.at(0).toObject(), (QJsonObject{{u"id"_s, u"appointment.en"_s}, {u"language"_s, u"en"_s}}));
    QCOMPARE(read("/api/templates/appointment.ewo").value(u"is_written"_s), QJsonValue(false));
}

void ApiTemplatesTest::changesAndRestores()
{
    const QByteArray target = "/api/templates/results.fr";
    const ReceivedAnswer before = m_api->get(Role::Viewer, target);
    QJsonObject wording = before.json().toObject();
    QCOMPARE(wording.value(u"origin"_s).toString(), u"shipped"_s);
    wording.insert(u"text"_s, u"Venez, {name}."_s);
    wording.insert(u"language"_s, 7); // what is not changed here is not looked at either
    // What was read can be sent back as it is.
    const ReceivedAnswer after = m_api->send(Role::Manager, "PATCH", target, QJsonDocument(wording).toJson(),
        {{"Content-Type", "application/json"}, {"If-Match", before.headers.value("etag")}});
    QCOMPARE(after.status, 200);
    QCOMPARE(after.json().toObject().value(u"origin"_s).toString(), u"changed"_s);
    QCOMPARE(read(target), after.json().toObject());
    QVERIFY(after.headers.value("etag") != before.headers.value("etag"));
    QCOMPARE(m_api->send(Role::Manager, "DELETE", target, QJsonObject(), {{"If-Match", before.headers.value("etag")}})
                 .status,
        412);
    QCOMPARE(m_api->send(Role::Manager, "DELETE", target).status, 204);
    QCOMPARE(m_api->get(Role::Viewer, target).json(), before.json());
    QCOMPARE(m_api->send(Role::Manager, "DELETE", target).status, 409);
}

void ApiTemplatesTest::addsItsOwn()
{
    const QJsonObject draft{{u"name"_s, u"vaccination"_s}, {u"language"_s, u"french"_s}, {u"text"_s, u"{name}"_s},
        {u"purpose"_s, u"appointment"_s}};
    const ReceivedAnswer made = m_api->send(Role::Manager, "POST", "/api/templates", draft);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.headers.value("location"), "/api/templates/vaccination.fr"_ba);
    QCOMPARE(m_api->get(Role::Viewer, made.headers.value("location")).json(), made.json());
    QCOMPARE(m_api->send(Role::Manager, "POST", "/api/templates", draft).status, 409);
    QCOMPARE(m_api->send(Role::Reception, "POST", "/api/templates", draft).status, 403);
}

void ApiTemplatesTest::refusesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no such template") << "GET"_ba
                                      << "/api/templates/nothing.fr"_ba << QJsonObject() << 404;
    QTest::newRow("no such language") << "GET"_ba
                                      << "/api/templates/results.de"_ba << QJsonObject() << 404;
    QTest::newRow("no language") << "GET"_ba
                                 << "/api/templates/results"_ba << QJsonObject() << 404;
    QTest::newRow("a preview is not read") << "GET"_ba
                                           << "/api/templates/preview"_ba << QJsonObject() << 405;
    QTest::newRow("unknown placeholder") << "PATCH"_ba
                                         << "/api/templates/results.fr"_ba << QJsonObject{{u"text"_s, u"{x}"_s}} << 422;
    QTest::newRow("unknown member") << "PATCH"_ba
                                    << "/api/templates/results.fr"_ba << QJsonObject{{u"words"_s, u"x"_s}} << 422;
    QTest::newRow("no text") << "POST"_ba
                             << "/api/templates"_ba << QJsonObject{{u"name"_s, u"x"_s}, {u"language"_s, u"fr"_s}}
                             << 422;
    QTest::newRow("preview of nothing") << "POST"_ba
                                        << "/api/templates/preview"_ba << QJsonObject() << 422;
    QTest::newRow("preview of an unknown template")
        << "POST"_ba
        << "/api/templates/preview"_ba << QJsonObject{{u"template"_s, u"x"_s}} << 422;
}

void ApiTemplatesTest::refusesWhatIsWrong()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QJsonObject, body);
    const ReceivedAnswer answer = method == "GET"
        ? m_api->get(Role::Manager, target)
        : m_api->send(
            Role::Manager, method, target, QJsonDocument(body).toJson(), {{"Content-Type", "application/json"}});
    QTEST(answer.status, "status");
}

void ApiTemplatesTest::previews()
{
    const QJsonObject patient = m_api->newPatient({{u"name"_s, u"Awa Ngo"_s}});
    const QJsonObject preview
        = m_api
              ->send(Role::Reception, "POST", "/api/templates/preview",
                  QJsonObject{{u"text"_s, u"Hôpital : {name}, le {date}. VIH."_s}, {u"language"_s, u"fr"_s},
                      {u"patient_id"_s, patient.value(u"patient_id"_s)}})
              .json()
              .toObject();
    QCOMPARE(preview.value(u"text"_s).toString(), u"Hôpital : Awa Ngo, le {date}. VIH."_s);
    QCOMPARE(preview.value(u"plain_text"_s).toString(), u"Hopital : Awa Ngo, le {date}. VIH."_s);
    QCOMPARE(preview.value(u"missing"_s).toArray(), QJsonArray{u"{date}"_s});
    const QJsonObject sms = preview.value(u"sms"_s).toObject();
    QCOMPARE(sms.value(u"alphabet"_s).toString(), u"ucs2"_s);
    QCOMPARE(sms.value(u"segments"_s).toInt(), 1);
    QCOMPARE(sms.value(u"units"_s).toInt(), 34);
    QCOMPARE(sms.value(u"dear_characters"_s).toArray(), QJsonArray{u"ô"_s});
    QCOMPARE(preview.value(u"plain_sms"_s).toObject().value(u"alphabet"_s).toString(), u"gsm7"_s);
    const QJsonObject found = preview.value(u"sensitive"_s).toArray().at(0).toObject();
    QCOMPARE(found, (QJsonObject{{u"words"_s, u"VIH"_s}, {u"position"_s, 30}}));
    QCOMPARE(preview.value(u"cost"_s), QJsonValue(QJsonValue::Null));
}

void ApiTemplatesTest::sendsNothing()
{
    m_api->send(Role::Reception, "POST", "/api/templates/preview", QJsonObject{{u"template"_s, u"results"_s}});
    QCOMPARE(m_api->get(Role::Reception, "/api/reminders").json().toArray().size(), 0);
}

QTEST_GUILESS_MAIN(ApiTemplatesTest)
#include "tst_apitemplates.moc"
