#pragma once

#include "server/http/httplimits.h"
#include "server/requestrecord.h"

#include <QHash>

namespace accueil {

class AccountService;
class DeviceService;

struct RouterOptions
{
    QStringList allowedOrigins; // web origins that may call from a browser; empty: none (CORS off)
    HttpLimits limits; // of bodies
    RateLimiter &rateLimiter; // outlives the router
};

// Finds the row of a request and does what is true of every operation: who is asking and whether they may, the shape of
// query and body, conditional requests, HEAD, OPTIONS, 404, 405, CORS and the headers. Rules are the services'.
// Thread-safe.
class Router
{
public:
    Router(Routes routes, AccountService &accounts, DeviceService &devices, RouterOptions options);

    // Notes the row, who asked and the limit in `record`.
    HttpResponse answer(const HttpRequest &request, RequestRecord &record) const;
    const Routes &routes() const { return m_routes; }

private:
    struct Path
    {
        QList<QByteArray> segments;
        QMap<Method, qsizetype> rows; // index into m_routes
    };
    struct Match
    {
        const Path *path = nullptr;
        QString id;
    };

    Match find(const QByteArray &path) const;
    HttpResponse answerRow(
        const Route &route, const HttpRequest &request, const QString &id, RequestRecord &record) const;
    // A refusal, when the sender may not ask this or not now.
    std::optional<HttpResponse> admit(const Route &route, ApiRequest &request, RequestRecord &record) const;
    int waitForToken(const QByteArray &token, const QHostAddress &peer) const; // seconds; 0: it may be looked for
    std::optional<HttpResponse> authenticate(const Route &route, ApiRequest &request, const QByteArray &token) const;
    Result<Session> sessionOf(const QByteArray &token, const QHostAddress &peer) const; // of a person or of a tablet
    HttpResponse options(const Path &path) const;
    void addCorsHeaders(const HttpRequest &request, HttpResponse &response) const;
    static QByteArray allowedMethods(const Path &path);

    Routes m_routes;
    AccountService &m_accounts;
    DeviceService &m_devices;
    RouterOptions m_options;
    QList<Path> m_paths;
    QHash<QByteArray, qsizetype> m_fixedPaths; // those without {id}, into m_paths
};

// What tablets bring: many at once, and each writes a little.
bool isGrouped(Method method, const QByteArray &path);
// The operations that hash a password, which takes about 150 ms.
bool isSlow(Method method, const QByteArray &path);

} // namespace accueil
