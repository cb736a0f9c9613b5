#include "tests/server/rawclient.h"
#include "tests/server/runningserver.h"
#include "tests/support/fakeclock.h"

#include <QTimeZone>
#include <QtTest>

#include <sys/socket.h>

#include <stdexcept>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

HttpResponse echo(const HttpRequest &request)
{
    QByteArray body = methodName(request.method) + ' ' + request.path + '?' + request.query + '\n';
    for (const HttpHeader &header : request.headers)
        body += header.name + ": " + header.value + '\n';
    return {200, {{"Content-Type"_ba, "text/plain"_ba}}, body + request.body};
}

QByteArray get(const QByteArray &path, const QByteArray &fields = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: test\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &fields = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: test\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
        + fields + "\r\n" + body;
}

} // namespace

// What a client that keeps to the rules gets.
class HttpServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOverTheWholeRequest()
    {
        RunningServer server(echo);
        RawClient client(server.port());
        client.send(post("/a%20b?c=%C3%A9", "body", "X-One: 1\r\nx-one: 2\r\n"));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, "POST /a%20b?c=%C3%A9\nhost: test\nx-one: 1\nx-one: 2\nbody"_ba);
        QCOMPARE(response.header("Content-Type"), "text/plain"_ba);
    }

    void joinsRepeatedHeaders()
    {
        RunningServer server([](const HttpRequest &request) {
            return HttpResponse{200, {},
                request.header("accept") + '|' + request.header("none") + '|' + request.peer.toString().toLatin1()};
        });
        RawClient client(server.port());
        client.send(get("/", "Accept: a\r\nAccept: b\r\n"));
        QCOMPARE(client.receive().body, "a, b||127.0.0.1"_ba);
    }

    void takesTheHostOfAnAbsoluteTarget()
    {
        RunningServer server(echo);
        RawClient client(server.port());
        client.send("GET http://other:81/x HTTP/1.1\r\nHost: test\r\n\r\n");
        QCOMPARE(client.receive().body, "GET /x?\nhost: other:81\n"_ba);
    }

    void keepsTheConnection()
    {
        RunningServer server(echo);
        RawClient client(server.port());
        for (int i = 0; i < 20; ++i) {
            client.send(get("/" + QByteArray::number(i)));
            const RawResponse response = client.receive();
            QCOMPARE(response.status, 200);
            QVERIFY(response.body.startsWith("GET /" + QByteArray::number(i) + "?"));
            QVERIFY(response.header("Connection").isEmpty());
        }
    }

    void closesWhenAsked()
    {
        RunningServer server(echo);
        RawClient client(server.port());
        client.send(get("/", "Connection: close\r\n"));
        QCOMPARE(client.receive().header("Connection"), "close"_ba);
        QVERIFY(client.isClosedWithin(1000));
    }

    void closesAfterHttp10()
    {
        RunningServer server(echo);
        RawClient client(server.port());
        client.send("GET / HTTP/1.0\r\n\r\n");
        QCOMPARE(client.receive().header("Connection"), "close"_ba);
        QVERIFY(client.isClosedWithin(1000));
    }

    void keepsHttp10AliveWhenAsked()
    {
        RunningServer server(echo);
        RawClient client(server.port());
        for (int i = 0; i < 2; ++i) {
            client.send("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n");
            QCOMPARE(client.receive().header("Connection"), "keep-alive"_ba);
        }
    }

    void endsAConnectionAfterItsShareOfRequests()
    {
        HttpServerOptions options;
        options.limits.requestsPerConnection = 3;
        RunningServer server(echo, options);
        RawClient client(server.port());
        client.send(get("/").repeated(5));
        const QList<RawResponse> responses = client.receiveAll();
        QCOMPARE(responses.size(), 3);
        QVERIFY(responses[1].header("Connection").isEmpty());
        QCOMPARE(responses[2].header("Connection"), "close"_ba);
    }

    void answersPipelinedRequestsInOrder()
    {
        HttpServerOptions options;
        options.isSlow = [](Method, const QByteArray &path) { return path == "/slow"; };
        RunningServer server(
            [](const HttpRequest &request) {
                if (request.path == "/slow")
                    QThread::msleep(30);
                return HttpResponse{200, {}, request.path};
            },
            options);
        RawClient client(server.port());
        client.send(get("/1") + get("/slow") + get("/2") + post("/slow", "x") + get("/3"));
        for (const QByteArray &path : {"/1"_ba, "/slow"_ba, "/2"_ba, "/slow"_ba, "/3"_ba})
            QCOMPARE(client.receive().body, path);
    }

    void sendsNoBodyToHead()
    {
        RunningServer server(echo);
        RawClient client(server.port());
        client.send("HEAD / HTTP/1.1\r\nHost: test\r\n\r\n");
        QCOMPARE(
            client.receive(5000, true).header("Content-Length"), QByteArray::number(qstrlen("HEAD /?\nhost: test\n")));
        client.send(get("/next"));
        QCOMPARE(client.receive().body, "GET /next?\nhost: test\n"_ba);
    }

    void sendsNoBodyWithStatusesThatHaveNone_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("no content") << 204;
        QTest::newRow("not modified") << 304;
    }
    void sendsNoBodyWithStatusesThatHaveNone()
    {
        QFETCH(int, status);
        RunningServer server([&](const HttpRequest &) { return HttpResponse{status, {}, "never"}; });
        RawClient client(server.port());
        client.send(get("/") + get("/"));
        for (int i = 0; i < 2; ++i) {
            const RawResponse response = client.receive();
            QCOMPARE(response.status, status);
            QVERIFY(!response.head.contains("Content-Length"));
        }
    }

    void asksForTheBodyThatWaits()
    {
        RunningServer server(echo);
        RawClient client(server.port());
        client.send("POST / HTTP/1.1\r\nHost: test\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
        QCOMPARE(client.receive().status, 100);
        client.send("body");
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 200);
        QVERIFY(response.body.endsWith("body"));
    }

    void refusesATooLargeBodyBeforeItIsSent()
    {
        RunningServer server(echo);
        RawClient client(server.port());
        client.send("POST / HTTP/1.1\r\nHost: test\r\nExpect: 100-continue\r\nContent-Length: 2000000\r\n\r\n");
        QCOMPARE(client.receive().status, 413);
    }

    // A reset would take the answer away from a client that reads it only after sending.
    void stillListensToAClientItHasRefused()
    {
        RunningServer server(echo);
        RawClient client(server.port());
        client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 2000000\r\n\r\n");
        const int descriptor = static_cast<int>(client.socket().socketDescriptor());
        const QByteArray part(50'000, 'x');
        for (int i = 0; i < 10; ++i) {
            QThread::msleep(30);
            QCOMPARE(::send(descriptor, part.constData(), size_t(part.size()), MSG_NOSIGNAL), ssize_t(part.size()));
        }
        QCOMPARE(client.receive().status, 413);
    }

    void takesLargerBodiesWhereUploadsGo_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("status");
        QTest::newRow("json within") << "/json"_ba << 1000 << 200;
        QTest::newRow("json beyond") << "/json"_ba << 1001 << 413;
        QTest::newRow("upload within") << "/upload"_ba << 5000 << 200;
        QTest::newRow("upload beyond") << "/upload"_ba << 5001 << 413;
    }
    void takesLargerBodiesWhereUploadsGo()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, size);
        QFETCH(int, status);
        HttpServerOptions options;
        options.limits.bodyBytes = 1000;
        options.limits.uploadBytes = 5000;
        options.isUpload = [](Method method, const QByteArray &uploadPath) {
            return method == Method::Post && uploadPath == "/upload";
        };
        RunningServer server(echo, options);
        RawClient client(server.port());
        client.send(post(path, QByteArray(size, 'x')));
        QCOMPARE(client.receive().status, status);
    }

    void turnsExceptionsInto500()
    {
        RunningServer server([](const HttpRequest &request) -> HttpResponse {
            if (request.path == "/std")
                throw std::runtime_error("inner detail");
            throw 42;
        });
        QTest::ignoreMessage(QtCriticalMsg, "a handler failed: inner detail");
        QTest::ignoreMessage(QtCriticalMsg, "a handler failed");
        RawClient client(server.port());
        client.send(get("/std") + get("/other"));
        for (int i = 0; i < 2; ++i) {
            const RawResponse response = client.receive();
            QCOMPARE(response.status, 500);
            QCOMPARE(response.header("Content-Type"), "application/problem+json"_ba);
            QVERIFY(!response.body.contains("inner"));
        }
    }

    void letsNoAnswerBreakTheFraming_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("line break in a value") << 200 << "X-A"_ba
                                               << "a\r\nSet-Cookie: b"_ba;
        QTest::newRow("line feed in a value") << 200 << "X-A"_ba
                                              << "a\nb"_ba;
        QTest::newRow("zero byte in a value") << 200 << "X-A"_ba << QByteArray("a\0b", 3);
        QTest::newRow("space in a name") << 200 << "X A"_ba
                                         << "a"_ba;
        QTest::newRow("no name") << 200 << ""_ba
                                 << "a"_ba;
        QTest::newRow("status too small") << 100 << "X-A"_ba
                                          << "a"_ba;
        QTest::newRow("status too large") << 1000 << "X-A"_ba
                                          << "a"_ba;
    }
    void letsNoAnswerBreakTheFraming()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        RunningServer server([&](const HttpRequest &) { return HttpResponse{status, {{name, value}}, "x"}; });
        QTest::ignoreMessage(QtCriticalMsg, "an answer with an impossible status or header was replaced by 500");
        RawClient client(server.port());
        client.send(get("/"));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 500);
        QVERIFY(!response.head.contains("Cookie"));
    }

    void keepsTheFramingHeadersToItself()
    {
        FakeClock clock;
        HttpServerOptions options;
        options.clock = &clock;
        RunningServer server(
            [](const HttpRequest &) {
                return HttpResponse{200,
                    {{"content-length", "99"}, {"Transfer-Encoding", "chunked"}, {"Connection", "upgrade"},
                        {"Date", "x"}},
                    "ok"};
            },
            options);
        clock.set(QDateTime({2026, 3, 1}, {7, 8, 9}, QTimeZone::utc()));
        RawClient client(server.port());
        client.send(get("/"));
        const RawResponse response = client.receive();
        QCOMPARE(response.body, "ok"_ba);
        QCOMPARE(response.head, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nDate: Sun, 01 Mar 2026 07:08:09 GMT"_ba);
    }

    void sendsLargeAnswersWhole()
    {
        QByteArray large(20'000'000, '\0');
        for (qsizetype i = 0; i < large.size(); ++i)
            large[i] = static_cast<char>(i * 31 + i / 7);
        RunningServer server([&](const HttpRequest &) { return HttpResponse{200, {}, large}; });
        RawClient client(server.port());
        client.send(get("/") + get("/"));
        QVERIFY(client.receive(20'000).body == large);
        QVERIFY(client.receive(20'000).body == large);
    }

    void saysWhyAPortCannotBeHad()
    {
        RunningServer first(echo);
        HttpServerOptions options;
        options.port = first.port();
        HttpServer second(echo, options);
        QString why;
        QVERIFY(!second.start(&why));
        QVERIFY(!why.isEmpty());
        QCOMPARE(second.port(), 0);
        QCOMPARE(statusOf(first.port(), "/"), 200);
    }

    void startsAgainOnTheSamePort()
    {
        HttpServerOptions options;
        options.port = 0;
        HttpServer first(echo, options);
        QVERIFY(first.start(nullptr));
        options.port = first.port();
        QCOMPARE(statusOf(options.port, "/"), 200);
        first.stop();
        QCOMPARE(statusOf(options.port, "/", 500), 0);
        HttpServer second(echo, options);
        QVERIFY(second.start(nullptr));
        QCOMPARE(statusOf(options.port, "/"), 200);
        QVERIFY(first.start(nullptr));
        QCOMPARE(statusOf(first.port(), "/"), 200);
    }
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "tst_httpserver.moc"
