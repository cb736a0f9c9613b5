#include "server/api/operationroutes.h"

#include "server/schema.h"

#include <QFile>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

Result<ApiAnswer> health(const OperationSources &sources)
{
    const bool isReachable = sources.isDatabaseReachable();
    JsonWriter json;
    {
        ObjectWriter object(json);
        object.member("status", isReachable ? u"ok"_s : u"unavailable"_s);
        object.member("database", isReachable ? u"ok"_s : u"unreachable"_s);
        object.member("version", sources.version);
    }
    return ApiAnswer{.status = isReachable ? 200 : 503, .body = json.bytes()};
}

QByteArray embeddedFile(const QString &name)
{
    QFile file(u":/api-page/"_s + name);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    Q_UNUSED(isThere);
    return file.readAll();
}

// A file of the API page. The policy lets it load and call nothing but this server; Swagger UI draws its icons from
// data: URLs and sets style attributes.
Route pageRoute(const QString &path, const QString &file, const QByteArray &contentType)
{
    return {.method = Method::Get,
        .path = path,
        .handler = [file, contentType](const ApiRequest &) -> Result<ApiAnswer> {
            return ApiAnswer{.body = embeddedFile(file),
                .headers = {{"Content-Type", contentType},
                    {"Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                        "img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
                        "form-action 'none'; frame-ancestors 'none'"}}};
        },
        .caching = Caching::Public,
        .rate = RateClass::Free};
}

} // namespace

Routes operationRoutes(const OperationSources &sources)
{
    const QString tag = u"operation"_s;
    return {
        {.method = Method::Get,
            .path = u"/health"_s,
            .operationId = u"getHealth"_s,
            .summary = u"Whether the program and its database work"_s,
            .tag = tag,
            .handler = [sources](const ApiRequest &) { return health(sources); },
            .responseSchema = u"Health"_s,
            .statuses = {200, 503},
            .caching = Caching::Never,
            .rate = RateClass::Free},
        {.method = Method::Get,
            .path = u"/openapi.json"_s,
            .operationId = u"getOpenApi"_s,
            .summary = u"This document"_s,
            .tag = tag,
            .handler
            = [sources](const ApiRequest &) -> Result<ApiAnswer> { return ApiAnswer{.body = sources.openApi()}; },
            .responseSchema = u"OpenApi"_s,
            .caching = Caching::Public,
            .rate = RateClass::Free},
        {.method = Method::Get,
            .path = u"/"_s,
            .handler = [](const ApiRequest &) -> Result<ApiAnswer> {
                return ApiAnswer{.status = 302, .headers = {{"Location", "/docs"}}};
            },
            .statuses = {302},
            .caching = Caching::Public,
            .rate = RateClass::Free},
        pageRoute(u"/docs"_s, u"index.html"_s, "text/html; charset=utf-8"),
        pageRoute(u"/docs/start.js"_s, u"start.js"_s, "text/javascript; charset=utf-8"),
        pageRoute(u"/docs/swagger-ui.css"_s, u"swagger-ui.css"_s, "text/css; charset=utf-8"),
        pageRoute(u"/docs/swagger-ui-bundle.js"_s, u"swagger-ui-bundle.js"_s, "text/javascript; charset=utf-8"),
        pageRoute(u"/docs/favicon-32x32.png"_s, u"favicon-32x32.png"_s, "image/png"),
    };
}

QJsonObject healthSchema()
{
    using namespace schema;
    return object({
        {u"status"_s, oneOfKeys({u"ok"_s, u"unavailable"_s})},
        {u"database"_s, oneOfKeys({u"ok"_s, u"unreachable"_s})},
        {u"version"_s, anyText()},
    });
}

} // namespace accueil
