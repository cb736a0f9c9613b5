#include "server/timetext.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class TimeTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTimes_data();
    void readsTimes();
    void refusesWhatIsNoTime_data();
    void refusesWhatIsNoTime();
    void readsDays();
};

void TimeTextTest::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("expected");
    const auto utc = [](int hour, int minute, int second = 0, int milliseconds = 0) {
        return QDateTime({2026, 12, 1}, {hour, minute, second, milliseconds}, Qt::UTC);
    };
    QTest::newRow("UTC") << u"2026-12-01T09:30:15Z"_s << utc(9, 30, 15);
    QTest::newRow("small letters") << u"2026-12-01t09:30:15z"_s << utc(9, 30, 15);
    QTest::newRow("east") << u"2026-12-01T09:30:00+01:00"_s << utc(8, 30);
    QTest::newRow("west, over midnight") << u"2026-11-30T20:30:00-05:30"_s << utc(2, 0);
    QTest::newRow("offset without colon") << u"2026-12-01T09:30:00+0100"_s << utc(8, 30);
    QTest::newRow("no offset is UTC") << u"2026-12-01T09:30:00"_s << utc(9, 30);
    QTest::newRow("no seconds") << u"2026-12-01T09:30Z"_s << utc(9, 30);
    QTest::newRow("milliseconds") << u"2026-12-01T09:30:00.250Z"_s << utc(9, 30, 0, 250);
    QTest::newRow("one decimal") << u"2026-12-01T09:30:00.5Z"_s << utc(9, 30, 0, 500);
    QTest::newRow("microseconds are cut") << u"2026-12-01T09:30:00.123987Z"_s << utc(9, 30, 0, 123);
}

void TimeTextTest::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, expected);
    const auto time = parseTime(text);
    QVERIFY(time);
    QCOMPARE(*time, expected);
    QCOMPARE(time->timeSpec(), Qt::UTC);
}

void TimeTextTest::refusesWhatIsNoTime_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
        {u""_s, u"tomorrow"_s, u"2026-12-01"_s, u"2026-13-01T00:00:00Z"_s, u"2026-02-30T00:00:00Z"_s,
            u"2026-12-01T24:00:00Z"_s, u"2026-12-01T09:60:00Z"_s, u"2026-12-01T09:30:00ZZ"_s,
            u"2026-12-01T09:30:00.Z"_s, u"2026-12-01T09:30:00+1"_s, u"2026-12-01T09:30:00+99:00"_s,
            u"26-12-01T09:30:00Z"_s, u"2026-12-01T09:30:00 Z"_s, u"0000-01-01T00:00:00Z"_s,
            u"0001-01-01T00:00:00+01:00"_s, u"2026-12-01T09:30:00.1234567890Z"_s, u"٢٠٢٦-12-01T09:30:00Z"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TimeTextTest::refusesWhatIsNoTime()
{
    QFETCH(QString, text);
    QVERIFY(!parseTime(text));
}

void TimeTextTest::readsDays()
{
    QCOMPARE(parseDate(u"2024-02-29"), QDate(2024, 2, 29));
    QVERIFY(!parseDate(u"2026-02-29"));
    QVERIFY(!parseDate(u"2026-2-9"));
    QVERIFY(!parseDate(u"2026-02-09T00:00:00Z"));
    QVERIFY(!parseDate(u""));
}

QTEST_GUILESS_MAIN(TimeTextTest)
#include "tst_timetext.moc"
