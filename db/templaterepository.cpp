#include "db/templaterepository.h"

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

const QString columns = u"id, name, language, purpose, text, is_active, updated_at, version"_s;

StoredTemplate read(const QSqlQuery &row)
{
    return {.id = row.value(0).toLongLong(),
        .wording = {.name = row.value(1).toString(),
            .language = languageTable.value(row.value(2).toString()).value_or(Language::French),
            .purpose = purposeTable.value(row.value(3).toString()).value_or(Purpose::Other),
            .text = row.value(4).toString(),
            .isActive = row.value(5).toInt() != 0,
            .updatedAt = QDateTime::fromMSecsSinceEpoch(row.value(6).toLongLong(), Qt::UTC),
            .version = row.value(7).toLongLong()}};
}

} // namespace

QList<StoredTemplate> TemplateRepository::all()
{
    QSqlQuery &query = m_database.execute(u"SELECT %1 FROM templates ORDER BY name, language"_s.arg(columns));
    QList<StoredTemplate> templates;
    while (query.next())
        templates << read(query);
    return templates;
}

std::optional<StoredTemplate> TemplateRepository::find(const QString &name, Language language)
{
    QSqlQuery &query = m_database.execute(u"SELECT %1 FROM templates WHERE name = ? AND language = ?"_s.arg(columns),
        {name, languageTable.key(language)});
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

bool TemplateRepository::insert(StoredTemplate &stored)
{
    stored.id = m_database.nextId("templates");
    stored.wording.version = m_database.nextId("template_versions") + 1; // 1 is what comes with the program
    const MessageTemplate &wording = stored.wording;
    QSqlQuery &query = m_database.execute(
        u"INSERT INTO templates (id, name, language, purpose, text, is_active, updated_at, version) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name, language) DO NOTHING"_s,
        {stored.id, wording.name, languageTable.key(wording.language), purposeTable.key(wording.purpose), wording.text,
            wording.isActive ? 1 : 0, wording.updatedAt->toMSecsSinceEpoch(), wording.version});
    return query.numRowsAffected() == 1;
}

void TemplateRepository::update(StoredTemplate &stored)
{
    stored.wording.version = m_database.nextId("template_versions") + 1;
    const MessageTemplate &wording = stored.wording;
    m_database.execute(u"UPDATE templates SET text = ?, is_active = ?, updated_at = ?, version = ? WHERE id = ?"_s,
        {wording.text, wording.isActive ? 1 : 0, wording.updatedAt->toMSecsSinceEpoch(), wording.version, stored.id});
}

void TemplateRepository::setPurpose(const QString &name, Purpose purpose, const QDateTime &now)
{
    m_database.execute(u"UPDATE templates SET purpose = ?, updated_at = ? WHERE name = ? AND purpose <> ?"_s,
        {purposeTable.key(purpose), now.toMSecsSinceEpoch(), name, purposeTable.key(purpose)});
}

void TemplateRepository::remove(qint64 id)
{
    m_database.execute(u"DELETE FROM templates WHERE id = ?"_s, {id});
}

} // namespace accueil
