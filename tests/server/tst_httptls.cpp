#include "tests/server/rawclient.h"
#include "tests/server/runningserver.h"
#include "tests/server/testcertificate.h"

#include <QSslSocket>
#include <QtTest>

using namespace accueil;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

HttpServerOptions withTls()
{
    HttpServerOptions options;
    options.tls = testTlsConfiguration();
    // As lax as a caller could make it: the server itself must insist on TLS 1.2.
    options.tls->setProtocol(QSsl::AnyProtocol);
    options.limits.tlsTime = 500ms;
    return options;
}

HttpResponse answer(const HttpRequest &request)
{
    return {200, {},
        (request.isEncrypted ? "encrypted " : "plain ") + request.path + QByteArray::number(request.body.size())};
}

RawClient encryptedClient(quint16 port)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->connectToHostEncrypted(u"localhost"_s, port, QIODevice::ReadWrite, QAbstractSocket::IPv4Protocol);
    if (!socket->waitForEncrypted(10'000))
        qWarning("no TLS: %s", qPrintable(socket->errorString()));
    return RawClient(std::move(socket));
}

// A ClientHello of nothing newer than the given version, with cipher suites, curves and signatures every server has.
QByteArray clientHello(char minorVersion)
{
    const QByteArray extensions = QByteArray::fromHex("000a00080006001d00170018" // groups
                                                      "000b00020100" // point format
                                                      "000d000e000c040305030603040108040201"); // signature algorithms
    const QByteArray ciphers = QByteArray::fromHex("c02bc02fc02cc030c009c013c00ac014002f0035");
    const auto length16 = [](qsizetype size) { return QByteArray(1, char(size >> 8)) + char(size & 0xff); };
    const QByteArray body = QByteArray("\x03") + minorVersion + QByteArray(32, 'r') + '\0' + length16(ciphers.size())
        + ciphers + QByteArray("\x01\x00", 2) + length16(extensions.size()) + extensions;
    const QByteArray handshake = QByteArray("\x01\x00", 2) + length16(body.size()) + body;
    return QByteArray("\x16\x03\x01") + length16(handshake.size()) + handshake;
}

} // namespace

class HttpTlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOverTls()
    {
        RunningServer server(answer, withTls());
        RawClient client = encryptedClient(server.port());
        client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(client.receive().body, "encrypted /a0"_ba);
        QCOMPARE(client.receive().body, "encrypted /b0"_ba);
        client.send("GET /c HTTP/1.0\r\n\r\n");
        QCOMPARE(client.receive().body, "encrypted /c0"_ba);
        QVERIFY(client.isClosedWithin(1000));
    }

    void refusesTlsBefore12_data()
    {
        QTest::addColumn<int>("minorVersion");
        QTest::addColumn<bool>("isAccepted");
        QTest::newRow("TLS 1.0") << 1 << false;
        QTest::newRow("TLS 1.1") << 2 << false;
        QTest::newRow("TLS 1.2") << 3 << true;
    }
    void refusesTlsBefore12()
    {
        QFETCH(int, minorVersion);
        QFETCH(bool, isAccepted);
        RunningServer server(answer, withTls());
        RawClient client(server.port());
        client.send(clientHello(static_cast<char>(minorVersion)));
        QVERIFY(client.socket().waitForReadyRead(2000));
        const QByteArray record = client.socket().readAll();
        QCOMPARE(record.at(0), isAccepted ? '\x16' : '\x15'); // a handshake record, or an alert
        if (!isAccepted)
            QCOMPARE(record.at(6), '\x46'); // protocol_version
    }

    void sendsLargeBodiesBothWays()
    {
        const QByteArray large(5'000'000, 'x');
        HttpServerOptions options = withTls();
        options.isUpload = [](Method, const QByteArray &) { return true; };
        RunningServer server([](const HttpRequest &request) { return HttpResponse{200, {}, request.body}; }, options);
        RawClient client = encryptedClient(server.port());
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n" + large);
        QVERIFY(client.receive(30'000).body == large);
    }

    void tellsAClientThatStillSendsThatItsBodyIsTooLarge()
    {
        RunningServer server(answer, withTls());
        RawClient client = encryptedClient(server.port());
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n" + QByteArray(3'000'000, 'x'));
        QCOMPARE(client.receive().status, 413);
    }

    void dropsClientsThatDoNotShakeHands_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a hello") << clientHello(3).first(40);
        QTest::newRow("plain HTTP") << "GET / HTTP/1.1\r\nHost: a\r\n\r\n"_ba;
        QTest::newRow("noise") << QByteArray(1000, '\xfe');
    }
    void dropsClientsThatDoNotShakeHands()
    {
        QFETCH(QByteArray, bytes);
        RunningServer server(answer, withTls());
        RawClient client(server.port());
        client.send(bytes);
        QVERIFY(client.isClosedWithin(3000));
        RawClient next = encryptedClient(server.port());
        next.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(next.receive().status, 200);
    }

    void survivesClientsThatLeave()
    {
        RunningServer server(answer, withTls());
        for (int i = 0; i < 60; ++i) {
            RawClient client = encryptedClient(server.port());
            client.send(i % 2 == 0 ? "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
                                   : "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx");
            if (i % 3 == 0)
                client.socket().abort();
        }
        RawClient client = encryptedClient(server.port());
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(client.receive().status, 200);
    }

    void stopsWithTlsClientsConnected()
    {
        RunningServer server(answer, withTls());
        RawClient client = encryptedClient(server.port());
        RawClient handshaking(server.port());
        QElapsedTimer elapsed;
        elapsed.start();
        server.stop();
        QVERIFY(elapsed.elapsed() < 2000);
        QVERIFY(client.isClosedWithin(500));
    }
};

QTEST_GUILESS_MAIN(HttpTlsTest)
#include "tst_httptls.moc"
