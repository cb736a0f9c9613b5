#pragma once

#include "app/domain/messagetemplate.h"
#include "db/database.h"

namespace accueil {

// A row of the table: the hospital's own words of one template in one language.
struct StoredTemplate
{
    qint64 id = 0;
    MessageTemplate wording; // its origin is not stored
};

// The hospital's own templates. Every writing call belongs in a Transaction of the caller.
class TemplateRepository
{
public:
    explicit TemplateRepository(Database &database)
        : m_database(database)
    {
    }

    QList<StoredTemplate> all(); // by name and language
    std::optional<StoredTemplate> find(const QString &name, Language language);

    // Sets its id and version; false: there is one of this name and language already.
    bool insert(StoredTemplate &stored);
    void update(StoredTemplate &stored); // sets its version
    void setPurpose(const QString &name, Purpose purpose, const QDateTime &now); // in all languages
    void remove(qint64 id);

private:
    Database &m_database;
};

} // namespace accueil
