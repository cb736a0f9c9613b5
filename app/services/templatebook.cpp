#include "app/services/templatebook.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QList<MessageTemplate> readShipped()
{
    QFile file(u":/templates/templates.json"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    QList<MessageTemplate> templates;
    const QJsonArray rows = QJsonDocument::fromJson(isOpen ? file.readAll() : QByteArray()).array();
    for (const QJsonValue row : rows) {
        const QJsonObject texts = row.toObject();
        for (const auto &language : languageTable.rows) {
            templates << MessageTemplate{.name = texts.value("name"_L1).toString(),
                .language = language.value,
                .purpose = purposeTable.value(texts.value("purpose"_L1).toString()).value_or(Purpose::Other),
                .text = texts.value(language.key.toString()).toString()};
        }
    }
    return templates;
}

const QList<MessageTemplate> &shippedTemplates()
{
    static const QList<MessageTemplate> templates = readShipped();
    return templates;
}

MessageTemplate withOrigin(MessageTemplate wording)
{
    wording.origin = TemplateBook::isShipped(wording.name) ? TemplateOrigin::Changed : TemplateOrigin::Own;
    return wording;
}

} // namespace

bool TemplateBook::isShipped(const QString &name)
{
    const QList<MessageTemplate> &templates = shippedTemplates();
    return std::any_of(
        templates.begin(), templates.end(), [&](const MessageTemplate &wording) { return wording.name == name; });
}

std::optional<MessageTemplate> TemplateBook::shipped(const QString &name, Language language)
{
    for (const MessageTemplate &wording : shippedTemplates()) {
        if (wording.name == name && wording.language == language)
            return wording;
    }
    return std::nullopt;
}

QList<MessageTemplate> TemplateBook::all()
{
    QList<MessageTemplate> templates = shippedTemplates();
    const QList<StoredTemplate> own = m_templates.all();
    for (const StoredTemplate &stored : own) {
        const MessageTemplate wording = withOrigin(stored.wording);
        const auto place = std::find_if(templates.begin(), templates.end(), [&](const MessageTemplate &other) {
            return other.name == wording.name && other.language == wording.language;
        });
        if (place == templates.end())
            templates << wording;
        else
            *place = wording;
    }
    std::stable_sort(templates.begin(), templates.end(), [](const MessageTemplate &one, const MessageTemplate &other) {
        return std::pair(one.name, int(one.language)) < std::pair(other.name, int(other.language));
    });
    return templates;
}

std::optional<MessageTemplate> TemplateBook::find(const QString &name, Language language)
{
    if (const auto stored = m_templates.find(name, language))
        return withOrigin(stored->wording);
    return shipped(name, language);
}

std::optional<Wording> TemplateBook::wording(const QString &name, Language language)
{
    for (const Language candidate : {language, Language::French}) {
        const std::optional<MessageTemplate> wording = find(name, candidate);
        if (wording && wording->isWritten() && wording->isActive)
            return Wording{wording->text, candidate};
    }
    return std::nullopt;
}

} // namespace accueil
