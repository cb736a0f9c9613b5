#include "tests/ui/pageroom.h"
#include "ui/patients/birthtext.h"
#include "ui/patients/patientdialog.h"
#include "ui/patients/patientmodel.h"
#include "ui/patients/patientspage.h"
#include "ui/records/wardlist.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textline.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// The field under a label, as a person finds it; its accessible name is that label.
QWidget *control(QWidget *form, const QString &label)
{
    for (Field *field : form->findChildren<Field *>()) {
        if (field->label() == label)
            return field->control();
    }
    return nullptr;
}

Field *fieldOf(QWidget *form, const QString &label)
{
    for (Field *field : form->findChildren<Field *>()) {
        if (field->label() == label)
            return field;
    }
    return nullptr;
}

QPushButton *button(QWidget *form, const QString &words)
{
    for (QPushButton *candidate : form->findChildren<QPushButton *>()) {
        if (candidate->text().remove(u'&') == words && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

void typeInto(QWidget *form, const QString &label, const QString &text)
{
    QWidget *widget = control(form, label);
    QVERIFY2(widget, qPrintable(label));
    widget->setFocus();
    if (auto *line = qobject_cast<QLineEdit *>(widget))
        line->selectAll();
    typeText(widget, text);
}

void save(QWidget *form)
{
    QTest::keyClick(form, Qt::Key_S, Qt::ControlModifier);
}

// A page on screen, ready for keys.
struct Shown
{
    explicit Shown(PageRoom &room, Role role = Role::Manager)
        : page(room.context(role))
    {
        page.resize(1200, 800);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        table = page.findChild<TableView *>();
        search = page.findChild<TextLine *>();
    }
    QString cell(int row, int column) const { return table->model()->index(row, column).data().toString(); }

    PatientsPage page;
    TableView *table = nullptr;
    TextLine *search = nullptr;
};

} // namespace

class TestPatients : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { qApp->setAttribute(Qt::AA_DontUseNativeDialogs); }

    void readsDatesYearsAndAges_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("readable");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("age");
        QTest::newRow("date") << u"12/03/1990"_s << true << QDate(1990, 3, 12) << -1 << -1;
        QTest::newRow("one digit") << u"2.3.1990"_s << true << QDate(1990, 3, 2) << -1 << -1;
        QTest::newRow("ISO") << u"1990-03-12"_s << true << QDate(1990, 3, 12) << -1 << -1;
        QTest::newRow("year") << u" 1990 "_s << true << QDate() << 1990 << -1;
        QTest::newRow("age") << u"34"_s << true << QDate() << -1 << 34;
        QTest::newRow("nothing") << QString() << true << QDate() << -1 << -1;
        QTest::newRow("no such day") << u"31/02/1990"_s << false << QDate() << -1 << -1;
        QTest::newRow("words") << u"long ago"_s << false << QDate() << -1 << -1;
    }
    void readsDatesYearsAndAges()
    {
        QFETCH(QString, text);
        QFETCH(bool, readable);
        QFETCH(QDate, date);
        QFETCH(int, year);
        QFETCH(int, age);
        const std::optional<Birth> birth = parseBirth(text);
        QCOMPARE(birth.has_value(), readable);
        if (!birth)
            return;
        QCOMPARE(birth->date.value_or(QDate()), date);
        QCOMPARE(birth->year.value_or(-1), year);
        QCOMPARE(birth->age.value_or(-1), age);
    }

    void registersAPatientByKeyboard_data() { TestDatabase::addDialectRows(); }
    void registersAPatientByKeyboard()
    {
        QFETCH(Dialect, dialect);
        PageRoom room(dialect);
        Shown shown(room);
        shown.page.createNew();
        auto *dialog = openDialog<PatientDialog>(&shown.page);
        QVERIFY(dialog);
        typeText(dialog->focusWidget(), u"Ngo Bassong, Adèle"_s);
        typeInto(dialog, u"Telephone"_s, u"655 12 34 56"_s);
        typeInto(dialog, u"Born"_s, u"12/03/1990"_s);
        save(dialog);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        QCOMPARE(shown.cell(0, PatientModel::Name), u"Ngo Bassong, Adèle"_s);
        QCOMPARE(shown.cell(0, PatientModel::Age), u"36"_s);
        const Patient stored = room.patients.list(room.reception, {}, {}).value().items.first();
        QCOMPARE(stored.phoneNumber, u"+237655123456"_s);
        QCOMPARE(stored.birthDate, QDate(1990, 3, 12));
        QTRY_VERIFY(!openDialog<PatientDialog>(&shown.page));
    }

    void saysWhatIsWrongUnderTheFields()
    {
        PageRoom room;
        Shown shown(room);
        shown.page.createNew();
        auto *dialog = openDialog<PatientDialog>(&shown.page);
        typeInto(dialog, u"Telephone"_s, u"12"_s);
        typeInto(dialog, u"Email"_s, u"nobody"_s);
        save(dialog);
        QTRY_VERIFY(!fieldOf(dialog, u"Name"_s)->error().isEmpty());
        QVERIFY(!fieldOf(dialog, u"Telephone"_s)->error().isEmpty());
        QVERIFY(!fieldOf(dialog, u"Email"_s)->error().isEmpty());
        QCOMPARE(dialog->focusWidget(), control(dialog, u"Name"_s));
        typeInto(dialog, u"Born"_s, u"someday"_s);
        save(dialog);
        QTRY_VERIFY(!fieldOf(dialog, u"Born"_s)->error().isEmpty());
        QCOMPARE(room.number(u"SELECT count(*) FROM patients"_s), 0);
    }

    void offersTheNewFormOfAnOldNumber()
    {
        PageRoom room;
        Shown shown(room);
        shown.page.createNew();
        auto *dialog = openDialog<PatientDialog>(&shown.page);
        typeInto(dialog, u"Telephone"_s, u"77 12 34 56"_s);
        control(dialog, u"Name"_s)->setFocus();
        QVERIFY(!fieldOf(dialog, u"Telephone"_s)->error().isEmpty());
        QPushButton *offer = nullptr;
        for (QPushButton *candidate : dialog->findChildren<QPushButton *>()) {
            if (candidate->isVisible() && candidate->text().contains(u"+237 6 77"_s))
                offer = candidate;
        }
        QVERIFY(offer);
        QTest::keyClick(offer, Qt::Key_Space);
        QCOMPARE(control(dialog, u"Telephone"_s)->property("text").toString(), u"+237 6 77 12 34 56"_s);
        QVERIFY(fieldOf(dialog, u"Telephone"_s)->error().isEmpty());
    }

    void warnsOfAPersonWhoIsRegisteredAlready()
    {
        PageRoom room;
        room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
        Shown shown(room);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        shown.page.createNew();
        auto *dialog = openDialog<PatientDialog>(&shown.page);
        typeInto(dialog, u"Name"_s, u"Grace Ebelle Ndolo"_s);
        typeInto(dialog, u"Telephone"_s, u"655123456"_s);
        save(dialog);
        QTRY_VERIFY(button(dialog, u"They are two persons"_s));
        QCOMPARE(room.number(u"SELECT count(*) FROM patients"_s), 1);
        QTest::keyClick(button(dialog, u"They are two persons"_s), Qt::Key_Space);
        QTRY_COMPARE(shown.table->model()->rowCount(), 2);
    }

    // On a small screen the form is longer than the dialog; whatever wants an answer comes into view.
    void whatWantsAnAnswerIsInView()
    {
        PageRoom room;
        room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
        Shown shown(room);
        shown.page.resize(1060, 560);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        shown.page.createNew();
        auto *dialog = openDialog<PatientDialog>(&shown.page);
        QVERIFY(dialog);
        auto *scroll = dialog->findChild<QScrollArea *>();
        const auto inView = [scroll](const QWidget *widget) {
            return scroll->viewport()->rect().contains(
                QRect(widget->mapTo(scroll->viewport(), QPoint()), widget->size()));
        };
        control(dialog, u"Number"_s)->setFocus();
        QTRY_VERIFY(inView(control(dialog, u"Number"_s)));
        QVERIFY(!inView(control(dialog, u"Name"_s)));
        save(dialog);
        QTRY_VERIFY(inView(control(dialog, u"Name"_s)));
        QCOMPARE(dialog->focusWidget(), control(dialog, u"Name"_s));

        typeInto(dialog, u"Name"_s, u"Grace Ebelle Ndolo"_s);
        typeInto(dialog, u"Telephone"_s, u"655123456"_s);
        control(dialog, u"Number"_s)->setFocus();
        QTRY_VERIFY(inView(control(dialog, u"Number"_s)));
        save(dialog);
        QTRY_VERIFY(button(dialog, u"Open the other record"_s));
        QTRY_VERIFY(inView(button(dialog, u"Open the other record"_s)));
        QCOMPARE(dialog->focusWidget(), button(dialog, u"Open the other record"_s));
    }

    void findsWhileTyping()
    {
        PageRoom room;
        room.addPatient(u"Éwané Sone, Pierre"_s);
        room.addPatient(u"Fokou Talla, Hervé"_s);
        Shown shown(room);
        QTRY_COMPARE(shown.table->model()->rowCount(), 2);
        typeText(shown.search, u"ewane"_s);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        QCOMPARE(shown.cell(0, PatientModel::Name), u"Éwané Sone, Pierre"_s);
        typeText(shown.search, u"xyz"_s);
        QTRY_COMPARE(shown.page.findChild<StateView *>()->state(), StateView::State::Empty);
        shown.search->clear();
        QTRY_COMPARE(shown.table->model()->rowCount(), 2);
        QTest::keyClick(shown.search, Qt::Key_Return);
        QVERIFY(shown.table->hasFocus());
        QCOMPARE(shown.table->currentIndex().row(), 0);
    }

    void showsTheTimeLineOfTheChosenPatient()
    {
        PageRoom room;
        const Patient patient = room.addPatient(u"Fokou Talla, Hervé"_s, u"+237655123456"_s);
        room.addReminder(patient, room.clock.now().addDays(2));
        QVERIFY(room.feedback.submit(
            room.reception, {.patient = patient.id, .ward = u"Maternité"_s, .comments = u"Merci"_s}));
        Shown shown(room);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        shown.table->setFocus();
        QTest::keyClick(shown.table, Qt::Key_Down);
        auto *timeline = shown.page.findChild<QListView *>();
        QTRY_VERIFY(timeline->model()->rowCount() >= 4);
        QCOMPARE(timeline->model()->index(0, 0).data().toString(), u"Upcoming"_s);
        QVERIFY(timeline->model()->index(1, 0).data().toString().contains(u"Rendez-vous lundi"_s));
    }

    void aConflictIsSettledByThePerson_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("wardAfter");
        QTest::newRow("keep mine") << u"mine"_s << u"Urgences"_s;
        QTest::newRow("show theirs") << u"theirs"_s << u"Chirurgie"_s;
    }
    void aConflictIsSettledByThePerson()
    {
        QFETCH(QString, answer);
        QFETCH(QString, wardAfter);
        PageRoom room;
        const Patient patient = room.addPatient(u"Fokou Talla, Hervé"_s);
        Shown shown(room);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        QTest::keyClick(shown.table, Qt::Key_Down);
        shown.page.editCurrent();
        auto *dialog = openDialog<PatientDialog>(&shown.page);
        QVERIFY(dialog);
        PatientDraft other = draftOf(patient);
        other.ward = u"Chirurgie"_s;
        QVERIFY(room.patients.edit(room.reception, patient.id, other));
        typeInto(dialog, u"Ward"_s, QString());
        auto *ward = qobject_cast<QComboBox *>(control(dialog, u"Ward"_s));
        ward->setEditText(u"Urgences"_s);
        save(dialog);
        QPushButton *choice = nullptr;
        QTRY_VERIFY((choice = dialog->findChild<QPushButton *>(answer)) && choice->isVisible());
        QTest::keyClick(choice, answer == u"theirs"_s ? Qt::Key_Return : Qt::Key_Space); // either presses
        if (answer == u"theirs"_s) {
            QTRY_COMPARE(ward->currentText(), u"Chirurgie"_s);
        } else {
            QTRY_COMPARE(room.patients.find(room.reception, patient.id)->ward, u"Urgences"_s);
        }
        QCOMPARE(room.patients.find(room.reception, patient.id)->ward, wardAfter);
    }

    void refreshesWhenATabletAddsSomeone()
    {
        PageRoom room;
        const Patient first = room.addPatient(u"Fokou Talla, Hervé"_s);
        Shown shown(room);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        QTest::keyClick(shown.table, Qt::Key_Down);
        room.clock.advance(std::chrono::minutes(1));
        room.addPatient(u"Eyenga Manga, Rosine"_s);
        QTRY_COMPARE(shown.table->model()->rowCount(), 2);
        QCOMPARE(shown.table->currentIndex().data(PagedModel::KeyRole).toLongLong(), first.id.value);
        QCOMPARE(shown.cell(0, PatientModel::Name), u"Eyenga Manga, Rosine"_s);
    }

    void deletionAsksAndNamesThePerson()
    {
        PageRoom room;
        room.addPatient(u"Fokou Talla, Hervé"_s);
        Shown shown(room);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        QTest::keyClick(shown.table, Qt::Key_Down);
        QTRY_VERIFY(shown.page.findChild<PatientPane *>()->patient());
        Q_EMIT shown.page.findChild<PatientPane *>()->removalRequested();
        auto *question = shown.page.findChild<QDialog *>(u"question"_s);
        QVERIFY(question);
        QVERIFY(question->windowTitle().contains(u"Fokou Talla, Hervé"_s));
        QTest::keyClick(question, Qt::Key_Escape);
        QCOMPARE(room.number(u"SELECT count(*) FROM patients"_s), 1);
        Q_EMIT shown.page.findChild<PatientPane *>()->removalRequested();
        QTRY_VERIFY(button(&shown.page, u"Delete"_s));
        QTest::keyClick(button(&shown.page, u"Delete"_s), Qt::Key_Space);
        QTRY_COMPARE(shown.table->model()->rowCount(), 0);
    }

    void theWindowGoesOnWhileTheStoreIsSlow()
    {
        PageRoom room;
        room.addPatient(u"Fokou Talla, Hervé"_s);
        Shown shown(room);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        // Every worker is busy: whatever the page asks now waits until they are let go.
        QSemaphore gate;
        for (int i = 0; i < backgroundPool().maxThreadCount(); ++i)
            backgroundPool().start([&gate] { gate.acquire(); });
        QElapsedTimer time;
        time.start();
        typeText(shown.search, u"Nobody"_s);
        QTest::keyClick(shown.table, Qt::Key_Down);
        QTest::qWait(300);
        QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(shown.table->model()->rowCount(), 1); // the old rows stay in view
        gate.release(backgroundPool().maxThreadCount());
        QTRY_COMPARE(shown.table->model()->rowCount(), 0);
    }

    void aViewerOnlyReads()
    {
        PageRoom room;
        room.addPatient(u"Fokou Talla, Hervé"_s);
        Shown shown(room, Role::Viewer);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        QTest::keyClick(shown.table, Qt::Key_Down);
        shown.page.createNew();
        shown.page.editCurrent();
        QVERIFY(!openDialog<PatientDialog>(&shown.page));
        QVERIFY(!button(&shown.page, u"New patient"_s));
        QVERIFY(!button(&shown.page, u"New feedback"_s));
    }

    void everyControlHasAName()
    {
        PageRoom room;
        room.addPatient(u"Fokou Talla, Hervé"_s);
        Shown shown(room);
        shown.page.createNew();
        for (QWidget *widget : shown.page.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->inherits("QScrollArea")
                || (widget->parentWidget() && widget->parentWidget()->inherits("QAbstractSpinBox"))
                || (widget->parentWidget() && widget->parentWidget()->inherits("QComboBox")))
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(accessible);
            QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestPatients)
#include "tst_patients.moc"
