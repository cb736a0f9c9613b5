#include "app/domain/proportion.h"

#include <QtTest>

using namespace accueil;

class ProportionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Figures of Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
    void agreesWithPublishedIntervals_data()
    {
        QTest::addColumn<int>("part");
        QTest::addColumn<int>("whole");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("81 of 263") << 81 << 263 << 0.2553 << 0.3662;
        QTest::newRow("15 of 148") << 15 << 148 << 0.0624 << 0.1605;
        QTest::newRow("0 of 20") << 0 << 20 << 0.0 << 0.1611;
        QTest::newRow("1 of 29") << 1 << 29 << 0.0061 << 0.1718;
        QTest::newRow("all of 20") << 20 << 20 << 0.8389 << 1.0;
        QTest::newRow("none of none") << 0 << 0 << 0.0 << 1.0;
    }
    void agreesWithPublishedIntervals()
    {
        QFETCH(int, part);
        QFETCH(int, whole);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval interval = wilsonInterval(part, whole);
        QVERIFY2(std::abs(interval.low - low) < 0.00005, qPrintable(QString::number(interval.low)));
        QVERIFY2(std::abs(interval.high - high) < 0.00005, qPrintable(QString::number(interval.high)));
    }
};

QTEST_GUILESS_MAIN(ProportionTest)
#include "tst_proportion.moc"
