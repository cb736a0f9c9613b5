#include "db/database.h"
#include "db/migrator.h"
#include "tests/support/testdatabase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QString insertSetting = u"INSERT INTO settings (name, value, updated_at) VALUES (?, ?, ?)"_s;

qint64 count(Database &database, const QString &table)
{
    QSqlQuery &query = database.execute(u"SELECT count(*) FROM "_s + table);
    query.next();
    return query.value(0).toLongLong();
}

// The kind of the DatabaseError that `work` throws; nothing when it throws none.
template <typename Work>
std::optional<DatabaseError::Kind> kindOf(Work work, QString *text = nullptr)
{
    try {
        work();
    } catch (const DatabaseError &error) {
        if (text)
            *text = QString::fromUtf8(error.what());
        return error.kind();
    }
    return std::nullopt;
}

int backendPid(Database &database)
{
    QSqlQuery &query = database.execute(u"SELECT pg_backend_pid()"_s);
    query.next();
    return query.value(0).toInt();
}

void killBackend(const TestDatabase &store, int pid)
{
    Database other(*DatabaseLocation::parse(store.url()));
    QSqlQuery &query = other.execute(u"SELECT pg_terminate_backend(?, 5000)"_s, {pid});
    QVERIFY(query.next() && query.value(0).toBool());
}

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesNumbersOnce_data() { TestDatabase::addDialectRows(); }
    void givesNumbersOnce();
    void keepsWhatWasCommittedOnly_data() { TestDatabase::addDialectRows(); }
    void keepsWhatWasCommittedOnly();
    void bindsEveryKindOfValue_data() { TestDatabase::addDialectRows(); }
    void bindsEveryKindOfValue();
    void readsTheNewestAfterAHalfReadResult_data() { TestDatabase::addDialectRows(); }
    void readsTheNewestAfterAHalfReadResult();
    void namesWhatWentWrongWithoutValues_data() { TestDatabase::addDialectRows(); }
    void namesWhatWentWrongWithoutValues();
    void keepsForeignKeys_data() { TestDatabase::addDialectRows(); }
    void keepsForeignKeys();
    void goesOnAfterAnErrorInATransaction_data() { TestDatabase::addDialectRows(); }
    void goesOnAfterAnErrorInATransaction();
    void letsManyThreadsWrite_data() { TestDatabase::addDialectRows(); }
    void letsManyThreadsWrite();
    void closesConnectionsOfEndedThreads_data() { TestDatabase::addDialectRows(); }
    void closesConnectionsOfEndedThreads();
    void keepsFewStatements_data() { TestDatabase::addDialectRows(); }
    void keepsFewStatements();
    void refusesToChangeTheAudit_data() { TestDatabase::addDialectRows(); }
    void refusesToChangeTheAudit();
    void configuresSqliteForPowerCuts();
    void keepsTheSqliteFileToItsOwner();
    void opensOneFileFromManyProgramsAtOnce();
    void readsAgainAfterTheServerKilledTheConnection();
    void failsATransactionWhoseConnectionWasKilled();
    void doesNotRepeatAWriteThatMayHaveHappened();
    void saysThatItIsOutOfReach_data();
    void saysThatItIsOutOfReach();
};

void DatabaseTest::givesNumbersOnce()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    QCOMPARE(store.database().nextId("patients"), 1);
    QCOMPARE(store.database().nextId("patients"), 2);
    QCOMPARE(store.database().nextId("feedback"), 1);
}

void DatabaseTest::keepsWhatWasCommittedOnly()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    {
        Transaction transaction{store.database()};
        store.database().execute(insertSetting, {u"kept"_s, u"x"_s, 1});
        transaction.commit();
    }
    {
        Transaction transaction{store.database()};
        store.database().execute(insertSetting, {u"lost"_s, u"x"_s, 1});
    }
    Database again(*DatabaseLocation::parse(store.url()));
    QSqlQuery &rows = again.execute(u"SELECT name FROM settings"_s);
    QVERIFY(rows.next());
    QCOMPARE(rows.value(0).toString(), u"kept"_s);
    QVERIFY(!rows.next());
}

void DatabaseTest::bindsEveryKindOfValue()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    const QByteArray bytes = QByteArray::fromHex("00ff27225c0a0d1a") + QByteArray(100'000, '\x80');
    const QString text = u"l'hôpital \"général\" \\ ɓɛŋɔ 😀 ? $1 :name\n"_s;
    store.database().execute(u"INSERT INTO settings (name, value, value_enc, updated_at) VALUES (?, ?, ?, ?)"_s,
        {text, QVariant(), bytes, (qint64(1) << 62) + 1});
    store.database().execute(insertSetting, {u"null text"_s, QString(), true});
    QSqlQuery &rows
        = store.database().execute(u"SELECT name, value, value_enc, updated_at FROM settings ORDER BY updated_at"_s);
    QVERIFY(rows.next());
    QVERIFY2(!rows.isNull(1), "a null QString is an empty text");
    QVERIFY(rows.isNull(2));
    QCOMPARE(rows.value(3).toInt(), 1);
    QVERIFY(rows.next());
    QCOMPARE(rows.value(0).toString(), text);
    QVERIFY(rows.isNull(1));
    QCOMPARE(rows.value(2).toByteArray(), bytes);
    QCOMPARE(rows.value(3).toLongLong(), (qint64(1) << 62) + 1);
}

void DatabaseTest::readsTheNewestAfterAHalfReadResult()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    for (int i = 0; i < 5; ++i)
        store.database().execute(insertSetting, {QString::number(i), u"old"_s, 1});
    QSqlQuery &half = store.database().execute(u"SELECT value FROM settings ORDER BY name"_s);
    QVERIFY(half.next());
    std::thread([&] {
        Database other(*DatabaseLocation::parse(store.url()));
        other.execute(u"UPDATE settings SET value = 'new' WHERE name = ?"_s, {u"0"_s});
    }).join();
    QSqlQuery &fresh = store.database().execute(u"SELECT value FROM settings WHERE name = ?"_s, {u"0"_s});
    QVERIFY(fresh.next());
    QCOMPARE(fresh.value(0).toString(), u"new"_s);
    int rest = 0;
    while (half.next())
        ++rest;
    QCOMPARE(rest, 4);
    Transaction transaction{store.database()}; // SQLITE_BUSY_SNAPSHOT if the old snapshot were still held
    store.database().execute(u"UPDATE settings SET value = 'newer'"_s);
    transaction.commit();
}

void DatabaseTest::namesWhatWentWrongWithoutValues()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    store.database().execute(insertSetting, {u"Ngo Mbarga"_s, u"+237670123456"_s, 1});
    QString text;
    const auto twice = [&] { store.database().execute(insertSetting, {u"Ngo Mbarga"_s, u"+237670123456"_s, 1}); };
    QCOMPARE(kindOf(twice, &text), DatabaseError::Kind::ConstraintViolated);
    QVERIFY2(text.contains(u"INSERT INTO settings"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"Mbarga"_s) && !text.contains(u"670123456"_s), qPrintable(text));
    QCOMPARE(kindOf([&] { store.database().execute(u"SELECT nothing FROM nowhere"_s); }), DatabaseError::Kind::Other);
    QCOMPARE(count(store.database(), u"settings"_s), 1);
}

void DatabaseTest::keepsForeignKeys()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    const auto orphan = [&] {
        store.database().execute(u"INSERT INTO refresh_tokens (id, user_id, family, token_hash, created_at, expires_at)"
                                 " VALUES (1, 999, 'f', 'h', 1, 2)"_s);
    };
    QCOMPARE(kindOf(orphan), DatabaseError::Kind::ConstraintViolated);
}

void DatabaseTest::goesOnAfterAnErrorInATransaction()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    store.database().execute(insertSetting, {u"there"_s, u"x"_s, 1});
    const auto broken = [&] {
        Transaction transaction{store.database()};
        store.database().execute(insertSetting, {u"first"_s, u"x"_s, 1});
        store.database().execute(insertSetting, {u"there"_s, u"x"_s, 1});
        transaction.commit();
    };
    QCOMPARE(kindOf(broken), DatabaseError::Kind::ConstraintViolated);
    QCOMPARE(count(store.database(), u"settings"_s), 1);
    Transaction transaction{store.database()};
    store.database().execute(insertSetting, {u"second"_s, u"x"_s, 1});
    transaction.commit();
    QCOMPARE(count(store.database(), u"settings"_s), 2);
}

void DatabaseTest::letsManyThreadsWrite()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    std::atomic<int> errors{0};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 500; ++i) {
                // Reads before it writes, which is what a deferred transaction of SQLite dies of.
                errors += kindOf([&] {
                    Transaction transaction{store.database()};
                    const qint64 users = count(store.database(), u"users"_s);
                    const qint64 id = users + store.database().nextId("patients");
                    store.database().execute(insertSetting, {QString::number(id), QString::number(thread), i});
                    transaction.commit();
                })
                    ? 1
                    : 0;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(errors.load(), 0);
    QCOMPARE(count(store.database(), u"settings"_s), 2000);
}

void DatabaseTest::closesConnectionsOfEndedThreads()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    const auto connections = [] { return QSqlDatabase::connectionNames().size(); };
    const qsizetype before = connections();
    for (int i = 0; i < 5; ++i)
        std::thread([&] { QVERIFY(store.database().isReachable()); }).join();
    QCOMPARE(connections(), before);
    store.database().closeThread();
    QCOMPARE(connections(), before - 1);
    QVERIFY(store.database().isReachable());
    QCOMPARE(connections(), before);
}

void DatabaseTest::keepsFewStatements()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    for (int i = 0; i < 1000; ++i) {
        QSqlQuery &query = store.database().execute(u"SELECT %1"_s.arg(i));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), i);
    }
    if (dialect == Dialect::PostgreSql) {
        QSqlQuery &kept = store.database().execute(u"SELECT count(*) FROM pg_prepared_statements"_s);
        QVERIFY(kept.next());
        QVERIFY2(kept.value(0).toInt() <= 200, qPrintable(kept.value(0).toString()));
    }
}

void DatabaseTest::refusesToChangeTheAudit()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    Database &database = store.database();
    database.execute(
        u"INSERT INTO audit (id, at, actor_id, actor_name, action, entity, entity_id) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {1, 1, 0, u"system"_s, u"created"_s, u"patient"_s, 1});
    const auto kind = [&](const QString &sql) { return kindOf([&] { database.executeScript(sql); }); };
    QCOMPARE(kind(u"UPDATE audit SET action = 'edited'"_s), DatabaseError::Kind::ConstraintViolated);
    QCOMPARE(kind(u"DELETE FROM audit"_s), DatabaseError::Kind::ConstraintViolated);
    QCOMPARE(kind(u"DELETE FROM audit WHERE id = 1"_s), DatabaseError::Kind::ConstraintViolated);
    if (dialect == Dialect::PostgreSql)
        QCOMPARE(kind(u"TRUNCATE audit"_s), DatabaseError::Kind::ConstraintViolated);
    else
        QCOMPARE(kind(u"REPLACE INTO audit (id, at, actor_id, actor_name, action, entity, entity_id)"
                      " VALUES (1, 2, 0, 'x', 'y', 'z', 1)"_s),
            DatabaseError::Kind::ConstraintViolated);
    QSqlQuery &row = database.execute(u"SELECT action FROM audit"_s);
    QVERIFY(row.next());
    QCOMPARE(row.value(0).toString(), u"created"_s);
}

void DatabaseTest::configuresSqliteForPowerCuts()
{
    TestDatabase store(Dialect::Sqlite);
    const auto pragma = [&](const QString &name) {
        QSqlQuery &query = store.database().execute(u"PRAGMA "_s + name);
        return query.next() ? query.value(0).toString() : QString();
    };
    QCOMPARE(pragma(u"journal_mode"_s), u"wal"_s);
    QCOMPARE(pragma(u"synchronous"_s), u"2"_s); // FULL
    QCOMPARE(pragma(u"foreign_keys"_s), u"1"_s);
    QVERIFY(pragma(u"busy_timeout"_s).toInt() >= 5000);
}

void DatabaseTest::keepsTheSqliteFileToItsOwner()
{
    TestDatabase store(Dialect::Sqlite);
    store.database().execute(insertSetting, {u"x"_s, u"x"_s, 1});
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const QString &name : {u"accueil.db"_s, u"accueil.db-wal"_s}) {
        const QString path = store.folder() + u'/' + name;
        QVERIFY(QFile::exists(path));
        QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
    }
}

void DatabaseTest::opensOneFileFromManyProgramsAtOnce()
{
    QTemporaryDir folder;
    const DatabaseLocation location{.path = folder.filePath(u"new/accueil.db"_s)};
    std::atomic<int> opened{0};
    std::vector<std::thread> programs;
    for (int i = 0; i < 6; ++i) {
        programs.emplace_back([&] {
            Database database(location);
            opened += database.isReachable() ? 1 : 0;
        });
    }
    for (std::thread &program : programs)
        program.join();
    QCOMPARE(opened.load(), 6);
}

void DatabaseTest::readsAgainAfterTheServerKilledTheConnection()
{
    TestDatabase store(Dialect::PostgreSql);
    store.database().execute(insertSetting, {u"x"_s, u"x"_s, 1});
    const int before = backendPid(store.database());
    killBackend(store, before);
    QCOMPARE(count(store.database(), u"settings"_s), 1);
    const int after = backendPid(store.database());
    QVERIFY(after != before);
    killBackend(store, after);
    Transaction transaction{store.database()}; // a writer as well
    store.database().execute(insertSetting, {u"y"_s, u"x"_s, 1});
    transaction.commit();
    QCOMPARE(count(store.database(), u"settings"_s), 2);
}

void DatabaseTest::failsATransactionWhoseConnectionWasKilled()
{
    TestDatabase store(Dialect::PostgreSql);
    const auto broken = [&] {
        Transaction transaction{store.database()};
        store.database().execute(insertSetting, {u"first"_s, u"x"_s, 1});
        killBackend(store, backendPid(store.database()));
        const auto second = [&] { store.database().execute(insertSetting, {u"second"_s, u"x"_s, 1}); };
        QCOMPARE(kindOf(second), DatabaseError::Kind::Unreachable);
        // Whoever goes on regardless must not write on a new connection, outside the transaction.
        QCOMPARE(kindOf(second), DatabaseError::Kind::Unreachable);
        transaction.commit();
    };
    QCOMPARE(kindOf(broken), DatabaseError::Kind::Unreachable);
    QCOMPARE(count(store.database(), u"settings"_s), 0);
}

void DatabaseTest::doesNotRepeatAWriteThatMayHaveHappened()
{
    TestDatabase store(Dialect::PostgreSql);
    killBackend(store, backendPid(store.database()));
    const auto write = [&] { store.database().execute(insertSetting, {u"x"_s, u"x"_s, 1}); };
    QCOMPARE(kindOf(write), DatabaseError::Kind::Unreachable);
    QCOMPARE(kindOf(write), std::nullopt);
    QCOMPARE(count(store.database(), u"settings"_s), 1);
}

void DatabaseTest::saysThatItIsOutOfReach_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("no server") << u"postgresql://accueil:s3cret@127.0.0.1:1/accueil"_s;
    QTest::newRow("no folder") << u"sqlite:////proc/accueil/accueil.db"_s;
}

void DatabaseTest::saysThatItIsOutOfReach()
{
    QFETCH(QString, url);
    Database database(*DatabaseLocation::parse(url));
    QVERIFY(!database.isReachable());
    QString text;
    QCOMPARE(kindOf([&] { database.execute(u"SELECT 1"_s); }, &text), DatabaseError::Kind::Unreachable);
    QVERIFY2(!text.contains(u"s3cret"_s), qPrintable(text));
    QCOMPARE(kindOf([&] { Transaction transaction{database}; }), DatabaseError::Kind::Unreachable);
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
