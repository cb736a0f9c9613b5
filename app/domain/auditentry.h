#pragma once

#include "app/domain/session.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace accueil {

// One line of the append-only audit: who did what to which row. `detail` holds names of changed fields and counts,
// never personal values.
struct AuditEntry
{
    qint64 id = 0;
    QDateTime at; // UTC
    qint64 actor = 0; // user id, 0 for the program itself
    QString actorName;
    QString action; // created, edited, deleted, archived, login, ...
    QString entity; // patient, feedback, reminder, user, settings, template
    qint64 entityId = 0;
    QString detail;
};

inline AuditEntry auditEntry(const Session &who, const QDateTime &at, const QString &action, const QString &entity,
    qint64 entityId = 0, const QString &detail = {})
{
    return {.at = at,
        .actor = who.user.value,
        .actorName = who.username,
        .action = action,
        .entity = entity,
        .entityId = entityId,
        .detail = detail};
}

} // namespace accueil
