#include "db/connection.h"

#include <QtTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace accueil;

namespace {

constexpr auto work = ServerGate::Purpose::Work;

} // namespace

class ServerGateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // As on a machine that has much to do: a connection takes a while, and eight threads begin at once.
    void aBusyServerServesTheWholeQueue()
    {
        ServerGate gate;
        std::atomic<int> entered = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                if (!gate.enter(work))
                    return;
                ++entered;
                QTest::qSleep(100);
                gate.leave(true);
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(entered.load(), 8);
    }

    void aSilentServerCostsTheOthersAMoment()
    {
        ServerGate gate;
        QVERIFY(gate.enter(work));
        std::atomic<int> entered = 0;
        QElapsedTimer elapsed;
        elapsed.start();
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] { entered += gate.enter(work); });
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY2(elapsed.elapsed() < 2000, qPrintable(QString::number(elapsed.elapsed())));
        QCOMPARE(entered.load(), 0);
        gate.leave(false);
    }

    void afterNoAnswerOnlyAProbeAsksForAWhile()
    {
        ServerGate gate;
        QVERIFY(gate.enter(work));
        gate.leave(false);
        QVERIFY(!gate.enter(work));
        QVERIFY(gate.enter(ServerGate::Purpose::Probe));
        gate.leave(true);
        QVERIFY(gate.enter(work));
        gate.leave(true);
    }
};

QTEST_GUILESS_MAIN(ServerGateTest)
#include "tst_servergate.moc"
