#include "db/database.h"
#include "db/migrator.h"
#include "tests/support/testdatabase.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class DatabaseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesNumbersOnce_data() { TestDatabase::addDialectRows(); }
    void givesNumbersOnce();
    void keepsWhatWasCommittedOnly_data() { TestDatabase::addDialectRows(); }
    void keepsWhatWasCommittedOnly();
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
    const QString insert = u"INSERT INTO settings (name, value, updated_at) VALUES (?, ?, ?)"_s;
    {
        Transaction transaction{store.database()};
        store.database().execute(insert, {u"kept"_s, QString(), 1});
        transaction.commit();
    }
    {
        Transaction transaction{store.database()};
        store.database().execute(insert, {u"lost"_s, u"x"_s, 1});
    }
    QSqlQuery &rows = store.database().execute(u"SELECT name, value FROM settings"_s);
    QVERIFY(rows.next());
    QCOMPARE(rows.value(0).toString(), u"kept"_s);
    QVERIFY2(!rows.value(1).isNull(), "a null QString is an empty text");
    QVERIFY(!rows.next());
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
