#include "db/database.h"

#include "db/commitgroup.h"
#include "db/connection.h"
#include "db/writerturns.h"

#include <QMutex>
#include <QThreadStorage>

#include <atomic>
#include <vector>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

std::atomic<quint64> lastDatabase{0};
std::atomic<quint64> lastThread{0};

} // namespace

struct Database::Private
{
    explicit Private(DatabaseLocation where)
        : location(std::move(where))
    {
    }
    Connection &ofThisThread(const std::shared_ptr<Private> &self);
    void close(quint64 thread);

    const DatabaseLocation location;
    ServerGate gate;
    AnswerLimit limit;
    const quint64 serial = ++lastDatabase;
    QMutex mutex; // guards `connections`; a connection itself belongs to its thread
    std::unordered_map<quint64, std::unique_ptr<Connection>> connections; // by thread number
    WriterTurns writers; // SQLite: whose turn it is to write

    // This thread's number, never given again (operating systems reuse theirs), and the stores it has connections to,
    // which are closed when the thread ends.
    struct ThisThread
    {
        const quint64 number = ++lastThread;
        std::vector<std::weak_ptr<Private>> stores;

        ThisThread() = default;
        ThisThread(const ThisThread &) = delete;
        ThisThread &operator=(const ThisThread &) = delete;
        ~ThisThread()
        {
            for (const std::weak_ptr<Private> &store : stores) {
                if (const std::shared_ptr<Private> open = store.lock())
                    open->close(number);
            }
        }
    };
    static ThisThread &thisThread()
    {
        static QThreadStorage<ThisThread *> threads;
        if (!threads.hasLocalData())
            threads.setLocalData(new ThisThread);
        return *threads.localData();
    }
};

Connection &Database::Private::ofThisThread(const std::shared_ptr<Private> &self)
{
    ThisThread &thread = thisThread();
    const QMutexLocker lock(&mutex);
    std::unique_ptr<Connection> &connection = connections[thread.number];
    if (!connection) {
        connection
            = std::make_unique<Connection>(location, gate, limit, u"accueil-%1-%2"_s.arg(serial).arg(thread.number));
        std::erase_if(thread.stores, [](const std::weak_ptr<Private> &store) { return store.expired(); });
        thread.stores.push_back(self);
    }
    return *connection;
}

void Database::Private::close(quint64 thread)
{
    std::unique_ptr<Connection> connection;
    {
        const QMutexLocker lock(&mutex);
        if (const auto found = connections.find(thread); found != connections.end()) {
            connection = std::move(found->second);
            connections.erase(found);
        }
    }
}

Database::Database(DatabaseLocation location)
    : d(std::make_shared<Private>(std::move(location)))
{
}

Database::~Database() = default;

Dialect Database::dialect() const
{
    return d->location.dialect;
}

const DatabaseLocation &Database::location() const
{
    return d->location;
}

QSqlQuery &Database::prepared(const QString &sql)
{
    return d->ofThisThread(d).prepared(sql);
}

QSqlQuery &Database::execute(const QString &sql, const QVariantList &values)
{
    return d->ofThisThread(d).execute(sql, values);
}

void Database::executeScript(const QString &sql)
{
    Connection &connection = d->ofThisThread(d);
    QString statement;
    for (const QString &line : sql.split(u'\n')) {
        if (line.trimmed().startsWith(u"--"_s))
            continue;
        statement += line + u'\n';
        if (line.trimmed().endsWith(u';')) {
            connection.executeOnce(statement, AnswerLimit::script);
            statement.clear();
        }
    }
    if (!statement.trimmed().isEmpty())
        connection.executeOnce(statement, AnswerLimit::script);
}

qint64 Database::nextId(const char *table)
{
    const QString name = QString::fromLatin1(table);
    QString next = u"SELECT nextval('%1_seq')"_s.arg(name);
    if (dialect() == Dialect::Sqlite) {
        // Not RETURNING: SQLite gathers its rows in a table of their own, which costs twice as much as a second
        // statement.
        if (execute(u"UPDATE sequences SET value = value + 1 WHERE name = ?"_s, {name}).numRowsAffected() == 0)
            execute(u"INSERT INTO sequences (name, value) VALUES (?, 1)"_s, {name});
        next = u"SELECT value FROM sequences WHERE name = ?"_s;
    }
    QSqlQuery &query = execute(next, dialect() == Dialect::Sqlite ? QVariantList{name} : QVariantList());
    query.next();
    return query.value(0).toLongLong();
}

bool Database::isReachable()
{
    return d->ofThisThread(d).probe();
}

void Database::closeThread()
{
    d->close(Private::thisThread().number);
}

Connection &Database::connection()
{
    return d->ofThisThread(d);
}

void Database::takeTurn()
{
    if (dialect() == Dialect::Sqlite && !d->writers.takeWithin(lockWait))
        throw DatabaseError(DatabaseError::Kind::Busy, u"no turn to write"_s);
}

void Database::giveTurn()
{
    if (dialect() == Dialect::Sqlite)
        d->writers.give();
}

void Database::afterCommit(std::function<void()> work)
{
    if (CommitGroup *group = connection().group())
        group->m_afterwards += std::move(work);
    else
        work();
}

Transaction::Transaction(Database &database)
    : m_database(database)
    , m_group(database.connection().group())
{
    if (m_group) {
        m_group->beginOnce();
        m_database.connection().setSavepoint();
        return;
    }
    m_database.takeTurn();
    try {
        m_database.connection().begin();
    } catch (...) {
        m_database.giveTurn();
        throw;
    }
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    if (m_group) {
        m_database.connection().rollBackToSavepoint();
    } else {
        m_database.connection().rollBack();
        m_database.giveTurn();
    }
}

void Transaction::commit()
{
    if (m_group) {
        m_database.connection().releaseSavepoint();
        m_open = false;
        return;
    }
    m_database.connection().commit();
    m_open = false;
    m_database.giveTurn();
}

} // namespace accueil
