#include "db/migrator.h"
#include "tests/support/schemadescription.h"
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

class MigratorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersItsStepsWithoutGaps_data() { TestDatabase::addDialectRows(); }
    void numbersItsStepsWithoutGaps();
    void startsFromAnEmptyStore_data() { TestDatabase::addDialectRows(); }
    void startsFromAnEmptyStore();
    void reachesTheSameSchemaFromEveryVersion_data();
    void reachesTheSameSchemaFromEveryVersion();
    void hasTheSameTablesOnBothDatabases();
    void doesNothingASecondTime_data() { TestDatabase::addDialectRows(); }
    void doesNothingASecondTime();
    void isSafeWhenProgramsStartAtOnce_data() { TestDatabase::addDialectRows(); }
    void isSafeWhenProgramsStartAtOnce();
    void refusesANewerStore_data() { TestDatabase::addDialectRows(); }
    void refusesANewerStore();
    void leavesNothingOfAStepThatFailed_data() { TestDatabase::addDialectRows(); }
    void leavesNothingOfAStepThatFailed();
    void noticesADifferentSchema_data();
    void noticesADifferentSchema();
};

void MigratorTest::numbersItsStepsWithoutGaps()
{
    QFETCH(Dialect, dialect);
    const QString folder = dialect == Dialect::Sqlite ? u":/db/migrations/sqlite"_s : u":/db/migrations/postgresql"_s;
    const QStringList files = QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    for (qsizetype i = 0; i < files.size(); ++i)
        QVERIFY2(files.at(i).startsWith(u"%1_"_s.arg(i + 1, 3, 10, QChar(u'0'))), qPrintable(files.at(i)));
    QCOMPARE(Migrator::newestVersion(dialect), int(files.size()));
    QCOMPARE(Migrator::newestVersion(Dialect::Sqlite), Migrator::newestVersion(Dialect::PostgreSql));
}

void MigratorTest::startsFromAnEmptyStore()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect, TestDatabase::Schema::None);
    Migrator migrator(store.database());
    QCOMPARE(migrator.currentVersion(), 0);
    migrator.migrate();
    QCOMPARE(migrator.currentVersion(), Migrator::newestVersion(dialect));
}

void MigratorTest::reachesTheSameSchemaFromEveryVersion_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<int>("version");
    for (int version = 0; version <= Migrator::newestVersion(Dialect::Sqlite); ++version) {
        QTest::addRow("sqlite from %d", version) << Dialect::Sqlite << version;
        QTest::addRow("postgresql from %d", version) << Dialect::PostgreSql << version;
    }
}

void MigratorTest::reachesTheSameSchemaFromEveryVersion()
{
    QFETCH(Dialect, dialect);
    QFETCH(int, version);
    TestDatabase fresh(dialect);
    TestDatabase old(dialect, TestDatabase::Schema::None);
    Migrator(old.database()).migrate(version);
    QCOMPARE(Migrator(old.database()).currentVersion(), version);
    old.database().closeThread(); // as a program that ends, before a newer one is installed
    Migrator(old.database()).migrate();
    QCOMPARE(schemaDescription(old.database()), schemaDescription(fresh.database()));
    QVERIFY(schemaDescription(fresh.database()).size() > 100);
}

void MigratorTest::hasTheSameTablesOnBothDatabases()
{
    QMap<Dialect, QStringList> columns;
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
        TestDatabase store(dialect);
        for (const QString &line : schemaDescription(store.database())) {
            const QStringList parts = line.split(u" | "_s);
            if (parts.at(0) == u"column"_s && parts.at(1) != u"sequences"_s)
                columns[dialect] += parts.at(1) + u'.' + parts.at(2);
        }
        columns[dialect].sort();
    }
    QVERIFY(columns[Dialect::Sqlite].contains(u"patients.name_enc"_s));
    QCOMPARE(columns[Dialect::Sqlite], columns[Dialect::PostgreSql]);
}

void MigratorTest::doesNothingASecondTime()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    store.database().execute(u"INSERT INTO settings (name, updated_at) VALUES ('x', 1)"_s);
    const QStringList before = schemaDescription(store.database());
    Migrator(store.database()).migrate();
    QCOMPARE(schemaDescription(store.database()), before);
    QVERIFY(store.database().execute(u"SELECT name FROM settings"_s).next());
}

void MigratorTest::isSafeWhenProgramsStartAtOnce()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect, TestDatabase::Schema::None);
    store.database().closeThread();
    std::atomic<int> errors{0};
    std::vector<std::thread> programs;
    for (int i = 0; i < 4; ++i) {
        programs.emplace_back([&] {
            try {
                Database database(*DatabaseLocation::parse(store.url()));
                Migrator(database).migrate();
            } catch (const DatabaseError &error) {
                qWarning("%s", error.what());
                ++errors;
            }
        });
    }
    for (std::thread &program : programs)
        program.join();
    QCOMPARE(errors.load(), 0);
    TestDatabase alone(dialect);
    QCOMPARE(schemaDescription(store.database()), schemaDescription(alone.database()));
}

void MigratorTest::refusesANewerStore()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    store.database().execute(u"INSERT INTO schema_version (version) VALUES (?)"_s, {9999});
    const QStringList before = schemaDescription(store.database());
    try {
        Migrator(store.database()).migrate();
        QFAIL("it migrated a store of a newer program");
    } catch (const DatabaseError &error) {
        QCOMPARE(error.kind(), DatabaseError::Kind::NewerStore);
    }
    QCOMPARE(schemaDescription(store.database()), before);
}

void MigratorTest::leavesNothingOfAStepThatFailed()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect, TestDatabase::Schema::None);
    store.database().executeScript(u"CREATE TABLE feedback (something INTEGER);"_s); // in the way of the first step
    const QStringList before = schemaDescription(store.database());
    QVERIFY_THROWS_EXCEPTION(DatabaseError, Migrator(store.database()).migrate());
    QCOMPARE(Migrator(store.database()).currentVersion(), 0);
    QCOMPARE(schemaDescription(store.database()), before);
}

// The comparison itself must see what a forgotten line in a migration would leave.
void MigratorTest::noticesADifferentSchema_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("change");
    const auto onBoth = [](const char *name, const QString &change) {
        QTest::addRow("%s on sqlite", name) << Dialect::Sqlite << change;
        QTest::addRow("%s on postgresql", name) << Dialect::PostgreSql << change;
    };
    onBoth("column", u"ALTER TABLE users ADD COLUMN extra TEXT"_s);
    onBoth("dropped index", u"DROP INDEX feedback_ward"_s);
    onBoth("new table with a check", u"CREATE TABLE extra (a INTEGER CHECK (a > 1))"_s);
    onBoth("partial index", u"CREATE INDEX extra ON feedback (ward) WHERE age > 1"_s);
    QTest::newRow("trigger on sqlite") << Dialect::Sqlite << u"DROP TRIGGER audit_no_update"_s;
    QTest::newRow("trigger on postgresql") << Dialect::PostgreSql << u"DROP TRIGGER audit_no_change ON audit"_s;
    QTest::newRow("sequence") << Dialect::PostgreSql << u"CREATE SEQUENCE extra"_s;
    QTest::newRow("dropped check") << Dialect::PostgreSql << u"ALTER TABLE users DROP CONSTRAINT users_role_check"_s;
}

void MigratorTest::noticesADifferentSchema()
{
    QFETCH(Dialect, dialect);
    QFETCH(QString, change);
    TestDatabase store(dialect);
    const QStringList before = schemaDescription(store.database());
    store.database().executeScript(change);
    QVERIFY(schemaDescription(store.database()) != before);
}

QTEST_GUILESS_MAIN(MigratorTest)
#include "tst_migrator.moc"
