#include "server/router.h"

#include "app/services/accountservice.h"
#include "server/byterange.h"
#include "server/bytetext.h"
#include "server/compression.h"
#include "server/entitytag.h"
#include "server/http/httplimits.h"
#include "server/idempotency.h"
#include "server/jsonreader.h"
#include "server/problem.h"
#include "server/queryreader.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QByteArray bearerToken(const HttpRequest &request)
{
    const QByteArray header = request.header("authorization");
    constexpr qsizetype schemeLength = 7; // "Bearer "
    return header.left(schemeLength).toLower() == "bearer " ? header.sliced(schemeLength).trimmed() : QByteArray();
}

QByteArray mediaType(const HttpRequest &request)
{
    const QByteArray header = request.header("content-type");
    return before(header, ';').trimmed().toByteArray().toLower();
}

bool isJson(const HttpRequest &request)
{
    const QByteArray type = mediaType(request);
    return type == "application/json" || (request.method == Method::Patch && type == "application/merge-patch+json");
}

// Reads the body as the row wants it; an answer when it is not so.
std::optional<HttpResponse> readBody(const Route &route, ApiRequest &request)
{
    if (route.body == BodyKind::None)
        return std::nullopt;
    if (!isUpload(route.method, request.http.path) && request.http.body.size() > HttpLimits().bodyBytes)
        return problem(Error{ErrorCode::TooLarge});
    if (!request.http.header("content-encoding").isEmpty())
        return problem(Error{ErrorCode::UnsupportedMedia});
    if (route.body == BodyKind::Audio) {
        if (!mediaType(request.http).startsWith("audio/"))
            return problem(Error{ErrorCode::UnsupportedMedia});
        return request.http.body.isEmpty() ? std::optional(problem(400, u"emptyBody"_s)) : std::nullopt;
    }
    if (request.http.body.isEmpty())
        return problem(400, u"emptyBody"_s);
    if (route.body == BodyKind::Form) {
        if (mediaType(request.http) != "application/x-www-form-urlencoded")
            return problem(Error{ErrorCode::UnsupportedMedia});
        const std::optional<Form> form = readForm(request.http.body);
        if (!form)
            return problem(400, u"malformed"_s);
        request.form = *form;
        return std::nullopt;
    }
    if (!isJson(request.http))
        return problem(Error{ErrorCode::UnsupportedMedia});
    const std::optional<QJsonValue> body = readJson(request.http.body);
    if (!body)
        return problem(400, u"malformed"_s);
    if (!body->isObject())
        return problem(422, u"invalid"_s, {{QString(), u"notAnObject"_s}});
    request.body = body->toObject();
    return std::nullopt;
}

void addCacheHeaders(const Route &route, const ApiAnswer &answer, HttpResponse &response)
{
    static const QMap<Caching, QByteArray> directives{
        {Caching::Private, "private, no-cache"}, {Caching::Never, "no-store"}, {Caching::Public, "no-cache"}};
    response.setHeader("Cache-Control", directives.value(route.caching));
    const bool isRepresentation = route.method == Method::Get || answer.version;
    if (isRepresentation && answer.status < 300 && route.caching != Caching::Never)
        response.setHeader("ETag", entityTag(answer));
}

HttpResponse responseOf(const Route &route, const HttpRequest &request, const ApiAnswer &answer)
{
    HttpResponse response;
    response.status = answer.status;
    response.body = answer.body;
    if (!answer.body.isEmpty())
        response.setHeader("Content-Type", "application/json");
    for (const HttpHeader &header : answer.headers)
        response.setHeader(header.name, header.value);
    addCacheHeaders(route, answer, response);
    const QByteArray noneMatch = request.header("if-none-match");
    if (route.method == Method::Get && !noneMatch.isEmpty()
        && !isNoneMatchFulfilled(noneMatch, response.header("ETag"))) {
        response.status = 304;
        response.body.clear();
    } else if (route.isRanged) {
        answerRange(request, response);
    }
    return response;
}

} // namespace

bool isUpload(Method method, const QByteArray &path)
{
    if (method == Method::Post && path == "/api/feedback")
        return true;
    return (method == Method::Post || method == Method::Put) && path.startsWith("/api/feedback/")
        && path.endsWith("/audio");
}

bool isSlow(Method method, const QByteArray &path)
{
    if (method == Method::Patch)
        return path.startsWith("/api/users/");
    return method == Method::Post
        && (path == "/api/auth/login" || path == "/api/auth/register" || path == "/api/auth/password");
}

Router::Router(Routes routes, AccountService &accounts, QStringList allowedOrigins)
    : m_routes(std::move(routes))
    , m_accounts(accounts)
    , m_allowedOrigins(std::move(allowedOrigins))
{
    QHash<QString, qsizetype> known;
    for (qsizetype row = 0; row < m_routes.size(); ++row) {
        const QString &path = m_routes[row].path;
        if (!known.contains(path)) {
            known.insert(path, m_paths.size());
            if (!path.contains(u'{'))
                m_fixedPaths.insert(path.toUtf8(), m_paths.size());
            m_paths.append({path.toUtf8().split('/'), {}});
        }
        m_paths[known.value(path)].rows.insert(m_routes[row].method, row);
    }
}

Router::Match Router::find(const QByteArray &path) const
{
    if (const auto fixed = m_fixedPaths.constFind(path); fixed != m_fixedPaths.constEnd())
        return {&m_paths[*fixed], {}};
    const QList<QByteArray> segments = path.split('/');
    for (const Path &candidate : m_paths) {
        if (candidate.segments.size() != segments.size())
            continue;
        QByteArray id;
        const bool matches = std::equal(segments.begin(), segments.end(), candidate.segments.begin(),
            [&id](const QByteArray &given, const QByteArray &wanted) {
                if (wanted != "{id}")
                    return given == wanted;
                id = given;
                return !given.isEmpty();
            });
        if (!matches || id.isEmpty())
            continue;
        if (const std::optional<QString> decoded = percentDecoded(id, false))
            return {&candidate, *decoded};
    }
    return {};
}

HttpResponse Router::answer(const HttpRequest &request) const
{
    HttpResponse response;
    const Match match = find(request.path);
    if (!match.path) {
        response = problem(Error{ErrorCode::NotFound});
    } else if (request.method == Method::Options) {
        response = options(*match.path);
    } else {
        const Method method = request.method == Method::Head ? Method::Get : request.method;
        if (const auto row = match.path->rows.constFind(method); row != match.path->rows.constEnd()) {
            response = answerRow(m_routes[*row], request, match.id);
        } else {
            response = problem(405, u"methodNotAllowed"_s);
            response.setHeader("Allow", allowedMethods(*match.path));
        }
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (response.header("Content-Security-Policy").isEmpty())
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    addCorsHeaders(request, response);
    compressAnswer(request, response);
    return response;
}

HttpResponse Router::answerRow(const Route &route, const HttpRequest &http, const QString &id) const
{
    ApiRequest request{.http = http, .id = id};
    if (std::optional<HttpResponse> refusal = authenticate(route, request))
        return *refusal;
    if (!route.takesAnyQuery) {
        const Result<Query> query = readQuery(http.query, route.parameters);
        if (!query)
            return problem(400, u"badParameter"_s, query.error().fields);
        request.query = *query;
    }
    if (std::optional<HttpResponse> refusal = readBody(route, request))
        return *refusal;
    if (const QByteArray key = http.header("idempotency-key"); route.isIdempotent && !key.isEmpty()) {
        if (const auto applied = applyIdempotencyKey(key, request.session, http.path, request.body); !applied)
            return problem(applied.error());
    }
    if (route.isConditional)
        request.precondition = parseIfMatch(http.header("if-match"));
    const Result<ApiAnswer> answer = route.handler(request);
    if (answer)
        return responseOf(route, http, *answer);
    HttpResponse refusal = problem(answer.error());
    if (refusal.status == 401)
        refusal.setHeader("WWW-Authenticate", "Bearer realm=\"accueil\"");
    return refusal;
}

// Knows who is asking; an answer when they may not.
std::optional<HttpResponse> Router::authenticate(const Route &route, ApiRequest &request) const
{
    const QByteArray token = bearerToken(request.http);
    const bool isOpen = route.permission == Permission::Anyone;
    if (isOpen && token.isEmpty())
        return std::nullopt;
    const Result<Session> session = token.isEmpty() ? fail(ErrorCode::Unauthenticated) : m_accounts.authenticate(token);
    if (session) {
        request.session = *session;
        request.isSignedIn = true;
        if (session->may(route.permission))
            return std::nullopt;
        HttpResponse refusal = problem(Error{ErrorCode::Forbidden});
        refusal.setHeader("WWW-Authenticate", "Bearer realm=\"accueil\", error=\"insufficient_scope\"");
        return refusal;
    }
    // Who needs no account is not turned away for a token that has run out.
    if (isOpen)
        return std::nullopt;
    HttpResponse refusal = problem(session.error());
    if (refusal.status == 401) {
        refusal.setHeader("WWW-Authenticate",
            token.isEmpty() ? "Bearer realm=\"accueil\"" : "Bearer realm=\"accueil\", error=\"invalid_token\"");
    }
    return refusal;
}

QByteArray Router::allowedMethods(const Path &path)
{
    QByteArrayList names;
    for (auto row = path.rows.begin(); row != path.rows.end(); ++row) {
        names += methodName(row.key());
        if (row.key() == Method::Get)
            names += methodName(Method::Head);
    }
    names += methodName(Method::Options);
    return names.join(", ");
}

HttpResponse Router::options(const Path &path) const
{
    HttpResponse response;
    response.status = 204;
    response.setHeader("Allow", allowedMethods(path));
    return response;
}

void Router::addCorsHeaders(const HttpRequest &request, HttpResponse &response) const
{
    if (m_allowedOrigins.isEmpty())
        return;
    response.setHeader("Vary", "Origin");
    const QByteArray origin = request.header("origin");
    if (!m_allowedOrigins.contains(QString::fromUtf8(origin)))
        return;
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Expose-Headers",
        "Accept-Ranges, Content-Range, ETag, Link, Location, Retry-After, X-Total-Count");
    if (request.method == Method::Options) {
        response.setHeader("Access-Control-Allow-Methods", response.header("Allow"));
        response.setHeader("Access-Control-Allow-Headers",
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, If-Range, Range");
        response.setHeader("Access-Control-Max-Age", "600");
    }
}

} // namespace accueil
