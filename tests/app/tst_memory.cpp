#include "tests/app/programrun.h"

#include <QTcpSocket>
#include <QtTest>

#include <memory>
#include <vector>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = 1024 * 1024;

// A line of /proc/PID/status, in bytes.
qint64 memory(qint64 process, const QByteArray &name)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed().chopped(3).trimmed().toLongLong() * 1024;
    }
    return -1;
}

} // namespace

// What strangers can make the program hold.
class MemoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordingsThatNeverEndTakeLittleAndGiveItBack();
};

// Forty clients without a token begin to send a recording of 10 MB and stop just before its end, three times over.
void MemoryTest::recordingsThatNeverEndTakeLittleAndGiveItBack()
{
    const TestDesk desk;
    ServingDesk serving(desk);
    QVERIFY2(serving.isRunning(), qPrintable(serving.errors()));
    const qint64 before = memory(serving.processId(), "VmRSS");
    QVERIFY(before > 0);
    const QByteArray head = "PUT /api/feedback/1/audio HTTP/1.1\r\nHost: desk\r\nContent-Type: audio/wav\r\n"
                            "Content-Length: 10485760\r\n\r\n";
    const QByteArray body(10 * megabyte - 65536, 'x');
    for (int round = 0; round < 3; ++round) {
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int i = 0; i < 40; ++i) {
            QTcpSocket &socket = *clients.emplace_back(std::make_unique<QTcpSocket>());
            socket.connectToHost(QHostAddress::LocalHost, serving.port());
            QVERIFY(socket.waitForConnected(5000));
            socket.write(head);
            socket.write(body);
        }
        // Each is either taken whole or refused.
        QTRY_VERIFY_WITH_TIMEOUT(std::all_of(clients.begin(), clients.end(),
                                     [](const auto &socket) {
                                         return socket->bytesToWrite() == 0
                                             || socket->state() == QAbstractSocket::UnconnectedState;
                                     }),
            60'000);
    }
    // What it needs for itself, 32 MB of bodies (HttpLimits::bufferedBodyBytes), and as much again for what is on
    // its way. It held 430 before the limit.
    const qint64 most = memory(serving.processId(), "VmHWM");
    QVERIFY2(most > before && most < before + 64 * megabyte, qPrintable(QString::number(most / megabyte)));
    QTRY_VERIFY_WITH_TIMEOUT(memory(serving.processId(), "VmRSS") < before + 25 * megabyte, 15'000);
    serving.end(SIGTERM);
    QCOMPARE(serving.exitCode(), 0);
}

QTEST_GUILESS_MAIN(MemoryTest)
#include "tst_memory.moc"
