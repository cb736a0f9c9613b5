#pragma once

#include "db/databaseerror.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>

namespace accueil {

class CommitGroup;
class Connection;

enum class Dialect { Sqlite, PostgreSql };

// Where the store is. parse() reads sqlite:///path (sqlite:////absolute/path) and
// postgresql://user:password@host:port/name, with ?sslmode= as libpq knows it.
struct DatabaseLocation
{
    Dialect dialect = Dialect::Sqlite;
    QString path; // SQLite file
    QString host;
    int port = 5432;
    QString name;
    QString user;
    QString password;
    QString sslMode; // empty: libpq's own default

    static std::optional<DatabaseLocation> parse(const QString &url);
    QString describe() const; // without the password
};

// One store; hands every thread its own connection, opened at first use and reopened when the server went away. SQLite
// runs in WAL mode with synchronous=FULL, foreign keys on and a busy timeout. Thread-safe.
class Database
{
public:
    explicit Database(DatabaseLocation location);
    ~Database(); // every thread but the caller's must be done with it

    Dialect dialect() const;
    const DatabaseLocation &location() const;

    // A prepared statement on this thread's connection, kept between calls. `sql` uses ? for values and is the same for
    // both databases; where they differ, choose by dialect().
    QSqlQuery &prepared(const QString &sql);
    // Binds in order, executes, throws DatabaseError. The query is valid until the next call with the same text; its
    // rows are all read, so page through what can be large. A null QString is bound as an empty text and a bool as 0 or
    // 1; NULL is QVariant{} or a null QByteArray. A read outside a transaction is repeated once when the server went
    // away. A PostgreSQL server that does not answer within 20 s counts as gone.
    QSqlQuery &execute(const QString &sql, const QVariantList &values = {});
    // Statements separated by a line that ends with ";", executed without being prepared: for what PostgreSQL does not
    // prepare (CREATE, SET, LOCK).
    void executeScript(const QString &sql);

    // The next number of a table; never given to two rows, also not after a delete. Call inside a transaction.
    qint64 nextId(const char *table);

    // Does `work` when what this thread has committed is stored: at once, unless it is in a CommitGroup. Call after
    // Transaction::commit().
    void afterCommit(std::function<void()> work);

    // Asks now, and takes as long as that takes: up to 2 s when no server answers. Meanwhile and for 3 s afterwards
    // nobody else waits for that server: execute() fails at once, or after 300 ms. What was asked of a server that took
    // the question and never answers it is given up then as well. Never throws.
    bool isReachable();
    void closeThread(); // gives up this thread's connection

private:
    friend class CommitGroup;
    friend class Transaction;
    Connection &connection(); // of this thread
    void takeTurn(); // to write, on SQLite; throws when it does not come
    void giveTurn();

    struct Private;
    std::shared_ptr<Private> d; // shared with the threads, which close their connection when they end
};

// BEGIN IMMEDIATE on SQLite, BEGIN on PostgreSQL; rolls back when it goes out of scope without commit(). Not nested; in
// a CommitGroup it is a savepoint. The threads of one program take turns on SQLite: left to itself, whoever finds it
// locked sleeps up to 100 ms at a time, however soon the lock is free.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    void commit();

private:
    Database &m_database;
    CommitGroup *m_group; // null: stands alone
    bool m_open = true;
};

} // namespace accueil
