#include "server/http/connectionguard.h"

#include "server/http/countedaddress.h"
#include "server/http/guardedlistener.h"
#include "server/http/nativesocket.h"

#include <QSslSocket>

#include <algorithm>
#include <array>
#include <utility>

namespace accueil {

namespace {

constexpr qint64 readBufferBytes = 64 * 1024;
// How long pipelined requests of one client keep the others waiting. Not shorter, because QTcpSocket forgets a client
// that has closed its sending half as soon as the event loop comes to it.
constexpr qint64 turnTime = 50; // ms
constexpr qint64 drainLinger = 200; // ms
constexpr qint64 smallResponse = 64 * 1024; // too little to count

} // namespace

ConnectionGuard::ConnectionGuard(quint64 id, qintptr descriptor, GuardedListener &listener)
    : QObject(&listener)
    , m_id(id)
    , m_listener(listener)
    , m_socket(listener.usesTls() ? new QSslSocket(this) : new QTcpSocket(this))
    , m_parser(listener.limits(), listener.uploadRule())
{
    m_socket->setSocketDescriptor(descriptor);
    m_socket->setReadBufferSize(readBufferBytes);
    m_peer = m_socket->peerAddress();
    m_counted = countedAddressOf(m_peer);
    m_since = m_lastWritten = listener.now();
}

void ConnectionGuard::start(const std::optional<QSslConfiguration> &tls)
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &ConnectionGuard::onReadable);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &ConnectionGuard::onWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &ConnectionGuard::drop);
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return drop();
    if (!tls)
        return;
    m_isEncrypted = true;
    enter(State::Handshake);
    auto *secure = qobject_cast<QSslSocket *>(m_socket);
    connect(secure, &QSslSocket::encryptedBytesWritten, this, &ConnectionGuard::onWritten);
    connect(secure, &QSslSocket::encrypted, this, [this] { enter(State::Receiving); });
    secure->setSslConfiguration(*tls);
    secure->startServerEncryption();
}

bool ConnectionGuard::isExpendable() const
{
    return m_state == State::Handshake || m_state == State::Receiving || m_state == State::Lingering;
}

void ConnectionGuard::enter(State state)
{
    m_state = state;
    m_since = m_listener.now();
}

void ConnectionGuard::onReadable()
{
    if (m_state == State::Receiving)
        advance();
    else if (m_state == State::Lingering)
        discardInput();
}

void ConnectionGuard::advance()
{
    const qint64 end = m_listener.now() + turnTime;
    do {
        if (!receiveRequest())
            return;
        dispatch();
        if (m_state != State::Receiving)
            return;
    } while (m_listener.now() < end);
    QMetaObject::invokeMethod(this, &ConnectionGuard::onReadable, Qt::QueuedConnection);
}

// true: the parser holds a complete request.
bool ConnectionGuard::receiveRequest()
{
    if (!m_unparsed.isEmpty()) {
        const QByteArray bytes = std::exchange(m_unparsed, {});
        if (!consume(bytes))
            return false;
    }
    std::array<char, 16 * 1024> chunk;
    while (m_parser.stage() != RequestParser::Stage::Complete) {
        const qint64 size = m_socket->read(chunk.data(), chunk.size());
        if (size <= 0) {
            if (m_parser.wantsContinue() && !std::exchange(m_sentContinue, true)) {
                m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
                m_socket->flush();
            }
            return false;
        }
        if (!consume(QByteArrayView(chunk.data(), size)))
            return false;
    }
    return true;
}

// false: refused. What belongs to a later request is kept.
bool ConnectionGuard::consume(QByteArrayView bytes)
{
    const qsizetype taken = m_parser.consume(bytes);
    if (taken < bytes.size())
        m_unparsed = bytes.sliced(taken).toByteArray();
    if (m_parser.stage() == RequestParser::Stage::Refused) {
        refuse(m_parser.refusal());
        return false;
    }
    const qint64 more = m_parser.bufferedBody() - m_countedBody;
    if (more > 0 && !m_listener.budget().takeBody(more)) {
        refuse({503, "busy"});
        return false;
    }
    m_countedBody += more;
    if (const auto stage = m_parser.stage(); stage != m_parserStage) {
        m_parserStage = stage;
        m_since = m_listener.now();
    }
    return true;
}

void ConnectionGuard::dispatch()
{
    m_isHttp10 = m_parser.isHttp10();
    m_keepsConnection = m_parser.keepsConnection() && ++m_requests < m_listener.limits().requestsPerConnection;
    HttpRequest request = m_parser.take();
    m_parserStage = RequestParser::Stage::Idle;
    m_sentContinue = false;
    m_method = request.method;
    request.peer = m_peer;
    request.isEncrypted = m_isEncrypted;
    enter(State::Answering);
    m_listener.dispatch(m_id, std::move(request));
}

void ConnectionGuard::answer(const HttpResponse &response)
{
    if (m_state != State::Answering)
        return;
    giveBack();
    m_keepsConnection = m_keepsConnection && !m_isDraining;
    const bool isCounted = response.body.size() > smallResponse;
    const bool fits = !isCounted || m_listener.budget().takeResponse(response.body.size());
    if (isCounted && fits)
        m_countedResponse = response.body.size();
    const ResponseFraming framing{
        m_method, m_keepsConnection ? Persistence::KeepAlive : Persistence::Close, m_isHttp10, m_listener.date()};
    send(responseBytes(fits ? response : problemResponse(503, "busy"), framing));
}

void ConnectionGuard::answerLater(const HttpResponse &response)
{
    answer(response);
    onReadable();
}

void ConnectionGuard::refuse(Refusal refusal)
{
    m_listener.countRefusal(refusal.status);
    m_isRefused = true;
    m_keepsConnection = false;
    m_unparsed.clear();
    m_parser.abandon(); // before its bytes are given back: the connection still lingers
    giveBack();
    HttpResponse response = problemResponse(refusal.status, refusal.code);
    if (refusal.status == 503)
        response.setHeader("Retry-After", "1");
    // A body after the refused head would be taken for the next request, therefore the connection always ends here.
    send(responseBytes(response, {Method::Get, Persistence::Close, false, m_listener.date()}));
}

void ConnectionGuard::send(const QByteArray &bytes)
{
    enter(State::Sending);
    m_lastWritten = m_since;
    m_sendDeadline = m_since + m_listener.limits().writeStallTime.count()
        + bytes.size() * 1000 / m_listener.limits().minimumBodyRate;
    m_isFlushing = true;
    m_socket->write(bytes);
    m_socket->flush();
    m_isFlushing = false;
    if (m_state == State::Sending && unsent() == 0)
        finishSending();
}

void ConnectionGuard::onWritten()
{
    m_lastWritten = m_listener.now();
    if (m_state != State::Sending || m_isFlushing || unsent() > 0)
        return;
    finishSending();
    onReadable();
}

void ConnectionGuard::finishSending()
{
    giveBack();
    if (m_keepsConnection)
        enter(State::Receiving);
    else
        linger();
}

// Closing while the client still sends would reset the connection, and it might never see the answer (RFC 9112, 9.6).
void ConnectionGuard::linger()
{
    enter(State::Lingering);
    m_unparsed.clear();
    if (!m_isEncrypted)
        endSending(m_socket->socketDescriptor());
    else if (!m_isRefused)
        return m_socket->disconnectFromHost();
    discardInput();
}

void ConnectionGuard::discardInput()
{
    std::array<char, 16 * 1024> chunk;
    while (m_socket->read(chunk.data(), chunk.size()) > 0) { }
}

qint64 ConnectionGuard::unsent() const
{
    const auto *secure = m_isEncrypted ? qobject_cast<const QSslSocket *>(m_socket) : nullptr;
    return m_socket->bytesToWrite() + (secure ? secure->encryptedBytesToWrite() : 0);
}

void ConnectionGuard::giveBack()
{
    m_listener.budget().giveBody(std::exchange(m_countedBody, 0));
    m_listener.budget().giveResponse(std::exchange(m_countedResponse, 0));
}

void ConnectionGuard::check(qint64 now)
{
    const HttpLimits &limits = m_listener.limits();
    switch (m_state) {
    case State::Handshake:
        if (now - m_since > limits.tlsTime.count())
            drop();
        break;
    case State::Receiving:
        checkReceiving(now);
        break;
    case State::Sending:
        if (now > m_sendDeadline || now - m_lastWritten > limits.writeStallTime.count())
            drop();
        break;
    case State::Lingering:
        if (now - m_since > (m_isDraining ? drainLinger : limits.lingerTime.count()))
            drop();
        break;
    case State::Answering:
    case State::Closed:
        break;
    }
}

void ConnectionGuard::checkReceiving(qint64 now)
{
    const HttpLimits &limits = m_listener.limits();
    const qint64 age = now - m_since;
    if (m_parserStage == RequestParser::Stage::Head && age > limits.headerTime.count())
        refuse({408, "headerTime"});
    else if (m_parserStage == RequestParser::Stage::Idle && age > limits.idleTime.count())
        drop();
    else if (m_parserStage == RequestParser::Stage::Body) {
        const qint64 late = age - limits.bodyGraceTime.count();
        if (late > 0 && m_parser.bufferedBody() < late * limits.minimumBodyRate / 1000)
            refuse({408, "bodyRate"});
    }
}

void ConnectionGuard::drain()
{
    m_isDraining = true;
    if (m_state == State::Handshake || m_state == State::Receiving)
        drop();
}

void ConnectionGuard::drop()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    giveBack();
    m_socket->disconnect(this);
    m_socket->abort();
    deleteLater();
    m_listener.forget(*this);
}

} // namespace accueil
