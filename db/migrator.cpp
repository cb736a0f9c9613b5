#include "db/migrator.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Any number, as long as every desk uses the same one: the key of the lock that desks starting at once queue for.
constexpr qint64 advisoryLock = 0x41434355; // "ACCU"

QString folder(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? u":/db/migrations/sqlite"_s : u":/db/migrations/postgresql"_s;
}

// The files of a dialect by number: 001_initial.sql is step 1.
QMap<int, QString> steps(Dialect dialect)
{
    QMap<int, QString> found;
    const QDir directory(folder(dialect));
    for (const QString &file : directory.entryList({u"*.sql"_s}, QDir::Files)) {
        const int number = file.section(u'_', 0, 0).toInt();
        Q_ASSERT_X(!found.contains(number), "Migrator", "two migrations have one number: the later one takes the next");
        found.insert(number, directory.filePath(file));
    }
    return found;
}

QString textOf(const QString &path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "Migrator", "a migration is missing from the program");
    return QString::fromUtf8(file.readAll());
}

} // namespace

Migrator::Migrator(Database &database)
    : m_database(database)
{
}

int Migrator::newestVersion(Dialect dialect)
{
    return steps(dialect).lastKey();
}

int Migrator::currentVersion()
{
    QSqlQuery &table = m_database.dialect() == Dialect::Sqlite
        ? m_database.execute(u"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'"_s)
        : m_database.execute(u"SELECT count(*) FROM pg_catalog.pg_class WHERE oid = to_regclass('schema_version')"_s);
    table.next();
    if (table.value(0).toInt() == 0)
        return 0;
    QSqlQuery &version = m_database.execute(u"SELECT coalesce(max(version), 0) FROM schema_version"_s);
    version.next();
    return version.value(0).toInt();
}

void Migrator::migrate(int upTo)
{
    const QMap<int, QString> files = steps(m_database.dialect());
    const int target = upTo == newest ? files.lastKey() : upTo;
    if (currentVersion() > files.lastKey())
        throw DatabaseError(DatabaseError::Kind::NewerStore, u"the store was made by a newer version of the program"_s);
    for (auto step = files.cbegin(); step != files.cend() && step.key() <= target; ++step) {
        if (step.key() > currentVersion())
            runStep(step.key(), textOf(step.value()));
    }
}

void Migrator::runStep(int version, const QString &script)
{
    Transaction transaction{m_database}; // on SQLite the lock as well
    if (m_database.dialect() == Dialect::PostgreSql)
        m_database.execute(u"SELECT pg_advisory_xact_lock(?)"_s, {advisoryLock});
    if (currentVersion() >= version) // another desk did it while this one waited
        return;
    m_database.executeScript(u"CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY);"_s);
    m_database.executeScript(script);
    m_database.execute(u"INSERT INTO schema_version (version) VALUES (?)"_s, {version});
    transaction.commit();
}

} // namespace accueil
