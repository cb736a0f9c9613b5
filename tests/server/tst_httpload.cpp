#include "tests/server/rawclient.h"
#include "tests/server/runningserver.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QtTest>

#include <atomic>
#include <future>
#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

QByteArray get(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

// "/slow/150" and "/fast/150" take 150 ms; the former says so beforehand.
HttpResponse answer(const HttpRequest &request)
{
    if (request.path.count('/') == 2)
        QThread::msleep(request.path.split('/').last().toUInt());
    return {200, {}, request.path};
}

HttpServerOptions withSlowPaths()
{
    HttpServerOptions options;
    options.isSlow = [](Method, const QByteArray &path) { return path.startsWith("/slow/"); };
    return options;
}

std::vector<std::future<int>> askAtOnce(int count, quint16 port, const QByteArray &path)
{
    std::vector<std::future<int>> statuses;
    for (int i = 0; i < count; ++i)
        statuses.push_back(std::async(std::launch::async, [port, path] { return statusOf(port, path, 30'000); }));
    return statuses;
}

} // namespace

// Many clients at once, slow answers, clients that leave, and stopping in the middle of it.
class HttpLoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiftySlowRequestsDelayNobodyElse()
    {
        RunningServer server(answer, withSlowPaths());
        std::vector<std::future<int>> slow = askAtOnce(50, server.port(), "/slow/100");
        int asked = 0;
        qint64 longest = 0;
        const auto isRunning
            = [&] { return slow.back().wait_for(std::chrono::seconds(0)) != std::future_status::ready; };
        while (isRunning()) {
            QElapsedTimer elapsed;
            elapsed.start();
            QCOMPARE(statusOf(server.port(), "/health", 1000), 200);
            longest = std::max(longest, elapsed.elapsed());
            ++asked;
        }
        for (std::future<int> &status : slow)
            QCOMPARE(status.get(), 200);
        QVERIFY2(asked >= 5, qPrintable(QString::number(asked)));
        QVERIFY2(longest < 1000, qPrintable(QString::number(longest)));
    }

    void oneBlockedThreadLeavesTheOther()
    {
        RunningServer server(answer);
        RawClient blocking(server.port());
        blocking.send(get("/fast/1500"));
        QThread::msleep(100);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(statusOf(server.port(), "/health", 500), 200);
        QCOMPARE(blocking.receive().status, 200);
    }

    // After a restart everybody is there at once: tablets, and a provider with the news of an hour.
    void aServerThatStartsInAStormServesWithAllItsThreads()
    {
        HttpServerOptions options;
        options.threads = 4;
        {
            QTcpServer free;
            QVERIFY(free.listen(QHostAddress::LocalHost));
            options.port = free.serverPort();
        }
        std::atomic<bool> isOver = false;
        std::vector<std::thread> storm;
        for (int i = 0; i < 8; ++i) {
            storm.emplace_back([&] {
                while (!isOver) {
                    QTcpSocket socket;
                    socket.connectToHost(QHostAddress::LocalHost, options.port);
                    if (socket.waitForConnected(1000)) {
                        socket.write(get("/storm"));
                        socket.waitForReadyRead(1000);
                    }
                }
            });
        }
        QList<int> statuses;
        for (int start = 0; start < 30; ++start) {
            HttpServer server(answer, options);
            if (QString why; !server.start(&why)) {
                statuses << -1;
                break;
            }
            for (std::future<int> &status : askAtOnce(16, options.port, "/health"))
                statuses << status.get();
            server.stop();
        }
        isOver = true;
        for (std::thread &thread : storm)
            thread.join();
        QCOMPARE(statuses, QList<int>(30 * 16, 200));
    }

    void turnsAwayWhatTheSlowThreadsCannotTake()
    {
        HttpServerOptions options = withSlowPaths();
        options.slowThreads = 1;
        options.slowWaiting = 2;
        RunningServer server(answer, options);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 6; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            clients.back()->send(get("/slow/300"));
        }
        int answered = 0;
        int turnedAway = 0;
        for (const auto &client : clients) {
            const RawResponse response = client->receive();
            answered += response.status == 200;
            turnedAway += response.status == 503 && response.header("Retry-After") == "1";
            client->send(get("/"));
            QCOMPARE(client->receive().status, 200);
        }
        QCOMPARE(answered, 3);
        QCOMPARE(turnedAway, 3);
    }

    void survivesClientsThatLeave_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("in the request line") << "GE"_ba;
        QTest::newRow("in the header") << "GET / HTTP/1.1\r\nHost"_ba;
        QTest::newRow("in the body") << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc"_ba;
        QTest::newRow("before the answer") << get("/");
        QTest::newRow("before many answers") << get("/").repeated(30);
        QTest::newRow("before a slow answer") << get("/slow/5");
        QTest::newRow("before many slow answers") << get("/slow/1").repeated(10);
        QTest::newRow("after a refusal") << "BAD\r\n"_ba + QByteArray(1000, 'x');
    }
    void survivesClientsThatLeave()
    {
        QFETCH(QByteArray, bytes);
        HttpServerOptions options = withSlowPaths();
        options.slowWaiting = 1000;
        RunningServer server(answer, options);
        for (int i = 0; i < 300; ++i) {
            RawClient client(server.port());
            client.send(bytes);
            // Every other one with a reset.
            if (i % 2 == 0)
                client.socket().abort();
        }
        QCOMPARE(statusOf(server.port(), "/"), 200);
        QCOMPARE(statusOf(server.port(), "/slow/1", 30'000), 200);
    }

    void mixesManyClientsWithoutMixingTheirAnswers()
    {
        RunningServer server(answer, withSlowPaths());
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, t] {
                RawClient client(server.port());
                for (int i = 0; i < 200; ++i) {
                    const QByteArray path
                        = (i % 20 == 0 ? "/slow/1" : "/" + QByteArray::number(t) + '-' + QByteArray::number(i));
                    client.send(get(path));
                    wrong += client.receive().body != path;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }

    void stopsWithinTwoSecondsUnderLoad()
    {
        RunningServer server(answer, withSlowPaths());
        std::atomic<bool> isOver = false;
        std::atomic<int> answered = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, t] {
                while (!isOver)
                    answered += statusOf(server.port(), t % 2 == 0 ? "/slow/50" : "/", 1000) == 200;
            });
        }
        std::vector<std::unique_ptr<RawClient>> idle;
        for (int i = 0; i < 50; ++i) {
            idle.push_back(std::make_unique<RawClient>(server.port()));
            idle.back()->send(i % 2 == 0 ? "GET /" : "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc");
        }
        QTRY_VERIFY(answered > 20);
        QElapsedTimer elapsed;
        elapsed.start();
        server.stop();
        const qint64 took = elapsed.elapsed();
        isOver = true;
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY2(took < 2000, qPrintable(QString::number(took)));
    }

    void answersWhatIsInHandBeforeItStops_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("server thread") << "/fast/400"_ba;
        QTest::newRow("slow thread") << "/slow/400"_ba;
    }
    void answersWhatIsInHandBeforeItStops()
    {
        QFETCH(QByteArray, path);
        RunningServer server(answer, withSlowPaths());
        RawClient client(server.port());
        client.send(get(path));
        QThread::msleep(100);
        QElapsedTimer elapsed;
        elapsed.start();
        server.stop();
        QVERIFY2(elapsed.elapsed() < 1000, qPrintable(QString::number(elapsed.elapsed())));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 200);
        QVERIFY(client.isClosedWithin(500));
        RawClient late(server.port());
        QVERIFY(late.socket().state() != QAbstractSocket::ConnectedState);
    }

    void stopsWhileSlowRequestsOfClientsThatLeftWait()
    {
        RunningServer server(answer, withSlowPaths());
        for (int i = 0; i < 30; ++i) {
            RawClient client(server.port());
            client.send(get("/slow/100"));
            QThread::msleep(5);
            client.socket().abort();
        }
        QElapsedTimer elapsed;
        elapsed.start();
        server.stop();
        // What runs is waited for; what waits is not begun any more.
        QVERIFY2(elapsed.elapsed() < 500, qPrintable(QString::number(elapsed.elapsed())));
    }

    void stopsDespiteAClientThatDoesNotTakeItsAnswer()
    {
        const QByteArray large(30'000'000, 'x');
        RunningServer server([&](const HttpRequest &) { return HttpResponse{200, {}, large}; });
        RawClient client(server.port());
        client.socket().setReadBufferSize(1000);
        client.send(get("/"));
        QVERIFY(client.socket().waitForReadyRead(5000));
        QElapsedTimer elapsed;
        elapsed.start();
        server.stop();
        QVERIFY2(elapsed.elapsed() < 2000, qPrintable(QString::number(elapsed.elapsed())));
    }
};

QTEST_GUILESS_MAIN(HttpLoadTest)
#include "tst_httpload.moc"
