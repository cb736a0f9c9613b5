#pragma once

#include "server/http/requestparser.h"
#include "server/http/responsebytes.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QTcpSocket>

#include <optional>

namespace accueil {

class GuardedListener;

// One client: owns its socket, lets through one whole, valid request at a time, and answers everything else itself. It
// reads nothing while a request is being answered or an answer is on its way, so that a client which does not wait is
// slowed down by TCP and not by our memory. Lives on its listener's thread, and deletes itself when it is done.
class ConnectionGuard final : public QObject
{
    Q_OBJECT

public:
    ConnectionGuard(quint64 id, qintptr descriptor, GuardedListener &listener);

    void start(const std::optional<QSslConfiguration> &tls);

    quint64 id() const { return m_id; }
    const QHostAddress &countedAddress() const { return m_counted; }
    bool isExpendable() const; // no request of it is in hand
    qint64 since() const { return m_since; } // when it came into its present state, listener's milliseconds

    void answer(const HttpResponse &response); // of the request in hand
    void answerLater(const HttpResponse &response); // the same, from the event loop
    void check(qint64 now); // its deadlines
    void drain(); // the server stops: after the request in hand the connection closes
    void drop(); // now, without a word

private:
    enum class State { Handshake, Receiving, Answering, Sending, Lingering, Closed };

    void enter(State state);
    void onReadable();
    void onWritten();
    void advance();
    bool receiveRequest();
    bool consume(QByteArrayView bytes);
    void dispatch();
    void refuse(Refusal refusal);
    void send(const QByteArray &bytes);
    void finishSending();
    void linger();
    void discardInput();
    void checkReceiving(qint64 now);
    qint64 unsent() const;
    void giveBack();

    const quint64 m_id;
    GuardedListener &m_listener;
    QTcpSocket *m_socket;
    bool m_isEncrypted = false;
    QHostAddress m_peer;
    QHostAddress m_counted;
    State m_state = State::Receiving;
    RequestParser m_parser;
    RequestParser::Stage m_parserStage = RequestParser::Stage::Idle;
    QByteArray m_unparsed; // read, and belonging to later requests
    qint64 m_since = 0;
    qint64 m_lastWritten = 0;
    qint64 m_sendDeadline = 0;
    qint64 m_countedBody = 0; // in the BufferBudget
    qint64 m_countedResponse = 0;
    Method m_method = Method::Get; // of the request in hand
    bool m_isHttp10 = false;
    bool m_keepsConnection = true;
    bool m_isRefused = false;
    bool m_isDraining = false;
    bool m_isFlushing = false;
    bool m_sentContinue = false;
    int m_requests = 0;
};

} // namespace accueil
