#include "app/domain/recurrence.h"

#include <QFileInfo>
#include <QProcess>
#include <QTimeZone>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(accueil::Recurrence)

namespace {

QDateTime utc(int year, int month, int day, int hour = 8, int minute = 30)
{
    return QDateTime({year, month, day}, {hour, minute}, Qt::UTC);
}

std::optional<QDateTime> momentOf(const QByteArray &seconds)
{
    return seconds == "-" ? std::nullopt : std::optional(QDateTime::fromSecsSinceEpoch(seconds.toLongLong(), Qt::UTC));
}

} // namespace

class RecurrenceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsOccurrences_data()
    {
        QTest::addColumn<Recurrence>("recurrence");
        QTest::addColumn<QDateTime>("first");
        QTest::addColumn<int>("index");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDateTime>("expected"); // invalid: the series is over
        const QByteArray douala = "Africa/Douala";
        const QByteArray paris = "Europe/Paris";
        using enum RecurrenceUnit;
        QTest::newRow("next day") << Recurrence{} << utc(2026, 3, 12) << 1 << douala << utc(2026, 3, 13);
        QTest::newRow("third week") << Recurrence{.every = 2, .unit = Weeks} << utc(2026, 3, 12) << 3 << douala
                                    << utc(2026, 4, 23);
        QTest::newRow("end of February") << Recurrence{.unit = Months} << utc(2026, 1, 31) << 1 << douala
                                         << utc(2026, 2, 28);
        QTest::newRow("back to the 31st")
            << Recurrence{.unit = Months} << utc(2026, 1, 31) << 2 << douala << utc(2026, 3, 31);
        QTest::newRow("leap year") << Recurrence{.unit = Months} << utc(2028, 1, 31) << 1 << douala << utc(2028, 2, 29);
        QTest::newRow("the local day counts") // 31 January 00:30 in Douala is still the 30th in UTC
            << Recurrence{.unit = Months} << utc(2026, 1, 30, 23, 30) << 1 << douala << utc(2026, 2, 27, 23, 30);
        QTest::newRow("9:30 stays 9:30 in summer")
            << Recurrence{} << utc(2026, 3, 28, 8, 30) << 1 << paris << utc(2026, 3, 29, 7, 30);
        QTest::newRow("every eighth hour")
            << Recurrence{.every = 8, .unit = Hours} << utc(2026, 3, 12) << 4 << douala << utc(2026, 3, 13, 16, 30);
        QTest::newRow("hours are elapsed time when the clock goes forward")
            << Recurrence{.every = 8, .unit = Hours} << utc(2026, 3, 28, 23, 0) << 1 << paris << utc(2026, 3, 29, 7, 0);
        QTest::newRow("in the gap: when it ends") // 2:30 on 29 March 2026 is not on the clock; it shows 3:00 at once
            << Recurrence{} << utc(2026, 3, 28, 1, 30) << 1 << paris << utc(2026, 3, 29, 1, 0);
        QTest::newRow("the day after the gap is itself again")
            << Recurrence{} << utc(2026, 3, 28, 1, 30) << 2 << paris << utc(2026, 3, 30, 0, 30);
        QTest::newRow("shown twice: the first") // 2:30 on 25 October 2026, in summer time and again in winter time
            << Recurrence{} << utc(2026, 10, 24, 0, 30) << 1 << paris << utc(2026, 10, 25, 0, 30);
        QTest::newRow("midnight that is skipped") // Beirut goes from 23:59:59 to 1:00 on 29 March 2026
            << Recurrence{} << utc(2026, 3, 27, 22, 15) << 1 << QByteArray("Asia/Beirut") << utc(2026, 3, 28, 22, 0);
        QTest::newRow("half an hour of summer") // Lord Howe goes from 2:00 to 2:30 on 4 October 2026
            << Recurrence{} << utc(2026, 10, 2, 15, 45) << 1 << QByteArray("Australia/Lord_Howe")
            << utc(2026, 10, 3, 15, 30);
        QTest::newRow("29 February every year")
            << Recurrence{.every = 12, .unit = Months} << utc(2028, 2, 29) << 1 << douala << utc(2029, 2, 28);
        QTest::newRow("29 February again")
            << Recurrence{.every = 12, .unit = Months} << utc(2028, 2, 29) << 4 << douala << utc(2032, 2, 29);
        const int monday = weekdayBit(Qt::Monday);
        const int thursday = weekdayBit(Qt::Thursday);
        const int friday = weekdayBit(Qt::Friday);
        const int workdays = allWeekdays - weekdayBit(Qt::Saturday) - weekdayBit(Qt::Sunday);
        QTest::newRow("workdays: from Friday to Monday")
            << Recurrence{.weekdays = workdays} << utc(2026, 3, 13) << 1 << douala << utc(2026, 3, 16);
        QTest::newRow("every second day that is a workday") // Thursday, (Saturday), Monday
            << Recurrence{.every = 2, .weekdays = workdays} << utc(2026, 3, 12) << 1 << douala << utc(2026, 3, 16);
        QTest::newRow("every seventh day is never another weekday")
            << Recurrence{.every = 7, .weekdays = monday} << utc(2026, 3, 12) << 1 << douala << QDateTime();
        QTest::newRow("the same week") << Recurrence{.every = 2, .unit = Weeks, .weekdays = monday + friday}
                                       << utc(2026, 3, 12) << 1 << douala << utc(2026, 3, 13);
        QTest::newRow("the second week after") << Recurrence{.every = 2, .unit = Weeks, .weekdays = monday + thursday}
                                               << utc(2026, 3, 12) << 1 << douala << utc(2026, 3, 23);
        QTest::newRow("and its Thursday") << Recurrence{.every = 2, .unit = Weeks, .weekdays = monday + thursday}
                                          << utc(2026, 3, 12) << 2 << douala << utc(2026, 3, 26);
        QTest::newRow("last of three") << Recurrence{.count = 3} << utc(2026, 3, 12) << 2 << douala << utc(2026, 3, 14);
        QTest::newRow("after three") << Recurrence{.count = 3} << utc(2026, 3, 12) << 3 << douala << QDateTime();
        QTest::newRow("on the last day") << Recurrence{.until = utc(2026, 3, 13)} << utc(2026, 3, 12) << 1 << douala
                                         << utc(2026, 3, 13);
        QTest::newRow("after the last day")
            << Recurrence{.until = utc(2026, 3, 13)} << utc(2026, 3, 12) << 2 << douala << QDateTime();
    }
    void countsOccurrences()
    {
        QFETCH(Recurrence, recurrence);
        QFETCH(QDateTime, first);
        QFETCH(int, index);
        QFETCH(QByteArray, zone);
        QFETCH(QDateTime, expected);
        QCOMPARE(nextOccurrence(recurrence, first, index, zone).value_or(QDateTime()), expected);
    }

    // The calendar and the clocks of Python, which share no code with ours, nor with Qt's.
    void agreesWithAnotherCalendarInEveryZone()
    {
        QProcess oracle;
        oracle.start(u"python3"_s,
            {QFileInfo(QStringLiteral(__FILE__)).path() + "/recurrence_oracle.py"_L1, u"20261122"_s, u"10000"_s});
        QVERIFY2(oracle.waitForFinished(120'000) && oracle.exitCode() == 0, oracle.readAllStandardError().constData());
        const QByteArrayList lines = oracle.readAllStandardOutput().split('\n');
        QSet<QByteArray> zones;
        int cases = 0;
        for (const QByteArray &line : lines) {
            const QByteArrayList words = line.split(' ');
            if (words.size() != 9 || !QTimeZone(words.at(0)).isValid())
                continue;
            const Recurrence recurrence{.every = words.at(1).toInt(),
                .unit = recurrenceUnitTable.value(QString::fromLatin1(words.at(2))).value(),
                .weekdays = words.at(3).toInt(),
                .until = momentOf(words.at(5)),
                .count = words.at(6) == "-" ? std::nullopt : std::optional(words.at(6).toInt())};
            const QDateTime first = momentOf(words.at(4)).value();
            const std::optional<QDateTime> next = nextOccurrence(recurrence, first, words.at(7).toInt(), words.at(0));
            QVERIFY2(next == momentOf(words.at(8)),
                (line + " but " + (next ? QByteArray::number(next->toSecsSinceEpoch()) : "-")).constData());
            zones.insert(words.at(0));
            ++cases;
        }
        QVERIFY2(cases >= 9'900, qPrintable(QString::number(cases)));
        QVERIFY2(zones.size() >= 400, qPrintable(QString::number(zones.size())));
    }

    void neverGoesBackNorPastTheEnd()
    {
        QRandomGenerator dice(7);
        const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
        for (int round = 0; round < 500; ++round) {
            const QByteArray zone = zones.at(dice.bounded(zones.size()));
            const QDateTime first = utc(2020, 1, 1).addSecs(dice.bounded(20 * 365 * 86'400));
            Recurrence recurrence{.every = dice.bounded(1, 30), .unit = RecurrenceUnit(dice.bounded(4))};
            if (recurrence.unit == RecurrenceUnit::Days || recurrence.unit == RecurrenceUnit::Weeks)
                recurrence.weekdays = dice.bounded(128);
            recurrence.until = first.addDays(dice.bounded(900));
            QVERIFY(validate(recurrence, first).isEmpty());
            QDateTime before = first;
            for (int index = 1; const auto next = nextOccurrence(recurrence, first, index, zone); ++index) {
                QVERIFY2(*next > before, (zone + before.toString(Qt::ISODate).toLatin1()).constData());
                QVERIFY(*next <= *recurrence.until);
                before = *next;
            }
        }
    }
};

QTEST_GUILESS_MAIN(RecurrenceTest)
#include "tst_recurrence.moc"
