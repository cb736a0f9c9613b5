#pragma once

#include "db/database.h"

#include <list>
#include <unordered_map>

namespace accueil {

// One thread's connection to the store: opened at first use, its prepared statements, its transaction, its errors
// turned into DatabaseError. Used by the thread that made it only.
class Connection
{
public:
    Connection(const DatabaseLocation &location, QString name);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    QSqlQuery &prepared(const QString &sql);
    QSqlQuery &execute(const QString &sql, const QVariantList &values);
    void executeOnce(const QString &sql); // without keeping the statement
    void begin();
    void commit();
    void rollBack() noexcept;

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
    void forgetOldest();
    [[noreturn]] void fail(const QSqlError &error, const QString &sql);

    const DatabaseLocation &m_location;
    QString m_name;
    std::optional<QSqlDatabase> m_database;
    std::unordered_map<QString, Statement> m_statements;
    std::list<QString> m_ages; // oldest use first
    TransactionState m_transaction = TransactionState::None;
};

} // namespace accueil
