#include "db/commitgroup.h"

#include "db/connection.h"

#include <utility>

namespace accueil {

using namespace Qt::StringLiterals;

CommitGroup::CommitGroup(Database &database)
    : m_database(database)
{
    m_database.connection().setGroup(this);
}

CommitGroup::~CommitGroup()
{
    if (m_isOver)
        return;
    if (m_hasBegun)
        m_database.connection().rollBack();
    end();
}

void CommitGroup::beginOnce()
{
    if (m_hasBegun) {
        // SQLite may have rolled back all of it by itself: what follows would be kept alone.
        if (m_isBroken)
            throw DatabaseError(DatabaseError::Kind::Other, u"a group of transactions is broken"_s);
        return;
    }
    // Each of the others would wait as long, in vain.
    if (std::exchange(m_isBroken, true))
        throw DatabaseError(DatabaseError::Kind::Busy, u"a group of transactions did not begin"_s);
    m_database.takeTurn();
    try {
        m_database.connection().begin();
    } catch (...) {
        m_database.giveTurn();
        throw;
    }
    m_hasBegun = true;
    m_isBroken = false;
}

void CommitGroup::commit()
{
    // PostgreSQL would answer the COMMIT of such a transaction by rolling back, without an error.
    if (m_hasBegun && m_isBroken)
        throw DatabaseError(DatabaseError::Kind::Other, u"a group of transactions cannot be kept"_s);
    if (m_isBroken)
        throw DatabaseError(DatabaseError::Kind::Busy, u"a group of transactions did not begin"_s);
    if (m_hasBegun)
        m_database.connection().commit();
    end();
    for (const std::function<void()> &work : std::exchange(m_afterwards, {}))
        work();
}

void CommitGroup::end()
{
    m_isOver = true;
    m_database.connection().setGroup(nullptr);
    if (m_hasBegun)
        m_database.giveTurn();
}

} // namespace accueil
