#include "tests/support/wireclient.h"

#include <zlib.h>

#include <QHostAddress>
#include <QJsonDocument>

namespace accueil {

namespace {

constexpr int patience = 20'000; // milliseconds

} // namespace

QJsonValue ReceivedAnswer::json() const
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QByteArray gunzip(const QByteArray &packed)
{
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = uInt(packed.size());
    QByteArray plain;
    QByteArray chunk(65536, Qt::Uninitialized);
    int result = Z_OK;
    while (result == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = uInt(chunk.size());
        result = inflate(&stream, Z_NO_FLUSH);
        plain.append(chunk.constData(), chunk.size() - qsizetype(stream.avail_out));
    }
    inflateEnd(&stream);
    return result == Z_STREAM_END ? plain : QByteArray();
}

ReceivedAnswer WireClient::send(
    const QByteArray &method, const QByteArray &target, const QByteArray &body, const Headers &headers)
{
    QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto &[name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH")
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    request += "\r\n" + body;
    // A kept connection may have been closed in between; then the request is sent once more on a new one.
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (m_socket.state() != QAbstractSocket::ConnectedState) {
            m_socket.abort();
            m_received.clear();
            m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
            if (!m_socket.waitForConnected(patience))
                return {};
        }
        m_socket.write(request);
        if (const std::optional<ReceivedAnswer> answer = read(method != "HEAD"))
            return *answer;
        m_socket.abort();
    }
    return {};
}

bool WireClient::waitFor(qsizetype bytes)
{
    while (m_received.size() < bytes) {
        if (!m_socket.bytesAvailable() && !m_socket.waitForReadyRead(patience))
            return false;
        m_received += m_socket.readAll();
    }
    return true;
}

std::optional<ReceivedAnswer> WireClient::read(bool hasBody)
{
    qsizetype headEnd = -1;
    while ((headEnd = m_received.indexOf("\r\n\r\n")) < 0) {
        if (!waitFor(m_received.size() + 1))
            return std::nullopt;
    }
    ReceivedAnswer answer;
    const QList<QByteArray> lines = m_received.left(headEnd).split('\n');
    answer.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.left(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    const bool isEmpty = !hasBody || answer.status == 204 || answer.status == 304;
    const qsizetype length = isEmpty ? 0 : answer.headers.value("content-length").toLongLong();
    if (!waitFor(headEnd + 4 + length))
        return std::nullopt;
    answer.body = m_received.mid(headEnd + 4, length);
    m_received.remove(0, headEnd + 4 + length);
    if (answer.headers.value("content-encoding") == "gzip")
        answer.body = gunzip(answer.body);
    if (answer.headers.value("connection").toLower() == "close")
        m_socket.abort();
    return answer;
}

} // namespace accueil
