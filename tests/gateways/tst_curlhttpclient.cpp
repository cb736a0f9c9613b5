#include "app/gateways/curlhttpclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketwilio.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A server that answers as many requests on each connection as it is told, then closes the next without a word; it
// counts whole requests.
class ShyServer
{
public:
    explicit ShyServer(int answersOnEach, const QByteArray &answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        : m_thread([this, answersOnEach, answer] { run(answersOnEach, answer); })
    {
        while (m_port == 0)
            std::this_thread::sleep_for(1ms);
    }
    ~ShyServer()
    {
        m_end = true;
        m_thread.join();
    }
    QUrl url(const QString &path = u"/x.json"_s) const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port) + path); }
    int requests() const { return m_requests; }
    int connections() const { return m_connections; }
    QByteArray lastHead() const { return m_lastHead; } // when no request is under way

private:
    void run(int answersOnEach, const QByteArray &answer)
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        while (!m_end) {
            // Of two that arrived at once the second is there already, and nothing more to wait for.
            if (!server.hasPendingConnections() && !server.waitForNewConnection(20))
                continue;
            ++m_connections;
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            QByteArray bytes;
            for (int answered = 0; !m_end && socket->state() == QAbstractSocket::ConnectedState;) {
                socket->waitForReadyRead(20);
                bytes += socket->readAll();
                if (!bytes.endsWith("a=b") && !bytes.startsWith("GET"))
                    continue;
                m_lastHead = bytes;
                bytes.clear();
                ++m_requests;
                if (++answered > answersOnEach) {
                    socket->abort();
                    break;
                }
                socket->write(answer);
                socket->waitForBytesWritten(1000);
            }
        }
    }

    std::atomic<quint16> m_port = 0;
    std::atomic<bool> m_end = false;
    std::atomic<int> m_requests = 0;
    std::atomic<int> m_connections = 0;
    QByteArray m_lastHead;
    std::thread m_thread;
};

} // namespace

class CurlHttpClientTest : public QObject
{
    Q_OBJECT

    static OutgoingHttpRequest form(const QUrl &url)
    {
        return {.url = url, .contentType = "application/x-www-form-urlencoded", .body = "a=b"};
    }

private Q_SLOTS:
    void sendsOneRequestAfterTheOtherOverOneConnection()
    {
        ShyServer server(1000);
        CurlHttpClient http;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(http.post(form(server.url())).status, 200);
        QCOMPARE(http.get({.url = server.url()}).status, 200);
        QCOMPARE(server.requests(), 21);
        QCOMPARE(server.connections(), 1);
    }

    void neverSendsAgainWhatAKeptConnectionLost_data()
    {
        QTest::addColumn<bool>("isPost");
        QTest::newRow("POST") << true;
        QTest::newRow("GET") << false;
    }
    void neverSendsAgainWhatAKeptConnectionLost()
    {
        QFETCH(bool, isPost);
        ShyServer server(1);
        CurlHttpClient http;
        const auto ask = [&] { return isPost ? http.post(form(server.url())) : http.get({.url = server.url()}); };
        QCOMPARE(ask().delivery, HttpDelivery::Answered);
        const HttpAnswer lost = ask(); // arrives whole, over the same connection, and is not answered
        QCOMPARE(lost.delivery, HttpDelivery::MaybeSent);
        QCOMPARE(lost.problem, HttpProblem::ConnectionLost);
        QCOMPARE(server.requests(), 2);
        QCOMPARE(ask().delivery, HttpDelivery::Answered); // the line is of use again
    }

    void asksWithQueryAndLogin()
    {
        ShyServer server(10);
        CurlHttpClient http;
        const HttpAnswer answer = http.get(
            {.url = server.url(u"/list.json?To=%2B237670000001&PageSize=5"_s), .user = u"AC1"_s, .password = u"é:"_s});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "{}");
        const QList<QByteArray> lines = server.lastHead().split('\n');
        QCOMPARE(lines.value(0).trimmed(), "GET /list.json?To=%2B237670000001&PageSize=5 HTTP/1.1");
        QVERIFY(lines.contains("Authorization: Basic " + QByteArray("AC1:é:").toBase64() + '\r'));
    }

    void doesNotFollowRedirects()
    {
        ShyServer elsewhere(10);
        ShyServer server(
            10, "HTTP/1.1 302 Found\r\nLocation: " + elsewhere.url().toEncoded() + "\r\nContent-Length: 0\r\n\r\n");
        CurlHttpClient http;
        QCOMPARE(http.get({.url = server.url()}).status, 302);
        QCOMPARE(elsewhere.requests(), 0);
    }

    void readsTheOtherSidesClockAndWhenToComeBack_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<int>("seconds");
        QTest::newRow("nothing") << QByteArray() << 0;
        QTest::newRow("seconds") << QByteArray("Retry-After: 120\r\n") << 120;
        QTest::newRow("a time") << QByteArray("Retry-After: Thu, 12 Mar 2026 09:44:30 GMT\r\n") << 150;
        QTest::newRow("a time gone by") << QByteArray("Retry-After: Thu, 12 Mar 2026 09:00:00 GMT\r\n") << 0;
        QTest::newRow("a year") << QByteArray("Retry-After: 31536000\r\n") << 24 * 3600;
        QTest::newRow("less than nothing") << QByteArray("Retry-After: -5\r\n") << 0;
        QTest::newRow("a word") << QByteArray("Retry-After: soon\r\n") << 0;
    }
    void readsTheOtherSidesClockAndWhenToComeBack()
    {
        QFETCH(QByteArray, retryAfter);
        ShyServer server(10,
            "HTTP/1.1 429 Slow\r\nDate: Thu, 12 Mar 2026 09:42:00 GMT\r\n" + retryAfter + "Content-Length: 0\r\n\r\n");
        CurlHttpClient http;
        const HttpAnswer answer = http.post(form(server.url()));
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.date.value(), QDateTime({2026, 3, 12}, {9, 42}, Qt::UTC));
        QTEST(answer.retryAfterSeconds, "seconds");
    }

    void knowsNoClockWithoutDate()
    {
        ShyServer server(10);
        CurlHttpClient http;
        QVERIFY(!http.get({.url = server.url()}).date);
    }

    void goesByItsOwnClockWhereTheOtherSideShowsNone()
    {
        const FakeClock clock;
        ShyServer server(
            10, "HTTP/1.1 429 Slow\r\nRetry-After: Thu, 12 Mar 2026 09:44:30 GMT\r\nContent-Length: 0\r\n\r\n");
        CurlHttpClient http({.clock = &clock});
        QCOMPARE(http.post(form(server.url())).retryAfterSeconds, 150);
    }

    void givesUpAnAnswerWithoutEnd()
    {
        const QByteArray body(CurlHttpClient::largestAnswer + 1, 'x');
        ShyServer server(
            1, "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        CurlHttpClient http;
        const HttpAnswer answer = http.post(form(server.url()));
        QCOMPARE(answer.delivery, HttpDelivery::MaybeSent);
        QCOMPARE(answer.problem, HttpProblem::AnswerTooLarge);
    }

    void serves16ThreadsAtOnceOver16Connections()
    {
        FakeTwilio twilio;
        CurlHttpClient http;
        constexpr int threads = 16;
        constexpr int each = 75;
        const QUrl url(twilio.baseUrl() + u"/2010-04-01/Accounts/%1/Messages.json"_s.arg(FakeTwilio::accountSid()));
        QElapsedTimer timer;
        timer.start();
        std::vector<std::thread> pool;
        std::atomic<int> answered = 0;
        for (int i = 0; i < threads; ++i) {
            pool.emplace_back([&, i] {
                for (int n = 0; n < each; ++n) {
                    const QByteArray text = QByteArray::number(i) + '-' + QByteArray::number(n);
                    answered += http.post({.url = url,
                                              .user = FakeTwilio::accountSid(),
                                              .password = FakeTwilio::authToken(),
                                              .contentType = "application/x-www-form-urlencoded",
                                              .body = "To=%2B237670000001&From=%2B15005550006&Body=" + text})
                                    .status
                            == 201
                        ? 1
                        : 0;
                }
            });
        }
        for (std::thread &one : pool)
            one.join();
        const qint64 perSecond = threads * each * 1000 / std::max<qint64>(timer.elapsed(), 1);
        qInfo() << perSecond << "requests a second";
        QCOMPARE(answered, threads * each);
        QCOMPARE(twilio.violations(), QStringList());
        QCOMPARE(twilio.taken().size(), threads * each); // each once
        QVERIFY2(twilio.connections() <= threads, qPrintable(QString::number(twilio.connections())));
        QVERIFY(perSecond >= 100); // under sanitizers and on a busy machine, too; 1,500 and more on an idle one
    }
};

QTEST_GUILESS_MAIN(CurlHttpClientTest)
#include "tst_curlhttpclient.moc"
