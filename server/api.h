#pragma once

#include "app/domain/clock.h"
#include "app/services/services.h"
#include "server/http/connectioncounters.h"
#include "server/http/httplimits.h"
#include "server/http/httpmessage.h"
#include "server/operationfigures.h"
#include "server/ratelimits.h"
#include "server/route.h"
#include "server/synccounters.h"

#include <atomic>
#include <memory>

namespace accueil {

class RateLimiter;
class DatabaseError;
class RequestMetrics;
class Router;
struct RequestRecord;

struct ApiOptions
{
    const Clock &clock;
    std::function<bool()> isDatabaseReachable; // for /health; answers at once, never throws
    QString version; // of the program
    QStringList allowedOrigins = {}; // web origins that may call from a browser; empty: CORS off
    HttpLimits limits = {}; // of bodies, packed or not
    RateLimits rates = RateLimits::off();
    FiguresSource figures = {}; // for /metrics; empty: it tells of requests only
    std::function<void(const QByteArray &line)> accessLog = {}; // thread-safe; empty: none is kept
};

// The REST API: every route over the services, behind one router. What it is given outlives it. Thread-safe; blocks for
// as long as the database does.
class Api
{
public:
    Api(const Services &services, ApiOptions options);
    ~Api();

    // Answers whatever comes; never throws. Infrastructure that fails is 503 or 500 without detail.
    // `ready`: an answer that was given before it came here; it is only recorded.
    HttpResponse handle(const HttpRequest &request, std::optional<HttpResponse> ready = {}) const;

    // For HttpServerOptions::isUpload.
    static bool isUpload(Method method, const QByteArray &path);
    // For HttpServerOptions::isSlow: what hashes a password.
    static bool isSlow(Method method, const QByteArray &path);

    // For HttpServerOptions::grouping: what tablets bring.
    static bool isGrouped(Method method, const QByteArray &path);
    // Does `work`, in which such requests are handled, and keeps what they wrote. False: it could not be kept, which is
    // then what is recorded of them.
    bool together(const std::function<void()> &work) const;

    const Routes &routes() const;
    QByteArray openApi() const { return qUncompress(m_openApi); } // JSON
    ConnectionCounters &connections() { return m_connections; } // for HttpServerOptions

private:
    HttpResponse answer(const HttpRequest &request, RequestRecord &record) const;
    void keep(RequestRecord &record) const;
    HttpResponse broken(const DatabaseError &error) const;

    // Speaks once, and again when it was silent for a minute: once for each outage.
    class OutageLog
    {
    public:
        bool maySpeak();

    private:
        std::atomic<qint64> m_last = 0; // ms of the monotonic clock; 0: never
    };

    const Clock &m_clock;
    SyncService &m_sync;
    QByteArray m_openApi; // packed: half a megabyte that is seldom asked for
    mutable OutageLog m_outageLog;
    ConnectionCounters m_connections;
    SyncCounters m_syncCounters;
    std::function<void(const QByteArray &line)> m_accessLog;
    std::unique_ptr<RateLimiter> m_rateLimiter;
    std::unique_ptr<Router> m_router;
    std::unique_ptr<RequestMetrics> m_requests; // of the router's rows
};

} // namespace accueil
