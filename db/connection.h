#pragma once

#include "db/answerlimit.h"
#include "db/database.h"

#include <QDeadlineTimer>
#include <QMutex>

#include <atomic>
#include <list>
#include <unordered_map>

namespace accueil {

// Where a PostgreSQL server is and how to notice that it does not answer, before open().
void setPlace(QSqlDatabase &database, const DatabaseLocation &location);

// How long a writer waits for another one, on both databases.
inline constexpr std::chrono::milliseconds lockWait{15'000};

// What the connections of one store know together of a server that does not answer, so that an outage costs one thread
// the wait for it and not all of them. Thread-safe.
class ServerGate
{
public:
    // One thread at a time asks for a connection; false: another one has been waiting for an answer for a while, or the
    // server did not answer a moment ago. Many threads that begin at once get theirs one after the other, however long
    // the queue. A probe asks the server whatever happened before.
    enum class Purpose { Work, Probe };
    bool enter(Purpose purpose);
    void leave(bool connected);

private:
    QMutex m_attempt;
    QDeadlineTimer m_pause; // guarded by m_attempt
    std::atomic<unsigned> m_connected = 0; // how many connections were given so far
};

// One thread's connection to the store: opened at first use, its prepared statements, its transaction, its errors
// turned into DatabaseError. Used by the thread that made it only.
class Connection
{
public:
    Connection(const DatabaseLocation &location, ServerGate &gate, AnswerLimit &limit, QString name);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    QSqlQuery &prepared(const QString &sql);
    QSqlQuery &execute(const QString &sql, const QVariantList &values);
    // Without keeping the statement.
    void executeOnce(const QString &sql, std::chrono::milliseconds patience = AnswerLimit::statement);
    bool probe(); // whether the store answers; never throws
    void begin();
    void commit();
    void rollBack() noexcept;
    // One at a time, inside a transaction.
    void setSavepoint();
    void releaseSavepoint();
    void rollBackToSavepoint() noexcept;

    // That this thread is in now; null: none. It outlives this setting.
    CommitGroup *group() const { return m_group; }
    void setGroup(CommitGroup *group) { m_group = group; }

private:
    enum class TransactionState {
        None,
        Open,
        Broken
    }; // Broken: the connection was lost, the owner does not know it yet
    struct Statement
    {
        QSqlQuery query;
        std::list<QString>::iterator age;
    };

    void open();
    void close();
    void openSqlite(QSqlDatabase &database);
    void openPostgreSql(QSqlDatabase &database);
    bool isLost(const QSqlError &error) const;
    template <typename Work>
    auto repeatingWhenLost(bool mayRepeat, Work work) -> decltype(work());
    bool run(QSqlQuery &query, const QVariantList &values);
    // Runs what waits for the server, for as long as that may take.
    template <typename Work>
    bool withLimit(std::chrono::milliseconds patience, Work work);
    void forgetOldest();
    [[noreturn]] void fail(const QSqlError &error, const QString &sql);

    const DatabaseLocation &m_location;
    ServerGate &m_gate;
    AnswerLimit &m_limit;
    std::optional<AnswerLimit::Line> m_line; // while connected to PostgreSQL
    ServerGate::Purpose m_purpose = ServerGate::Purpose::Work;
    QString m_name;
    std::optional<QSqlDatabase> m_database;
    std::unordered_map<QString, Statement> m_statements;
    std::list<QString> m_ages; // oldest use first
    TransactionState m_transaction = TransactionState::None;
    CommitGroup *m_group = nullptr;
    bool m_isInSavepoint = false;
    bool m_wasGivenUp = false; // whether the last statement was left unanswered
};

} // namespace accueil
