#include "server/requestbody.h"

#include "server/bytetext.h"
#include "server/compression.h"
#include "server/jsonreader.h"
#include "server/problem.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QByteArray mediaType(const HttpRequest &request)
{
    const QByteArray header = request.header("content-type");
    return before(header, ';').trimmed().toByteArray().toLower();
}

bool isOfKind(BodyKind kind, const HttpRequest &request)
{
    const QByteArray type = mediaType(request);
    switch (kind) {
    case BodyKind::None:
        return true;
    case BodyKind::Json:
        return type == "application/json"
            || (request.method == Method::Patch && type == "application/merge-patch+json");
    case BodyKind::Audio:
        return type.startsWith("audio/");
    case BodyKind::Form:
        return type == "application/x-www-form-urlencoded";
    case BodyKind::Binary:
        return type == "application/octet-stream";
    }
    return false;
}

qint64 largestBody(const Route &route, const HttpRequest &request, const HttpLimits &limits)
{
    if (route.largestBody > 0)
        return route.largestBody;
    return isUpload(route.method, request.path) ? limits.uploadBytes : limits.bodyBytes;
}

// What the client sent, out of its packing.
std::optional<HttpResponse> unpack(ApiRequest &request, qint64 limit)
{
    const QByteArray coding = request.http.header("content-encoding").trimmed().toLower();
    if (coding.isEmpty() || coding == "identity") {
        if (request.http.body.size() > limit)
            return problem(Error{ErrorCode::TooLarge});
        request.content = request.http.body;
        return std::nullopt;
    }
    if (coding != "gzip" && coding != "x-gzip") {
        HttpResponse refusal = problem(Error{ErrorCode::UnsupportedMedia});
        refusal.setHeader("Accept-Encoding", "gzip"); // RFC 9110, 15.5.16
        return refusal;
    }
    const auto plain = gunzip(request.http.body, limit);
    if (!plain)
        return plain.error() == GunzipError::TooLarge ? problem(Error{ErrorCode::TooLarge})
                                                      : problem(400, u"damaged"_s);
    request.content = *plain;
    return std::nullopt;
}

} // namespace

std::optional<HttpResponse> readBody(const Route &route, ApiRequest &request, const HttpLimits &limits)
{
    if (route.body == BodyKind::None)
        return std::nullopt;
    if (request.http.body.isEmpty())
        return problem(400, u"emptyBody"_s);
    if (!isOfKind(route.body, request.http))
        return problem(Error{ErrorCode::UnsupportedMedia});
    if (auto refusal = unpack(request, largestBody(route, request.http, limits)))
        return refusal;
    if (request.content.isEmpty())
        return problem(400, u"emptyBody"_s);
    if (route.body == BodyKind::Form) {
        const std::optional<Form> form = readForm(request.content);
        if (!form)
            return problem(400, u"malformed"_s);
        request.form = *form;
    } else if (route.body == BodyKind::Json) {
        const std::optional<QJsonValue> body = readJson(request.content);
        if (!body)
            return problem(400, u"malformed"_s);
        if (!body->isObject())
            return problem(422, u"invalid"_s, {{QString(), u"notAnObject"_s}});
        request.body = body->toObject();
    }
    return std::nullopt;
}

bool isUpload(Method method, const QByteArray &path)
{
    if (method == Method::Post && path == "/api/feedback")
        return true;
    return (method == Method::Post || method == Method::Put) && path.startsWith("/api/feedback/")
        && path.endsWith("/audio");
}

} // namespace accueil
