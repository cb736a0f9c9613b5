#include "server/router.h"

#include "app/services/accountservice.h"
#include "app/services/deviceservice.h"
#include "server/byterange.h"
#include "server/compression.h"
#include "server/entitytag.h"
#include "server/http/countedaddress.h"
#include "server/idempotency.h"
#include "server/problem.h"
#include "server/queryreader.h"
#include "server/requestbody.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QByteArray bearerToken(const HttpRequest &request)
{
    const QByteArray header = request.header("authorization");
    constexpr qsizetype schemeLength = 7; // "Bearer "
    return header.left(schemeLength).toLower() == "bearer " ? header.sliced(schemeLength).trimmed() : QByteArray();
}

// Not what a proxy on this machine passes on from elsewhere.
bool isThisMachine(const HttpRequest &request)
{
    static const QByteArrayList marksOfProxies{"forwarded", "x-forwarded-for", "x-real-ip", "via"};
    return (request.peer.isLoopback() || countedAddressOf(request.peer).isLoopback())
        && std::all_of(marksOfProxies.begin(), marksOfProxies.end(),
            [&](const QByteArray &name) { return request.header(name).isEmpty(); });
}

bool isOpen(const Route &route, const HttpRequest &request)
{
    return route.permission == Permission::Anyone || (route.isOpenToThisMachine && isThisMachine(request));
}

void addCacheHeaders(const Route &route, const ApiAnswer &answer, HttpResponse &response)
{
    static const QMap<Caching, QByteArray> directives{{Caching::Private, "private, no-cache"},
        {Caching::Never, "no-store"}, {Caching::Public, "no-cache"},
        {Caching::Immutable, "private, max-age=31536000, immutable"}};
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
        negotiateCompression(request, response); // a 304 says the same as the 200 would
        response.body.clear();
    } else if (route.isRanged) {
        answerRange(request, response);
    }
    return response;
}

} // namespace

bool isSlow(Method method, const QByteArray &path)
{
    if (method == Method::Patch)
        return path.startsWith("/api/users/");
    if (method == Method::Put)
        return path == "/api/tablet/pin";
    return method == Method::Post
        && (path == "/api/auth/login" || path == "/api/auth/register" || path == "/api/auth/password");
}

bool isGrouped(Method method, const QByteArray &path)
{
    return (method == Method::Post && path == "/api/sync")
        || (method == Method::Put && path.startsWith("/api/sync/") && path.endsWith("/audio"));
}

Router::Router(Routes routes, AccountService &accounts, DeviceService &devices, RouterOptions options)
    : m_routes(std::move(routes))
    , m_accounts(accounts)
    , m_devices(devices)
    , m_options(std::move(options))
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
                if (!wanted.startsWith('{'))
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

HttpResponse Router::answer(const HttpRequest &request, RequestRecord &record) const
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
            response = answerRow(m_routes[*row], request, match.id, record);
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

HttpResponse Router::answerRow(
    const Route &route, const HttpRequest &http, const QString &id, RequestRecord &record) const
{
    record.route = &route;
    ApiRequest request{.http = http, .id = id};
    if (std::optional<HttpResponse> refusal = admit(route, request, record))
        return *refusal;
    if (!route.takesAnyQuery) {
        const Result<Query> query = readQuery(http.query, route.parameters);
        if (!query)
            return problem(400, u"badParameter"_s, query.error().fields);
        request.query = *query;
    }
    if (std::optional<HttpResponse> refusal = readBody(route, request, m_options.limits))
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

// Who shows a valid token counts on its account or tablet, also for what it may not do.
std::optional<HttpResponse> Router::admit(const Route &route, ApiRequest &request, RequestRecord &record) const
{
    const auto tooMany = [&record](const LimitHit &hit) {
        record.limit = hit.kind;
        HttpResponse wait = problem(429, u"tooManyRequests"_s);
        wait.setHeader("Retry-After", QByteArray::number(hit.retryAfter));
        return wait;
    };
    QByteArray token = bearerToken(request.http);
    if (const int wait = waitForToken(token, request.http.peer); wait > 0) {
        if (!isOpen(route, request.http))
            return tooMany({LimitKind::Address, wait});
        token.clear();
    }
    std::optional<HttpResponse> refusal = authenticate(route, request, token);
    if (request.isSignedIn)
        record.session = request.session;
    const Session *session = request.isSignedIn ? &request.session : nullptr;
    const std::optional<LimitHit> hit = m_options.rateLimiter.take(route.rate, request.http.peer, session);
    return hit ? tooMany(*hit) : refusal;
}

// Whose token the store would have to be asked for waits, from an address that tried out too many.
int Router::waitForToken(const QByteArray &token, const QHostAddress &peer) const
{
    const bool isUnknown = DeviceService::looksLikeToken(token) && !m_devices.remembers(token);
    return isUnknown ? m_options.rateLimiter.waitForTokens(peer) : 0;
}

// Knows who is asking; an answer when they may not.
std::optional<HttpResponse> Router::authenticate(const Route &route, ApiRequest &request, const QByteArray &token) const
{
    const bool needsNobody = isOpen(route, request.http);
    if (needsNobody && token.isEmpty())
        return std::nullopt;
    const Result<Session> session
        = token.isEmpty() ? fail(ErrorCode::Unauthenticated) : sessionOf(token, request.http.peer);
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
    if (needsNobody)
        return std::nullopt;
    HttpResponse refusal = problem(session.error());
    if (refusal.status == 401) {
        refusal.setHeader("WWW-Authenticate",
            token.isEmpty() ? "Bearer realm=\"accueil\"" : "Bearer realm=\"accueil\", error=\"invalid_token\"");
    }
    return refusal;
}

Result<Session> Router::sessionOf(const QByteArray &token, const QHostAddress &peer) const
{
    if (!DeviceService::looksLikeToken(token))
        return m_accounts.authenticate(token);
    const Result<Session> session = m_devices.authenticate(token);
    if (!session)
        m_options.rateLimiter.countUnknownToken(peer);
    return session;
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
    if (m_options.allowedOrigins.isEmpty())
        return;
    const QByteArray vary = response.header("Vary");
    response.setHeader("Vary", vary.isEmpty() ? "Origin" : vary + ", Origin");
    const QByteArray origin = request.header("origin");
    if (!m_options.allowedOrigins.contains(QString::fromUtf8(origin)))
        return;
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Expose-Headers",
        "Accept-Ranges, Content-Range, ETag, Link, Location, Retry-After, X-Request-Id, X-Total-Count");
    if (request.method == Method::Options) {
        response.setHeader("Access-Control-Allow-Methods", response.header("Allow"));
        response.setHeader("Access-Control-Allow-Headers",
            "Authorization, Content-Encoding, Content-Type, Idempotency-Key, If-Match, If-None-Match, If-Range, Range, "
            "X-Request-Id");
        response.setHeader("Access-Control-Max-Age", "600");
    }
}

} // namespace accueil
