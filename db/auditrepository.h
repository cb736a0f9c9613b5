#pragma once

#include "app/domain/auditentry.h"
#include "db/database.h"

namespace accueil {

// The append-only table of who did what.
class AuditRepository
{
public:
    explicit AuditRepository(Database &database)
        : m_database(database)
    {
    }

    // In the transaction that does what it tells of; the entry's id is given here.
    void append(const AuditEntry &entry);
    QList<AuditEntry> load(const QList<qint64> &ids); // in any order

private:
    Database &m_database;
};

} // namespace accueil
