#pragma once

#include "app/domain/caserules.h"
#include "app/domain/role.h"
#include "db/database.h"

namespace accueil {

// Somebody who may own cases.
struct CasePerson
{
    UserId id;
    QString username;
    Role role = Role::Reception;

    friend bool operator==(const CasePerson &, const CasePerson &) = default;
};

// What opens cases and whose they are. Writing calls belong inside a transaction.
class CaseRulesRepository
{
public:
    explicit CaseRulesRepository(Database &database)
        : m_database(database)
    {
    }

    CaseRules load();
    // False, and nothing is stored: it is another version than `rules.version` by now.
    bool save(const CaseRules &rules, const QDateTime &now);
    void renameWard(const QString &from, const QString &to);

    QList<CasePerson> people(); // active accounts whose role works on cases, by name
    bool isPerson(UserId id);

private:
    Database &m_database;
};

} // namespace accueil
