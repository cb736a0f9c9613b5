#pragma once

#include "server/route.h"

#include <QHash>

namespace accueil {

class AccountService;

// Finds the row of a request and does what is true of every operation: who is asking and whether they may, the shape of
// query and body, conditional requests, HEAD, OPTIONS, 404, 405, CORS and the headers. Rules are the services'.
// Thread-safe.
class Router
{
public:
    // `allowedOrigins`: the web origins that may call from a browser; empty: none (CORS off).
    Router(Routes routes, AccountService &accounts, QStringList allowedOrigins);

    HttpResponse answer(const HttpRequest &request) const;
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
    HttpResponse answerRow(const Route &route, const HttpRequest &request, const QString &id) const;
    std::optional<HttpResponse> authenticate(const Route &route, ApiRequest &request) const;
    HttpResponse options(const Path &path) const;
    void addCorsHeaders(const HttpRequest &request, HttpResponse &response) const;
    static QByteArray allowedMethods(const Path &path);

    Routes m_routes;
    AccountService &m_accounts;
    QStringList m_allowedOrigins;
    QList<Path> m_paths;
    QHash<QByteArray, qsizetype> m_fixedPaths; // those without {id}, into m_paths
};

// The operations whose body may be larger than a JSON document: recordings, as they are or inside a feedback.
bool isUpload(Method method, const QByteArray &path);
// The operations that hash a password, which takes about 150 ms.
bool isSlow(Method method, const QByteArray &path);

} // namespace accueil
