#include "db/connection.h"

#include "db/commitgroup.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>

#include <chrono>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Lists with many filters make many texts; beyond this the one used longest ago is given up.
constexpr size_t statementLimit = 200;

DatabaseError::Kind sqliteKind(int code)
{
    switch (code & 0xff) { // the low byte of an extended code is the primary one: sqlite.org/rescode.html
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return DatabaseError::Kind::Busy;
    case 19: // SQLITE_CONSTRAINT
        return DatabaseError::Kind::ConstraintViolated;
    case 10: // SQLITE_IOERR
    case 14: // SQLITE_CANTOPEN
        return DatabaseError::Kind::Unreachable;
    default:
        return DatabaseError::Kind::Other;
    }
}

// Classes of SQLSTATE: postgresql.org/docs/15/errcodes-appendix.html
DatabaseError::Kind postgreSqlKind(const QString &state)
{
    if (state.startsWith(u"23"_s) || state == u"P0001"_s) // integrity; RAISE EXCEPTION of a trigger
        return DatabaseError::Kind::ConstraintViolated;
    if (state == u"40001"_s || state == u"40P01"_s || state == u"55P03"_s) // serialisation, deadlock, lock_timeout
        return DatabaseError::Kind::Busy;
    if (state.isEmpty() || state.startsWith(u"08"_s) || state.startsWith(u"57P"_s) || state == u"53300"_s)
        return DatabaseError::Kind::Unreachable;
    return DatabaseError::Kind::Other;
}

// What the caller means by a value: see Database::execute().
QVariant bindable(const QVariant &value)
{
    if (value.userType() == QMetaType::Bool)
        return value.toBool() ? 1 : 0;
    if (value.userType() == QMetaType::QString && value.toString().isNull())
        return u""_s;
    return value;
}

} // namespace

void setPlace(QSqlDatabase &database, const DatabaseLocation &location)
{
    database.setHostName(location.host);
    database.setPort(location.port);
    database.setDatabaseName(location.name);
    database.setUserName(location.user);
    database.setPassword(location.password);
    // A network that swallows what is sent is noticed within 10 s. Two seconds are the shortest wait that libpq knows.
    QString options = u"connect_timeout=2;application_name=accueil;keepalives_idle=30;keepalives_interval=10;"
                      "keepalives_count=3;tcp_user_timeout=10000"_s;
    if (!location.sslMode.isEmpty())
        options += u";sslmode="_s + location.sslMode;
    database.setConnectOptions(options);
}

bool ServerGate::enter(Purpose purpose)
{
    constexpr int patience = 300; // ms; a server in the same building gives a connection in about 10
    for (unsigned before = m_connected; !m_attempt.tryLock(patience);) {
        // A server that gave others a connection meanwhile is busy, not silent.
        if (const unsigned present = m_connected; present != before)
            before = present;
        else
            return false;
    }
    if (purpose == Purpose::Probe || m_pause.hasExpired())
        return true;
    m_attempt.unlock();
    return false;
}

void ServerGate::leave(bool connected)
{
    if (connected)
        ++m_connected;
    m_pause = connected ? QDeadlineTimer(0) : QDeadlineTimer(3s);
    m_attempt.unlock();
}

Connection::Connection(const DatabaseLocation &location, ServerGate &gate, AnswerLimit &limit, QString name)
    : m_location(location)
    , m_gate(gate)
    , m_limit(limit)
    , m_name(std::move(name))
{
}

Connection::~Connection()
{
    close();
}

void Connection::close()
{
    if (m_transaction == TransactionState::Open)
        m_transaction = TransactionState::Broken;
    // SQLite closes no file that statements are open on. On PostgreSQL each of them would be given back by a question
    // and an answer, and complain when there is none, unless their driver has gone before them.
    if (m_location.dialect == Dialect::Sqlite)
        m_statements.clear();
    m_line.reset();
    if (m_database) {
        m_database->close();
        m_database.reset(); // removeDatabase() wants no copy left
        QSqlDatabase::removeDatabase(m_name);
    }
    m_statements.clear();
    m_ages.clear();
}

void Connection::open()
{
    // The rest of a broken transaction must not run on a new connection, each statement on its own.
    if (m_transaction == TransactionState::Broken)
        throw DatabaseError(DatabaseError::Kind::Unreachable, u"the connection was lost during a transaction"_s);
    if (m_database)
        return;
    const bool sqlite = m_location.dialect == Dialect::Sqlite;
    m_database = QSqlDatabase::addDatabase(sqlite ? u"QSQLITE"_s : u"QPSQL"_s, m_name);
    try {
        if (sqlite)
            openSqlite(*m_database);
        else
            openPostgreSql(*m_database);
    } catch (...) {
        close();
        throw;
    }
}

void Connection::openSqlite(QSqlDatabase &database)
{
    QDir().mkpath(QFileInfo(m_location.path).absolutePath());
    // Made before SQLite makes it, so that neither it nor its journal, which takes over its permissions, is ever
    // readable by other users of the machine.
    QFile file(m_location.path);
    if (!file.exists() && file.open(QIODevice::NewOnly | QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner))
        file.close();
    database.setDatabaseName(m_location.path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(lockWait.count()));
    if (!database.open())
        fail(database.lastError(), u"open"_s);
    // No secure_delete: no personal value was ever written in plain, so freed pages hold none.
    executeOnce(u"PRAGMA synchronous = FULL"_s);
    executeOnce(u"PRAGMA foreign_keys = ON"_s);
    executeOnce(u"PRAGMA trusted_schema = OFF"_s);
    // Two programs that open a new file at once: the change of mode is refused at once rather than after busy_timeout.
    for (int attempt = 1;; ++attempt) {
        QSqlQuery query(database);
        if (query.exec(u"PRAGMA journal_mode = WAL"_s) && query.next() && query.value(0).toString() == u"wal"_s)
            return;
        if (attempt == 100)
            fail(query.lastError(), u"PRAGMA journal_mode = WAL"_s);
        query.finish();
        QThread::msleep(50);
    }
}

void Connection::openPostgreSql(QSqlDatabase &database)
{
    setPlace(database, m_location);
    bool connected = false;
    if (m_gate.enter(m_purpose)) {
        connected = database.open();
        m_gate.leave(connected);
    }
    if (!connected) {
        // The server's or libpq's own words; no statement was sent, so that they can quote no value.
        const QString reason = database.lastError().databaseText().section(u'\n', 0, 0).simplified();
        throw DatabaseError(DatabaseError::Kind::Unreachable,
            u"no connection to "_s + m_location.describe() + (reason.isEmpty() ? QString() : u": "_s + reason));
    }
    m_line.emplace(m_limit, *database.driver());
    executeOnce(u"SET lock_timeout = %1"_s.arg(lockWait.count()));
    executeOnce(u"SET client_min_messages = warning"_s);
}

QSqlQuery &Connection::prepared(const QString &sql)
{
    open();
    if (const auto found = m_statements.find(sql); found != m_statements.end()) {
        m_ages.splice(m_ages.end(), m_ages, found->second.age);
        return found->second.query;
    }
    QSqlQuery query(*m_database);
    if (!withLimit(AnswerLimit::statement, [&] { return query.prepare(sql); }))
        fail(query.lastError(), sql);
    if (m_statements.size() >= statementLimit)
        forgetOldest();
    m_ages.push_back(sql);
    return m_statements.emplace(sql, Statement{std::move(query), std::prev(m_ages.end())}).first->second.query;
}

void Connection::forgetOldest()
{
    m_statements.erase(m_ages.front());
    m_ages.pop_front();
}

QSqlQuery &Connection::execute(const QString &sql, const QVariantList &values)
{
    const bool mayRepeat = m_transaction == TransactionState::None && sql.startsWith(u"SELECT"_s);
    return repeatingWhenLost(mayRepeat, [&]() -> QSqlQuery & {
        QSqlQuery &query = prepared(sql);
        if (!run(query, values))
            fail(query.lastError(), sql);
        return query;
    });
}

// Whether a write reached the database before the connection broke cannot be known, so only reads are repeated, and the
// BEGIN of writers.
template <typename Work>
auto Connection::repeatingWhenLost(bool mayRepeat, Work work) -> decltype(work())
{
    const bool hadConnection = m_database.has_value();
    try {
        return work();
    } catch (const DatabaseError &error) {
        // fail() gave a lost connection up. Where none could be had, or no answer, asking once more only takes twice as
        // long.
        const bool isLost = !m_database && error.kind() == DatabaseError::Kind::Unreachable;
        if (!mayRepeat || !hadConnection || !isLost || m_wasGivenUp)
            throw;
    }
    return work();
}

bool Connection::run(QSqlQuery &query, const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), bindable(values.at(i)));
    const bool isProbe = m_purpose == ServerGate::Purpose::Probe;
    if (!withLimit(isProbe ? AnswerLimit::probe : AnswerLimit::statement, [&] { return query.exec(); }))
        return false;
    if (m_location.dialect == Dialect::Sqlite && query.isSelect()) {
        // Read to the end now: a statement that is left half read keeps its snapshot, and every later read of this
        // thread would see the past. PostgreSQL's driver fetches everything anyway.
        query.last();
        if (query.lastError().isValid())
            return false;
        query.seek(QSql::BeforeFirstRow);
    }
    return true;
}

void Connection::executeOnce(const QString &sql, std::chrono::milliseconds patience)
{
    open();
    QSqlQuery query(*m_database);
    if (!withLimit(patience, [&] { return query.exec(sql); }))
        fail(query.lastError(), sql);
}

template <typename Work>
bool Connection::withLimit(std::chrono::milliseconds patience, Work work)
{
    if (!m_line)
        return work();
    m_line->asked(patience);
    const bool succeeded = work();
    m_wasGivenUp = !m_line->answered();
    if (m_wasGivenUp && m_purpose == ServerGate::Purpose::Probe)
        m_limit.giveUpWaiting();
    return succeeded;
}

bool Connection::probe()
{
    m_purpose = ServerGate::Purpose::Probe;
    bool answers = false;
    try {
        answers = execute(u"SELECT 1"_s, {}).next();
    } catch (const DatabaseError &) {
    }
    m_purpose = ServerGate::Purpose::Work;
    return answers;
}

void Connection::begin()
{
    Q_ASSERT_X(m_transaction == TransactionState::None, "Transaction", "transactions are not nested");
    // A deferred transaction that reads first and writes later fails at once when another writer came between.
    const QString sql = m_location.dialect == Dialect::Sqlite ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s;
    repeatingWhenLost(true, [&] { executeOnce(sql); });
    m_transaction = TransactionState::Open;
}

void Connection::commit()
{
    executeOnce(u"COMMIT"_s);
    m_transaction = TransactionState::None;
}

void Connection::rollBack() noexcept
{
    try {
        // SQLite rolls back by itself after some errors (full disk); the second one is then refused, which is fine.
        if (m_transaction == TransactionState::Open)
            executeOnce(u"ROLLBACK"_s);
    } catch (const DatabaseError &) {
    }
    m_transaction = TransactionState::None;
}

void Connection::setSavepoint()
{
    executeOnce(u"SAVEPOINT one"_s);
    m_isInSavepoint = true;
}

void Connection::releaseSavepoint()
{
    executeOnce(u"RELEASE SAVEPOINT one"_s);
    m_isInSavepoint = false;
}

void Connection::rollBackToSavepoint() noexcept
{
    try {
        executeOnce(u"ROLLBACK TO SAVEPOINT one"_s);
        executeOnce(u"RELEASE SAVEPOINT one"_s);
    } catch (const DatabaseError &) {
        // After some errors (full disk) SQLite has rolled back all of it by itself.
        m_group->m_isBroken = true;
    }
    m_isInSavepoint = false;
}

bool Connection::isLost(const QSqlError &error) const
{
    if (m_location.dialect == Dialect::Sqlite)
        return false;
    return !m_database->isOpen() || postgreSqlKind(error.nativeErrorCode()) == DatabaseError::Kind::Unreachable;
}

void Connection::fail(const QSqlError &error, const QString &sql)
{
    const QString code = error.nativeErrorCode();
    const bool lost = isLost(error);
    const DatabaseError::Kind kind = lost       ? DatabaseError::Kind::Unreachable
        : m_location.dialect == Dialect::Sqlite ? sqliteKind(code.toInt())
                                                : postgreSqlKind(code);
    // The driver's own text can quote values ("Key (username)=(...) already exists"); the statement has none in it.
    const QString message
        = u"database error %1 in: %2"_s.arg(code.isEmpty() ? u"?"_s : code, sql.simplified().left(160));
    if (lost)
        close();
    // Without a savepoint to go back to, PostgreSQL takes no more in this transaction.
    if (m_group && m_transaction != TransactionState::None && (lost || !m_isInSavepoint))
        m_group->m_isBroken = true;
    throw DatabaseError(kind, message);
}

} // namespace accueil
