#pragma once

#include <QTcpSocket>

namespace accueil {

// A socket without a network: what QtHttpServer reads its requests from. Only what the connection layer has already
// parsed and judged is fed to it; what QtHttpServer writes is dropped, because the connection layer sends the answer.
class GateSocket final : public QTcpSocket
{
    Q_OBJECT

public:
    explicit GateSocket(QObject *parent);

    void feed(const QByteArray &request); // QtHttpServer has dealt with it when this returns

    qint64 bytesAvailable() const override;
    qint64 bytesToWrite() const override { return 0; }
    void close() override;
    void disconnectFromHost() override;

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 readLineData(char *data, qint64 size) override;
    qint64 skipData(qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_input;
    qint64 m_position = 0;
};

} // namespace accueil
