#pragma once

#include "app/domain/clock.h"
#include "server/http/bufferbudget.h"
#include "server/http/connectionguard.h"
#include "server/http/grouplane.h"
#include "server/http/httpserver.h"
#include "server/http/qthttpadapter.h"
#include "server/http/slowlane.h"

#include <atomic>
#include <memory>
#include <vector>

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QMutex>
#include <QTcpServer>

namespace accueil {

// The TLS of new connections, which may change while the server runs. Thread-safe.
class CurrentTls
{
public:
    void set(const QSslConfiguration &configuration)
    {
        const QMutexLocker lock(&m_mutex);
        m_configuration = configuration;
    }
    std::optional<QSslConfiguration> get() const // nothing: plain
    {
        const QMutexLocker lock(&m_mutex);
        return m_configuration;
    }

private:
    mutable QMutex m_mutex;
    std::optional<QSslConfiguration> m_configuration;
};

// What the listeners of one server share; it outlives them.
struct ServerCore
{
    HttpHandler handler;
    HttpServerOptions options;
    const Clock &clock;
    BufferBudget budget;
    CurrentTls certificate;
    std::unique_ptr<SlowLane> slowLane; // while started
    std::unique_ptr<GroupLane> groupLane; // likewise
    std::vector<GuardedListener *> listeners; // filled before the first connection
};

// One server thread: accepts, shares the connections out among the threads, watches their deadlines by one timer, and
// takes requests through QtHttpServer to the handler. Everything but the members marked thread-safe belongs to its
// thread.
class GuardedListener final : public QTcpServer
{
    Q_OBJECT

public:
    GuardedListener(ServerCore &core, QtHttpAdapter &adapter);

    // An open, listening socket. Accepts from resumeAccepting() on: whoever accepts hands connections to the others,
    // too, which must be ready for them.
    bool listenOn(qintptr descriptor);
    void drain(qint64 milliseconds); // accepts no more; drained when the last connection is gone, at the latest then
    void waitUntilDrained() const { m_isDrained.wait(false); } // thread-safe

    const HttpLimits &limits() const { return m_core.options.limits; }
    const UploadRule &uploadRule() const { return m_core.options.isUpload; }
    bool usesTls() const { return m_core.options.tls.has_value(); }
    BufferBudget &budget() { return m_core.budget; }
    qint64 now() const { return m_elapsed.elapsed(); } // milliseconds
    QByteArray date(); // for the Date header

    void dispatch(quint64 connection, HttpRequest request);
    void forget(const ConnectionGuard &connection);
    void countRefusal(int status) const;

protected:
    void incomingConnection(qintptr descriptor) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void adopt(qintptr descriptor);
    bool makeRoomFor(const ConnectionGuard &newcomer);
    int share(int limit) const; // of a limit for the whole server
    HttpResponse callHandler(const HttpRequest &request) const;
    bool dispatchElsewhere(quint64 connection, HttpRequest &request); // false: it is to be answered here
    void answerLater(quint64 connection, const HttpResponse &response); // from any thread
    void listenAgainLater();
    void listenAgain();
    void finishDraining();

    ServerCore &m_core;
    QtHttpAdapter &m_adapter;
    QHash<quint64, ConnectionGuard *> m_connections;
    QHash<QHostAddress, int> m_perAddress; // connections
    quint64 m_lastId = 0;
    QElapsedTimer m_elapsed;
    QBasicTimer m_tick;
    qint64 m_drainDeadline = -1;
    qint64 m_dateSecond = -1;
    QByteArray m_date;
    std::atomic<int> m_load = 0; // connections, also those on their way here
    std::atomic<bool> m_isBusy = false; // in a handler
    std::atomic<bool> m_isDrained = false;
};

} // namespace accueil
