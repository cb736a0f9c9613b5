#include "app/services/patientservice.h"
#include "server/api.h"
#include "tests/support/apiclient.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// What the router does for every operation, seen on a few of them.
class ApiProtocolTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_api = std::make_unique<ApiClient>(Dialect::Sqlite, QStringList{u"https://desk.example"_s});
    }
    void cleanupTestCase()
    {
        QCOMPARE(m_api->breaches(), QStringList());
        m_api.reset();
    }

    void answersUnknownPathsWithAProblem();
    void namesTheAllowedMethods_data();
    void namesTheAllowedMethods();
    void answersOptions();
    void answersHeadLikeGetWithoutBody();
    void answersNotModifiedWhileNothingChanged();
    void tellsPackedAndPlainAnswersApart();
    void packsOnlyWhatIsWorthIt();
    void refusesAnEditOfWhatSomeoneElseChanged();
    void takesAnyVersionForAStar();
    void refusesAWeakTag();
    void refusesBrokenBodies_data();
    void refusesBrokenBodies();
    void refusesTooLargeBodies();
    void refusesUnknownMembers();
    void allowsNamedOriginsOnly();
    void forbidsSniffingAndCaching();
    void keepsOneResourceBelowOneKilobyte();
    void servesTheApiPageFromItself();
    void saysWhetherItIsHealthy();

private:
    QJsonObject patient() { return m_api->newPatient(); }
    QByteArray path(const QJsonObject &patient) const
    {
        return "/api/patients/" + QByteArray::number(patient.value(u"id"_s).toInteger());
    }

    std::unique_ptr<ApiClient> m_api;
};

void ApiProtocolTest::answersUnknownPathsWithAProblem()
{
    for (const QByteArray &path :
        {"/nothing"_ba, "/api/patients/"_ba, "/api/patients/1/nothing"_ba, "/api/patients/%ff"_ba, "/docs/secret"_ba}) {
        const ReceivedAnswer answer = m_api->get(Role::Admin, path);
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/problem+json"));
        QCOMPARE(answer.json().toObject().value(u"code"_s).toString(), u"notFound"_s);
    }
}

void ApiProtocolTest::namesTheAllowedMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("allowed");
    QTest::newRow("delete a list") << "DELETE"_ba
                                   << "/api/patients"_ba
                                   << "GET, HEAD, POST, OPTIONS"_ba;
    QTest::newRow("post to one") << "POST"_ba
                                 << "/api/patients/1"_ba
                                 << "GET, HEAD, PUT, PATCH, DELETE, OPTIONS"_ba;
    QTest::newRow("trace") << "TRACE"_ba
                           << "/api/patients"_ba
                           << "GET, HEAD, POST, OPTIONS"_ba;
    QTest::newRow("get what is done") << "GET"_ba
                                      << "/api/auth/login"_ba
                                      << "POST, OPTIONS"_ba;
    QTest::newRow("put health") << "PUT"_ba
                                << "/health"_ba
                                << "GET, HEAD, OPTIONS"_ba;
}

void ApiProtocolTest::namesTheAllowedMethods()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, allowed);
    const ReceivedAnswer answer = m_api->send(std::nullopt, method, path);
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.headers.value("allow"), allowed);
}

void ApiProtocolTest::answersOptions()
{
    const ReceivedAnswer answer = m_api->send(std::nullopt, "OPTIONS", "/api/reminders/7");
    QCOMPARE(answer.status, 204);
    QCOMPARE(answer.headers.value("allow"), QByteArray("GET, HEAD, PUT, PATCH, DELETE, OPTIONS"));
}

void ApiProtocolTest::answersHeadLikeGetWithoutBody()
{
    const QByteArray target = path(patient());
    const ReceivedAnswer get = m_api->get(Role::Viewer, target);
    const ReceivedAnswer head = m_api->send(Role::Viewer, "HEAD", target);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.body, QByteArray());
    QCOMPARE(head.headers.value("content-length"), get.headers.value("content-length"));
    QCOMPARE(head.headers.value("etag"), get.headers.value("etag"));
    QCOMPARE(m_api->send(std::nullopt, "HEAD", target).status, 401);
}

void ApiProtocolTest::answersNotModifiedWhileNothingChanged()
{
    const QByteArray target = path(patient());
    const QByteArray tag = m_api->get(Role::Viewer, target).headers.value("etag");
    QVERIFY(tag.startsWith('"'));
    const ReceivedAnswer same = m_api->get(Role::Viewer, target, {{"If-None-Match", "\"x\", W/" + tag}});
    QCOMPARE(same.status, 304);
    QCOMPARE(same.headers.value("etag"), tag);
    QCOMPARE(m_api->send(Role::Admin, "PATCH", target, QJsonObject{{u"ward"_s, u"Chirurgie"_s}}).status, 200);
    const ReceivedAnswer changed = m_api->get(Role::Viewer, target, {{"If-None-Match", tag}});
    QCOMPARE(changed.status, 200);
    QVERIFY(changed.headers.value("etag") != tag);

    const QByteArray listTag = m_api->get(Role::Viewer, "/api/patients").headers.value("etag");
    QCOMPARE(m_api->get(Role::Viewer, "/api/patients", {{"If-None-Match", listTag}}).status, 304);
    patient();
    QCOMPARE(m_api->get(Role::Viewer, "/api/patients", {{"If-None-Match", listTag}}).status, 200);
}

void ApiProtocolTest::tellsPackedAndPlainAnswersApart()
{
    for (int i = 0; i < 5; ++i)
        patient();
    const ReceivedAnswer plain = m_api->get(Role::Viewer, "/api/patients");
    const ReceivedAnswer packed = m_api->get(Role::Viewer, "/api/patients", {{"Accept-Encoding", "br, gzip;q=0.5"}});
    QCOMPARE(packed.headers.value("content-encoding"), QByteArray("gzip"));
    QVERIFY(plain.headers.value("content-encoding").isEmpty());
    QCOMPARE(packed.body, plain.body);
    QVERIFY(packed.headers.value("content-length").toInt() < plain.headers.value("content-length").toInt() / 2);
    QVERIFY(packed.headers.value("etag") != plain.headers.value("etag"));
    QVERIFY(plain.headers.value("vary").contains("Accept-Encoding"));
    QCOMPARE(m_api->get(Role::Viewer, "/api/patients", {{"If-None-Match", packed.headers.value("etag")}}).status, 304);
    // What a cache learns from a 304 is what the 200 would have said (RFC 9110, 15.4.5).
    const QByteArray tag = packed.headers.value("etag");
    const ReceivedAnswer same
        = m_api->get(Role::Viewer, "/api/patients", {{"Accept-Encoding", "gzip"}, {"If-None-Match", tag}});
    QCOMPARE(same.status, 304);
    QCOMPARE(same.headers.value("etag"), tag);
    for (const QByteArray &varying : {"Accept-Encoding"_ba, "Origin"_ba})
        QVERIFY(same.headers.value("vary").contains(varying) && packed.headers.value("vary").contains(varying));
    QVERIFY(!same.headers.contains("content-encoding"));
}

void ApiProtocolTest::packsOnlyWhatIsWorthIt()
{
    const QByteArray target = path(patient());
    QVERIFY(
        m_api->get(Role::Viewer, target, {{"Accept-Encoding", "gzip"}}).headers.value("content-encoding").isEmpty());
    const ReceivedAnswer refused = m_api->get(Role::Viewer, "/api/patients", {{"Accept-Encoding", "gzip;q=0"}});
    QVERIFY(refused.headers.value("content-encoding").isEmpty());
}

void ApiProtocolTest::refusesAnEditOfWhatSomeoneElseChanged()
{
    const QByteArray target = path(patient());
    const QByteArray tag = m_api->get(Role::Admin, target).headers.value("etag");
    const QJsonObject change{{u"ward"_s, u"Pédiatrie"_s}};
    const ReceivedAnswer first = m_api->send(Role::Admin, "PATCH", target, change, {{"If-Match", tag}});
    QCOMPARE(first.status, 200);
    QVERIFY(first.headers.value("etag") != tag);
    QCOMPARE(m_api->send(Role::Admin, "PATCH", target, change, {{"If-Match", tag}}).status, 412);
    const QJsonObject whole{{u"name"_s, u"Nobody"_s}};
    QCOMPARE(m_api->send(Role::Admin, "PUT", target, whole, {{"If-Match", tag}}).status, 412);
    QCOMPARE(m_api->send(Role::Admin, "DELETE", target, QJsonObject(), {{"If-Match", tag}}).status, 412);
    QCOMPARE(m_api->get(Role::Admin, target).json().toObject().value(u"name"_s).toString(), u"Ewané Ngo Bassa"_s);
    const QByteArray packed = first.headers.value("etag").chopped(1) + "-gzip\"";
    QCOMPARE(m_api->send(Role::Admin, "PATCH", target, change, {{"If-Match", "\"0-a\", " + packed}}).status, 200);
}

void ApiProtocolTest::takesAnyVersionForAStar()
{
    const QByteArray target = path(patient());
    const QJsonObject change{{u"ward"_s, u"Pédiatrie"_s}};
    QCOMPARE(m_api->send(Role::Admin, "PATCH", target, change, {{"If-Match", "*"}}).status, 200);
}

void ApiProtocolTest::refusesAWeakTag()
{
    const QByteArray target = path(patient());
    const QByteArray tag = m_api->get(Role::Admin, target).headers.value("etag");
    const QJsonObject change{{u"ward"_s, u"Pédiatrie"_s}};
    QCOMPARE(m_api->send(Role::Admin, "PATCH", target, change, {{"If-Match", "W/" + tag}}).status, 412);
    QCOMPARE(m_api->send(Role::Admin, "PATCH", target, change, {{"If-Match", "nonsense"}}).status, 412);
}

void ApiProtocolTest::refusesBrokenBodies_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no body") << "application/json"_ba << QByteArray() << 400;
    QTest::newRow("no JSON") << "application/json"_ba
                             << "{\"name\":"_ba << 400;
    QTest::newRow("name twice") << "application/json"_ba
                                << "{\"name\":\"a\",\"name\":\"b\"}"_ba << 400;
    QTest::newRow("invalid utf-8") << "application/json"_ba
                                   << "{\"name\":\"\xff\"}"_ba << 400;
    QTest::newRow("a list") << "application/json"_ba
                            << "[]"_ba << 422;
    QTest::newRow("a text") << "application/json"_ba
                            << "\"name\""_ba << 422;
    QTest::newRow("a form") << "application/x-www-form-urlencoded"_ba
                            << "name=a"_ba << 415;
    QTest::newRow("no type") << QByteArray() << "{\"name\":\"a\"}"_ba << 415;
    QTest::newRow("text") << "text/plain"_ba
                          << "{\"name\":\"a\"}"_ba << 415;
}

void ApiProtocolTest::refusesBrokenBodies()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const WireClient::Headers headers
        = type.isEmpty() ? WireClient::Headers() : WireClient::Headers{{"Content-Type", type}};
    QCOMPARE(m_api->send(Role::Admin, "POST", "/api/patients", body, headers).status, status);
    const QByteArray typed = type.isEmpty() ? "application/json"_ba : type;
    QCOMPARE(m_api->send(std::nullopt, "POST", "/api/patients", body, {{"Content-Type", typed}}).status, 401);
}

void ApiProtocolTest::refusesTooLargeBodies()
{
    const QByteArray body = "{\"name\":\"" + QByteArray(1024 * 1024, 'a') + "\"}";
    const ReceivedAnswer answer
        = m_api->send(Role::Admin, "POST", "/api/patients", body, {{"Content-Type", "application/json"}});
    QCOMPARE(answer.status, 413);
}

void ApiProtocolTest::refusesUnknownMembers()
{
    const ReceivedAnswer answer
        = m_api->send(Role::Admin, "POST", "/api/patients", QJsonObject{{u"name"_s, u"A"_s}, {u"nmae"_s, u"B"_s}});
    QCOMPARE(answer.status, 422);
    const QJsonObject error = answer.json().toObject().value(u"errors"_s).toArray().first().toObject();
    QCOMPARE(error.value(u"field"_s).toString(), u"nmae"_s);
    QCOMPARE(error.value(u"key"_s).toString(), u"unknownField"_s);
}

void ApiProtocolTest::allowsNamedOriginsOnly()
{
    const ReceivedAnswer preflight = m_api->send(std::nullopt, "OPTIONS", "/api/patients", QByteArray(),
        {{"Origin", "https://desk.example"}, {"Access-Control-Request-Method", "POST"}});
    QCOMPARE(preflight.headers.value("access-control-allow-origin"), QByteArray("https://desk.example"));
    QVERIFY(preflight.headers.value("access-control-allow-methods").contains("POST"));
    QVERIFY(preflight.headers.value("access-control-allow-headers").contains("Authorization"));
    const ReceivedAnswer other = m_api->get(Role::Viewer, "/api/patients", {{"Origin", "https://evil.example"}});
    QVERIFY(!other.headers.contains("access-control-allow-origin"));
    QVERIFY(other.headers.value("vary").contains("Origin"));

    ApiClient off(Dialect::Sqlite);
    const ReceivedAnswer closed = off.get(Role::Viewer, "/api/patients", {{"Origin", "https://desk.example"}});
    QVERIFY(!closed.headers.contains("access-control-allow-origin"));
}

void ApiProtocolTest::forbidsSniffingAndCaching()
{
    const ReceivedAnswer answer = m_api->get(Role::Viewer, path(patient()));
    QCOMPARE(answer.headers.value("x-content-type-options"), QByteArray("nosniff"));
    QCOMPARE(answer.headers.value("cache-control"), QByteArray("private, no-cache"));
    const ReceivedAnswer refused = m_api->send(std::nullopt, "GET", "/api/patients");
    QCOMPARE(refused.headers.value("x-content-type-options"), QByteArray("nosniff"));
    QCOMPARE(refused.headers.value("cache-control"), QByteArray("no-store"));
}

void ApiProtocolTest::keepsOneResourceBelowOneKilobyte()
{
    const QJsonObject patient = m_api->newPatient({{u"email"_s, u"ewane.ngo.bassa@example.org"_s},
        {u"condition"_s, u"Suivi de grossesse, tension à surveiller"_s},
        {u"consent"_s,
            QJsonObject{{u"sms"_s, QJsonObject{{u"appointment"_s, u"granted"_s}, {u"survey"_s, u"refused"_s}}}}}});
    const QJsonObject feedback = m_api->newFeedback(
        {{u"patient_id"_s, patient.value(u"patient_id"_s)}, {u"patient_name"_s, u"Ewané Ngo Bassa"_s}});
    const QJsonObject reminder = m_api->newReminder({{u"patient_id"_s, patient.value(u"patient_id"_s)}});
    for (const auto &[path, object] :
        {std::pair{"/api/patients/"_ba, patient}, {"/api/feedback/"_ba, feedback}, {"/api/reminders/"_ba, reminder}}) {
        const QByteArray target = path + QByteArray::number(object.value(u"id"_s).toInteger());
        const ReceivedAnswer answer = m_api->get(Role::Viewer, target);
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.body.size() < 1024, answer.body.constData());
    }
}

void ApiProtocolTest::servesTheApiPageFromItself()
{
    const ReceivedAnswer start = m_api->send(std::nullopt, "GET", "/");
    QCOMPARE(start.status, 302);
    QCOMPARE(start.headers.value("location"), QByteArray("/docs"));
    const ReceivedAnswer page = m_api->send(std::nullopt, "GET", "/docs");
    QCOMPARE(page.status, 200);
    QVERIFY(page.headers.value("content-security-policy").contains("script-src 'self'"));
    static const QRegularExpression link(u"(?:src|href)=\"([^\"]+)\""_s);
    auto matches = link.globalMatch(QString::fromUtf8(page.body));
    int files = 0;
    while (matches.hasNext()) {
        const QString target = matches.next().captured(1);
        QVERIFY2(target.startsWith(u'/') && !target.startsWith(u"//"_s), qPrintable(target));
        QCOMPARE(m_api->send(std::nullopt, "GET", target.toLatin1()).status, 200);
        ++files;
    }
    QVERIFY(files >= 4);
    const ReceivedAnswer script
        = m_api->send(std::nullopt, "GET", "/docs/swagger-ui-bundle.js", QByteArray(), {{"Accept-Encoding", "gzip"}});
    QCOMPARE(script.headers.value("content-encoding"), QByteArray("gzip"));
    QVERIFY(script.body.contains("SwaggerUIBundle"));
}

void ApiProtocolTest::saysWhetherItIsHealthy()
{
    const ReceivedAnswer answer = m_api->send(std::nullopt, "GET", "/health");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().toObject().value(u"status"_s).toString(), u"ok"_s);
    QCOMPARE(answer.json().toObject().value(u"version"_s).toString(), u"0.1.0"_s);
}

QTEST_GUILESS_MAIN(ApiProtocolTest)
#include "tst_apiprotocol.moc"
