#include "tests/app/programrun.h"
#include "tests/support/databaseproxy.h"
#include "tests/support/testdatabase.h"

#include <QTcpSocket>
#include <QtTest>

#include <memory>
#include <vector>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr int tries = 5;
constexpr qint64 atOnce = 500; // ms
constexpr int clients = 20;

} // namespace

// How long the program takes from SIGTERM to its end.
class StoppingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopsAtOnceWhenNothingIsInHand_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<bool>("isAnswered");
        QTest::newRow("clients that say nothing") << QByteArray() << false;
        QTest::newRow("clients in the middle of a request") << QByteArray("GET /health HT") << false;
        QTest::newRow("clients that were answered") << QByteArray("GET /health HTTP/1.1\r\nHost: desk\r\n\r\n") << true;
    }
    // Within the two seconds that are promised every time; the best of some tries, which shows what it waits for rather
    // than what else the machine does, at once.
    void stopsAtOnceWhenNothingIsInHand()
    {
        QFETCH(QByteArray, sent);
        QFETCH(bool, isAnswered);
        const TestDesk desk;
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < tries && best >= atOnce; ++i) {
            ServingDesk serving(desk);
            QVERIFY2(serving.isRunning(), qPrintable(serving.errors()));
            std::vector<std::unique_ptr<QTcpSocket>> connected;
            for (int client = 0; client < clients; ++client) {
                QTcpSocket &socket = *connected.emplace_back(std::make_unique<QTcpSocket>());
                socket.connectToHost(QHostAddress::LocalHost, serving.port());
                QVERIFY(socket.waitForConnected(5000));
                socket.write(sent);
                socket.flush();
                QVERIFY(!isAnswered || socket.waitForReadyRead(5000));
            }
            const qint64 milliseconds = serving.end(SIGTERM);
            QVERIFY2(milliseconds >= 0 && milliseconds < 2000, qPrintable(QString::number(milliseconds)));
            QCOMPARE(serving.exitCode(), 0);
            best = std::min(best, milliseconds);
        }
        QVERIFY2(best < atOnce, qPrintable(QString::number(best)));
    }

    // The scheduler asks the database every second, so it soon waits for an answer that never comes.
    void stopsInTimeThoughTheDatabaseNeverAnswers()
    {
        const TestDatabase store(Dialect::PostgreSql);
        const DatabaseLocation location = *DatabaseLocation::parse(store.url());
        DatabaseProxy proxy(location.host, quint16(location.port));
        QUrl way(store.url());
        way.setHost(u"127.0.0.1"_s);
        way.setPort(proxy.port());
        TestDesk desk;
        desk.set(u"DATABASE_URL"_s, way.toString());
        ServingDesk serving(desk);
        QVERIFY2(serving.isRunning(), qPrintable(serving.errors()));
        proxy.freeze();
        QTest::qWait(2500);
        const qint64 milliseconds = serving.end(SIGTERM);
        QVERIFY2(milliseconds >= 0 && milliseconds < 2500, qPrintable(QString::number(milliseconds)));
        QCOMPARE(serving.exitCode(), 0);
    }

    // The window promises nobody two seconds, but who shuts the computer down is not kept waiting either.
    void theWindowEndsInTimeThoughTheDatabaseNeverAnswers()
    {
        const TestDatabase store(Dialect::PostgreSql);
        const DatabaseLocation location = *DatabaseLocation::parse(store.url());
        DatabaseProxy proxy(location.host, quint16(location.port));
        QUrl way(store.url());
        way.setHost(u"127.0.0.1"_s);
        way.setPort(proxy.port());
        TestDesk desk;
        desk.set(u"DATABASE_URL"_s, way.toString());
        desk.set(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        const auto made
            = desk.run({u"user"_s, u"add"_s, u"chef"_s, u"--role"_s, u"admin"_s, u"--email"_s, u"chef@example.org"_s},
                "manguier tambour pirogue\n");
        QVERIFY2(made.code == 0, qPrintable(made.errors));
        QProcess window;
        desk.start(window, {});
        QTRY_VERIFY_WITH_TIMEOUT(proxy.connections() >= 2, 20'000); // the window's and the scheduler's
        proxy.freeze();
        QTest::qWait(2500); // the scheduler asks every second
        QCOMPARE(window.state(), QProcess::Running);
        QElapsedTimer timer;
        timer.start();
        window.terminate();
        QVERIFY(window.waitForFinished(30'000));
        QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(window.exitStatus(), QProcess::NormalExit);
    }
};

QTEST_GUILESS_MAIN(StoppingTest)
#include "tst_stopping.moc"
