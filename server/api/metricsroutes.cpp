#include "server/api/metricsroutes.h"

#include "server/http/connectioncounters.h"
#include "server/metrictext.h"
#include "server/synccounters.h"

namespace accueil {

using namespace Qt::StringLiterals;
using Type = MetricText::Type;

namespace {

void writeConnections(MetricText &text, const ConnectionCounters &connections)
{
    text.single("accueil_http_connections", Type::Gauge, "Open connections.", connections.open());
    text.single(
        "accueil_http_connections_accepted_total", Type::Counter, "Accepted connections.", connections.accepted());
    text.family("accueil_http_refused_total", Type::Counter,
        "What the connection layer refused because it was no whole, valid request.");
    for (std::size_t i = 0; i < ConnectionCounters::refusals.size(); ++i)
        text.sample(connections.refusedWith(i), {{"status", QString::number(ConnectionCounters::refusals.at(i))}});
}

void writeSync(MetricText &text, const SyncCounters &sync)
{
    text.family("accueil_sync_items_total", Type::Counter, "Submissions that tablets brought, by what became of them.");
    for (std::size_t i = 0; i < SyncCounters::outcomes.size(); ++i)
        text.sample(sync.items(i), {{"outcome", SyncCounters::outcomes.at(i)}});
    text.single("accueil_sync_audio_bytes_total", Type::Counter, "Bytes of recordings that tablets brought.",
        sync.audioBytes());
}

void writeCounted(MetricText &text, const OperationFigures::Counted &counted)
{
    text.family("accueil_reminders", Type::Gauge, "Reminders by status.");
    for (auto state = counted.reminders.begin(); state != counted.reminders.end(); ++state)
        text.sample(state.value(), {{"status", state.key()}});
    text.family("accueil_devices", Type::Gauge, "Tablets by status.");
    for (auto state = counted.devices.begin(); state != counted.devices.end(); ++state)
        text.sample(state.value(), {{"status", state.key()}});
    text.single("accueil_devices_seen_lately", Type::Gauge, "Tablets heard of in the last five minutes.",
        counted.devicesSeenLately);
    text.single("accueil_devices_answers_waiting", Type::Gauge, "Submissions on tablets, as they said last.",
        counted.answersWaiting);
    text.single("accueil_counted_age_seconds", Type::Gauge,
        "Age of the numbers of reminders and tablets; grows while the database does not answer.", counted.age);
}

void writeProcess(MetricText &text, const OperationFigures::Process &process)
{
    text.single("process_cpu_seconds_total", Type::Counter, "Processor time, user and system.", process.cpuSeconds);
    text.single("process_resident_memory_bytes", Type::Gauge, "Resident memory.", process.residentBytes);
    text.single("process_virtual_memory_bytes", Type::Gauge, "Virtual memory.", process.virtualBytes);
    text.single("process_open_fds", Type::Gauge, "Open files and sockets.", process.openFiles);
    text.single("process_max_fds", Type::Gauge, "How many may be open.", process.mostOpenFiles);
    text.single("process_start_time_seconds", Type::Gauge, "When the program started, since 1970.", process.startTime);
}

void writeFigures(MetricText &text, const OperationFigures &figures)
{
    text.single("accueil_database_up", Type::Gauge, "Whether the database answers.", qint64(figures.isDatabaseUp));
    if (figures.databaseSeconds) {
        text.single("accueil_database_ping_seconds", Type::Gauge, "What the last question to the database took.",
            *figures.databaseSeconds);
    }
    text.family("accueil_scheduler_last_round_age_seconds", Type::Gauge,
        "Since the last finished round of the threads that send reminders and ask what became of them.");
    for (auto thread = figures.schedulerAges.begin(); thread != figures.schedulerAges.end(); ++thread)
        text.sample(thread.value(), {{"thread", thread.key()}});
    if (figures.counted)
        writeCounted(text, *figures.counted);
    if (figures.process)
        writeProcess(text, *figures.process);
}

Result<ApiAnswer> metrics(const MetricsSources &sources)
{
    MetricText text;
    text.family("accueil_build_info", Type::Gauge, "The program's version and its Qt's.");
    text.sample(qint64(1), {{"version", sources.version}, {"qt", QString::fromLatin1(qVersion())}});
    sources.writeRequests(text);
    writeConnections(text, sources.connections);
    writeSync(text, sources.sync);
    if (sources.figures)
        writeFigures(text, sources.figures());
    return ApiAnswer{.body = text.bytes(), .headers = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}}};
}

} // namespace

Routes metricsRoutes(const MetricsSources &sources)
{
    return {{.method = Method::Get,
        .path = u"/metrics"_s,
        .operationId = u"getMetrics"_s,
        .summary = u"Counters and gauges for Prometheus (text format 0.0.4)"_s,
        .tag = u"operation"_s,
        .permission = Permission::ReadDashboard,
        .handler = [sources](const ApiRequest &) { return metrics(sources); },
        .mediaTypes = {u"text/plain"_s},
        .isOpenToThisMachine = true,
        .audience = u"For the roles admin, manager; from the machine itself, not through a proxy, without login."_s,
        .caching = Caching::Never,
        .rate = RateClass::Free}};
}

} // namespace accueil
