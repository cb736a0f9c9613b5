#include "app/application.h"
#include "tests/support/databaseproxy.h"
#include "tests/support/testdatabase.h"
#include "tests/support/wireclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <atomic>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// A desk that reaches PostgreSQL through something that can fall silent.
struct Desk
{
    Desk()
        : location(*DatabaseLocation::parse(store.url()))
        , proxy(location.host, quint16(location.port))
    {
        location.host = u"127.0.0.1"_s;
        location.port = proxy.port();
        application = std::make_unique<Application>(ProgramSettings{.dataDirectory = folder.path(),
            .database = location,
            .keyFile = folder.filePath(u"accueil.key"_s),
            .keyringUse = KeyringUse::Never,
            .host = QHostAddress(QHostAddress::LocalHost),
            .port = 0,
            .rates = RateLimits::off()}); // four ask without a pause, from one address
        const auto state = application->store().inspect();
        Q_ASSERT(state && *state == StoreService::State::New);
        application->store().initialise().value();
        application->open();
        QString why;
        if (!application->startServer(&why))
            qFatal("%s", qPrintable(why));
        port = quint16(QUrl(application->serverAddress()).port());
    }

    ReceivedAnswer ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}) const
    {
        return WireClient(port).send(
            method, target, body, {{"Content-Type", "application/json"}, {"Authorization", "Bearer " + token}});
    }
    // The first account of the store, and its token.
    void logIn()
    {
        const QByteArray account = R"({"username":"grace","password":"un mot de passe long"})";
        QCOMPARE(ask("POST", "/api/auth/register", account).status, 201);
        const ReceivedAnswer answer = ask("POST", "/api/auth/login", account);
        token = answer.json().toObject().value(u"access_token"_s).toString().toLatin1();
        QCOMPARE(ask("GET", "/api/patients").status, 200);
    }

    TestDatabase store{Dialect::PostgreSql};
    QTemporaryDir folder;
    DatabaseLocation location;
    DatabaseProxy proxy;
    std::unique_ptr<Application> application;
    quint16 port = 0;
    QByteArray token;
};

} // namespace

// What a desk answers while its database server is silent, and afterwards.
class OutageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersWhileTheDatabaseIsSilentAndRecovers_data();
    void answersWhileTheDatabaseIsSilentAndRecovers();
    void saysAtOnceThatTheDatabaseIsUnreachable();

private:
    static void countLines(QtMsgType, const QMessageLogContext &, const QString &) { ++s_lines; }
    static inline std::atomic<int> s_lines = 0;
};

void OutageTest::answersWhileTheDatabaseIsSilentAndRecovers_data()
{
    QTest::addColumn<bool>("isFrozen");
    QTest::newRow("connections break") << false;
    QTest::newRow("connections freeze") << true;
}

void OutageTest::answersWhileTheDatabaseIsSilentAndRecovers()
{
    QFETCH(bool, isFrozen);
    Desk desk;
    desk.logIn();
    s_lines = 0;
    const QtMessageHandler usual = qInstallMessageHandler(&OutageTest::countLines);
    const auto handlerBack = qScopeGuard([usual] { qInstallMessageHandler(usual); });
    if (isFrozen)
        desk.proxy.freeze();
    else
        desk.proxy.setSilent(true);
    std::atomic<bool> isOver = false;
    std::atomic<int> refused = 0;
    std::atomic<int> others = 0;
    std::atomic<qint64> slowest = 0;
    const auto keepAsking = [&] {
        while (!isOver) {
            QElapsedTimer time;
            time.start();
            const ReceivedAnswer answer = desk.ask("GET", "/api/patients");
            const bool isRefusal
                = answer.status == 503 && answer.headers.value("content-type").startsWith("application/problem+json");
            ++(isRefusal ? refused : others);
            slowest = std::max<qint64>(slowest, time.elapsed());
        }
    };
    std::vector<std::unique_ptr<QThread>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back(QThread::create(keepAsking));
        clients.back()->start();
    }
    QTest::qWait(8000); // longer than the wait for a connection and the pause after it
    isOver = true;
    for (const auto &client : clients)
        client->wait();
    QVERIFY(refused > 0);
    QCOMPARE(others.load(), 0);
    QVERIFY2(slowest < (isFrozen ? 6000 : 4000), qPrintable(QString::number(slowest)));
    // Who noticed, and what was given up: not a line for each of the requests.
    QVERIFY2(refused > 50 && s_lines <= 10, qPrintable(u"%1 lines, %2 requests"_s.arg(s_lines).arg(refused)));

    desk.proxy.setSilent(false);
    QTRY_COMPARE_WITH_TIMEOUT(desk.ask("GET", "/health").status, 200, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(desk.ask("GET", "/api/patients").status, 200, 10'000);
}

void OutageTest::saysAtOnceThatTheDatabaseIsUnreachable()
{
    Desk desk;
    QCOMPARE(desk.ask("GET", "/health").status, 200);
    desk.proxy.setSilent(true);
    qint64 slowest = 0;
    int unreachable = 0;
    QElapsedTimer outage;
    outage.start();
    while (outage.elapsed() < 6000) {
        QElapsedTimer time;
        time.start();
        const ReceivedAnswer answer = desk.ask("GET", "/health");
        slowest = std::max(slowest, time.elapsed());
        const bool isDown = answer.status == 503;
        QCOMPARE(answer.json().toObject().value(u"database"_s).toString(), isDown ? u"unreachable"_s : u"ok"_s);
        // A second until it is asked again, and one until no answer is a no.
        QVERIFY2(isDown || outage.elapsed() < 3000, qPrintable(QString::number(outage.elapsed())));
        unreachable += isDown ? 1 : 0;
        QTest::qWait(20);
    }
    QVERIFY(unreachable > 10);
    QVERIFY2(slowest < 1000, qPrintable(QString::number(slowest)));
    desk.proxy.setSilent(false);
    QTRY_COMPARE_WITH_TIMEOUT(desk.ask("GET", "/health").status, 200, 10'000);
}

QTEST_GUILESS_MAIN(OutageTest)
#include "tst_outage.moc"
