#include "server/http/guardedlistener.h"

#include "server/http/connectioncounters.h"
#include "server/http/nativesocket.h"

#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace accueil {

namespace {

Q_LOGGING_CATEGORY(httpLog, "accueil.http")

constexpr int aBusyThreadWeighs = 1000; // connections
constexpr int drainTick = 50; // ms; the usual tick would overrun the two seconds that stopping may take

int tickFor(const HttpLimits &limits)
{
    const auto shortest
        = std::min({limits.headerTime, limits.idleTime, limits.tlsTime, limits.writeStallTime, limits.lingerTime});
    return int(std::clamp<std::chrono::milliseconds>(shortest / 8, 10ms, 500ms).count());
}

bool isOlder(const ConnectionGuard &left, const ConnectionGuard &right)
{
    return left.since() != right.since() ? left.since() < right.since() : left.id() < right.id();
}

} // namespace

GuardedListener::GuardedListener(ServerCore &core, QtHttpAdapter &adapter)
    : m_core(core)
    , m_adapter(adapter)
{
    m_elapsed.start();
    // Without this, running out of file descriptors once would stop the listening for good.
    connect(this, &QTcpServer::acceptError, this, &GuardedListener::listenAgainLater);
}

bool GuardedListener::listenOn(qintptr descriptor)
{
    if (!setSocketDescriptor(descriptor))
        return false;
    pauseAccepting();
    return m_adapter.attach(this);
}

// Whoever accepts gives the connection to the thread with the fewest, and rather to one that is not in a handler.
void GuardedListener::incomingConnection(qintptr descriptor)
{
    const auto weight = [](const GuardedListener *listener) {
        return listener->m_load + (listener->m_isBusy ? aBusyThreadWeighs : 0);
    };
    GuardedListener *target = this;
    for (GuardedListener *other : m_core.listeners) {
        if (weight(other) < weight(target))
            target = other;
    }
    ++target->m_load;
    if (target == this)
        adopt(descriptor);
    else
        QMetaObject::invokeMethod(
            target, [target, descriptor] { target->adopt(descriptor); }, Qt::QueuedConnection);
}

void GuardedListener::adopt(qintptr descriptor)
{
    auto *connection = new ConnectionGuard(++m_lastId, descriptor, *this);
    m_connections.insert(connection->id(), connection);
    ++m_perAddress[connection->countedAddress()];
    if (ConnectionCounters *counters = m_core.options.counters)
        counters->opened();
    if (m_drainDeadline >= 0 || !makeRoomFor(*connection))
        return connection->drop();
    if (!m_tick.isActive())
        m_tick.start(tickFor(limits()), this);
    connection->start(m_core.certificate.get());
}

// A newcomer replaces the connection that has shown no whole request for the longest time: under an attack by slow
// clients those who do ask still get in.
bool GuardedListener::makeRoomFor(const ConnectionGuard &newcomer)
{
    const bool isAddressFull = m_perAddress.value(newcomer.countedAddress()) > share(limits().connectionsPerAddress);
    if (!isAddressFull && m_connections.size() <= share(limits().connections))
        return true;
    ConnectionGuard *oldest = nullptr;
    for (ConnectionGuard *other : std::as_const(m_connections)) {
        const bool isCandidate = other != &newcomer && other->isExpendable()
            && (!isAddressFull || other->countedAddress() == newcomer.countedAddress());
        if (isCandidate && (!oldest || isOlder(*other, *oldest)))
            oldest = other;
    }
    if (oldest)
        oldest->drop();
    return oldest != nullptr;
}

int GuardedListener::share(int limit) const
{
    return std::max(1, limit / static_cast<int>(m_core.listeners.size()));
}

void GuardedListener::forget(const ConnectionGuard &connection)
{
    if (m_connections.remove(connection.id()) == 0)
        return;
    if (ConnectionCounters *counters = m_core.options.counters)
        counters->closed();
    if (--m_perAddress[connection.countedAddress()] <= 0)
        m_perAddress.remove(connection.countedAddress());
    --m_load;
    if (m_connections.isEmpty()) {
        m_tick.stop();
        if (m_drainDeadline >= 0)
            finishDraining();
    }
}

void GuardedListener::countRefusal(int status) const
{
    if (ConnectionCounters *counters = m_core.options.counters)
        counters->refused(status);
}

void GuardedListener::dispatch(quint64 connection, HttpRequest request)
{
    if (!m_adapter.hasGate())
        addPendingConnection(m_adapter.createGate());
    HttpResponse response = problemResponse(503);
    bool isAnswered = true;
    const bool ran = m_adapter.dispatch(request.method, [&] {
        isAnswered = !dispatchElsewhere(connection, request);
        if (!isAnswered)
            return;
        m_isBusy = true;
        response = callHandler(request);
        m_isBusy = false;
    });
    if (!ran)
        qCCritical(httpLog, "a request did not get through QtHttpServer");
    if (isAnswered || !ran) {
        if (ConnectionGuard *asking = m_connections.value(connection))
            asking->answer(response);
    }
}

// To the thread that what takes long, or waits for the disk together with others, is answered by.
bool GuardedListener::dispatchElsewhere(quint64 connection, HttpRequest &request)
{
    const bool isSlow = m_core.options.isSlow && m_core.options.isSlow(request.method, request.path);
    if (!isSlow && !m_core.groupLane->takes(request.method, request.path))
        return false;
    const auto shared = std::make_shared<const HttpRequest>(std::move(request));
    const auto answer = [this, shared] { return callHandler(*shared); };
    const auto send = [this, connection](const HttpResponse &response) { answerLater(connection, response); };
    if (!isSlow) {
        m_core.groupLane->add({answer, send});
        return true;
    }
    HttpResponse busy = problemResponse(503);
    busy.setHeader("Retry-After", "1");
    const bool isAccepted
        = m_core.slowLane->run([this, answer, send, busy] { send(m_core.slowLane->isClosed() ? busy : answer()); });
    if (!isAccepted)
        send(busy);
    return true;
}

// The connection may be gone when the answer is there: it is looked up by a number that is never used again.
void GuardedListener::answerLater(quint64 connection, const HttpResponse &response)
{
    QMetaObject::invokeMethod(
        this,
        [this, connection, response] {
            if (ConnectionGuard *asking = m_connections.value(connection))
                asking->answerLater(response);
        },
        Qt::QueuedConnection);
}

HttpResponse GuardedListener::callHandler(const HttpRequest &request) const
{
    try {
        return m_core.handler(request);
    } catch (const std::exception &problem) {
        qCCritical(httpLog, "a handler failed: %s", problem.what());
    } catch (...) {
        qCCritical(httpLog, "a handler failed");
    }
    return problemResponse(500);
}

QByteArray GuardedListener::date()
{
    const QDateTime time = m_core.clock.now();
    if (time.toSecsSinceEpoch() != m_dateSecond) {
        m_dateSecond = time.toSecsSinceEpoch();
        m_date = httpDate(time);
    }
    return m_date;
}

void GuardedListener::timerEvent(QTimerEvent *)
{
    const qint64 time = now();
    const bool isOver = m_drainDeadline >= 0 && time >= m_drainDeadline;
    const auto connections = m_connections.values();
    for (ConnectionGuard *connection : connections) {
        if (isOver)
            connection->drop();
        else
            connection->check(time);
    }
}

void GuardedListener::listenAgainLater()
{
    qCWarning(httpLog, "a connection could not be accepted; is the limit of open files too low?");
    QTimer::singleShot(100ms, this, &GuardedListener::listenAgain);
}

// QTcpServer keeps the first error it ever had and would pause after every connection from now on: it needs a new
// engine.
void GuardedListener::listenAgain()
{
    if (m_drainDeadline >= 0)
        return;
    const qintptr copy = duplicateSocket(socketDescriptor());
    if (copy < 0)
        return listenAgainLater();
    close();
    setSocketDescriptor(copy);
}

void GuardedListener::drain(qint64 milliseconds)
{
    close();
    m_drainDeadline = now() + milliseconds;
    m_tick.start(drainTick, this);
    const auto connections = m_connections.values();
    for (ConnectionGuard *connection : connections)
        connection->drain();
    if (m_connections.isEmpty())
        finishDraining();
}

void GuardedListener::finishDraining()
{
    m_tick.stop();
    m_isDrained = true;
    m_isDrained.notify_all();
}

} // namespace accueil
