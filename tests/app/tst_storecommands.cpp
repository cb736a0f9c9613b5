#include "db/migrator.h"
#include "tests/app/programrun.h"
#include "tests/support/testdatabase.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QByteArray password = "mango rain on the roof\n";

} // namespace

// The commands that look after accounts and take files in.
class StoreCommandsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyLookingLeavesNothingBehind_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("user list") << QStringList{u"user"_s, u"list"_s};
        QTest::newRow("user disable") << QStringList{u"user"_s, u"disable"_s, u"awa"_s};
        QTest::newRow("recovery-key") << QStringList{u"recovery-key"_s, u"--yes"_s};
        QTest::newRow("recover") << QStringList{u"recover"_s};
    }
    void onlyLookingLeavesNothingBehind()
    {
        QFETCH(QStringList, command);
        TestDesk desk;
        const auto onFile = desk.run(command, "AAAA\n");
        QCOMPARE(onFile.code, 1);
        QVERIFY2(onFile.errors.contains(u"there is no store in"), qPrintable(onFile.errors));
        QVERIFY(!QFileInfo::exists(desk.dataDirectory()));

        TestDatabase server(Dialect::PostgreSql, TestDatabase::Schema::None);
        desk.set(u"DATABASE_URL"_s, server.url());
        const auto onServer = desk.run(command, "AAAA\n");
        QCOMPARE(onServer.code, 1);
        QVERIFY2(onServer.errors.contains(u"there is no store in"), qPrintable(onServer.errors));
        QVERIFY(!QFileInfo::exists(desk.dataDirectory()));
        QCOMPARE(Migrator(server.database()).currentVersion(), 0);
    }

    void aFileThatIsNotThereBeginsNoStore()
    {
        const TestDesk desk;
        const auto outcome = desk.run({u"import"_s, u"feedback"_s, u"nowhere.csv"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.errors.contains(u"not there or cannot be read"), qPrintable(outcome.errors));
        QVERIFY(!QFileInfo::exists(desk.dataDirectory() + u"/accueil.db"_s));
    }

    void addsListsAndDisablesAccounts()
    {
        const TestDesk desk;
        const auto notFirst = desk.run({u"user"_s, u"add"_s, u"nurse"_s, u"--role"_s, u"viewer"_s}, password);
        QCOMPARE(notFirst.code, 1);
        QVERIFY(notFirst.errors.contains(u"--role admin"));
        const auto added
            = desk.run({u"user"_s, u"add"_s, u"Awa"_s, u"--role"_s, u"admin"_s, u"--email"_s, u"awa@example.org"_s},
                password + "not the password\n");
        QCOMPARE(added.code, 0);
        QCOMPARE(added.output, u"awa admin\n"_s);
        const auto weak = desk.run({u"user"_s, u"add"_s, u"nurse"_s, u"--role"_s, u"viewer"_s}, "short\n");
        QCOMPARE(weak.code, 1);
        QVERIFY2(weak.errors.contains(u"password: Shorter than 10 characters."), qPrintable(weak.errors));
        QCOMPARE(desk.run({u"user"_s, u"add"_s, u"nurse"_s, u"--role"_s, u"viewer"_s}, password).code, 0);
        const auto twice = desk.run({u"user"_s, u"add"_s, u"nurse"_s, u"--role"_s, u"viewer"_s}, password);
        QCOMPARE(twice.code, 1);
        QVERIFY(twice.errors.contains(u"username"));
        QCOMPARE(
            desk.run({u"user"_s, u"list"_s}).output, u"awa\tadmin\tactive\tnever\nnurse\tviewer\tactive\tnever\n"_s);
        QCOMPARE(desk.run({u"user"_s, u"disable"_s, u"nurse"_s}).code, 0);
        QCOMPARE(desk.run({u"user"_s, u"disable"_s, u"nobody"_s}).code, 1);
        QCOMPARE(desk.run({u"user"_s, u"disable"_s, u"awa"_s}).code, 1); // the last administrator
        QVERIFY(desk.run({u"user"_s, u"list"_s}).output.contains(u"nurse\tviewer\tdisabled"));
    }

    void saysWhichColumnsItLeavesOut()
    {
        const TestDesk desk;
        const auto import = [&](const QByteArray &csv) {
            const QString path = desk.folder() + u"/odd.csv"_s;
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
                qFatal("the file could not be written");
            file.close();
            return desk.run({u"import"_s, u"feedback"_s, path});
        };
        const auto nothing = import("foo,bar\n1,2\n");
        QCOMPARE(nothing.code, 1);
        QVERIFY2(nothing.errors.contains(u"none of its columns is known"_s), qPrintable(nothing.errors));
        const auto some = import("overall_experience,coment,feedback_date\n4,Bien,2026-03-01\n");
        QCOMPARE(some.code, 0);
        QVERIFY2(some.errors.contains(u"columns that are left out: coment\n"_s), qPrintable(some.errors));
        QVERIFY(some.output.startsWith(u"1 accepted"_s));
    }

    void importsAFileOnceHoweverOftenItIsAsked()
    {
        const TestDesk desk;
        const QString path = desk.folder() + u"/visitors.csv"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("patient_id,overall_experience,comments,feedback_date\n"
                   "P1,5,good,2026-01-05\nP2,9,nine of five,2026-01-06\nP3,2,long wait,2026-01-07\n");
        file.close();
        const auto first = desk.run({u"import"_s, u"feedback"_s, path});
        QVERIFY2(first.code == 0, qPrintable(first.errors));
        QVERIFY2(first.output.startsWith(u"2 accepted, 0 repeated, 1 refused, "), qPrintable(first.output));
        QVERIFY(first.output.contains(u"rows per second"));
        QVERIFY(first.output.contains(desk.folder()));
        QFile refused(desk.folder() + u"/visitors.report.csv"_s);
        QVERIFY(refused.open(QIODevice::ReadOnly));
        QVERIFY(refused.readAll().contains("3,\"overall_experience\",\"9\",\"Not between 1 and 5, both allowed.\""));
        QVERIFY(desk.run({u"import"_s, u"feedback"_s, path}).output.startsWith(u"0 accepted, 2 repeated, 1 refused, "));
        QCOMPARE(desk.run({u"import"_s, u"feedback"_s, u"nowhere.csv"_s}).code, 1);
    }

    void bringsInTheFileOfATabletOnce()
    {
        const TestDesk desk;
        const QString file = QFINDTESTDATA("../data/tablet-queue-1.json");
        QCOMPARE(desk.run({u"import"_s, u"tablet"_s, file}).code, 1); // there is no store
        const QString path = desk.folder() + u"/visitors.csv"_s;
        QFile rows(path);
        QVERIFY(rows.open(QIODevice::WriteOnly) && rows.write("patient_id,overall_experience\nP1,5\n") > 0);
        rows.close();
        QCOMPARE(desk.run({u"import"_s, u"feedback"_s, path}).code, 0);
        const auto first = desk.run({u"import"_s, u"tablet"_s, file});
        QVERIFY2(first.code == 0, qPrintable(first.errors));
        QVERIFY2(first.output.contains(u"\tcreated\trecording lost\n"), qPrintable(first.output));
        QVERIFY2(first.output.contains(u"5 created, 0 known"), qPrintable(first.output));
        const auto again = desk.run({u"import"_s, u"tablet"_s, file});
        QVERIFY2(again.output.contains(u"0 created, 5 known, 0 to compare"), qPrintable(again.output));
        const auto other = desk.run({u"import"_s, u"tablet"_s, path});
        QCOMPARE(other.code, 1);
        QVERIFY2(other.errors.contains(u"Not a file of answers that a tablet wrote"), qPrintable(other.errors));
    }
};

QTEST_GUILESS_MAIN(StoreCommandsTest)
#include "tst_storecommands.moc"
