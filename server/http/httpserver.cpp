#include "server/http/httpserver.h"

#include "server/http/guardedlistener.h"
#include "server/http/nativesocket.h"
#include "server/http/tlspolicy.h"

#include <QThread>

#include <algorithm>
#include <utility>

namespace accueil {

namespace {

constexpr int backlog = 1024; // connections that may wait to be accepted; Qt's 50 makes bursts of them slow
constexpr qint64 drainTime = 1500; // ms, which leaves the rest of the two seconds for the threads to end

struct ServerThread
{
    QThread thread;
    GuardedListener *listener = nullptr; // belongs to the adapter, which goes when the thread ends
};

} // namespace

struct HttpServer::Private
{
    Private(HttpHandler handler, HttpServerOptions options)
        : core{std::move(handler), options, options.clock ? *options.clock : machineClock, BufferBudget{options.limits},
            {}, {}, {}, {}}
    {
        if (core.options.tls)
            core.certificate.set(withTlsPolicy(*core.options.tls));
    }

    SystemClock machineClock;
    ServerCore core;
    std::vector<std::unique_ptr<ServerThread>> threads;
    quint16 port = 0;
};

HttpServer::HttpServer(HttpHandler handler, HttpServerOptions options)
    : d(std::make_unique<Private>(std::move(handler), std::move(options)))
{
}

HttpServer::~HttpServer()
{
    stop();
}

quint16 HttpServer::port() const
{
    return d->port;
}

void HttpServer::setTls(const QSslConfiguration &tls)
{
    Q_ASSERT(d->core.options.tls);
    d->core.certificate.set(withTlsPolicy(tls));
}

bool HttpServer::start(QString *why)
{
    Q_ASSERT(d->threads.empty());
    const HttpServerOptions &options = d->core.options;
    QTcpServer first;
    first.setListenBacklogSize(backlog);
    if (!first.listen(options.address, options.port)) {
        if (why)
            *why = first.errorString();
        return false;
    }
    d->core.slowLane = std::make_unique<SlowLane>(options.slowThreads, options.slowWaiting);
    d->core.groupLane = std::make_unique<GroupLane>(options.grouping);
    for (int i = 0; i < std::max(1, options.threads); ++i) {
        auto *adapter = new QtHttpAdapter;
        auto &lane = *d->threads.emplace_back(std::make_unique<ServerThread>());
        lane.listener = new GuardedListener(d->core, *adapter);
        d->core.listeners.push_back(lane.listener);
        adapter->moveToThread(&lane.thread);
        lane.listener->moveToThread(&lane.thread);
        QObject::connect(&lane.thread, &QThread::finished, adapter, &QObject::deleteLater);
        lane.thread.setObjectName(QStringLiteral("http"));
        lane.thread.start();
    }
    bool isListening = true;
    for (GuardedListener *listener : d->core.listeners) {
        QMetaObject::invokeMethod(
            listener,
            [&] { isListening = listener->listenOn(duplicateSocket(first.socketDescriptor())) && isListening; },
            Qt::BlockingQueuedConnection);
    }
    d->port = first.serverPort();
    if (isListening) {
        for (GuardedListener *listener : d->core.listeners)
            QMetaObject::invokeMethod(listener, &GuardedListener::resumeAccepting, Qt::QueuedConnection);
        return true;
    }
    if (why)
        *why = QStringLiteral("the listening socket cannot be shared by the server threads");
    stop();
    return false;
}

void HttpServer::stop()
{
    if (d->threads.empty())
        return;
    d->core.slowLane->close();
    d->core.groupLane->close();
    for (GuardedListener *listener : d->core.listeners)
        QMetaObject::invokeMethod(
            listener, [listener] { listener->drain(drainTime); }, Qt::QueuedConnection);
    for (const GuardedListener *listener : d->core.listeners)
        listener->waitUntilDrained();
    // Their answers go to listeners, which therefore outlive them; the slow one's work asks it whether it is closed.
    d->core.slowLane->wait();
    d->core.groupLane->wait();
    for (const auto &lane : d->threads) {
        lane->thread.quit();
        lane->thread.wait();
    }
    d->threads.clear();
    d->core.slowLane.reset();
    d->core.groupLane.reset();
    d->core.listeners.clear();
    d->port = 0;
}

} // namespace accueil
