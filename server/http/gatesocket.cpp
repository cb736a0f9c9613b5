#include "server/http/gatesocket.h"

#include <algorithm>
#include <cstring>

namespace accueil {

GateSocket::GateSocket(QObject *parent)
    : QTcpSocket(parent)
{
    setSocketState(ConnectedState);
    setPeerAddress(QHostAddress(QHostAddress::LocalHost));
    setOpenMode(ReadWrite);
}

void GateSocket::feed(const QByteArray &request)
{
    m_input = request;
    m_position = 0;
    Q_EMIT readyRead();
}

qint64 GateSocket::bytesAvailable() const
{
    return QIODevice::bytesAvailable() + m_input.size() - m_position;
}

void GateSocket::close()
{
    disconnectFromHost();
}

void GateSocket::disconnectFromHost()
{
    if (state() == UnconnectedState)
        return;
    setSocketState(UnconnectedState);
    Q_EMIT disconnected();
}

qint64 GateSocket::readData(char *data, qint64 size)
{
    const qint64 part = std::min<qint64>(size, m_input.size() - m_position);
    std::memcpy(data, m_input.constData() + m_position, static_cast<size_t>(part));
    m_position += part;
    return part;
}

// QAbstractSocket's own versions look into its empty network buffer.
qint64 GateSocket::readLineData(char *data, qint64 size)
{
    return QIODevice::readLineData(data, size);
}

qint64 GateSocket::skipData(qint64 size)
{
    return QIODevice::skipData(size);
}

qint64 GateSocket::writeData(const char *, qint64 size)
{
    return size;
}

} // namespace accueil
