#include "app/gateways/avahiclient.h"
#include "app/gateways/serviceannouncer.h"

#include <QtTest>

#include <thread>

using namespace accueil;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QStringList said; // by the announcer
QMutex saidMutex;

void keepLines(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    const QMutexLocker lock(&saidMutex);
    if (QByteArray(context.category) == "accueil.announce")
        said.append(message);
}

} // namespace

// Where there is nobody who would pass the announcement on. (The daemon itself belongs to the system: what it is told
// was looked at by hand.)
class ServiceAnnouncerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus"); }

    void isSilentWithoutADaemonAndSaysSoOnce()
    {
        const auto usual = qInstallMessageHandler(keepLines);
        {
            ServiceAnnouncer announcer;
            announcer.announce(8443, {u"192.168.1.10"_s});
            QTest::qWait(300);
            announcer.announce(8443, {u"192.168.1.11"_s});
            QTest::qWait(300);
            QCOMPARE(announcer.hostNames(), QStringList());
        }
        qInstallMessageHandler(usual);
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.first().contains(u"not announced"), qPrintable(said.first()));
    }

    void neverKeepsAnybodyWaiting()
    {
        QElapsedTimer elapsed;
        elapsed.start();
        {
            ServiceAnnouncer announcer;
            announcer.announce(8443, {u"192.168.1.10"_s});
            QVERIFY(elapsed.elapsed() < 200);
        }
        QVERIFY(elapsed.elapsed() < 1500);
    }

    // A daemon may hold on to the thread for as long as D-Bus lets it.
    void aThreadThatIsHeldIsNotWaitedFor()
    {
        AnnouncementBoard board;
        QVERIFY(!board.hasEndedWithin(50ms));
        std::thread other([&board] {
            std::this_thread::sleep_for(100ms);
            board.end();
        });
        QVERIFY(board.hasEndedWithin(5s));
        other.join();
    }

    void whatIsWantedWakesTheThread()
    {
        AnnouncementBoard board;
        int wakes = 0;
        board.setWake([&wakes] { ++wakes; });
        board.want({8443, {u"192.168.1.10"_s}});
        QCOMPARE(wakes, 1);
        QCOMPARE(board.wanted().port, quint16(8443));
        board.stop();
        QCOMPARE(wakes, 2);
        QVERIFY(board.isStopping());
    }
};

QTEST_GUILESS_MAIN(ServiceAnnouncerTest)
#include "tst_serviceannouncer.moc"
