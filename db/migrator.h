#pragma once

#include "db/database.h"

namespace accueil {

// Brings a store to the newest schema, one numbered file a step, each in its own transaction. Safe when two desks start
// at once. Throws DatabaseError; a store from a newer program is refused (NewerStore) and left as it is.
class Migrator
{
public:
    explicit Migrator(Database &database);
    int currentVersion(); // 0: empty store
    static int newestVersion(Dialect dialect);
    void migrate(int upTo = newest);
    static constexpr int newest = -1;

private:
    void runStep(int version, const QString &script);

    Database &m_database;
};

} // namespace accueil
