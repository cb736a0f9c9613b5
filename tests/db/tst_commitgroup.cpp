#include "db/commitgroup.h"
#include "db/writerturns.h"
#include "tests/support/testdatabase.h"

#include <QtTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void store(Database &database, const QString &name)
{
    database.execute(u"INSERT INTO settings (name, updated_at) VALUES (?, 1)"_s, {name});
}

void storeInTransaction(Database &database, const QString &name)
{
    Transaction transaction{database};
    store(database, name);
    transaction.commit();
}

// As another desk sees it.
QStringList stored(const TestDatabase &store)
{
    Database other(*DatabaseLocation::parse(store.url()));
    QSqlQuery &query = other.execute(u"SELECT name FROM settings WHERE name LIKE 'group %' ORDER BY name"_s);
    QStringList names;
    while (query.next())
        names += query.value(0).toString();
    return names;
}

bool isRefused(const std::function<void()> &work)
{
    try {
        work();
    } catch (const DatabaseError &) {
        return true;
    }
    return false;
}

} // namespace

// Several transactions that wait for the disk together, and the turns of those that write.
class CommitGroupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void initTestCase() { }

    void storesAllOfItAtTheEnd();
    void storesNothingWithoutCommit();
    void undoesOnlyTheOneThatFails();
    void saysThatItIsStoredWhenItIs();
    void goesOnAfterAConstraintWasBroken();
    void keepsNothingWhenAStatementOutsideFails();
    void keepsNothingAfterItWasRolledBackFromBelow();
    void keepsNothingWhenTheConnectionIsLost();
    void takesTheTurnsOfOtherThreads();
    void servesWritersInTheirOrder();
    void givesUpWaitingForATurn();
};

void CommitGroupTest::storesAllOfItAtTheEnd()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TestDatabase store(dialect);
    CommitGroup group(store.database());
    for (int i = 0; i < 3; ++i)
        storeInTransaction(store.database(), u"group %1"_s.arg(i));
    QCOMPARE(stored(store), QStringList());
    group.commit();
    QCOMPARE(stored(store), (QStringList{u"group 0"_s, u"group 1"_s, u"group 2"_s}));
    storeInTransaction(store.database(), u"group 3"_s); // alone again
    QCOMPARE(stored(store).size(), 4);
}

void CommitGroupTest::storesNothingWithoutCommit()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TestDatabase store(dialect);
    bool isTold = false;
    {
        CommitGroup group(store.database());
        storeInTransaction(store.database(), u"group 1"_s);
        store.database().afterCommit([&] { isTold = true; });
    }
    QVERIFY(!isTold);
    QCOMPARE(stored(store), QStringList());
    storeInTransaction(store.database(), u"group 2"_s);
    QCOMPARE(stored(store), QStringList{u"group 2"_s});
    CommitGroup idle(store.database());
    idle.commit(); // of nothing
}

void CommitGroupTest::undoesOnlyTheOneThatFails()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TestDatabase room(dialect);
    CommitGroup group(room.database());
    storeInTransaction(room.database(), u"group 1"_s);
    {
        Transaction given{room.database()};
        store(room.database(), u"group 2"_s);
    }
    storeInTransaction(room.database(), u"group 3"_s);
    group.commit();
    QCOMPARE(stored(room), (QStringList{u"group 1"_s, u"group 3"_s}));
}

void CommitGroupTest::saysThatItIsStoredWhenItIs()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TestDatabase store(dialect);
    int told = 0;
    storeInTransaction(store.database(), u"group 1"_s);
    store.database().afterCommit([&] { ++told; });
    QCOMPARE(told, 1);
    CommitGroup group(store.database());
    storeInTransaction(store.database(), u"group 2"_s);
    store.database().afterCommit([&] {
        QCOMPARE(stored(store).size(), 2);
        ++told;
    });
    QCOMPARE(told, 1);
    group.commit();
    QCOMPARE(told, 2);
}

void CommitGroupTest::goesOnAfterAConstraintWasBroken()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TestDatabase store(dialect);
    CommitGroup group(store.database());
    storeInTransaction(store.database(), u"group 1"_s);
    QVERIFY(isRefused([&] { storeInTransaction(store.database(), u"group 1"_s); }));
    storeInTransaction(store.database(), u"group 2"_s);
    group.commit();
    QCOMPARE(stored(store).size(), 2);
}

// PostgreSQL would take the COMMIT, keep nothing and call it a success.
void CommitGroupTest::keepsNothingWhenAStatementOutsideFails()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TestDatabase store(dialect);
    CommitGroup group(store.database());
    storeInTransaction(store.database(), u"group 1"_s);
    QVERIFY(isRefused([&] { store.database().execute(u"SELECT name FROM nothing"_s); }));
    QVERIFY(isRefused([&] { group.commit(); }));
    QCOMPARE(stored(store), QStringList());
}

// SQLite does so by itself when the disk is full. What comes next would be kept alone.
void CommitGroupTest::keepsNothingAfterItWasRolledBackFromBelow()
{
    QFETCH_GLOBAL(Dialect, dialect);
    if (dialect == Dialect::PostgreSql)
        return; // never does so
    TestDatabase room(dialect);
    {
        CommitGroup group(room.database());
        storeInTransaction(room.database(), u"group 1"_s);
        {
            Transaction given{room.database()};
            store(room.database(), u"group 2"_s);
            room.database().execute(u"ROLLBACK"_s);
        }
        QVERIFY(isRefused([&] { storeInTransaction(room.database(), u"group 3"_s); }));
        QVERIFY(isRefused([&] { group.commit(); }));
    }
    QCOMPARE(stored(room), QStringList());
    storeInTransaction(room.database(), u"group 4"_s);
    QCOMPARE(stored(room), QStringList{u"group 4"_s});
}

void CommitGroupTest::keepsNothingWhenTheConnectionIsLost()
{
    QFETCH_GLOBAL(Dialect, dialect);
    if (dialect == Dialect::Sqlite)
        return; // has none to lose
    TestDatabase store(dialect);
    {
        CommitGroup group(store.database());
        storeInTransaction(store.database(), u"group 1"_s);
        QVERIFY(isRefused([&] { store.database().execute(u"SELECT pg_terminate_backend(pg_backend_pid())"_s); }));
        QVERIFY(isRefused([&] { storeInTransaction(store.database(), u"group 2"_s); }));
        QVERIFY(isRefused([&] { group.commit(); }));
    }
    QCOMPARE(stored(store), QStringList());
    storeInTransaction(store.database(), u"group 3"_s);
    QCOMPARE(stored(store), QStringList{u"group 3"_s});
}

void CommitGroupTest::takesTheTurnsOfOtherThreads()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TestDatabase store(dialect);
    std::atomic<int> errors = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&, i] {
            while (!store.database().isReachable()) // a server that starves gives no connection within a moment
                QThread::msleep(50);
            for (int round = 0; round < 10; ++round) {
                errors += isRefused([&] {
                    std::optional<CommitGroup> group;
                    if (i % 2 == 0)
                        group.emplace(store.database());
                    for (int one = 0; one < 5; ++one)
                        storeInTransaction(store.database(), u"group %1 %2 %3"_s.arg(i).arg(round).arg(one));
                    if (group)
                        group->commit();
                });
            }
            store.database().closeThread();
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(errors.load(), 0);
    QCOMPARE(stored(store).size(), 200);
}

// Who writes without a pause must not keep the others waiting.
void CommitGroupTest::servesWritersInTheirOrder()
{
    WriterTurns turns;
    std::atomic<bool> isOver = false;
    std::atomic<int> eager = 0;
    QVERIFY(turns.takeWithin(0ms));
    std::thread writer([&] {
        while (!isOver) {
            QVERIFY(turns.takeWithin(10s));
            QThread::msleep(2);
            ++eager;
            turns.give();
        }
    });
    QThread::msleep(20);
    turns.give();
    for (int i = 0; i < 20; ++i) {
        const int before = eager;
        QVERIFY(turns.takeWithin(10s));
        QVERIFY2(eager - before <= 2, qPrintable(QString::number(eager - before)));
        turns.give();
        QThread::msleep(3);
    }
    isOver = true;
    writer.join();
}

void CommitGroupTest::givesUpWaitingForATurn()
{
    WriterTurns turns;
    QVERIFY(turns.takeWithin(0ms));
    std::atomic<bool> isIn = false;
    std::thread second([&] { QVERIFY(!turns.takeWithin(50ms)); });
    std::thread third([&] {
        QThread::msleep(20);
        isIn = turns.takeWithin(10s);
    });
    second.join();
    QVERIFY(!isIn);
    turns.give();
    third.join();
    QVERIFY(isIn);
    QVERIFY(!turns.takeWithin(1ms));
    turns.give();
    QVERIFY(turns.takeWithin(1ms));
}

QTEST_GUILESS_MAIN(CommitGroupTest)
#include "tst_commitgroup.moc"
