#include "tests/support/testdatabase.h"

#include "app/security/random.h"
#include "db/migrator.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QUrl serverUrl()
{
    const QString url = qEnvironmentVariable("ACCUEIL_TEST_POSTGRESQL");
    if (!DatabaseLocation::parse(url))
        qFatal("This test needs PostgreSQL: set ACCUEIL_TEST_POSTGRESQL=postgresql://user:password@host:port/postgres");
    return QUrl(url);
}

void onServer(const QString &statement)
{
    Database server(*DatabaseLocation::parse(serverUrl().toString(QUrl::FullyEncoded)));
    server.executeScript(statement);
}

} // namespace

struct TestDatabase::Private
{
    Keyring keyring{{{quint16(1), Keyring::newMaster()}}};
    StoreCipher cipher{keyring};
    QTemporaryDir folder;
    QString url;
    QString serverName; // of the database on the server; empty on SQLite
    std::unique_ptr<Database> database;
};

void TestDatabase::addDialectRows()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("sqlite") << Dialect::Sqlite;
    QTest::newRow("postgresql") << Dialect::PostgreSql;
}

TestDatabase::TestDatabase(Dialect dialect, Schema schema)
    : d(std::make_unique<Private>())
{
    if (dialect == Dialect::Sqlite) {
        d->url = u"sqlite:///"_s + d->folder.filePath(u"accueil.db"_s);
    } else {
        d->serverName = u"accueil_test_"_s + QString::fromLatin1(randomBytes(8).toHex());
        onServer(u"CREATE DATABASE "_s + d->serverName);
        QUrl url = serverUrl();
        url.setPath(u'/' + d->serverName);
        d->url = url.toString(QUrl::FullyEncoded);
    }
    d->database = std::make_unique<Database>(*DatabaseLocation::parse(d->url));
    if (schema == Schema::Newest)
        Migrator(*d->database).migrate();
}

TestDatabase::~TestDatabase()
{
    d->database.reset();
    if (!d->serverName.isEmpty())
        onServer(u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(d->serverName));
}

Database &TestDatabase::database()
{
    return *d->database;
}

const StoreCipher &TestDatabase::cipher() const
{
    return d->cipher;
}

const Keyring &TestDatabase::keyring() const
{
    return d->keyring;
}

QString TestDatabase::url() const
{
    return d->url;
}

QString TestDatabase::folder() const
{
    return d->folder.path();
}

} // namespace accueil
