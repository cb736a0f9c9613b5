#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpSocket>

#include <memory>

namespace accueil {

struct RawResponse
{
    int status = 0;
    QByteArray head; // with the status line
    QByteArray body;

    QByteArray header(const QByteArray &name) const; // empty when absent
};

// A client that sends exactly the bytes it is given, right or wrong. Blocking.
class RawClient
{
public:
    explicit RawClient(quint16 port);
    explicit RawClient(std::unique_ptr<QTcpSocket> connected);

    QTcpSocket &socket() { return *m_socket; }
    void send(const QByteArray &bytes); // waits until the system has them, or the server has hung up
    void endSending(); // half-close

    // The next answer; status 0 when none comes within the time or the connection ends. HEAD answers have no body.
    RawResponse receive(int milliseconds = 10'000, bool isHead = false);

    QList<RawResponse> receiveAll(int milliseconds = 10'000); // until the server closes
    bool isClosedWithin(int milliseconds); // by the server; what still comes is dropped

private:
    bool readMore(int milliseconds);

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_input;
};

// One GET on a connection of its own; the status, 0 when there was no answer.
int statusOf(quint16 port, const QByteArray &path, int milliseconds = 10'000);

} // namespace accueil
