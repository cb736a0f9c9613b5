#pragma once

#include "server/http/gatesocket.h"
#include "server/http/httpmessage.h"

#include <QAbstractHttpServer>
#include <QPointer>

#include <functional>

namespace accueil {

// QtHttpServer behind the connection layer: it is handed one judged request at a time and calls back from its
// handleRequest(). The only place that knows how QtHttpServer differs between Qt 6.4 and 6.8. One per server thread.
class QtHttpAdapter final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    // `listener` must be listening (6.8 binds no other). It becomes a child of the adapter.
    bool attach(QTcpServer *listener);

    // A new gate, to be presented by the listener as its pending connection; the adapter feeds it from now on.
    GateSocket *createGate();

    // Runs `answer`, which throws nothing, inside QtHttpServer's handler before it returns. false: it did not run,
    // because QtHttpServer refused or is in the middle of another request (a handler that runs an event loop).
    bool dispatch(Method method, const std::function<void()> &answer);

    bool hasGate() const { return m_gate && m_gate->state() == QAbstractSocket::ConnectedState; }

protected:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#elif QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &&responder) override;
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#endif

private:
    void runAnswer();

    QPointer<GateSocket> m_gate;
    const std::function<void()> *m_answer = nullptr; // of the request being dispatched, until it runs
    bool m_isDispatching = false;
};

} // namespace accueil
