#include "tests/server/rawclient.h"
#include "tests/server/runningserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QtTest>

#include <sys/resource.h>
#include <unistd.h>

using namespace accueil;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

HttpResponse ok(const HttpRequest &)
{
    return {200, {}, "ok"};
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no /proc/self/statm");
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

const QByteArray get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

QByteArray postHead(qint64 length)
{
    return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(length) + "\r\n\r\n";
}

} // namespace

// What a client that takes too much or too long gets.
class HttpLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesASlowHeaderHoweverItTrickles()
    {
        HttpServerOptions options;
        options.limits.headerTime = 300ms;
        RunningServer server(ok, options);
        RawClient client(server.port());
        QElapsedTimer elapsed;
        elapsed.start();
        client.send("GET / HTTP/1.1\r\nHost: a\r\n");
        while (client.socket().bytesAvailable() == 0 && elapsed.elapsed() < 3000) {
            client.send("X: y\r\n");
            client.socket().waitForReadyRead(30);
        }
        QCOMPARE(client.receive().status, 408);
        QVERIFY(elapsed.elapsed() >= 300);
        QVERIFY(elapsed.elapsed() < 1500);
    }

    void refusesASlowBody()
    {
        HttpServerOptions options;
        options.limits.bodyGraceTime = 200ms;
        options.limits.minimumBodyRate = 10'000;
        RunningServer server(ok, options);
        RawClient client(server.port());
        client.send(postHead(100'000));
        QElapsedTimer elapsed;
        elapsed.start();
        while (client.socket().bytesAvailable() == 0 && elapsed.elapsed() < 5000) {
            client.send("xxxxx");
            client.socket().waitForReadyRead(20);
        }
        QCOMPARE(client.receive().status, 408);
    }

    void takesABodyThatIsFastEnough()
    {
        HttpServerOptions options;
        options.limits.bodyGraceTime = 100ms;
        options.limits.minimumBodyRate = 1000;
        RunningServer server(ok, options);
        RawClient client(server.port());
        client.send(postHead(10'000));
        for (int i = 0; i < 10; ++i) {
            client.send(QByteArray(1000, 'x'));
            QThread::msleep(60);
        }
        QCOMPARE(client.receive().status, 200);
    }

    void closesIdleConnections_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("never used") << QByteArray();
        QTest::newRow("used before") << get;
        QTest::newRow("an empty line") << get + "\r\n";
    }
    void closesIdleConnections()
    {
        QFETCH(QByteArray, before);
        HttpServerOptions options;
        options.limits.idleTime = 200ms;
        options.limits.headerTime = 200ms;
        RunningServer server(ok, options);
        RawClient client(server.port());
        client.send(before);
        QVERIFY(!client.isClosedWithin(100));
        QVERIFY(client.isClosedWithin(2000));
    }

    void dropsAClientThatDoesNotTakeItsAnswer()
    {
        HttpServerOptions options;
        options.limits.writeStallTime = 300ms;
        const QByteArray large(30'000'000, 'x');
        RunningServer server([&](const HttpRequest &) { return HttpResponse{200, {}, large}; }, options);
        RawClient client(server.port());
        client.socket().setReadBufferSize(1000);
        client.send(get);
        QThread::msleep(1000);
        client.socket().setReadBufferSize(0);
        QCOMPARE(client.receive(5000).status, 0);
        QVERIFY(client.socket().state() != QAbstractSocket::ConnectedState);
    }

    void boundsTheAnswersThatWait()
    {
        HttpServerOptions options;
        options.limits.bufferedResponseBytes = 35'000'000;
        const QByteArray large(30'000'000, 'x');
        RunningServer server([&](const HttpRequest &) { return HttpResponse{200, {}, large}; }, options);
        RawClient patient(server.port());
        patient.socket().setReadBufferSize(1000);
        patient.send(get);
        QVERIFY(patient.socket().waitForReadyRead(5000));
        RawClient second(server.port());
        second.send(get);
        QCOMPARE(second.receive().status, 503);
        patient.socket().setReadBufferSize(0);
        QCOMPARE(patient.receive(20'000).body.size(), large.size());
        RawClient third(server.port());
        third.send(get);
        QCOMPARE(third.receive(20'000).status, 200);
    }

    void boundsTheBodiesThatWait()
    {
        HttpServerOptions options;
        options.limits.bufferedBodyBytes = 100'000;
        RunningServer server(ok, options);
        RawClient first(server.port());
        first.send(postHead(80'001) + QByteArray(80'000, 'x'));
        QTRY_VERIFY(first.socket().bytesToWrite() == 0);
        QThread::msleep(100);
        RawClient second(server.port());
        second.send(postHead(80'001) + QByteArray(80'000, 'x'));
        const RawResponse refused = second.receive();
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.header("Retry-After"), "1"_ba);
        first.send("x");
        QCOMPARE(first.receive().status, 200);
        RawClient third(server.port());
        third.send(postHead(80'000) + QByteArray(80'000, 'x'));
        QCOMPARE(third.receive().status, 200);
    }

    void growsNoMemory_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        QTest::newRow("announced body") << postHead(100'000'000) << 413;
        QTest::newRow("chunked body")
            << "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5F5E100\r\n"_ba << 413;
        QTest::newRow("header") << "GET / HTTP/1.1\r\nHost: a\r\nX: "_ba << 431;
        QTest::newRow("request line") << "GET /"_ba << 414;
    }
    void growsNoMemory()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        RunningServer server(ok);
        QCOMPARE(statusOf(server.port(), "/"), 200);
        const qint64 before = residentBytes();
        qint64 most = 0;
        RawClient client(server.port());
        client.send(head);
        const QByteArray part(1'000'000, 'x');
        for (int i = 0; i < 100 && client.socket().state() == QAbstractSocket::ConnectedState; ++i) {
            client.send(part);
            most = std::max(most, residentBytes() - before);
        }
        QCOMPARE(client.receive().status, status);
        QVERIFY2(most < 10'000'000, qPrintable(QString::number(most)));
    }

    void claimingALargeBodyCostsNothing()
    {
        HttpServerOptions options;
        options.isUpload = [](Method, const QByteArray &) { return true; };
        RunningServer server(ok, options);
        QCOMPARE(statusOf(server.port(), "/"), 200);
        const qint64 before = residentBytes();
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 100; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            clients.back()->send(postHead(12 * 1024 * 1024) + "abc");
        }
        QCOMPARE(statusOf(server.port(), "/"), 200);
        QVERIFY(residentBytes() - before < 20'000'000);
    }

    void newcomersReplaceThoseWhoAskForNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("idle") << QByteArray();
        QTest::newRow("slow header") << "GET / HTTP/1.1\r\nX:"_ba;
        QTest::newRow("slow body") << postHead(10);
    }
    void newcomersReplaceThoseWhoAskForNothing()
    {
        QFETCH(QByteArray, bytes);
        HttpServerOptions options;
        options.limits.connectionsPerAddress = 20;
        RunningServer server(ok, options);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 60; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            clients.back()->send(bytes);
        }
        QCOMPARE(statusOf(server.port(), "/", 1000), 200);
        const auto isOpen = [](const auto &client) { return !client->isClosedWithin(1); };
        const auto open = std::count_if(clients.begin(), clients.end(), isOpen);
        QVERIFY2(open > 0 && open <= 20, qPrintable(QString::number(open)));
    }

    void theOneThatHasWaitedLongestGivesWay()
    {
        HttpServerOptions options;
        options.threads = 1;
        options.limits.connectionsPerAddress = 3;
        RunningServer server(ok, options);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 4; ++i) {
            // The first has asked again when the fourth comes: the second has then waited longest.
            if (i == 3) {
                clients[0]->send(get);
                QCOMPARE(clients[0]->receive().status, 200);
                QThread::msleep(20);
            }
            clients.push_back(std::make_unique<RawClient>(server.port()));
            QThread::msleep(20);
        }
        QVERIFY(clients[1]->isClosedWithin(1000));
        for (const int i : {0, 2, 3})
            QVERIFY2(!clients[i]->isClosedWithin(20), qPrintable(QString::number(i)));
    }

    // Clients included, and with room for sanitizers.
    void holdsFiveHundredIdleConnections()
    {
        HttpServerOptions options;
        options.limits.connectionsPerAddress = 1000;
        RunningServer server(ok, options);
        QCOMPARE(statusOf(server.port(), "/"), 200);
        const qint64 before = residentBytes();
        std::vector<std::unique_ptr<RawClient>> clients;
        QElapsedTimer elapsed;
        elapsed.start();
        for (int i = 0; i < 500; ++i)
            clients.push_back(std::make_unique<RawClient>(server.port()));
        QVERIFY2(elapsed.elapsed() < 10'000, qPrintable(QString::number(elapsed.elapsed())));
        for (const auto &client : clients)
            client->send(get);
        for (const auto &client : clients)
            QCOMPARE(client->receive().status, 200);
        QCOMPARE(statusOf(server.port(), "/", 1000), 200);
        QVERIFY2(residentBytes() - before < 60'000'000, qPrintable(QString::number(residentBytes() - before)));
    }

    void acceptsAgainAfterRunningOutOfFiles()
    {
        RunningServer server(ok);
        rlimit usual{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &usual), 0);
        const rlimit few{200, usual.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
        const int forTheClient = ::dup(0);
        std::vector<int> filling;
        for (int copy = ::dup(0); copy >= 0; copy = ::dup(0))
            filling.push_back(copy);
        ::close(forTheClient);
        QTest::ignoreMessage(QtWarningMsg, "a connection could not be accepted; is the limit of open files too low?");
        RawClient client(server.port());
        client.send(get);
        QCOMPARE(client.receive(300).status, 0);
        for (const int copy : filling)
            ::close(copy);
        const RawResponse late = client.receive(2000);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &usual), 0);
        QCOMPARE(late.status, 200);
        QElapsedTimer elapsed;
        elapsed.start();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(statusOf(server.port(), "/"), 200);
        QVERIFY2(elapsed.elapsed() < 1000, qPrintable(QString::number(elapsed.elapsed())));
    }
};

QTEST_GUILESS_MAIN(HttpLimitsTest)
#include "tst_httplimits.moc"
