#include "tests/support/deliverydesk.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// What a list of patients says of each one's reminders.
class ReminderOutlookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatNeedsAPersonStandsBeforeWhatIsOnItsWay_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QStringList>("states");
        QTest::addColumn<ReminderStatus>("seen");
        for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
            const char *name = dialect == Dialect::Sqlite ? "sqlite" : "postgresql";
            QTest::addRow("%s, nothing", name)
                << dialect << QStringList{u"pending"_s, u"delivered"_s} << ReminderStatus::Pending;
            QTest::addRow("%s, in doubt", name)
                << dialect << QStringList{u"pending"_s, u"failed"_s, u"late"_s, u"unknown"_s}
                << ReminderStatus::Unknown;
            QTest::addRow("%s, late", name)
                << dialect << QStringList{u"pending"_s, u"failed"_s, u"late"_s} << ReminderStatus::Late;
            QTest::addRow("%s, failed", name)
                << dialect << QStringList{u"pending"_s, u"failed"_s} << ReminderStatus::Failed;
            QTest::addRow("%s, expired", name)
                << dialect << QStringList{u"pending"_s, u"expired"_s} << ReminderStatus::Expired;
        }
    }
    void whatNeedsAPersonStandsBeforeWhatIsOnItsWay()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QStringList, states);
        QFETCH(ReminderStatus, seen);
        DeliveryDesk desk(dialect);
        for (const QString &state : states)
            desk.store.database().execute(
                u"UPDATE reminders SET status = ? WHERE id = ?"_s, {state, desk.schedule(desk.draft()).value});
        const auto outlook = desk.reminders().outlook(programItself, {desk.patient.id});
        QVERIFY(outlook);
        QCOMPARE(outlook->value(desk.patient.id).status, seen);
        // Nothing stands out of what a person has dealt with.
        desk.store.database().execute(u"UPDATE reminders SET settled_at = 1 WHERE status IN ('failed', 'expired')"_s);
        desk.store.database().execute(
            u"UPDATE reminders SET status = 'cancelled' WHERE status IN ('late', 'unknown')"_s);
        QCOMPARE(desk.reminders().outlook(programItself, {desk.patient.id})->value(desk.patient.id).status,
            ReminderStatus::Pending);
    }
};

QTEST_GUILESS_MAIN(ReminderOutlookTest)
#include "tst_reminderoutlook.moc"
