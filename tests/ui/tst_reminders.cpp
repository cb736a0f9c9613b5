#include "tests/ui/pageroom.h"
#include "ui/records/patientpicker.h"
#include "ui/reminders/reminderdialog.h"
#include "ui/reminders/remindermodel.h"
#include "ui/reminders/reminderrowdelegate.h"
#include "ui/reminders/reminderspage.h"
#include "ui/widgets/field.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

void save(QWidget *form)
{
    QTest::keyClick(form, Qt::Key_S, Qt::ControlModifier);
}

struct Shown
{
    explicit Shown(PageRoom &room, Role role = Role::Reception)
        : page(room.context(role))
    {
        page.resize(1300, 820);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        table = page.findChild<TableView *>();
        tabs = page.findChild<QTabBar *>();
    }
    int rows() const { return table->model()->rowCount(); }
    ReminderRowDelegate *delegate() const { return qobject_cast<ReminderRowDelegate *>(table->itemDelegate()); }
    void press(ReminderAction wanted)
    {
        const QModelIndex cell = table->model()->index(0, ReminderModel::Actions);
        for (const auto &[action, place] : delegate()->buttons(table->visualRect(cell), cell)) {
            if (action == wanted)
                return QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place.center());
        }
        QFAIL("the row does not offer it");
    }

    RemindersPage page;
    TableView *table = nullptr;
    QTabBar *tabs = nullptr;
};

QPushButton *yesOf(QWidget *page)
{
    for (QPushButton *button : page->findChildren<QPushButton *>(u"yes"_s)) {
        if (button->isVisible())
            return button;
    }
    return nullptr;
}

// As a crash in the middle of sending leaves it.
Reminder unknownReminder(PageRoom &room)
{
    const Patient patient = room.addPatient(u"Kameni Djuidje, Alice"_s, u"+237655123456"_s);
    const Reminder reminder = room.addReminder(patient, room.clock.now().addSecs(3600));
    room.store.database().execute(
        u"UPDATE reminders SET status = 'unknown', reason = 'interrupted' WHERE id = ?"_s, {reminder.id.value});
    return reminder;
}

} // namespace

class TestReminders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isPlannedByKeyboard_data() { TestDatabase::addDialectRows(); }
    void isPlannedByKeyboard()
    {
        QFETCH(Dialect, dialect);
        PageRoom room(dialect);
        room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
        Shown shown(room);
        shown.page.createNew();
        auto *form = openDialog<ReminderDialog>(&shown.page);
        QVERIFY(form);
        auto *picker = form->findChild<PatientPicker *>();
        typeText(picker, u"ebelle"_s);
        QTRY_VERIFY(picker->findChild<QCompleter *>()->popup()->isVisible());
        QTest::keyClick(picker, Qt::Key_Return);
        form->findChild<QDateTimeEdit *>()->setDateTime(QDateTime(QDate(2026, 3, 16), QTime(9, 30)));
        typeText(form->findChild<QPlainTextEdit *>(), u"A lundi."_s);
        save(form);
        QTRY_COMPARE(shown.rows(), 1);
        const Reminder stored = room.reminders.list(room.reception, {}, {}).value().items.first();
        QCOMPARE(stored.message, u"A lundi."_s);
        QCOMPARE(stored.scheduledTime, QDateTime({2026, 3, 16}, {8, 30}, Qt::UTC)); // Douala is an hour ahead
        QCOMPARE(stored.status, ReminderStatus::Pending);
    }

    void repeatsOnTheWeekdaysThatAreTicked()
    {
        PageRoom room;
        const Patient patient = room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
        Shown shown(room);
        shown.page.createNew();
        auto *form = openDialog<ReminderDialog>(&shown.page);
        form->setPatient(patient);
        typeText(form->findChild<QPlainTextEdit *>(), u"Vos gouttes."_s);
        auto *monday = form->findChild<QCheckBox *>(u"weekday1"_s);
        QVERIFY(!monday->isVisible());
        form->findChild<QCheckBox *>(u"repeats"_s)->setChecked(true);
        auto *unit = form->findChild<QComboBox *>(u"unit"_s);
        unit->setCurrentIndex(unit->findData(int(RecurrenceUnit::Weeks)));
        QVERIFY(monday->isVisible());
        QCOMPARE(monday->accessibleName(), u"Monday"_s);
        monday->setFocus();
        QTest::keyClick(monday, Qt::Key_Space);
        form->findChild<QCheckBox *>(u"weekday4"_s)->setChecked(true);
        save(form);
        QTRY_COMPARE(shown.rows(), 1);
        const Reminder stored = room.reminders.list(room.reception, {}, {}).value().items.first();
        QCOMPARE(stored.recurrence->unit, RecurrenceUnit::Weeks);
        QCOMPARE(stored.recurrence->weekdays, weekdayBit(Qt::Monday) + weekdayBit(Qt::Thursday));
        // Hours know no weekdays.
        shown.page.editCurrent();
        form = openDialog<ReminderDialog>(&shown.page);
        QVERIFY(form->findChild<QCheckBox *>(u"weekday4"_s)->isChecked());
        unit = form->findChild<QComboBox *>(u"unit"_s);
        unit->setCurrentIndex(unit->findData(int(RecurrenceUnit::Hours)));
        QVERIFY(!form->findChild<QCheckBox *>(u"weekday4"_s)->isVisible());
        save(form);
        QTRY_COMPARE(room.reminders.find(room.viewer, stored.id)->recurrence->unit, RecurrenceUnit::Hours);
        QCOMPARE(room.reminders.find(room.viewer, stored.id)->recurrence->weekdays, 0);
    }

    void refusesThePastAndSaysSo()
    {
        PageRoom room;
        const Patient patient = room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
        Shown shown(room);
        shown.page.createNew();
        auto *form = openDialog<ReminderDialog>(&shown.page);
        form->setPatient(patient);
        auto *when = form->findChild<QDateTimeEdit *>();
        when->setDateTime(QDateTime(QDate(2026, 3, 1), QTime(9, 30)));
        typeText(form->findChild<QPlainTextEdit *>(), u"A lundi."_s);
        save(form);
        Field *field = nullptr;
        for (Field *candidate : form->findChildren<Field *>())
            field = candidate->control() == when ? candidate : field;
        QVERIFY(field);
        QTRY_VERIFY(!field->error().isEmpty());
        QCOMPARE(room.number(u"SELECT count(*) FROM reminders"_s), 0);
    }

    void cancellingAsksOnceAndNamesThePerson()
    {
        PageRoom room;
        const Patient patient = room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
        const Reminder reminder = room.addReminder(patient, room.clock.now().addDays(1));
        Shown shown(room);
        QTRY_COMPARE(shown.rows(), 1);
        shown.press(ReminderAction::Cancel);
        auto *question = shown.page.findChild<QDialog *>(u"question"_s);
        QVERIFY(question && question->windowTitle().contains(u"Ebelle Ndolo"_s));
        QCOMPARE(room.reminders.find(room.reception, reminder.id)->status, ReminderStatus::Pending);
        QTRY_VERIFY(yesOf(&shown.page));
        QTest::keyClick(yesOf(&shown.page), Qt::Key_Space);
        QTRY_COMPARE(room.reminders.find(room.reception, reminder.id)->status, ReminderStatus::Cancelled);
        QTRY_COMPARE(shown.rows(), 0);
    }

    void anUnknownOneIsDecidedByAPerson()
    {
        PageRoom room;
        const Reminder reminder = unknownReminder(room);
        Shown shown(room);
        shown.tabs->setCurrentIndex(0);
        QTRY_COMPARE(shown.rows(), 1);
        QTRY_VERIFY(shown.tabs->tabText(0).contains(u"1"_s));
        QVERIFY(!shown.table->model()->index(0, ReminderModel::Reason).data().toString().isEmpty());
        shown.press(ReminderAction::WasSent);
        QTRY_COMPARE(room.reminders.find(room.reception, reminder.id)->status, ReminderStatus::Sent);
        QTRY_COMPARE(shown.rows(), 0);
    }

    void sendingAgainIsNeverDoneWithoutAQuestion()
    {
        PageRoom room;
        const Reminder reminder = unknownReminder(room);
        Shown shown(room);
        shown.tabs->setCurrentIndex(0);
        QTRY_COMPARE(shown.rows(), 1);
        shown.table->setFocus();
        QTest::keyClick(shown.table, Qt::Key_Down);
        QTest::keyClick(shown.table, Qt::Key_R);
        auto *question = shown.page.findChild<QDialog *>(u"question"_s);
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Escape);
        QTest::qWait(50);
        QCOMPARE(room.reminders.find(room.reception, reminder.id)->status, ReminderStatus::Unknown);
    }

    void theMenuOffersWhatTheRowOffers()
    {
        PageRoom room;
        unknownReminder(room);
        Shown shown(room);
        shown.tabs->setCurrentIndex(0);
        QTRY_COMPARE(shown.rows(), 1);
        shown.table->selectRow(0);
        Q_EMIT shown.table->customContextMenuRequested(QPoint(5, 5));
        auto *menu = shown.page.findChild<QMenu *>();
        QVERIFY(menu);
        QStringList offered;
        for (QAction *action : menu->actions())
            offered += action->text().section(u'\t', 0, 0); // its key follows
        QVERIFY(offered.contains(u"It left"_s) && offered.contains(u"Send again"_s));
        menu->close();
    }

    void oneThatLeftIsOnlyRead()
    {
        PageRoom room;
        const Patient patient = room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
        const Reminder reminder = room.addReminder(patient, room.clock.now().addDays(1));
        room.store.database().execute(u"UPDATE reminders SET status = 'sent' WHERE id = ?"_s, {reminder.id.value});
        Shown shown(room);
        shown.tabs->setCurrentIndex(2);
        QTRY_COMPARE(shown.rows(), 1);
        QTest::keyClick(shown.table, Qt::Key_Down);
        shown.page.editCurrent();
        auto *form = openDialog<ReminderDialog>(&shown.page);
        QVERIFY(form);
        QVERIFY(!form->findChild<QPlainTextEdit *>()->isEnabled());
    }

    void theListFollowsWhatTheSchedulerDoes()
    {
        PageRoom room;
        const Patient patient = room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
        const Reminder reminder = room.addReminder(patient, room.clock.now().addDays(1));
        Shown shown(room);
        QTRY_COMPARE(shown.rows(), 1);
        room.store.database().execute(u"UPDATE reminders SET status = 'sent' WHERE id = ?"_s, {reminder.id.value});
        Q_EMIT room.events.reminderChanged(reminder.id);
        QTRY_COMPARE(shown.rows(), 0);
    }
};

QTEST_MAIN(TestReminders)
#include "tst_reminders.moc"
