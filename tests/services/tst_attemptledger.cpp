#include "app/services/attemptledger.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class AttemptLedgerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Two tries at once: the one has read the time before the other fails.
    void aFailureThatCostsNothingLocksNobodyWhoseTimeIsEarlier()
    {
        const FakeClock clock;
        AttemptRecord record;
        for (int failure = 1; failure < 5; ++failure) {
            record = record.afterFailure(clock.now(), 5);
            QCOMPARE(record.wait(clock.now().addSecs(-60), 5), 0s);
        }
        QVERIFY(record.afterFailure(clock.now(), 5).wait(clock.now().addSecs(-60), 5) > 0s);
    }

    void waitsGrowToFifteenMinutes()
    {
        FakeClock clock;
        AttemptRecord record;
        QList<qint64> waits;
        for (int i = 0; i < 16; ++i) {
            record = record.afterFailure(clock.now(), 5);
            waits.append(record.wait(clock.now(), 5).count());
            clock.advance(record.wait(clock.now(), 5));
        }
        QCOMPARE(waits, (QList<qint64>{0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}));
    }

    void forgetsAfterFifteenMinutes()
    {
        FakeClock clock;
        AttemptRecord record;
        for (int i = 0; i < 5; ++i)
            record = record.afterFailure(clock.now(), 5);
        QCOMPARE(record.wait(clock.now(), 5), 1s);
        clock.advance(15min + 2s);
        record = record.afterFailure(clock.now(), 5);
        QCOMPARE(record.failures, 1);
        QCOMPARE(record.wait(clock.now(), 5), 0s);
    }

    void aClockSetBackLocksNobodyForLonger()
    {
        FakeClock clock;
        AttemptRecord record{20, clock.now().addDays(30)};
        QCOMPARE(record.wait(clock.now(), 5), 900s);
    }

    void isBoundedAndKeepsWhoFailedMost()
    {
        FakeClock clock;
        AttemptLedger ledger(2, 100);
        for (int i = 0; i < 5; ++i)
            ledger.recordFailure(u"attacker"_s, clock.now());
        for (int i = 0; i < 1000; ++i)
            ledger.recordFailure(u"name%1"_s.arg(i), clock.now());
        QVERIFY(ledger.size() <= 100);
        QCOMPARE(ledger.wait(u"attacker"_s, clock.now()), 8s);
    }
};

QTEST_GUILESS_MAIN(AttemptLedgerTest)
#include "tst_attemptledger.moc"
