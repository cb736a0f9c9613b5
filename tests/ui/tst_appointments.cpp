#include "tests/ui/pageroom.h"
#include "ui/appointments/appointmentdialog.h"
#include "ui/appointments/appointmentspage.h"
#include "ui/appointments/plandialog.h"
#include "ui/appointments/stepeditor.h"
#include "ui/patients/patientspage.h"
#include "ui/reminders/bulkdialog.h"
#include "ui/reminders/calendarmodel.h"
#include "ui/reminders/reminderspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/textline.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTableWidget>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

template <typename Page>
struct Shown
{
    explicit Shown(PageRoom &room, Role role = Role::Reception)
        : page(room.context(role))
    {
        page.resize(1300, 820);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }
    Page page;
};

Appointment made(PageRoom &room, const Patient &patient, int hours, const QString &ward = u"Maternité"_s)
{
    return room.appointments
        .schedule(
            room.reception, {.patient = patient.id, .startsAt = room.clock.now().addSecs(3600LL * hours), .ward = ward})
        .value()
        .appointment;
}

QString textOf(QWidget *widget)
{
    QStringList texts;
    for (const QLabel *label : widget->findChildren<QLabel *>())
        texts << label->text();
    return texts.join(u'\n');
}

Button *outcome(QWidget *widget, const QString &status)
{
    for (Button *button : widget->findChildren<Button *>(status)) {
        if (button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

// Appointments in the window: made by keyboard, ended in one click, shown in a calendar.
class TestAppointments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isMadeFromTheRecordByKeyboard_data() { TestDatabase::addDialectRows(); }
    void isMadeFromTheRecordByKeyboard()
    {
        QFETCH(Dialect, dialect);
        PageRoom room(dialect);
        const Patient patient = room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
        Shown<PatientsPage> shown(room);
        shown.page.arrive({PageId::Patients, patient.id, Destination::Show});
        auto *add = shown.page.findChild<Button *>(u"newAppointment"_s);
        QTRY_VERIFY(add->isVisible());
        QTest::keyClick(&shown.page, Qt::Key_A, Qt::AltModifier);
        auto *form = openDialog<AppointmentDialog>(&shown.page);
        QVERIFY(form);
        auto *when = form->findChild<QDateTimeEdit *>(u"when"_s);
        QTRY_COMPARE(QApplication::focusWidget(), when);
        QCOMPARE(form->findChild<QComboBox *>(u"ward"_s)->currentText(), u"Maternité"_s);
        when->setDateTime(QDateTime(QDate(2026, 3, 17), QTime(9, 30)));
        form->findChild<TextLine *>(u"withWhom"_s)->setFocus();
        typeText(QApplication::focusWidget(), u"Dr Ndam"_s);
        QTRY_VERIFY2(textOf(form).contains(u"SMS, 72 h before"_s), qPrintable(textOf(form)));
        QVERIFY(textOf(form).contains(u"Only if the patient has not confirmed"_s));
        QTRY_COMPARE(form->findChild<QComboBox *>(u"plan"_s)->currentText(), u"Standard"_s);
        QTest::keyClick(form, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(room.number(u"SELECT count(*) FROM appointments"_s), 1);
        const Appointment stored = room.appointments.list(room.viewer, {}, {})->items.constFirst();
        QCOMPARE(stored.startsAt, QDateTime({2026, 3, 17}, {8, 30}, Qt::UTC)); // the clock of Douala
        QCOMPARE(stored.withWhom, u"Dr Ndam"_s);
        QCOMPARE(room.number(u"SELECT count(*) FROM reminders"_s), 2);
        auto *card = shown.page.findChild<QFrame *>(u"appointment"_s);
        QTRY_VERIFY(card->isVisible());
        QTRY_VERIFY(textOf(card).contains(u"Dr Ndam"_s));
    }

    void saysWhichMessagesWaitForTheMorning()
    {
        PageRoom room;
        const Patient patient = room.addPatient(u"Ebelle"_s, u"+237655123456"_s);
        Shown<PatientsPage> shown(room);
        shown.page.arrive({PageId::Patients, patient.id, Destination::Show});
        QTRY_VERIFY(shown.page.findChild<Button *>(u"newAppointment"_s)->isVisible());
        QTest::keyClick(&shown.page, Qt::Key_A, Qt::AltModifier);
        auto *form = openDialog<AppointmentDialog>(&shown.page);
        QVERIFY(form);
        auto *when = form->findChild<QDateTimeEdit *>(u"when"_s);
        when->setDateTime(QDateTime(QDate(2026, 3, 17), QTime(9, 30)));
        QTRY_VERIFY2(textOf(form).contains(u"Sat 14 March, 09:30"_s), qPrintable(textOf(form)));
        QVERIFY(!textOf(form).contains(u"Quiet hours"_s));
        when->setFocus();
        when->setSelectedSection(QDateTimeEdit::HourSection);
        QTest::keyClicks(when, u"06"_s);
        QTRY_VERIFY2(textOf(form).contains(u"Quiet hours until Sat 14 March, 08:00."_s), qPrintable(textOf(form)));
    }

    void whatIsWrongStandsUnderItsField()
    {
        PageRoom room;
        const Patient patient = room.addPatient(u"Ebelle"_s, u"+237655123456"_s);
        Shown<PatientsPage> shown(room);
        shown.page.arrive({PageId::Patients, patient.id, Destination::Show});
        QTRY_VERIFY(shown.page.findChild<Button *>(u"newAppointment"_s)->isVisible());
        QTest::keyClick(&shown.page, Qt::Key_A, Qt::AltModifier);
        auto *form = openDialog<AppointmentDialog>(&shown.page);
        QVERIFY(form);
        auto *when = form->findChild<QDateTimeEdit *>(u"when"_s);
        when->setDateTime(QDateTime(QDate(2026, 3, 11), QTime(9, 30)));
        QTest::keyClick(form, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget(), when);
        QVERIFY(form->isVisible());
        QCOMPARE(room.number(u"SELECT count(*) FROM appointments"_s), 0);
    }

    void endsInOneClickAndBackAgain()
    {
        PageRoom room;
        const Patient patient = room.addPatient(u"Ebelle"_s, u"+237655123456"_s);
        const Appointment appointment = made(room, patient, 100);
        Shown<PatientsPage> shown(room);
        shown.page.arrive({PageId::Patients, patient.id, Destination::Show});
        auto *card = shown.page.findChild<QFrame *>(u"appointment"_s);
        QTRY_VERIFY(card->isVisible());
        QVERIFY(!outcome(card, u"missed"_s)->isEnabled()); // its time has not come
        QVERIFY(!outcome(card, u"planned"_s));
        outcome(card, u"attended"_s)->setFocus();
        QTest::keyClick(outcome(card, u"attended"_s), Qt::Key_Space);
        const auto status = [&] { return room.appointments.find(room.viewer, appointment.id)->status; };
        QTRY_COMPARE(status(), AppointmentStatus::Attended);
        QTRY_VERIFY(outcome(card, u"planned"_s));
        QTest::mouseClick(outcome(card, u"planned"_s), Qt::LeftButton);
        QTRY_COMPARE(status(), AppointmentStatus::Planned);
        QTRY_VERIFY(outcome(card, u"attended"_s));
    }

    void theDayListsWhoIsExpected()
    {
        PageRoom room;
        const Appointment first = made(room, room.addPatient(u"Ebelle"_s), 1);
        made(room, room.addPatient(u"Sone"_s), 2);
        made(room, room.addPatient(u"Biyong"_s), 26);
        Shown<AppointmentsPage> shown(room);
        const auto rows = [&] { return shown.page.findChildren<QFrame *>(u"appointment"_s); };
        QTRY_COMPARE(rows().size(), 2);
        QCOMPARE(rows().at(0)->accessibleName(), u"11:42, Ebelle"_s);
        QTRY_VERIFY(outcome(rows().at(0), u"cancelled"_s));
        QTest::mouseClick(outcome(rows().at(0), u"cancelled"_s), Qt::LeftButton);
        QTRY_COMPARE(room.appointments.find(room.viewer, first.id)->status, AppointmentStatus::Cancelled);
        QTRY_VERIFY(rows().size() == 2 && outcome(rows().at(0), u"planned"_s));
        QTest::keyClick(&shown.page, Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(rows().size(), 1);
        QCOMPARE(rows().at(0)->accessibleName(), u"12:42, Biyong"_s);
        QTest::keyClick(&shown.page, Qt::Key_T);
        QTRY_COMPARE(rows().size(), 2);
    }

    void ratesComeWithTheirIntervals()
    {
        PageRoom room;
        for (int i = 0; i < 12; ++i) {
            const Appointment appointment
                = made(room, room.addPatient(u"Patient %1"_s.arg(i)), 48, i < 10 ? u"Maternité"_s : u"Radiologie"_s);
            room.store.database().execute(u"UPDATE appointments SET status = ? WHERE id = ?"_s,
                {i < 3 ? u"missed"_s : u"attended"_s, appointment.id.value});
        }
        Shown<AppointmentsPage> shown(room, Role::Manager);
        auto *view = shown.page.findChild<Segmented *>();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Right);
        auto *table = shown.page.findChild<QTableWidget *>(u"noShows"_s);
        QTRY_VERIFY(table->isVisible() && table->rowCount() > 4);
        QHash<QString, QStringList> rows;
        for (int row = 0; row < table->rowCount(); ++row) {
            for (int column = 1; column < table->columnCount(); ++column) {
                if (const QTableWidgetItem *item = table->item(row, column))
                    rows[table->item(row, 0)->text()] << item->text();
            }
        }
        QCOMPARE(rows.value(u"Maternité"_s), (QStringList{u"10"_s, u"3"_s, u"30.0 %"_s, u"10.8 to 60.3 %"_s}));
        QCOMPARE(rows.value(u"Radiologie"_s), (QStringList{u"2"_s, u"0"_s, u"too few"_s, QString()}));
        QVERIFY(textOf(&shown.page).contains(u"25.0 % of 12 patients did not come"_s));
        Shown<AppointmentsPage> desk(room, Role::Reception);
        QVERIFY(!desk.page.findChild<Segmented *>()->isVisible());
    }

    void plansAreEdited()
    {
        PageRoom room;
        Shown<AppointmentsPage> shown(room, Role::Manager);
        QTest::mouseClick(shown.page.findChild<Button *>(u"plans"_s), Qt::LeftButton);
        auto *form = openDialog<PlanDialog>(&shown.page);
        QVERIFY(form);
        QTRY_COMPARE(form->findChildren<StepEditor *>().size(), 2);
        auto *hours = form->findChild<StepEditor *>()->findChild<QSpinBox *>(u"hours"_s);
        QCOMPARE(hours->value(), 72);
        QCOMPARE(hours->accessibleName(), u"Message 1: how long before"_s);
        hours->setFocus();
        hours->selectAll();
        QTest::keyClicks(hours, u"96"_s);
        QTest::mouseClick(form->findChild<Button *>(u"addStep"_s), Qt::LeftButton);
        QCOMPARE(form->findChildren<StepEditor *>().size(), 3);
        QTest::keyClick(form, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(room.plans.plans(room.viewer)->plans.constFirst().steps.size(), 3);
        const QList<PlanStep> steps = room.plans.plans(room.viewer)->plans.constFirst().steps;
        QCOMPARE(steps.at(0).hoursBefore, 96);
        QCOMPARE(steps.at(0).fallback, QList<Channel>{Channel::Email});
        QCOMPARE(steps.at(1), shippedPlan().steps.at(1));
        QCOMPARE(steps.at(2).hoursBefore, 24);
    }

    void aPlanThatSaysTheSameTwiceIsNotKept()
    {
        PageRoom room;
        Shown<AppointmentsPage> shown(room, Role::Manager);
        QTest::mouseClick(shown.page.findChild<Button *>(u"plans"_s), Qt::LeftButton);
        auto *form = openDialog<PlanDialog>(&shown.page);
        QVERIFY(form);
        QTRY_COMPARE(form->findChildren<StepEditor *>().size(), 2);
        for (int i = 0; i < 2; ++i)
            QTest::mouseClick(form->findChild<Button *>(u"addStep"_s), Qt::LeftButton);
        QTest::keyClick(form, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(std::ranges::any_of(form->findChildren<NoteLine *>(), [](const NoteLine *note) {
            return note->text().contains(u"Message 4: Another message of the plan leaves"_s);
        }));
        QCOMPARE(room.plans.plans(room.viewer)->plans.constFirst().steps.size(), 2);
    }

    void oneMessageGoesToAllOfTheList()
    {
        PageRoom room;
        for (int i = 0; i < 3; ++i)
            room.addPatient(u"Patient %1"_s.arg(i), i < 2 ? u"+23767000000%1"_s.arg(i) : QString());
        Shown<PatientsPage> shown(room);
        QTest::mouseClick(shown.page.findChild<IconButton *>(u"remindAll"_s), Qt::LeftButton);
        auto *form = openDialog<BulkDialog>(&shown.page);
        QVERIFY(form);
        typeText(form->findChild<QPlainTextEdit *>(), u"Ferme vendredi."_s);
        auto *words = form->findChild<QLabel *>(u"outcome"_s);
        QTRY_VERIFY2(words->text().contains(u"2 patient(s) get it."_s), qPrintable(words->text()));
        QVERIFY2(words->text().contains(u"1 not: "_s), qPrintable(words->text()));
        QCOMPARE(room.number(u"SELECT count(*) FROM reminders"_s), 0);
        QTest::keyClick(form, Qt::Key_S, Qt::ControlModifier);
        const auto yes = [&]() -> QPushButton * {
            for (QWidget *top : QApplication::topLevelWidgets()) {
                for (QPushButton *button : top->findChildren<QPushButton *>(u"yes"_s)) {
                    if (button->isVisible())
                        return button;
                }
            }
            return nullptr;
        };
        QTRY_VERIFY(yes());
        yes()->click();
        QTRY_COMPARE(room.number(u"SELECT count(*) FROM reminders"_s), 2);
    }

    void theCalendarShowsAndChoosesHours()
    {
        PageRoom room; // Thursday 12 March 2026, 10:42 in Douala
        const Patient patient = room.addPatient(u"Ebelle"_s, u"+237655123456"_s);
        const QDateTime due({2026, 3, 13}, {9, 30}, Qt::UTC); // Friday 10:30
        room.addReminder(patient, due);
        room.addReminder(patient, due.addSecs(900));
        const Reminder unknown = room.addReminder(patient, due.addSecs(-3600));
        room.store.database().execute(u"UPDATE reminders SET status = 'unknown' WHERE id = ?"_s, {unknown.id.value});
        room.addReminder(patient, due.addDays(7));
        Shown<RemindersPage> shown(room);
        auto *calendar = shown.page.findChild<QTableView *>(u"calendar"_s);
        QVERIFY(!calendar->isVisible());
        auto *view = shown.page.findChild<Segmented *>();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Left);
        QTest::keyClick(view, Qt::Key_Left); // week
        QTRY_VERIFY(calendar->isVisible());
        const auto words = [&](int hour, int column) {
            return calendar->model()->index(hour - 7, column).data(Qt::DisplayRole).toString();
        };
        QTRY_COMPARE(words(10, 4), u"Friday 13 March 10:00, 2 SMS"_s);
        QCOMPARE(words(9, 4), u"Friday 13 March 09:00, 1 to decide"_s);
        QCOMPARE(words(20, 0), u"Monday 9 March 20:00, nothing is sent"_s);
        QVERIFY(calendar->model()->headerData(3, Qt::Horizontal).toString().contains(u"today"_s));
        QCOMPARE(calendar->model()->index(3, 3).data(CalendarModel::NowRole).toReal(), 42 / 60.0);
        // From today at this hour one to the right; Enter shows what the hour holds.
        QCOMPARE(calendar->currentIndex(), calendar->model()->index(3, 3));
        calendar->setFocus();
        QTest::keyClick(calendar, Qt::Key_Right);
        QTest::keyClick(calendar, Qt::Key_Return);
        const auto total
            = [&] { return shown.page.findChild<QAbstractItemView *>(u"reminders"_s)->model()->rowCount(); };
        QTRY_COMPARE(total(), 2);
        QTest::keyClick(calendar, Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(words(10, 4), u"Friday 20 March 10:00, 1 SMS"_s);
        QTest::keyClick(calendar, Qt::Key_T);
        QTRY_COMPARE(words(10, 4), u"Friday 13 March 10:00, 2 SMS"_s);
        // Back to the list all of it is there again.
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(calendar->model()->columnCount(), 1);
        QTest::keyClick(view, Qt::Key_Right);
        QTRY_VERIFY(!calendar->isVisible());
        QTRY_COMPARE(total(), 4);
    }

    void theCalendarComesBackAsItWasLeft()
    {
        PageRoom room;
        {
            Shown<RemindersPage> shown(room);
            auto *view = shown.page.findChild<Segmented *>();
            view->setFocus();
            QTest::keyClick(view, Qt::Key_Left); // day
        }
        Shown<RemindersPage> again(room);
        auto *calendar = again.page.findChild<QTableView *>(u"calendar"_s);
        QVERIFY(calendar->isVisible());
        QCOMPARE(calendar->model()->columnCount(), 1);
        room.preferences.setValue(u"reminders/view"_s, u"year"_s); // of another version
        Shown<RemindersPage> third(room);
        QVERIFY(!third.page.findChild<QTableView *>(u"calendar"_s)->isVisible());
    }

    void everyDayOfTheWeekFitsItsColumn()
    {
        PageRoom room;
        room.preferences.setValue(u"reminders/view"_s, u"week"_s);
        Shown<RemindersPage> shown(room);
        auto *calendar = shown.page.findChild<QTableView *>(u"calendar"_s);
        const QHeaderView *header = calendar->horizontalHeader();
        for (int day = 0; day < 7; ++day) {
            const QString words = calendar->model()->headerData(day, Qt::Horizontal).toString();
            QVERIFY2(header->sectionSizeHint(day) <= header->sectionSize(day), qPrintable(words));
        }
    }
};

QTEST_MAIN(TestAppointments)
#include "tst_appointments.moc"
