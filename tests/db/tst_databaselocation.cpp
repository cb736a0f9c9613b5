#include "db/database.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class DatabaseLocationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parsesUrls_data();
    void parsesUrls();
    void refusesUrls_data();
    void refusesUrls();
    void describesWithoutThePassword();
};

void DatabaseLocationTest::parsesUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("described");
    QTest::addColumn<QString>("password");
    const auto row = [](const char *url, const char *described, const char *password = "") {
        QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(described) << QString::fromUtf8(password);
    };
    row("sqlite:///accueil.db", "sqlite:///accueil.db");
    row("sqlite:////var/lib/accueil.db", "sqlite:////var/lib/accueil.db");
    row("sqlite:///C:/data/accueil.db", "sqlite:///C:/data/accueil.db");
    row("postgresql://u:p@db.example:5433/accueil", "postgresql://u@db.example:5433/accueil", "p");
    row("postgres://u:p@db.example/accueil", "postgresql://u@db.example:5432/accueil", "p");
    row("postgresql://db.example/accueil", "postgresql://db.example:5432/accueil");
    row("postgresql:///accueil", "postgresql://localhost:5432/accueil");
    row("postgresql://u:p%40ss%2Fw%3Ard@h/accueil", "postgresql://u@h:5432/accueil", "p@ss/w:rd");
    row("postgresql://u:p@h/accueil?sslmode=verify-full", "postgresql://u@h:5432/accueil", "p");
}

void DatabaseLocationTest::parsesUrls()
{
    QFETCH(QString, url);
    QFETCH(QString, described);
    QFETCH(QString, password);
    const std::optional<DatabaseLocation> location = DatabaseLocation::parse(url);
    QVERIFY(location.has_value());
    QCOMPARE(location->describe(), described);
    QCOMPARE(location->password, password);
    QCOMPARE(location->sslMode, url.contains(u'?') ? u"verify-full"_s : QString());
}

void DatabaseLocationTest::refusesUrls_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url : {"", "accueil.db", "sqlite:", "sqlite://accueil.db", "sqlite:///", "sqlite:///folder/",
             "sqlite:///:memory:", "mysql://u:p@h/accueil", "postgresql://u:p@h", "postgresql://u:p@h/",
             "postgresql://u:p@h:99999/a", "postgresql://u:p@h:x/a", "postgresql://h/a?sslmode=maybe",
             "postgresql://h/a?options=-c", "postgresql://h/a/b", "postgresql://u:p w@h/a"})
        QTest::newRow(url) << QString::fromUtf8(url);
}

void DatabaseLocationTest::refusesUrls()
{
    QFETCH(QString, url);
    QVERIFY(!DatabaseLocation::parse(url));
}

void DatabaseLocationTest::describesWithoutThePassword()
{
    QVERIFY(!DatabaseLocation::parse(u"postgresql://u:s3cret@h/a"_s)->describe().contains(u"s3cret"_s));
}

QTEST_GUILESS_MAIN(DatabaseLocationTest)
#include "tst_databaselocation.moc"
