#include "app/domain/deliveryrules.h"

#include <QRandomGenerator>
#include <QTimeZone>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray douala = "Africa/Douala"; // UTC+1, no daylight saving

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate).toUTC();
}

} // namespace

class DeliveryRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsQuietHours_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("again");
        QTest::newRow("as they come") << u"20:00-08:00"_s << u"20:00-08:00"_s;
        QTest::newRow("spaces") << u" 21:30 - 07:15 "_s << u"21:30-07:15"_s;
        QTest::newRow("within a day") << u"12:00-14:00"_s << u"12:00-14:00"_s;
        QTest::newRow("off") << u"OFF"_s << u"off"_s;
        QTest::newRow("no span") << u"08:00-08:00"_s << QString();
        QTest::newRow("no such hour") << u"25:00-08:00"_s << QString();
        QTest::newRow("half") << u"20:00"_s << QString();
        QTest::newRow("nothing") << u""_s << QString();
    }
    void readsQuietHours()
    {
        QFETCH(QString, text);
        QFETCH(QString, again);
        const auto hours = quietHoursOf(text);
        QCOMPARE(hours ? quietHoursText(*hours) : QString(), again);
    }

    void readsRetryDelays()
    {
        QCOMPARE(retryDelaysOf(u"60,300,900,3600"_s).value(), DeliveryRules().retryDelays);
        QCOMPARE(retryDelaysText({1s, 2s}), u"1,2"_s);
        QVERIFY(!retryDelaysOf(u""_s) && !retryDelaysOf(u"0"_s) && !retryDelaysOf(u"a"_s) && !retryDelaysOf(u"1,"_s));
        QVERIFY(!retryDelaysOf(u"86401"_s) && !retryDelaysOf(u"1,1,1,1,1,1,1,1,1,1,1"_s));
    }

    void readsLimits()
    {
        QCOMPARE(orOffOf(u"off"_s, -1, 0, 10), std::optional(-1));
        QCOMPARE(orOffOf(u"0"_s, -1, 0, 10), std::optional(0));
        QCOMPARE(orOffOf(u"0"_s, 0, 1, 10), std::optional(0));
        QCOMPARE(orOffOf(u"11"_s, 0, 1, 10), std::nullopt);
        QCOMPARE(orOffOf(u"x"_s, 0, 1, 10), std::nullopt);
    }

    void sendsOutsideOfQuietHours_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("reason");
        QTest::newRow("at noon") << u"2026-03-12T11:00:00Z"_s << u"2026-03-12T11:00:00Z"_s << u""_s;
        QTest::newRow("at 19:59:59") << u"2026-03-12T18:59:59Z"_s << u"2026-03-12T18:59:59Z"_s << u""_s;
        QTest::newRow("at 20:00") << u"2026-03-12T19:00:00Z"_s << u"2026-03-13T07:00:00Z"_s << u"quietHours"_s;
        QTest::newRow("at midnight") << u"2026-03-12T23:00:00Z"_s << u"2026-03-13T07:00:00Z"_s << u"quietHours"_s;
        QTest::newRow("at 07:59") << u"2026-03-13T06:59:00Z"_s << u"2026-03-13T07:00:00Z"_s << u"quietHours"_s;
        QTest::newRow("at 08:00") << u"2026-03-13T07:00:00Z"_s << u"2026-03-13T07:00:00Z"_s << u""_s;
        QTest::newRow("on a holiday") << u"2026-05-20T11:00:00Z"_s << u"2026-05-21T07:00:00Z"_s << u"holiday"_s;
        QTest::newRow("the evening before")
            << u"2026-05-19T20:00:00Z"_s << u"2026-05-21T07:00:00Z"_s << u"quietHours"_s;
    }
    void sendsOutsideOfQuietHours()
    {
        QFETCH(QString, asked);
        QFETCH(QString, sent);
        QFETCH(QString, reason);
        const DeliveryRules rules{.holidays = {QDate(2026, 5, 20)}};
        QCOMPARE(firstAllowed(utc(asked), rules, douala), utc(sent));
        QCOMPARE(whyNotAt(utc(asked), rules, douala), reason);
    }

    void sendsAtAnyTimeWithoutRules()
    {
        const DeliveryRules rules{.quietHours = std::nullopt};
        QCOMPARE(firstAllowed(utc(u"2026-03-12T23:00:00Z"_s), rules, douala), utc(u"2026-03-12T23:00:00Z"_s));
    }

    // Whatever the zone and whatever its clock does: never in quiet hours, never earlier, and no moment before the
    // answer would have been allowed (looked at minute by minute).
    void holdsInEveryZone()
    {
        QRandomGenerator random(20260312);
        const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
        for (int round = 0; round < 10'000; ++round) {
            const QByteArray zone = zones.at(random.bounded(int(zones.size())));
            const QTime from(random.bounded(24), random.bounded(60));
            const QTime until = from.addSecs(60 * (1 + random.bounded(24 * 60 - 1)));
            const DeliveryRules rules{.quietHours = QuietHours{from, until}};
            const QDateTime asked = QDateTime::fromSecsSinceEpoch(
                1'735'689'600 + random.bounded(3 * 366 * 86'400), Qt::UTC); // 2025 to 2027
            const QDateTime sent = firstAllowed(asked, rules, zone);
            QVERIFY(sent >= asked);
            QVERIFY2(whyNotAt(sent, rules, zone).isEmpty(), zone.constData());
            for (QDateTime moment = asked; moment.addSecs(60) < sent; moment = moment.addSecs(random.bounded(60, 3600)))
                QVERIFY2(!whyNotAt(moment, rules, zone).isEmpty(),
                    qPrintable(QString::fromLatin1(zone) + u' ' + moment.toString(Qt::ISODate)));
        }
    }

    void aDayIsTheHospitals()
    {
        QCOMPARE(startOfDay(utc(u"2026-03-12T23:30:00Z"_s), douala), utc(u"2026-03-12T23:00:00Z"_s));
        QCOMPARE(startOfNextDay(utc(u"2026-03-12T22:30:00Z"_s), douala), utc(u"2026-03-12T23:00:00Z"_s));
        QCOMPARE(startOfMonth(utc(u"2026-03-31T23:30:00Z"_s), douala), utc(u"2026-03-31T23:00:00Z"_s));
    }

    void isOfUseUntilItsAppointment()
    {
        Reminder reminder{.scheduledTime = utc(u"2026-03-12T09:00:00Z"_s), .purpose = Purpose::Medication};
        QCOMPARE(usefulUntil(reminder), utc(u"2026-03-12T13:00:00Z"_s));
        reminder.purpose = Purpose::Results;
        QCOMPARE(usefulUntil(reminder), utc(u"2026-03-15T09:00:00Z"_s));
        reminder.appointmentTime = utc(u"2026-03-13T08:00:00Z"_s);
        QCOMPARE(usefulUntil(reminder), utc(u"2026-03-13T08:00:00Z"_s));
        reminder.appointmentTime = utc(u"2026-03-12T09:05:00Z"_s); // asked for at the last moment
        QCOMPARE(usefulUntil(reminder), utc(u"2026-03-12T09:15:00Z"_s));
    }

    void waitsLongerEachTimeAndAsLongAsAsked()
    {
        const DeliveryRules rules;
        QCOMPARE(retryDelay(rules, 0, 0s, 0).value(), 60'000ms);
        QCOMPARE(retryDelay(rules, 0, 0s, 1).value(), 66'000ms);
        QCOMPARE(retryDelay(rules, 3, 0s, 0).value(), 3'600'000ms);
        QVERIFY(!retryDelay(rules, 4, 0s, 0));
        QCOMPARE(retryDelay(rules, 0, 600s, 0).value(), 600'000ms);
        QCOMPARE(retryDelay(rules, 0, 1000h, 0).value(), std::chrono::milliseconds(24h));
    }

    void anUnknownReasonStops() { QCOMPARE(causeOf(u"somethingNew"_s), Cause::Permanent); }
};

QTEST_GUILESS_MAIN(DeliveryRulesTest)
#include "tst_deliveryrules.moc"
