#pragma once

#include "db/database.h"

#include <QList>

#include <functional>

namespace accueil {

// Several use cases in one transaction of this thread, which wait for the disk together. While it lives, a Transaction
// is a savepoint in it, so that one that fails undoes nothing of the others; it begins with the first of them. Nothing
// is stored before commit(). Not nested.
class CommitGroup
{
public:
    explicit CommitGroup(Database &database);
    ~CommitGroup(); // without commit() nothing was done, and what waits for it is forgotten
    CommitGroup(const CommitGroup &) = delete;
    CommitGroup &operator=(const CommitGroup &) = delete;

    // Stores all of it, then does what Database::afterCommit() was given. Throws DatabaseError: nothing was stored,
    // unless the connection was lost just then.
    void commit();

private:
    friend class Database;
    friend class Transaction;
    friend class Connection;

    void beginOnce();
    void end();

    Database &m_database;
    bool m_hasBegun = false;
    bool m_isOver = false;
    bool m_isBroken = false; // the transaction cannot be committed any more
    QList<std::function<void()>> m_afterwards;
};

} // namespace accueil
