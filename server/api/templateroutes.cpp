#include "server/api/templateroutes.h"

#include "app/services/templateservice.h"
#include "server/api/editing.h"
#include "server/api/listing.h"
#include "server/api/templatejson.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

ApiAnswer answerOf(const MessageTemplate &wording)
{
    JsonWriter json;
    writeTemplate(json, wording);
    return {.body = json.bytes(), .version = wording.version};
}

class TemplateEndpoint
{
public:
    explicit TemplateEndpoint(TemplateService &templates)
        : m_templates(templates)
    {
    }

    Result<ApiAnswer> list(const ApiRequest &request) const
    {
        const std::optional<Language> language = parseLanguage(request.query.text(u"language"_s));
        return m_templates.list(request.session).map([&](QList<MessageTemplate> all) {
            if (language)
                all.removeIf([&](const MessageTemplate &wording) { return wording.language != *language; });
            const PageRequest wanted = request.query.page();
            const Page<MessageTemplate> page{all.mid(wanted.offset, wanted.limit), all.size()};
            return listAnswer(
                request, page, [](JsonWriter &json, const MessageTemplate &wording, const FieldSelection &fields) {
                    writeTemplate(json, wording, fields);
                });
        });
    }

    Result<ApiAnswer> create(const ApiRequest &request) const
    {
        TemplateDraft draft;
        FieldReader reader(request.body);
        reader.require({u"name"_s, u"language"_s, u"text"_s});
        readTemplateKey(reader, draft);
        readTemplate(reader, draft);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return m_templates.create(request.session, draft).map([](const MessageTemplate &wording) {
            ApiAnswer answer = answerOf(wording);
            answer.status = 201;
            answer.headers.append({"Location", "/api/templates/" + wording.key().toLatin1()});
            return answer;
        });
    }

    Result<ApiAnswer> show(const ApiRequest &request) const { return find(request).map(answerOf); }

    Result<ApiAnswer> change(const ApiRequest &request) const
    {
        return changeCurrent(
            request, [&] { return find(request); },
            [&](const MessageTemplate &current, qint64 version) -> Result<ApiAnswer> {
                TemplateDraft draft = draftOf(current);
                FieldReader reader(request.body);
                reader.ignore({u"name"_s, u"language"_s});
                readTemplate(reader, draft);
                if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
                    return fail(ErrorCode::Invalid, errors);
                return m_templates.edit(request.session, current.name, current.language, draft, version).map(answerOf);
            });
    }

    Result<ApiAnswer> restore(const ApiRequest &request) const
    {
        return changeCurrent(
            request, [&] { return find(request); },
            [&](const MessageTemplate &current, qint64 version) -> Result<ApiAnswer> {
                return m_templates.restore(request.session, current.name, current.language, version).map([] {
                    return ApiAnswer{.status = 204};
                });
            });
    }

    Result<ApiAnswer> preview(const ApiRequest &request) const
    {
        PreviewDraft draft;
        FieldReader reader(request.body);
        readPreview(reader, draft);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return m_templates.preview(request.session, draft).map([](const MessagePreview &preview) {
            JsonWriter json;
            writePreview(json, preview);
            return ApiAnswer{.body = json.bytes()};
        });
    }

private:
    // {id} is name.language.
    Result<MessageTemplate> find(const ApiRequest &request) const
    {
        const qsizetype dot = request.id.lastIndexOf(u'.');
        const std::optional<Language> language = languageTable.value(QStringView(request.id).mid(dot + 1));
        if (dot < 0 || !language)
            return fail(ErrorCode::NotFound);
        return m_templates.find(request.session, request.id.left(dot), *language);
    }

    TemplateService &m_templates;
};

} // namespace

Routes templateRoutes(const Services &services)
{
    const TemplateEndpoint templates(services.templates);
    const QString tag = u"templates"_s;
    const QString all = u"/api/templates"_s;
    const QString one = u"/api/templates/{id}"_s;
    using enum Permission;
    return {
        {.method = Method::Get,
            .path = all,
            .operationId = u"listTemplates"_s,
            .summary = u"List the words of reminders by name and language"_s,
            .tag = tag,
            .permission = ReadReminders,
            .handler = [=](const ApiRequest &request) { return templates.list(request); },
            .responseSchema = u"Template"_s,
            .isList = true,
            .parameters = listParameters(templateSchema()) + QList<QueryParameter>{languageParameter()}},
        {.method = Method::Post,
            .path = all,
            .operationId = u"createTemplate"_s,
            .summary = u"Add a template of the hospital's own"_s,
            .tag = tag,
            .permission = ManageTemplates,
            .handler = [=](const ApiRequest &request) { return templates.create(request); },
            .body = BodyKind::Json,
            .requestSchema = u"TemplateDraft"_s,
            .responseSchema = u"Template"_s,
            .statuses = {201},
            .failures = {409}},
        {.method = Method::Post,
            .path = u"/api/templates/preview"_s,
            .operationId = u"previewMessage"_s,
            .summary = u"See how a message will read, what it costs and what it gives away; nothing is sent"_s,
            .tag = tag,
            .permission = ReadReminders,
            .handler = [=](const ApiRequest &request) { return templates.preview(request); },
            .body = BodyKind::Json,
            .requestSchema = u"PreviewDraft"_s,
            .responseSchema = u"Preview"_s},
        {.method = Method::Get,
            .path = one,
            .operationId = u"getTemplate"_s,
            .summary = u"Read a template in one language"_s,
            .tag = tag,
            .permission = ReadReminders,
            .handler = [=](const ApiRequest &request) { return templates.show(request); },
            .responseSchema = u"Template"_s},
        {.method = Method::Patch,
            .path = one,
            .operationId = u"changeTemplate"_s,
            .summary = u"Change a template's words or switch it off"_s,
            .tag = tag,
            .permission = ManageTemplates,
            .handler = [=](const ApiRequest &request) { return templates.change(request); },
            .body = BodyKind::Json,
            .requestSchema = u"TemplateEdit"_s,
            .responseSchema = u"Template"_s,
            .isConditional = true},
        {.method = Method::Delete,
            .path = one,
            .operationId = u"restoreTemplate"_s,
            .summary = u"Give a shipped template its own words back, or delete one of the hospital's"_s,
            .tag = tag,
            .permission = ManageTemplates,
            .handler = [=](const ApiRequest &request) { return templates.restore(request); },
            .statuses = {204},
            .failures = {409},
            .isConditional = true},
    };
}

} // namespace accueil
