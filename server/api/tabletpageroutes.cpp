#include "server/api/tabletpageroutes.h"

#include "server/compression.h"

#include <QFile>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// One file of the page, and its bytes as Brotli and gzip where that is worth it.
struct PageFile
{
    QByteArray bytes;
    QByteArray brotli;
    QByteArray gzip;
    QByteArray contentType;
};

QByteArray embedded(const QString &name)
{
    QFile file(u":/tablet/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PageFile pageFile(const QString &name, const QByteArray &contentType)
{
    PageFile file{embedded(name), embedded(name + u".br"_s), embedded(name + u".gz"_s), contentType};
    Q_ASSERT(!file.bytes.isEmpty());
    return file;
}

// The page and its worker load and call nothing but this server, run no script or style inside the page but the two that
// the build put there (by their hashes), and may use microphone and camera. Their other files are no documents: the
// router's own policy is enough, and every byte counts on a thin network.
QList<HttpHeader> documentHeaders()
{
    return {{"Content-Security-Policy", embedded(u"policy"_s)},
        {"Permissions-Policy",
            "microphone=(self), camera=(self), fullscreen=(self), screen-wake-lock=(self), geolocation=(), payment=(), "
            "usb=(), "
            "display-capture=()"},
        {"Referrer-Policy", "no-referrer"}, {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"}};
}

ApiAnswer answerOf(const PageFile &file, const HttpRequest &request, const QList<HttpHeader> &headers = {})
{
    ApiAnswer answer{.body = file.bytes, .headers = headers};
    answer.headers.append(HttpHeader{"Content-Type", file.contentType});
    const QByteArray accepted = request.header("accept-encoding");
    const auto pack = [&](const QByteArray &packed, const QByteArray &coding) {
        if (packed.isEmpty() || !acceptsCoding(accepted, coding))
            return false;
        answer.body = packed;
        answer.headers.append(HttpHeader{"Content-Encoding", coding});
        return true;
    };
    // Brotli first: it is a tenth smaller. Browsers take it over HTTPS only.
    if (!pack(file.brotli, "br"))
        pack(file.gzip, "gzip");
    return answer;
}

Route entryRoute(const QString &path, const QString &name, const QByteArray &contentType)
{
    return {.method = Method::Get,
        .path = path,
        .handler = [file = pageFile(name, contentType), headers = documentHeaders()](
                       const ApiRequest &request) -> Result<ApiAnswer> {
            return answerOf(file, request.http, headers);
        },
        .takesAnyQuery = true,
        .caching = Caching::Public,
        .rate = RateClass::Free};
}

// Under another version than ours there is nothing: an old page must never keep our bytes under its address.
Route versionedRoute(const QString &version, const QString &name, const QByteArray &contentType)
{
    return {.method = Method::Get,
        .path = u"/tablet/{id}/"_s + name,
        .handler = [version, file = pageFile(name, contentType)](const ApiRequest &request) -> Result<ApiAnswer> {
            if (request.id != version)
                return fail(ErrorCode::NotFound);
            return answerOf(file, request.http);
        },
        .caching = Caching::Immutable,
        .rate = RateClass::Free};
}

} // namespace

Routes tabletPageRoutes()
{
    const QByteArray script = "text/javascript; charset=utf-8";
    const QString version = QString::fromLatin1(embedded(u"version"_s));
    return {
        {.method = Method::Get,
            .path = u"/tablet"_s,
            .handler = [](const ApiRequest &) -> Result<ApiAnswer> {
                return ApiAnswer{.status = 302, .headers = {{"Location", "/tablet/"}}};
            },
            .statuses = {302},
            .takesAnyQuery = true,
            .caching = Caching::Public,
            .rate = RateClass::Free},
        entryRoute(u"/tablet/"_s, u"index.html"_s, "text/html; charset=utf-8"),
        entryRoute(u"/tablet/sw.js"_s, u"sw.js"_s, script),
        versionedRoute(version, u"later.js"_s, script),
        versionedRoute(version, u"scan.js"_s, script),
        versionedRoute(version, u"later.css"_s, "text/css; charset=utf-8"),
        versionedRoute(version, u"manifest.webmanifest"_s, "application/manifest+json"),
        versionedRoute(version, u"icon.svg"_s, "image/svg+xml"),
        versionedRoute(version, u"icon-192.png"_s, "image/png"),
        versionedRoute(version, u"icon-512.png"_s, "image/png"),
        versionedRoute(version, u"icon-maskable-512.png"_s, "image/png"),
    };
}

} // namespace accueil
