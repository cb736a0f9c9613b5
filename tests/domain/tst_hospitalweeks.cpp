#include "app/domain/hospitalweeks.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace accueil;

class HospitalWeeksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginOnMondayOfTheHospital()
    {
        const QTimeZone douala("Africa/Douala"); // an hour ahead
        const qint64 first = QDateTime({2026, 3, 4}, {12, 0}, Qt::UTC).toSecsSinceEpoch() / 60;
        const HospitalWeeks weeks(douala, first, first + 30 * 1440);
        QCOMPARE(weeks.monday(0), QDate(2026, 3, 2));
        const qint64 sunday = QDateTime({2026, 3, 8}, {22, 59}, Qt::UTC).toSecsSinceEpoch() / 60;
        QCOMPARE(weeks.weekOf(sunday), size_t(0)); // 23:59 there
        QCOMPARE(weeks.weekOf(sunday + 1), size_t(1));
        QCOMPARE(weeks.monday(weeks.weekOf(sunday + 1)), QDate(2026, 3, 9));
    }

    // Also where clocks change, in both halves of the world, and where a day was left out.
    void agreeWithTheCalendar_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"Africa/Douala", "Europe/Paris", "America/New_York", "Australia/Lord_Howe",
                 "Asia/Kathmandu", "Pacific/Apia", "Africa/Cairo"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void agreeWithTheCalendar()
    {
        QFETCH(QByteArray, zone);
        const QTimeZone there(zone);
        const qint64 first = QDateTime({2009, 6, 1}, {0, 0}, Qt::UTC).toSecsSinceEpoch() / 60;
        const qint64 last = QDateTime({2029, 6, 1}, {0, 0}, Qt::UTC).toSecsSinceEpoch() / 60;
        const HospitalWeeks weeks(there, first, last);
        QRandomGenerator dice(11);
        for (int i = 0; i < 20'000; ++i) {
            const qint64 minute = first + qint64(dice.generateDouble() * double(last - first));
            const QDateTime local = QDateTime::fromSecsSinceEpoch(minute * 60, there);
            const QDate day = local.date();
            QCOMPARE(weeks.hourOf(minute), size_t(24 * (day.dayOfWeek() - 1) + local.time().hour()));
            QCOMPARE(weeks.monday(weeks.weekOf(minute)), day.addDays(1 - day.dayOfWeek()));
        }
    }
};

QTEST_GUILESS_MAIN(HospitalWeeksTest)
#include "tst_hospitalweeks.moc"
