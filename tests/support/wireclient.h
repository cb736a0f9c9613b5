#pragma once

#include <QJsonValue>
#include <QMap>
#include <QTcpSocket>

namespace accueil {

// What a server answered, as it came over the wire; header names in lower case.
struct ReceivedAnswer
{
    int status = 0; // 0: no complete answer
    QMap<QByteArray, QByteArray> headers;
    QByteArray body; // unpacked when it was gzip

    QJsonValue json() const;
};

// A small blocking HTTP/1.1 client that keeps its connection. It sends what it is told, also what no browser would.
class WireClient
{
public:
    explicit WireClient(quint16 port)
        : m_port(port)
    {
    }

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    ReceivedAnswer send(
        const QByteArray &method, const QByteArray &target, const QByteArray &body = {}, const Headers &headers = {});

private:
    std::optional<ReceivedAnswer> read(bool hasBody);
    bool waitFor(qsizetype bytes);

    quint16 m_port;
    QTcpSocket m_socket;
    QByteArray m_received;
};

QByteArray gunzip(const QByteArray &packed);

} // namespace accueil
