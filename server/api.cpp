#include "server/api.h"

#include "app/security/fieldcipher.h"
#include "app/services/accountservice.h"
#include "app/services/syncservice.h"
#include "server/accesslog.h"
#include "server/api/appointmentroutes.h"
#include "server/api/authroutes.h"
#include "server/api/bulkroutes.h"
#include "server/api/caseroutes.h"
#include "server/api/consentroutes.h"
#include "server/api/dashboardroutes.h"
#include "server/api/deviceroutes.h"
#include "server/api/drillroutes.h"
#include "server/api/feedbackroutes.h"
#include "server/api/forecastroutes.h"
#include "server/api/metricsroutes.h"
#include "server/api/operationroutes.h"
#include "server/api/patientroutes.h"
#include "server/api/planroutes.h"
#include "server/api/reminderroutes.h"
#include "server/api/syncroutes.h"
#include "server/api/tabletcontentroutes.h"
#include "server/api/tabletpageroutes.h"
#include "server/api/templateroutes.h"
#include "server/api/understandingroutes.h"
#include "server/api/userroutes.h"
#include "server/api/wardroutes.h"
#include "server/api/webhookroutes.h"
#include "server/openapi.h"
#include "server/problem.h"
#include "server/requestbody.h"
#include "server/requestid.h"
#include "server/requestmetrics.h"
#include "server/router.h"

#include <QJsonDocument>
#include <QLoggingCategory>

#include <chrono>
#include <vector>

namespace accueil {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(apiLog, "accueil.api")

namespace {

// Of the requests that this thread handles together, until it is known whether what they wrote is kept.
thread_local std::vector<RequestRecord> *heldRecords = nullptr;

Routes allRoutes(const Services &services, const ApiOptions &options, const OperationSources &sources,
    const MetricsSources &metrics, SyncCounters &counters)
{
    const Clock &clock = options.clock;
    const RateLimit refusals = options.rates.refusals;
    return authRoutes(services) + patientRoutes(services, clock) + consentRoutes(services) + feedbackRoutes(services)
        + understandingRoutes(services) + reminderRoutes(services) + forecastRoutes(services)
        + appointmentRoutes(services) + planRoutes(services) + bulkRoutes(services) + templateRoutes(services)
        + dashboardRoutes(services) + userRoutes(services) + deviceRoutes(services, clock, refusals)
        + syncRoutes(services, counters) + tabletContentRoutes(services) + wardRoutes(services)
        + caseRoutes(services, clock) + webhookRoutes(services, clock, refusals) + drillRoutes(services, clock)
        + operationRoutes(sources) + tabletPageRoutes() + metricsRoutes(metrics);
}

} // namespace

Api::Api(const Services &services, ApiOptions options)
    : m_clock(options.clock)
    , m_sync(services.sync)
    , m_accessLog(std::move(options.accessLog))
    , m_rateLimiter(std::make_unique<RateLimiter>(options.clock, options.rates))
{
    const OperationSources sources{
        std::move(options.isDatabaseReachable), options.version, [this] { return openApi(); }};
    const MetricsSources metrics{[this](MetricText &text) { m_requests->write(text); }, m_connections, m_syncCounters,
        std::move(options.figures), options.version};
    const Routes routes = allRoutes(services, options, sources, metrics, m_syncCounters);
    m_openApi = qCompress(QJsonDocument(openApiDocument(routes, options.version)).toJson(QJsonDocument::Compact));
    m_openApi.squeeze();
    m_router = std::make_unique<Router>(routes, services.accounts, services.devices,
        RouterOptions{std::move(options.allowedOrigins), options.limits, *m_rateLimiter});
    m_requests = std::make_unique<RequestMetrics>(m_router->routes());
}

Api::~Api() = default;

bool Api::OutageLog::maySpeak()
{
    constexpr qint64 pause = 60'000; // ms
    const auto sinceStart = std::chrono::steady_clock::now().time_since_epoch();
    const qint64 now = std::chrono::duration_cast<std::chrono::milliseconds>(sinceStart).count();
    const qint64 last = m_last.exchange(now);
    return last == 0 || now - last > pause;
}

HttpResponse Api::handle(const HttpRequest &request, std::optional<HttpResponse> ready) const
{
    m_requests->begin();
    RequestRecord record{.method = request.method, .id = requestId(request.header("x-request-id"))};
    HttpResponse response = ready ? std::move(*ready) : answer(request, record);
    response.setHeader("X-Request-Id", record.id);
    record.status = response.status;
    record.bytes = request.method == Method::Head ? 0 : response.body.size();
    record.received = request.received;
    if (heldRecords)
        heldRecords->push_back(record);
    else
        keep(record);
    return response;
}

bool Api::together(const std::function<void()> &work) const
{
    std::vector<RequestRecord> records;
    bool isKept = false;
    heldRecords = &records;
    try {
        m_sync.together(work);
        isKept = true;
    } catch (const DatabaseError &error) {
        broken(error);
    }
    heldRecords = nullptr;
    for (RequestRecord &record : records) {
        if (!isKept)
            record.status = 503;
        keep(record);
    }
    return isKept;
}

void Api::keep(RequestRecord &record) const
{
    record.duration
        = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - record.received);
    m_requests->end(record);
    if (!m_accessLog)
        return;
    record.time = m_clock.now();
    m_accessLog(accessLogLine(record));
}

HttpResponse Api::answer(const HttpRequest &request, RequestRecord &record) const
{
    // The texts of these exceptions hold no values; the path may hold a patient's number and is not logged.
    try {
        return m_router->answer(request, record);
    } catch (const DatabaseError &error) {
        return broken(error);
    } catch (const CipherError &error) {
        qCCritical(apiLog, "cipher: %s", error.what());
    } catch (const std::exception &error) {
        qCCritical(apiLog, "unexpected: %s", error.what());
    } catch (...) {
        qCCritical(apiLog, "unexpected exception");
    }
    return problem(500, u"internal"_s);
}

HttpResponse Api::broken(const DatabaseError &error) const
{
    // Every request of an outage would say the same.
    if (error.kind() != DatabaseError::Kind::Unreachable || m_outageLog.maySpeak())
        qCWarning(apiLog, "database: %s", error.what());
    return problem(Error{ErrorCode::Unavailable});
}

bool Api::isUpload(Method method, const QByteArray &path)
{
    return accueil::isUpload(method, path);
}

bool Api::isSlow(Method method, const QByteArray &path)
{
    return accueil::isSlow(method, path);
}

bool Api::isGrouped(Method method, const QByteArray &path)
{
    return accueil::isGrouped(method, path);
}

const Routes &Api::routes() const
{
    return m_router->routes();
}

} // namespace accueil
