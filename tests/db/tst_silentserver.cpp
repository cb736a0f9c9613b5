#include "tests/support/databaseproxy.h"
#include "tests/support/testdatabase.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// A store on PostgreSQL, reached through something that can fall silent without breaking the connections that are
// there.
struct Way
{
    Way()
        : location(*DatabaseLocation::parse(store.url()))
        , proxy(location.host, quint16(location.port))
    {
        location.host = u"127.0.0.1"_s;
        location.port = proxy.port();
        database = std::make_unique<Database>(location);
    }

    TestDatabase store{Dialect::PostgreSql};
    DatabaseLocation location;
    DatabaseProxy proxy;
    std::unique_ptr<Database> database;
};

// Nothing when the statement was answered.
std::optional<DatabaseError::Kind> failureOf(Database &database, const QString &sql)
{
    try {
        database.execute(sql);
    } catch (const DatabaseError &error) {
        return error.kind();
    }
    return std::nullopt;
}

} // namespace

// A server that takes what it is asked and never answers, as one does that is stopped.
class SilentServerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStatementWithoutAnAnswerFails()
    {
        Way way;
        QCOMPARE(failureOf(*way.database, u"SELECT 1"_s), std::nullopt);
        way.proxy.freeze();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(failureOf(*way.database, u"SELECT 2"_s), DatabaseError::Kind::Unreachable);
        QVERIFY2(timer.elapsed() > 15'000 && timer.elapsed() < 25'000, qPrintable(QString::number(timer.elapsed())));
    }

    void nobodyWaitsLongerThanAProbe()
    {
        Way way;
        std::atomic<bool> isConnected = false;
        std::atomic<bool> isFrozen = false;
        std::optional<DatabaseError::Kind> failure;
        const std::unique_ptr<QThread> thread(QThread::create([&] {
            isConnected = !failureOf(*way.database, u"SELECT 1"_s);
            while (!isFrozen)
                QThread::msleep(1);
            failure = failureOf(*way.database, u"SELECT 1"_s);
        }));
        thread->start();
        QTRY_VERIFY(isConnected);
        QVERIFY(way.database->isReachable());
        way.proxy.freeze();
        isFrozen = true;
        QThread::msleep(500);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!way.database->isReachable());
        QVERIFY(thread->wait(5000));
        QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(failure, DatabaseError::Kind::Unreachable);
    }

    // An answer that is slow is waited for.
    void slowStatementsAreAnswered()
    {
        Way way;
        QCOMPARE(failureOf(*way.database, u"SELECT pg_sleep(3)"_s), std::nullopt);
        QVERIFY(way.database->isReachable());
    }

    // Statements are not given back one by one, with a question and an answer each.
    void closesWithoutAsking()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        Way way;
        for (int i = 0; i < 100; ++i)
            QCOMPARE(failureOf(*way.database, u"SELECT %1"_s.arg(i)), std::nullopt);
        way.proxy.freeze();
        QElapsedTimer timer;
        timer.start();
        way.database->closeThread();
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(SilentServerTest)
#include "tst_silentserver.moc"
