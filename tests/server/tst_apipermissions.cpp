#include "server/api.h"
#include "tests/support/apiclient.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// Every operation as every role, against the table of app/domain/role.cpp.
class ApiPermissionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_api = std::make_unique<ApiClient>(Dialect::Sqlite); }
    void cleanupTestCase()
    {
        QCOMPARE(m_api->breaches(), QStringList());
        m_api.reset();
    }
    void namesAPermissionForEveryOperation();
    void letsInWhoeverTheTableAllows_data();
    void letsInWhoeverTheTableAllows();
    void asksNobodyToLogInWhereNoneIsNeeded();

private:
    std::unique_ptr<ApiClient> m_api;
};

void ApiPermissionsTest::namesAPermissionForEveryOperation()
{
    // Operations without login are few and known; a new one must be added here on purpose.
    const QSet<QString> open{u"login"_s, u"register"_s, u"refresh"_s, u"logout"_s, u"getHealth"_s, u"getOpenApi"_s,
        u""_s,
        u"pairTablet"_s, // asked for a code that is good once
        // asked for a signature or a token of our own instead; tst_webhooks
        u"receiveSms"_s, u"receiveStatus"_s, u"answerCall"_s, u"answerCallMenu"_s, u"showUnsubscribe"_s,
        u"unsubscribe"_s};
    for (const Route &route : m_api->api().routes())
        QVERIFY2((route.permission == Permission::Anyone) == open.contains(route.operationId), qPrintable(route.path));
}

void ApiPermissionsTest::letsInWhoeverTheTableAllows_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("permission");
    for (const Route &route : m_api->api().routes()) {
        if (route.permission == Permission::Anyone)
            continue;
        const QByteArray path = route.path.toUtf8().replace("{id}", "999999").replace("{client_id}", "999999");
        QTest::newRow(qPrintable(route.operationId)) << methodName(route.method) << path << int(route.permission);
    }
}

void ApiPermissionsTest::letsInWhoeverTheTableAllows()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, permission);
    // What is open to this machine is not to what a proxy on it passes on.
    const WireClient::Headers elsewhere{{"X-Forwarded-For", "192.168.1.20"}};
    const ReceivedAnswer nobody = m_api->send(std::nullopt, method, path, QByteArray(), elsewhere);
    QCOMPARE(nobody.status, 401);
    QVERIFY(nobody.headers.value("www-authenticate").startsWith("Bearer"));
    for (const auto &role : roleTable.rows) {
        // An empty body is refused only behind the door, so any other status than 403 means "come in".
        const ReceivedAnswer answer = m_api->send(role.value, method, path);
        const bool isRefused = answer.status == 403;
        QVERIFY2(isRefused != roleMay(role.value, Permission(permission)), qPrintable(role.key.toString()));
        QVERIFY(answer.status != 401);
    }
}

void ApiPermissionsTest::asksNobodyToLogInWhereNoneIsNeeded()
{
    QCOMPARE(m_api->send(std::nullopt, "GET", "/health").status, 200);
    QCOMPARE(m_api->send(std::nullopt, "GET", "/openapi.json").status, 200);
}

QTEST_GUILESS_MAIN(ApiPermissionsTest)
#include "tst_apipermissions.moc"
