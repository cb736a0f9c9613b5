#pragma once

#include "app/domain/clock.h"
#include "app/services/services.h"
#include "server/http/httplimits.h"
#include "server/http/httpmessage.h"
#include "server/route.h"

#include <atomic>
#include <memory>

namespace accueil {

class Router;

struct ApiOptions
{
    const Clock &clock;
    std::function<bool()> isDatabaseReachable; // for /health; answers at once, never throws
    QString version; // of the program
    QStringList allowedOrigins = {}; // web origins that may call from a browser; empty: CORS off
    HttpLimits limits = {}; // of bodies, packed or not
};

// The REST API: every route over the services, behind one router. What it is given outlives it. Thread-safe; blocks for
// as long as the database does.
class Api
{
public:
    Api(const Services &services, ApiOptions options);
    ~Api();

    // Answers whatever comes; never throws. Infrastructure that fails is 503 or 500 without detail.
    HttpResponse handle(const HttpRequest &request) const;

    // For HttpServerOptions::isUpload.
    static bool isUpload(Method method, const QByteArray &path);
    // For HttpServerOptions::isSlow: what hashes a password.
    static bool isSlow(Method method, const QByteArray &path);

    const Routes &routes() const;
    const QByteArray &openApi() const { return m_openApi; }

private:
    // Speaks once, and again when it was silent for a minute: once for each outage.
    class OutageLog
    {
    public:
        bool maySpeak();

    private:
        std::atomic<qint64> m_last = 0; // ms of the monotonic clock; 0: never
    };

    QByteArray m_openApi;
    mutable OutageLog m_outageLog;
    std::unique_ptr<Router> m_router;
};

} // namespace accueil
