#include "tests/server/rawclient.h"

#include <QDeadlineTimer>

#include <sys/socket.h>

namespace accueil {

QByteArray RawResponse::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

RawClient::RawClient(quint16 port)
    : m_socket(std::make_unique<QTcpSocket>())
{
    m_socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket->waitForConnected(10'000);
}

RawClient::RawClient(std::unique_ptr<QTcpSocket> connected)
    : m_socket(std::move(connected))
{
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
    while (m_socket->bytesToWrite() > 0 && m_socket->waitForBytesWritten(10'000)) { }
}

void RawClient::endSending()
{
    ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
}

bool RawClient::readMore(int milliseconds)
{
    if (m_socket->bytesAvailable() == 0)
        m_socket->waitForReadyRead(milliseconds);
    const QByteArray more = m_socket->readAll();
    m_input += more;
    return !more.isEmpty();
}

RawResponse RawClient::receive(int milliseconds, bool isHead)
{
    QDeadlineTimer deadline(milliseconds);
    qsizetype end = -1;
    while ((end = m_input.indexOf("\r\n\r\n")) < 0) {
        if (!readMore(static_cast<int>(deadline.remainingTime())))
            return {};
    }
    RawResponse response;
    response.head = m_input.first(end);
    response.status = response.head.startsWith("HTTP/1.1 ") ? response.head.sliced(9, 3).toInt() : -1;
    const qsizetype length = isHead || response.status < 200 ? 0 : response.header("Content-Length").toLongLong();
    while (m_input.size() < end + 4 + length) {
        if (!readMore(static_cast<int>(deadline.remainingTime())))
            return {};
    }
    response.body = m_input.sliced(end + 4, length);
    m_input.remove(0, end + 4 + length);
    return response;
}

QList<RawResponse> RawClient::receiveAll(int milliseconds)
{
    QList<RawResponse> responses;
    QDeadlineTimer deadline(milliseconds);
    for (;;) {
        const RawResponse response = receive(static_cast<int>(deadline.remainingTime()));
        if (response.status == 0)
            return responses;
        responses.append(response);
    }
}

bool RawClient::isClosedWithin(int milliseconds)
{
    QDeadlineTimer deadline(milliseconds);
    while (m_socket->state() == QAbstractSocket::ConnectedState && !deadline.hasExpired()) {
        m_socket->waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        m_socket->readAll();
    }
    return m_socket->state() != QAbstractSocket::ConnectedState;
}

int statusOf(quint16 port, const QByteArray &path, int milliseconds)
{
    RawClient client(port);
    client.send("GET " + path + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
    return client.receive(milliseconds).status;
}

} // namespace accueil
