#include "server/openapi.h"

#include "app/domain/ward.h"
#include "app/domain/webhookpaths.h"
#include "server/api/drilljson.h"
#include "server/api/drillroutes.h"
#include "server/components.h"
#include "server/problem.h"
#include "server/schema.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;
using Kind = QueryParameter::Kind;

namespace {

QJsonObject content(const QString &mediaType, const QJsonObject &schema)
{
    return {{mediaType, QJsonObject{{u"schema"_s, schema}}}};
}

QJsonObject parameterSchema(const QueryParameter &parameter)
{
    QJsonObject schema;
    switch (parameter.kind) {
    case Kind::Text:
        schema = schema::text(0, int(parameter.maximum));
        break;
    case Kind::Integer:
        schema = schema::integer(parameter.minimum, parameter.maximum);
        break;
    case Kind::Boolean:
        schema = schema::boolean();
        break;
    case Kind::Time:
        schema = {{u"type"_s, u"string"_s},
            {u"anyOf"_s,
                QJsonArray{QJsonObject{{u"format"_s, u"date-time"_s}}, QJsonObject{{u"format"_s, u"date"_s}}}}};
        break;
    case Kind::Key:
        schema = schema::oneOfKeys(parameter.keys);
        break;
    case Kind::Keys:
        schema = schema::listOf(schema::oneOfKeys(parameter.keys));
        schema.insert(u"minItems"_s, 1);
        break;
    }
    if (parameter.kind == Kind::Integer && !parameter.defaultValue.isEmpty())
        schema.insert(u"default"_s, parameter.defaultValue.toLongLong());
    else if (!parameter.defaultValue.isEmpty())
        schema.insert(u"default"_s, parameter.defaultValue);
    return schema;
}

QJsonArray tags(bool isDrill)
{
    const auto tag = [](const QString &name, const QString &description) {
        return QJsonObject{{u"name"_s, name}, {u"description"_s, description}};
    };
    QJsonArray all{tag(u"auth"_s, u"Logging in and out, tokens, one's own account."_s),
        tag(u"patients"_s, u"The registry."_s), tag(u"feedback"_s, u"What patients say about the care."_s),
        tag(u"reminders"_s, u"Messages owed to patients, and their delivery."_s),
        tag(u"templates"_s, u"The words of reminders, and how they will look."_s),
        tag(u"dashboard"_s, u"Aggregates, for administrators and managers."_s),
        tag(u"cases"_s, u"Bad experiences, followed up until they are resolved."_s),
        tag(u"users"_s, u"Accounts, for administrators."_s),
        tag(u"tablets"_s, u"Ward tablets: pairing, what they send, and what they ask and say."_s),
        tag(u"wards"_s, u"The wards and services of the hospital."_s),
        tag(u"webhooks"_s, u"What providers and mail programs call."_s),
        tag(u"operation"_s, u"For whoever runs the program."_s)};
    if (isDrill)
        all.append(tag(drillTag, u"This desk is a drill: the provider is built in, nothing is sent."_s));
    return all;
}

QJsonObject headerParameter(const QString &name, const QString &description)
{
    return {{u"name"_s, name}, {u"in"_s, u"header"_s}, {u"description"_s, description},
        {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}};
}

QJsonObject identifierOf(const Route &route)
{
    const QString name = route.path.section(u'{', 1).section(u'}', 0, 0);
    const auto parameter = [&name](const QString &description, const QJsonObject &schema) {
        return QJsonObject{{u"name"_s, name}, {u"in"_s, u"path"_s}, {u"required"_s, true},
            {u"description"_s, description}, {u"schema"_s, schema}};
    };
    if (route.path.startsWith(u"/api/templates/")) {
        return parameter(u"name.language"_s,
            schema::withPattern(schema::text(4, 68), u"^[a-z][a-z0-9_-]*\\.(en|fr|dua|bas|ewo)$"_s));
    }
    if (route.path == u"/api/tablet/prompts/{id}")
        return parameter(
            u"SHA-256 of the recording."_s, schema::withPattern(schema::text(64, 64), u"^[0-9a-f]{64}$"_s));
    if (route.path.startsWith(u"/api/tablet/prompts/")) {
        return parameter(u"key.language"_s,
            schema::withPattern(schema::text(4, 40), u"^[a-z_]+(\\.[a-z0-9]+)?\\.(en|fr|dua|bas|ewo)$"_s));
    }
    if (route.path.startsWith(u"/api/wards/"))
        return parameter(u"The name of the ward."_s, schema::text(1, longestWardName));
    if (route.path.startsWith(twilioVoicePath))
        return parameter(u"Names the reminder."_s, schema::withPattern(schema::text(1, 64), u"^[A-Za-z0-9-]+$"_s));
    if (name == u"client_id")
        return parameter(u"The UUID of the submission."_s, schema::uuid());
    QJsonObject row = schema::identifier(u"The row."_s);
    row.insert(u"maximum"_s, std::numeric_limits<qint64>::max());
    if (!route.path.startsWith(u"/api/patients/"))
        return parameter(u"The row."_s, row);
    const QJsonObject number
        = schema::withPattern(schema::text(1, 32, u"The hospital's number."_s), u"^[A-Za-z0-9._-]+$"_s);
    return parameter(u"The row, or the hospital's number."_s, QJsonObject{{u"anyOf"_s, QJsonArray{row, number}}});
}

QJsonArray parametersOf(const Route &route)
{
    QJsonArray parameters;
    if (route.path.contains(u'{'))
        parameters.append(identifierOf(route));
    for (const QueryParameter &parameter : route.parameters) {
        QJsonObject object{{u"name"_s, parameter.name}, {u"in"_s, u"query"_s},
            {u"description"_s, parameter.description}, {u"schema"_s, parameterSchema(parameter)}};
        if (parameter.kind == Kind::Keys) {
            object.insert(u"style"_s, u"form"_s);
            object.insert(u"explode"_s, false);
        }
        parameters.append(object);
    }
    if (route.isRanged) {
        parameters.append(
            headerParameter(u"Range"_s, u"One range of bytes, such as bytes=0-65535. Several are answered whole."_s));
        parameters.append(
            headerParameter(u"If-Range"_s, u"The ETag of the parts at hand; the whole when it has changed."_s));
    }
    if (route.isIdempotent)
        parameters.append(headerParameter(u"Idempotency-Key"_s,
            u"Makes a client_id for a body without one: a repeat under the same key is answered with the same row."_s));
    if (route.isConditional)
        parameters.append(
            headerParameter(u"If-Match"_s, u"The ETag that was read; 412 when someone else changed it since."_s));
    return parameters;
}

QJsonObject bodySchema(const Route &route)
{
    const bool isSparse = std::any_of(route.parameters.begin(), route.parameters.end(),
        [](const QueryParameter &parameter) { return parameter.name == u"fields"; });
    const QJsonObject item = schema::reference(isSparse ? sparseName(route.responseSchema) : route.responseSchema);
    return route.isList ? schema::listOf(item, 500) : item;
}

QJsonObject headersOf(const Route &route, int status)
{
    const auto header = [](const QString &description) {
        return QJsonObject{{u"description"_s, description}, {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}};
    };
    QJsonObject headers;
    if (status < 300 && route.isList) {
        headers.insert(u"X-Total-Count"_s,
            QJsonObject{{u"description"_s, u"How many there are in all."_s}, {u"schema"_s, schema::count()}});
        headers.insert(u"Link"_s, header(u"The next and the previous page (RFC 8288)."_s));
    }
    if (route.isRanged && status < 300)
        headers.insert(u"Accept-Ranges"_s, header(u"bytes."_s));
    if (status == 206 || status == 416)
        headers.insert(u"Content-Range"_s, header(u"Which bytes of how many; of 416 only how many."_s));
    if (status == 201)
        headers.insert(u"Location"_s, header(u"Where the new resource is."_s));
    if (status < 300 && (route.method == Method::Get || route.isConditional) && route.caching != Caching::Never)
        headers.insert(u"ETag"_s, header(u"For If-None-Match and If-Match."_s));
    if (status == 401)
        headers.insert(u"WWW-Authenticate"_s, header(u"Bearer."_s));
    if (status == 415)
        headers.insert(u"Accept-Encoding"_s, header(u"The codings of a body, where its coding was the reason."_s));
    if (status == 429 || status == 503)
        headers.insert(u"Retry-After"_s, header(u"Seconds."_s));
    return headers;
}

QJsonObject answerContent(const Route &route)
{
    if (!route.mediaTypes.isEmpty()) {
        QJsonObject types;
        for (const QString &type : route.mediaTypes)
            types.insert(
                type, QJsonObject{{u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"format"_s, u"binary"_s}}}});
        return types;
    }
    if (route.responseSchema.isEmpty())
        return {};
    return content(u"application/json"_s, bodySchema(route));
}

QJsonObject responsesOf(const Route &route)
{
    QJsonObject responses;
    for (const int status : statusesOf(route)) {
        QJsonObject response{{u"description"_s, titleOf(status)}};
        const bool isFailure = status >= 400 && !route.statuses.contains(status);
        const QJsonObject body = isFailure ? content(u"application/problem+json"_s, schema::reference(u"Problem"_s))
            : status == 304                ? QJsonObject()
                                           : answerContent(route);
        if (!body.isEmpty())
            response.insert(u"content"_s, body);
        if (const QJsonObject headers = headersOf(route, status); !headers.isEmpty())
            response.insert(u"headers"_s, headers);
        responses.insert(QString::number(status), response);
    }
    return responses;
}

QJsonObject requestBodyOf(const Route &route)
{
    QJsonObject types;
    if (route.body == BodyKind::Audio)
        types = content(u"audio/*"_s, {{u"type"_s, u"string"_s}, {u"format"_s, u"binary"_s}});
    else if (route.body == BodyKind::Binary)
        types = content(u"application/octet-stream"_s, {{u"type"_s, u"string"_s}, {u"format"_s, u"binary"_s}});
    else if (route.body == BodyKind::Form)
        types = content(u"application/x-www-form-urlencoded"_s, schema::reference(route.requestSchema));
    else
        types = content(u"application/json"_s, schema::reference(route.requestSchema));
    return {{u"required"_s, true}, {u"content"_s, types}};
}

// Who may, in the words of the role table.
QString audienceOf(const Route &route)
{
    if (!route.audience.isEmpty())
        return route.audience;
    if (route.permission == Permission::Anyone)
        return u"Needs no login."_s;
    QStringList roles;
    for (const auto &row : roleTable.rows) {
        if (roleMay(row.value, route.permission))
            roles += row.key.toString();
    }
    return u"For the roles "_s + roles.join(u", "_s) + u'.';
}

QJsonObject operationOf(const Route &route)
{
    QJsonObject operation{{u"operationId"_s, route.operationId}, {u"summary"_s, route.summary},
        {u"description"_s, audienceOf(route)}, {u"tags"_s, QJsonArray{route.tag}},
        {u"responses"_s, responsesOf(route)}};
    if (const QJsonArray parameters = parametersOf(route); !parameters.isEmpty())
        operation.insert(u"parameters"_s, parameters);
    if (route.body != BodyKind::None)
        operation.insert(u"requestBody"_s, requestBodyOf(route));
    QJsonArray security;
    if (route.permission != Permission::Anyone)
        security.append(QJsonObject{{u"bearer"_s, QJsonArray()}});
    if (route.isOpenToThisMachine)
        security.append(QJsonObject());
    operation.insert(u"security"_s, security);
    return operation;
}

} // namespace

QList<int> statusesOf(const Route &route)
{
    QSet<int> statuses(route.statuses.begin(), route.statuses.end());
    statuses.unite(QSet<int>(route.failures.begin(), route.failures.end()));
    // A query that the row does not know is refused everywhere; whatever breaks answers 500 or 503.
    statuses.unite({400, 500, 503});
    if (route.method == Method::Get && route.caching != Caching::Never)
        statuses.insert(304);
    if (route.permission != Permission::Anyone)
        statuses.unite({401, 403});
    if (route.path.contains(u'{'))
        statuses.insert(404);
    if (route.body == BodyKind::Form)
        statuses.unite({413, 415}); // its fields are judged by who signed them
    else if (route.body != BodyKind::None)
        statuses.unite({413, 415, 422});
    if (!route.parameters.isEmpty())
        statuses.insert(422);
    if (route.isConditional)
        statuses.insert(412);
    if (route.isRanged)
        statuses.unite({206, 416});
    if (route.rate != RateClass::Free)
        statuses.insert(429);
    QList<int> sorted(statuses.begin(), statuses.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

QJsonObject openApiDocument(const Routes &routes, const QString &version)
{
    QJsonObject paths;
    for (const Route &route : routes) {
        if (route.tag.isEmpty())
            continue;
        QJsonObject path = paths.value(route.path).toObject();
        path.insert(QString::fromLatin1(methodName(route.method)).toLower(), operationOf(route));
        paths.insert(route.path, path);
    }
    const QJsonObject info{
        {u"title"_s, u"Accueil"_s},
        {u"version"_s, version},
        {u"summary"_s, u"The front desk of a hospital: patients, feedback, reminders."_s},
        {u"description"_s,
            u"Times are ISO 8601 in UTC. Errors are problem details (RFC 9457) with a stable `code` and the offending "
            u"fields. "
            "Bodies may come packed (`Content-Encoding: gzip`), and answers do to whoever takes them so. "
            "Who asks too often is told to wait (429 with Retry-After). "
            "Every answer has an X-Request-Id, the client's own if it is well-formed, which the access log repeats. "
            "Lists are paged with `limit` and `offset` and say their length in X-Total-Count. Log in at "
            "/api/auth/login and send "
            "the access token as `Authorization: Bearer`."_s},
        {u"contact"_s, QJsonObject{{u"name"_s, u"The hospital's administrator"_s}}},
        {u"license"_s, QJsonObject{{u"name"_s, u"MIT"_s}, {u"identifier"_s, u"MIT"_s}}},
    };
    const QJsonObject bearer{{u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s}, {u"bearerFormat"_s, u"JWT"_s}};
    const bool isDrill = std::ranges::any_of(routes, [](const Route &route) { return route.tag == drillTag; });
    QJsonObject schemas = componentSchemas();
    if (isDrill) {
        const QJsonObject more = drillSchemas();
        for (auto schema = more.begin(); schema != more.end(); ++schema)
            schemas.insert(schema.key(), schema.value());
    }
    return {
        {u"openapi"_s, u"3.1.0"_s},
        {u"info"_s, info},
        {u"servers"_s,
            QJsonArray{QJsonObject{{u"url"_s, u"/"_s}, {u"description"_s, u"The desk that serves this document"_s}}}},
        {u"tags"_s, tags(isDrill)},
        {u"paths"_s, paths},
        {u"components"_s,
            QJsonObject{{u"schemas"_s, schemas}, {u"securitySchemes"_s, QJsonObject{{u"bearer"_s, bearer}}}}},
    };
}

} // namespace accueil
