#pragma once

#include "db/database.h"

#include <QSet>
#include <QStringList>

namespace accueil {

// What is left of feedback that was deleted: triggers of the store write it. Thread-safe.
class DeletedRequests
{
public:
    explicit DeletedRequests(Database &database)
        : m_database(database)
    {
    }

    // Whether what came under this client_id was deleted; with a `tag`: what said just this, or whose tag nobody knew.
    bool contains(const QString &clientId, std::optional<qint64> tag = {});
    // Of these client_ids those under which feedback is stored, or was deleted.
    QSet<QString> known(const QStringList &clientIds);

private:
    Database &m_database;
};

} // namespace accueil
