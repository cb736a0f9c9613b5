#pragma once

#include "app/domain/ward.h"
#include "db/database.h"

#include <QDateTime>
#include <QMap>

namespace accueil {

// The names of wards as records carry them, over all tables that do.
class WardRepository
{
public:
    explicit WardRepository(Database &database)
        : m_database(database)
    {
    }

    // Held until the transaction ends: nobody else, also at another desk, changes which wards there are.
    void lockList();
    QMap<QString, Ward> counts(); // by name, without the empty one; none is listed here
    // Every record of `from` becomes one of `to`; their versions go up, so that a form that is open meanwhile does not
    // write the old name back. Returns what was changed. In a Transaction of the caller.
    Ward rename(const QString &from, const QString &to, const QDateTime &now);

private:
    Database &m_database;
};

} // namespace accueil
