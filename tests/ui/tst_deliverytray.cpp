#include "tests/ui/pageroom.h"
#include "ui/patients/patientdialog.h"
#include "ui/reminders/calldialog.h"
#include "ui/reminders/latebanner.h"
#include "ui/reminders/remindermodel.h"
#include "ui/reminders/reminderspage.h"
#include "ui/widgets/tableview.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

enum Tab { ToDecide = 0, Refused = 3 };

struct Shown
{
    explicit Shown(PageRoom &room, Tab tab, Role role = Role::Reception)
        : page(room.context(role))
    {
        page.resize(1300, 820);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        table = page.findChild<TableView *>();
        tabs = page.findChild<QTabBar *>();
        tabs->setCurrentIndex(tab);
    }
    int rows() const { return table->model()->rowCount(); }
    bool hasRows(int count) const
    {
        return QTest::qWaitFor([this, count] { return rows() == count; });
    }
    void press(int key)
    {
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key(key));
    }
    // Answers the question that is open; says what it asked.
    QString answer(const QString &button)
    {
        QPushButton *found = nullptr;
        const bool isThere = QTest::qWaitFor([&] {
            for (QPushButton *candidate : page.findChildren<QPushButton *>(button))
                found = candidate->isVisible() ? candidate : found;
            return found != nullptr;
        });
        if (!isThere)
            return {};
        const QString title = found->window()->windowTitle();
        QTest::keyClick(found, Qt::Key_Space);
        return title;
    }

    RemindersPage page;
    TableView *table = nullptr;
    QTabBar *tabs = nullptr;
};

Reminder inState(PageRoom &room, const QString &name, const QString &status, const QString &reason)
{
    const Patient patient = room.addPatient(name, u"+237655123456"_s);
    const Reminder reminder = room.addReminder(patient, room.clock.now().addSecs(3600));
    room.store.database().execute(
        u"UPDATE reminders SET status = ?, reason = ? WHERE id = ?"_s, {status, reason, reminder.id.value});
    return reminder;
}

ReminderStatus statusOf(PageRoom &room, const Reminder &reminder)
{
    return room.reminders.find(room.reception, reminder.id)->status;
}

} // namespace

class DeliveryTrayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lateOnesAreDecidedTogether_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<ReminderStatus>("end");
        QTest::newRow("sent") << u"sendLate"_s << ReminderStatus::Pending;
        QTest::newRow("cancelled") << u"cancelLate"_s << ReminderStatus::Cancelled;
    }
    void lateOnesAreDecidedTogether()
    {
        QFETCH(QString, button);
        QFETCH(ReminderStatus, end);
        PageRoom room;
        const Reminder first = inState(room, u"Ebelle Ndolo, Grâce"_s, u"late"_s, u"lateBacklog"_s);
        const Reminder second = inState(room, u"Mpondo Eyoum, Paul"_s, u"late"_s, u"lateBacklog"_s);
        Shown shown(room, ToDecide);
        auto *banner = shown.page.findChild<LateBanner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->accessibleName().contains(u"2"_s), qPrintable(banner->accessibleName()));
        QTRY_VERIFY(shown.tabs->tabText(ToDecide).contains(u"2"_s));
        QTest::keyClick(banner->findChild<QPushButton *>(button), Qt::Key_Space);
        QCOMPARE(statusOf(room, first), ReminderStatus::Late); // nothing before the answer
        QVERIFY(shown.answer(u"yes"_s).contains(u"2"_s));
        QTRY_COMPARE(statusOf(room, first), end);
        QCOMPARE(statusOf(room, second), end);
        QTRY_VERIFY(!banner->isVisible());
        QVERIFY(shown.hasRows(0));
    }

    void oneLateIsSentWithItsKey()
    {
        PageRoom room;
        const Reminder late = inState(room, u"Ebelle Ndolo, Grâce"_s, u"late"_s, u"lateBacklog"_s);
        Shown shown(room, ToDecide);
        QVERIFY(shown.hasRows(1));
        const QString reason = shown.table->model()->index(0, ReminderModel::Reason).data().toString();
        QVERIFY2(reason.contains(u"program was off"_s), qPrintable(reason));
        QCOMPARE(shown.table->model()->index(0, ReminderModel::Actions).data().toString(), u"Send, Cancel"_s);
        shown.press(Qt::Key_S);
        QTRY_COMPARE(statusOf(room, late), ReminderStatus::Pending);
    }

    void whoOnlyReadsIsToldButNotAsked()
    {
        PageRoom room;
        const Reminder late = inState(room, u"Ebelle Ndolo, Grâce"_s, u"late"_s, u"lateBacklog"_s);
        Shown shown(room, ToDecide, Role::Viewer);
        auto *banner = shown.page.findChild<LateBanner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(!banner->findChild<QPushButton *>(u"sendLate"_s)->isVisible());
        QVERIFY(shown.hasRows(1));
        shown.press(Qt::Key_S);
        QTest::qWait(50);
        QCOMPARE(statusOf(room, late), ReminderStatus::Late);
    }

    void whatIsDealtWithLeavesTheTray()
    {
        PageRoom room;
        inState(room, u"Ebelle Ndolo, Grâce"_s, u"failed"_s, u"providerRefused"_s);
        const Reminder expired = inState(room, u"Tchoumi Ngassa, Léon"_s, u"expired"_s, u"tooLate"_s);
        Shown shown(room, Refused);
        QVERIFY(shown.hasRows(2));
        QTRY_VERIFY(shown.tabs->tabText(Refused).contains(u"2"_s));
        shown.press(Qt::Key_D);
        QVERIFY(shown.answer(u"yes"_s).contains(u"Tchoumi"_s)); // newest first
        QTRY_VERIFY(room.reminders.find(room.reception, expired.id)->settledAt);
        QVERIFY(shown.hasRows(1));
        QTRY_VERIFY(shown.tabs->tabText(Refused).contains(u"1"_s));
        QVERIFY(!shown.tabs->tabText(Refused).contains(u"2"_s));
    }

    void theDeskCallsAndThatSettlesIt()
    {
        PageRoom room;
        const Reminder expired = inState(room, u"Tchoumi Ngassa, Léon"_s, u"expired"_s, u"tooLate"_s);
        Shown shown(room, Refused);
        QVERIFY(shown.hasRows(1));
        shown.press(Qt::Key_T);
        auto *call = openDialog<CallDialog>(&shown.page);
        QVERIFY(call);
        QCOMPARE(call->findChild<QLabel *>(u"callNumber"_s)->text(), u"+237 6 55 12 34 56"_s);
        QVERIFY(!room.reminders.find(room.reception, expired.id)->settledAt);
        QVERIFY(shown.answer(u"told"_s).contains(u"Tchoumi"_s));
        QTRY_VERIFY(room.reminders.find(room.reception, expired.id)->settledAt);
        QVERIFY(shown.hasRows(0));
    }

    void aCorrectedNumberIsOfferedTheReminderAgain()
    {
        PageRoom room;
        const Reminder failed = inState(room, u"Mpondo Eyoum, Paul"_s, u"failed"_s, u"invalidNumber"_s);
        Shown shown(room, Refused);
        QVERIFY(shown.hasRows(1));
        shown.press(Qt::Key_N);
        PatientDialog *record = nullptr;
        QTRY_VERIFY((record = openDialog<PatientDialog>(&shown.page)));
        auto *phone = record->findChild<QLineEdit *>(u"phone"_s);
        QTRY_VERIFY(phone->hasFocus());
        QTest::keyClicks(phone, u"677 00 11 22"_s); // all of it was selected
        QTest::keyClick(record, Qt::Key_S, Qt::ControlModifier);
        QVERIFY(shown.answer(u"yes"_s).contains(u"Mpondo"_s));
        QTRY_COMPARE(statusOf(room, failed), ReminderStatus::Pending);
        QCOMPARE(room.reminders.find(room.reception, failed.id)->phoneNumber, u"+237677001122"_s);
    }

    void aRefusedNumberIsCorrectedFirstAnythingElseRetried()
    {
        Reminder reminder;
        reminder.status = ReminderStatus::Failed;
        reminder.phoneNumber = u"+237655123456"_s;
        reminder.reason = u"invalidNumber"_s;
        QCOMPARE(ReminderActions::inRow(reminder), (QList{ReminderAction::CorrectRecipient, ReminderAction::Settle}));
        reminder.reason = u"providerRefused"_s;
        QCOMPARE(ReminderActions::inRow(reminder), (QList{ReminderAction::Retry, ReminderAction::Settle}));
        reminder.phoneNumber.clear();
        QVERIFY(!ReminderActions::of(reminder).contains(ReminderAction::Call)); // there is nothing to dial
        reminder.settledAt = QDateTime::currentDateTimeUtc();
        QVERIFY(!ReminderActions::of(reminder).contains(ReminderAction::Settle));
    }

    void noKeyMeansTwoThingsInOneState()
    {
        for (const auto &status : reminderStatusTable.rows) {
            Reminder reminder;
            reminder.status = status.value;
            reminder.phoneNumber = u"+237655123456"_s;
            QSet<QKeySequence> keys;
            const QList<ReminderAction> actions = ReminderActions::of(reminder);
            for (const ReminderAction action : actions)
                keys += ReminderActions::key(action);
            QCOMPARE(keys.size(), actions.size());
        }
    }

    void theBudgetWarnsBeforeItIsSpent()
    {
        PageRoom room;
        const Reminder reminder = inState(room, u"Ebelle Ndolo, Grâce"_s, u"sent"_s, {});
        HospitalSettings hospital = room.settings.current();
        hospital.smsCost.pricePerSegment = 25;
        hospital.smsCost.monthlyBudget = 250;
        QVERIFY(room.settings.save(Session::system(), hospital));
        Shown shown(room, ToDecide);
        auto *banner = shown.page.findChild<QWidget *>(u"budgetBanner"_s);
        int number = 0;
        const auto sendSegments = [&](int segments) {
            room.store.database().execute(
                u"INSERT INTO attempts (reminder_id, patient_id, number, channel, started_at, outcome, provider,"
                " segments) VALUES (?, ?, ?, 'sms', ?, 'sent', 'twilio', ?)"_s,
                {reminder.id.value, reminder.patient.value, ++number, room.clock.now().toMSecsSinceEpoch(), segments});
            Q_EMIT room.events.reminderChanged(reminder.id);
        };
        sendSegments(7);
        QTest::qWait(400); // longer than the page waits before it counts
        QVERIFY(!banner->isVisible());
        sendSegments(1);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->accessibleName().contains(u"80 %"_s), qPrintable(banner->accessibleName()));
        sendSegments(2);
        QTRY_VERIFY2(banner->accessibleName().contains(u"is spent"_s) && !banner->accessibleName().contains(u'%'),
            qPrintable(banner->accessibleName()));
    }

    void everyTryIsToldWithItsTimes()
    {
        PageRoom room;
        const Reminder failed = inState(room, u"Mpondo Eyoum, Paul"_s, u"failed"_s, u"phoneUnreachable"_s);
        const qint64 start = QDateTime({2026, 3, 12}, {8, 41, 12}, Qt::UTC).toMSecsSinceEpoch();
        room.store.database().execute(
            u"INSERT INTO attempts (reminder_id, patient_id, number, channel, started_at, finished_at, outcome,"
            " provider, provider_code, reason, segments, price, price_unit, checks, next_check)"
            " VALUES (?, ?, 1, 'sms', ?, ?, 'undelivered', 'twilio', '30003', 'phoneUnreachable', 2, '-0.07500', 'USD',"
            " 1, ?)"_s,
            {failed.id.value, failed.patient.value, start, start + 3000, start + 120'000});
        Shown shown(room, Refused);
        QVERIFY(shown.hasRows(1));
        shown.table->setFocus();
        shown.table->selectRow(0);
        QTRY_VERIFY(shown.page.findChild<QWidget *>(u"attempt"_s));
        const QString told = shown.page.findChild<QWidget *>(u"attempt"_s)->accessibleName();
        for (const QString &part : {u"Try 1 · SMS"_s, u"Not delivered"_s, u"Thursday 12 March 2026, 09:41:12"_s,
                 u"ended 09:41:15"_s, u"switched off"_s, u"2 segment"_s, u"0.075 USD"_s, u"30003"_s, u"09:43"_s})
            QVERIFY2(told.contains(part), qPrintable(part + u" | "_s + told));
    }
};

QTEST_MAIN(DeliveryTrayTest)
#include "tst_deliverytray.moc"
