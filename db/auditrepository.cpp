#include "db/auditrepository.h"

using namespace Qt::StringLiterals;

namespace accueil {

void AuditRepository::append(const AuditEntry &entry)
{
    m_database.execute(u"INSERT INTO audit (id, at, actor_id, actor_name, action, entity, entity_id, detail) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {m_database.nextId("audit"), entry.at.toMSecsSinceEpoch(), entry.actor, entry.actorName, entry.action,
            entry.entity, entry.entityId, entry.detail});
}

} // namespace accueil
