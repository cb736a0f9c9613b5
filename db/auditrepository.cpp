#include "db/auditrepository.h"

#include "db/cellvalues.h"
#include "db/sqllist.h"

using namespace Qt::StringLiterals;

namespace accueil {

void AuditRepository::append(const AuditEntry &entry)
{
    // SQLite counts up by itself: as no entry is ever deleted, it gives no number twice either.
    const QString id = m_database.dialect() == Dialect::Sqlite ? u"NULL"_s : u"nextval('audit_seq')"_s;
    m_database.execute(u"INSERT INTO audit (id, at, actor_id, actor_name, action, entity, entity_id, detail) VALUES ("_s
            + id + u", ?, ?, ?, ?, ?, ?, ?)"_s,
        {entry.at.toMSecsSinceEpoch(), entry.actor, entry.actorName, entry.action, entry.entity, entry.entityId,
            entry.detail});
}

QList<AuditEntry> AuditRepository::load(const QList<qint64> &ids)
{
    const Dialect dialect = m_database.dialect();
    QSqlQuery &query
        = m_database.execute(u"SELECT id, at, actor_id, actor_name, action, entity, entity_id, detail FROM audit"
                             " WHERE id IN (%1)"_s.arg(listed(dialect)),
            {listValue(dialect, ids)});
    QList<AuditEntry> entries;
    while (query.next())
        entries += AuditEntry{
            .id = query.value(0).toLongLong(),
            .at = storedTime(query.value(1)),
            .actor = query.value(2).toLongLong(),
            .actorName = query.value(3).toString(),
            .action = query.value(4).toString(),
            .entity = query.value(5).toString(),
            .entityId = query.value(6).toLongLong(),
            .detail = query.value(7).toString(),
        };
    return entries;
}

} // namespace accueil
