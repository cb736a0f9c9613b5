#include "server/api/tabletcontentroutes.h"

#include "app/services/promptservice.h"
#include "app/services/settingsservice.h"
#include "app/services/tabletcontentservice.h"
#include "server/api/feedbackjson.h"
#include "server/api/tabletcontentjson.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

ApiAnswer answerOf(const TabletContent &content)
{
    JsonWriter json;
    writeTabletContent(json, content);
    return {.body = json.bytes(), .version = content.version};
}

ApiAnswer promptAnswer(const Prompt &prompt)
{
    JsonWriter json;
    writePrompt(json, prompt);
    return {.body = json.bytes()};
}

ApiAnswer recordingAnswer(const PromptRecording &recording)
{
    return {.body = recording.bytes,
        .headers = {{"Content-Type", recording.prompt.mediaType.toLatin1()}, {"Content-Disposition", "inline"}}};
}

class TabletContentEndpoint
{
public:
    explicit TabletContentEndpoint(TabletContentService &content)
        : m_content(content)
    {
    }

    Result<ApiAnswer> configuration(const ApiRequest &request) const
    {
        return m_content.configuration(request.session).map([](const TabletConfiguration &configuration) {
            JsonWriter json;
            writeTabletConfiguration(json, configuration);
            return ApiAnswer{.body = json.bytes()};
        });
    }

    Result<ApiAnswer> read(const ApiRequest &request) const { return m_content.content(request.session).map(answerOf); }

    Result<ApiAnswer> replace(const ApiRequest &request) const
    {
        TabletContentDraft draft;
        FieldReader reader(request.body);
        readTabletContent(reader, draft);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return m_content.content(request.session).and_then([&](const TabletContent &current) {
            return request.expectedVersion(current.version).and_then([&](std::optional<qint64> version) {
                return m_content.save(request.session, draft, version.value_or(current.version)).map(answerOf);
            });
        });
    }

    Result<ApiAnswer> setPin(const ApiRequest &request) const
    {
        QString digits;
        FieldReader reader(request.body);
        reader.text(u"pin"_s, digits);
        if (!reader.has(u"pin"_s) || request.body.value(u"pin"_s) == QJsonValue(QString()))
            reader.refuse(u"pin"_s, u"required"_s);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return m_content.setPin(request.session, digits).map([] { return ApiAnswer{.status = 204}; });
    }

private:
    TabletContentService &m_content;
};

class PromptEndpoint
{
public:
    PromptEndpoint(PromptService &prompts, SettingsService &settings)
        : m_prompts(prompts)
        , m_settings(settings)
    {
    }

    Result<ApiAnswer> coverage(const ApiRequest &request) const
    {
        return m_prompts.list(request.session).map([&](const QList<Prompt> &prompts) {
            JsonWriter json;
            writeCoverage(json, prompts, m_settings.current().languages);
            return ApiAnswer{.body = json.bytes()};
        });
    }

    Result<ApiAnswer> play(const ApiRequest &request) const
    {
        return m_prompts.recording(request.session, request.id).map(recordingAnswer);
    }

    Result<ApiAnswer> download(const ApiRequest &request) const
    {
        return address(request)
            .and_then([&](const PromptAddress &one) { return m_prompts.recording(request.session, one); })
            .map(recordingAnswer);
    }

    Result<ApiAnswer> replace(const ApiRequest &request) const
    {
        return address(request)
            .and_then(
                [&](const PromptAddress &one) { return m_prompts.replace(request.session, one, request.content); })
            .map(promptAnswer);
    }

    Result<ApiAnswer> remove(const ApiRequest &request) const
    {
        return address(request)
            .and_then([&](const PromptAddress &one) { return m_prompts.remove(request.session, one); })
            .map([] { return ApiAnswer{.status = 204}; });
    }

    Result<ApiAnswer> review(const ApiRequest &request) const
    {
        QString sha256;
        FieldReader reader(request.body);
        reader.require({u"sha256"_s});
        reader.text(u"sha256"_s, sha256);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return address(request)
            .and_then([&](const PromptAddress &one) { return m_prompts.markReviewed(request.session, one, sha256); })
            .map(promptAnswer);
    }

private:
    static Result<PromptAddress> address(const ApiRequest &request)
    {
        if (const auto address = PromptAddress::parse(request.id))
            return *address;
        return fail(ErrorCode::NotFound);
    }

    PromptService &m_prompts;
    SettingsService &m_settings;
};

const QString tag = u"tablets"_s;

Routes contentRoutes(const TabletContentEndpoint &content)
{
    using enum Permission;
    return {
        {.method = Method::Get,
            .path = u"/api/tablet/configuration"_s,
            .operationId = u"getTabletConfiguration"_s,
            .summary = u"What this tablet asks and says"_s,
            .tag = tag,
            .permission = UseTablet,
            .handler = [=](const ApiRequest &request) { return content.configuration(request); },
            .responseSchema = u"TabletConfiguration"_s},
        {.method = Method::Get,
            .path = u"/api/tablet/content"_s,
            .operationId = u"getTabletContent"_s,
            .summary = u"What tablets ask and say"_s,
            .tag = tag,
            .permission = ManageTabletContent,
            .handler = [=](const ApiRequest &request) { return content.read(request); },
            .responseSchema = u"TabletContent"_s},
        {.method = Method::Put,
            .path = u"/api/tablet/content"_s,
            .operationId = u"replaceTabletContent"_s,
            .summary = u"Replace what tablets ask and say, but for the recordings and the PIN"_s,
            .tag = tag,
            .permission = ManageTabletContent,
            .handler = [=](const ApiRequest &request) { return content.replace(request); },
            .body = BodyKind::Json,
            .requestSchema = u"TabletContentDraft"_s,
            .responseSchema = u"TabletContent"_s,
            .isConditional = true},
        {.method = Method::Put,
            .path = u"/api/tablet/pin"_s,
            .operationId = u"setTabletPin"_s,
            .summary = u"Set or take away the digits that let people leave a tablet's page"_s,
            .tag = tag,
            .permission = ManageDevices,
            .handler = [=](const ApiRequest &request) { return content.setPin(request); },
            .body = BodyKind::Json,
            .requestSchema = u"ExitPin"_s,
            .statuses = {204}},
    };
}

Routes promptRoutes(const PromptEndpoint &prompts)
{
    const QString recording = u"/api/tablet/prompts/{id}/recording"_s;
    using enum Permission;
    return {
        {.method = Method::Get,
            .path = u"/api/tablet/prompts"_s,
            .operationId = u"listPrompts"_s,
            .summary = u"What is recorded of all that tablets say, and what is reviewed"_s,
            .tag = tag,
            .permission = ManageTabletContent,
            .handler = [=](const ApiRequest &request) { return prompts.coverage(request); },
            .responseSchema = u"PromptCoverage"_s},
        {.method = Method::Get,
            .path = u"/api/tablet/prompts/{id}"_s,
            .operationId = u"getPromptBytes"_s,
            .summary = u"The recording with this SHA-256, for tablets"_s,
            .tag = tag,
            .permission = UseTablet,
            .handler = [=](const ApiRequest &request) { return prompts.play(request); },
            .mediaTypes = audioMediaTypes(),
            .caching = Caching::Immutable},
        {.method = Method::Get,
            .path = recording,
            .operationId = u"getPromptRecording"_s,
            .summary = u"What tablets say, as it was recorded"_s,
            .tag = tag,
            .permission = ManageTabletContent,
            .handler = [=](const ApiRequest &request) { return prompts.download(request); },
            .mediaTypes = audioMediaTypes()},
        {.method = Method::Put,
            .path = recording,
            .operationId = u"putPromptRecording"_s,
            .summary = u"Record it, or record it again; at most 256 KB"_s,
            .tag = tag,
            .permission = ManageTabletContent,
            .handler = [=](const ApiRequest &request) { return prompts.replace(request); },
            .body = BodyKind::Audio,
            .responseSchema = u"Prompt"_s},
        {.method = Method::Delete,
            .path = recording,
            .operationId = u"removePromptRecording"_s,
            .summary = u"Delete a recording"_s,
            .tag = tag,
            .permission = ManageTabletContent,
            .handler = [=](const ApiRequest &request) { return prompts.remove(request); },
            .statuses = {204}},
        {.method = Method::Post,
            .path = u"/api/tablet/prompts/{id}/review"_s,
            .operationId = u"reviewPrompt"_s,
            .summary = u"Say that a recording of somebody else is right"_s,
            .tag = tag,
            .permission = ManageTabletContent,
            .handler = [=](const ApiRequest &request) { return prompts.review(request); },
            .body = BodyKind::Json,
            .requestSchema = u"PromptReview"_s,
            .responseSchema = u"Prompt"_s,
            .failures = {409}},
    };
}

} // namespace

Routes tabletContentRoutes(const Services &services)
{
    return contentRoutes(TabletContentEndpoint(services.tabletContent))
        + promptRoutes(PromptEndpoint(services.prompts, services.settings));
}

} // namespace accueil
