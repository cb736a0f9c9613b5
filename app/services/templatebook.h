#pragma once

#include "app/domain/messagetemplate.h"
#include "db/templaterepository.h"

namespace accueil {

// Words that are to be sent, and the language they are in: French where the wanted one is still to be written.
struct Wording
{
    QString text;
    Language language = Language::French;
};

// The templates that come with the program with the hospital's own laid over them. Every shipped name is there in all
// five languages; those that nobody wrote yet have no text. Throws DatabaseError.
class TemplateBook
{
public:
    explicit TemplateBook(Database &database)
        : m_templates(database)
    {
    }

    QList<MessageTemplate> all(); // by name, then in the order of languageTable
    std::optional<MessageTemplate> find(const QString &name, Language language);
    // What a reminder that names this template says: only texts that are written and active.
    std::optional<Wording> wording(const QString &name, Language language);

    static bool isShipped(const QString &name);
    static std::optional<MessageTemplate> shipped(const QString &name, Language language);

private:
    TemplateRepository m_templates;
};

} // namespace accueil
