#include "server/requestmetrics.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;
using Type = MetricText::Type;

namespace {

struct Labels
{
    QString route;
    QString method;
};

Labels labelsOf(const Route *route)
{
    if (!route)
        return {u"none"_s, u"any"_s};
    return {route->path, QString::fromLatin1(methodName(route->method))};
}

constexpr std::array statusNames{QStringView(u"2xx"), QStringView(u"3xx"), QStringView(u"4xx"), QStringView(u"5xx")};
constexpr std::array limitNames{QStringView(u"login"), QStringView(u"address"), QStringView(u"account"),
    QStringView(u"device"), QStringView(u"sync")};

} // namespace

RequestMetrics::RequestMetrics(const Routes &routes)
    : m_routes(routes)
    , m_counters(std::size_t(routes.size()) + 1)
{
}

qint64 RequestMetrics::Counters::total() const
{
    qint64 sum = 0;
    for (const auto &count : buckets)
        sum += count;
    return sum;
}

const Route *RequestMetrics::rowOf(std::size_t index) const
{
    return index + 1 == m_counters.size() ? nullptr : &m_routes.at(qsizetype(index));
}

void RequestMetrics::end(const RequestRecord &record)
{
    constexpr auto relaxed = std::memory_order_relaxed;
    const std::size_t row = record.route ? std::size_t(record.route - m_routes.constData()) : m_counters.size() - 1;
    Counters &counters = m_counters.at(row);
    const std::size_t status = std::size_t(std::clamp(record.status / 100 - 2, 0, int(statusClasses) - 1));
    counters.statuses.at(status).fetch_add(1, relaxed);
    const double seconds = double(record.duration.count()) / 1e6;
    const auto bucket = std::lower_bound(bucketEnds.begin(), bucketEnds.end(), seconds) - bucketEnds.begin();
    counters.buckets.at(std::size_t(bucket)).fetch_add(1, relaxed);
    counters.microseconds.fetch_add(record.duration.count(), relaxed);
    if (record.limit)
        m_limited.at(std::size_t(*record.limit)).fetch_add(1, relaxed);
    m_inFlight.fetch_sub(1, relaxed);
}

void RequestMetrics::write(MetricText &text) const
{
    writeStatuses(text);
    writeDurations(text);
    writeLimits(text);
    text.single("accueil_http_requests_in_flight", Type::Gauge, "Requests being answered now, this one among them.",
        qint64(m_inFlight));
}

void RequestMetrics::writeStatuses(MetricText &text) const
{
    text.family("accueil_http_requests_total", Type::Counter, "Answered requests.");
    for (std::size_t row = 0; row < m_counters.size(); ++row) {
        const Labels labels = labelsOf(rowOf(row));
        for (std::size_t status = 0; status < statusClasses; ++status) {
            if (const qint64 count = m_counters[row].statuses[status]; count > 0)
                text.sample(
                    count, {{"route", labels.route}, {"method", labels.method}, {"status", statusNames[status]}});
        }
    }
}

void RequestMetrics::writeDurations(MetricText &text) const
{
    text.family("accueil_http_request_duration_seconds", Type::Histogram,
        "From the whole request to its answer, without the way over the network.");
    for (std::size_t row = 0; row < m_counters.size(); ++row) {
        const Counters &counters = m_counters[row];
        if (counters.total() == 0)
            continue;
        const Labels labels = labelsOf(rowOf(row));
        qint64 sum = 0;
        for (std::size_t i = 0; i <= bucketEnds.size(); ++i) {
            sum += counters.buckets[i];
            const QString end = i < bucketEnds.size() ? QString::number(bucketEnds[i]) : u"+Inf"_s;
            text.sample(sum, {{"route", labels.route}, {"method", labels.method}, {"le", end}}, "_bucket");
        }
        text.sample(double(counters.microseconds) / 1e6, {{"route", labels.route}, {"method", labels.method}}, "_sum");
        text.sample(sum, {{"route", labels.route}, {"method", labels.method}}, "_count");
    }
}

void RequestMetrics::writeLimits(MetricText &text) const
{
    text.family("accueil_http_rate_limited_total", Type::Counter, "Requests answered 429 because of a rate limit.");
    for (std::size_t kind = 0; kind < limitKinds; ++kind)
        text.sample(qint64(m_limited[kind]), {{"limit", limitNames[kind]}});
}

} // namespace accueil
