#include "server/http/qthttpadapter.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>

#include <utility>

using namespace Qt::StringLiterals;

namespace accueil {

bool QtHttpAdapter::attach(QTcpServer *listener)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return bind(listener);
#else
    bind(listener);
    return true;
#endif
}

GateSocket *QtHttpAdapter::createGate()
{
    m_gate = new GateSocket(this);
    return m_gate;
}

// The method is all that QtHttpServer is told. Its parser takes what ours refuses, reads fields byte by byte and copies
// a body three times; the handler has everything from our own parser.
bool QtHttpAdapter::dispatch(Method method, const std::function<void()> &answer)
{
    if (m_isDispatching || !hasGate())
        return false;
    m_isDispatching = true;
    m_answer = &answer;
    m_gate->feed(
        (method == Method::Other ? "TRACE"_ba : methodName(method)) + " / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    m_isDispatching = false;
    return std::exchange(m_answer, nullptr) == nullptr;
}

void QtHttpAdapter::runAnswer()
{
    if (const auto *answer = std::exchange(m_answer, nullptr))
        (*answer)();
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

// The responder is answered at once: the real answer takes another way, and nothing of QtHttpServer is kept for later.
bool QtHttpAdapter::handleRequest(const QHttpServerRequest &, QHttpServerResponder &responder)
{
    runAnswer();
    responder.write(QHttpServerResponder::StatusCode::NoContent);
    return true;
}

void QtHttpAdapter::missingHandler(const QHttpServerRequest &, QHttpServerResponder &) { }

#elif QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)

bool QtHttpAdapter::handleRequest(const QHttpServerRequest &, QHttpServerResponder &responder)
{
    runAnswer();
    responder.write(QHttpServerResponder::StatusCode::NoContent);
    return true;
}

void QtHttpAdapter::missingHandler(const QHttpServerRequest &, QHttpServerResponder &&) { }

#else

bool QtHttpAdapter::handleRequest(const QHttpServerRequest &, QTcpSocket *)
{
    runAnswer();
    return true;
}

void QtHttpAdapter::missingHandler(const QHttpServerRequest &, QTcpSocket *) { }

#endif

} // namespace accueil
