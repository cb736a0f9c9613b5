#include "app/domain/phonenumber.h"
#include "tests/ui/pageroom.h"
#include "ui/feedback/feedbackpage.h"
#include "ui/feedback/feedbackpane.h"
#include "ui/feedback/linkdialog.h"
#include "ui/records/patientpicker.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/optioncard.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const Session admin{{}, u"admin"_s, Role::Admin};

struct UnmatchedRoom : PageRoom
{
    explicit UnmatchedRoom(Dialect dialect = Dialect::Sqlite)
        : PageRoom(dialect)
    {
        patient = addPatient(u"Essomba Abena, Marthe"_s, u"+237655123456"_s);
    }
    ~UnmatchedRoom()
    {
        page.reset();
        backgroundPool().waitForDone();
    }
    // From a paired tablet, under a number that somebody wrote down as well as they could.
    Feedback give(const QString &reference, FeedbackDraft draft = {})
    {
        const NewDevice added = devices.add(admin, {u"Maternité, salle 2"_s, u"Maternité"_s}).value();
        const PairedDevice paired = devices.pair(added.code.code, {}, {}).value();
        draft.patientReference = reference;
        draft.comments = u"Merci"_s;
        draft.ward = u"Maternité"_s;
        draft.method = SubmissionMethod::Tablet;
        return feedback.submit(devices.authenticate(paired.token).value(), draft)->feedback;
    }
    void open(Role role = Role::Manager)
    {
        page = std::make_unique<FeedbackPage>(context(role));
        page->resize(1300, 820);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        auto *table = page->findChild<TableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTRY_VERIFY(pane()->feedback());
    }
    FeedbackPane *pane() { return page->findChild<FeedbackPane *>(); }
    QPushButton *button(const QString &name) { return page->findChild<QPushButton *>(name); }
    Feedback stored() { return feedback.list(manager, {}, {})->items.first(); }
    LinkDialog *openLink()
    {
        QTest::keyClick(button(u"linkPatient"_s), Qt::Key_Space);
        return openDialog<LinkDialog>(page.get());
    }

    Patient patient;
    std::unique_ptr<FeedbackPage> page;
};

} // namespace

class UnmatchedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The number without its zeros, and the telephone, both lead to the patient.
    void thePatientWhoMayBeMeantIsOffered_data()
    {
        QTest::addColumn<bool>("byNumber");
        QTest::addColumn<Dialect>("dialect");
        for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
            const char *name = dialect == Dialect::Sqlite ? "sqlite" : "postgresql";
            QTest::addRow("number, %s", name) << true << dialect;
            QTest::addRow("telephone, %s", name) << false << dialect;
        }
    }
    void thePatientWhoMayBeMeantIsOffered()
    {
        QFETCH(bool, byNumber);
        QFETCH(Dialect, dialect);
        UnmatchedRoom room(dialect);
        FeedbackDraft draft;
        QString digits = room.patient.patientNumber;
        digits.remove(u'P');
        if (!byNumber)
            draft.phoneNumber = u"655123456"_s;
        room.give(byNumber ? QString::number(digits.toInt()) : u"X-77"_s, draft);
        QVERIFY(room.stored().notMatched());
        room.open();
        LinkDialog *dialog = room.openLink();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->findChild<OptionCard *>());
        auto *card = dialog->findChild<OptionCard *>();
        QVERIFY(card->text().contains(u"Essomba Abena"_s));
        QTRY_VERIFY(card->hasFocus());
        QVERIFY(!card->isChecked()); // a person decides
        QTest::keyClick(card, Qt::Key_Space);
        QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(room.stored().patient, room.patient.id);
        QTRY_VERIFY(room.button(u"unlinkPatient"_s)->isVisible());
        QVERIFY(!room.button(u"linkPatient"_s)->isVisible());
        QCOMPARE(room.number(u"SELECT COUNT(*) FROM audit WHERE entity = 'feedback' AND action = 'edited'"
                             " AND detail LIKE '%patient_id%'"_s),
            1);
    }

    void anyOtherPatientCanBeLookedFor()
    {
        UnmatchedRoom room;
        const Patient other = room.addPatient(u"Fokou Talla, Hervé"_s);
        room.give(u"X-77"_s);
        room.open();
        LinkDialog *dialog = room.openLink();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
        QTest::qWait(200);
        QVERIFY(dialog->isVisible()); // nobody was chosen
        QVERIFY(room.stored().notMatched());
        auto *picker = dialog->findChild<PatientPicker *>();
        typeText(picker, u"fokou"_s);
        QTRY_VERIFY(picker->findChild<QCompleter *>()->popup()->isVisible());
        QTest::keyClick(picker, Qt::Key_Return);
        QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(room.stored().patient, other.id);
    }

    void whatWasLinkedCanBeUnlinked()
    {
        UnmatchedRoom room;
        room.give(u"X-77"_s);
        room.open();
        LinkDialog *dialog = room.openLink();
        QVERIFY(dialog);
        dialog->findChild<PatientPicker *>()->setPatient(room.patient);
        QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(room.stored().patient, room.patient.id);
        QTRY_VERIFY(room.button(u"unlinkPatient"_s)->isVisible());
        QTest::keyClick(room.button(u"unlinkPatient"_s), Qt::Key_Space);
        QDialog *question = nullptr;
        QTRY_VERIFY((question = room.page->findChild<QDialog *>(u"question"_s)) && question->isVisible());
        QTest::keyClick(question->findChild<QPushButton *>(u"yes"_s), Qt::Key_Space);
        QTRY_VERIFY(!room.stored().patient);
        QCOMPARE(room.stored().patientReference, u"X-77"_s);
        QVERIFY2(room.stored().patientName.isEmpty(), "the registry's name went with the patient");
    }

    void whatSomebodyElseLinkedGetsItsNumberBack()
    {
        UnmatchedRoom room;
        const Feedback one = room.give(u"X-77"_s);
        FeedbackDraft elsewhere = draftOf(one);
        elsewhere.patient = room.patient.id;
        QVERIFY(room.feedback.edit(room.manager, one.id, elsewhere)); // at another desk, days ago
        room.open();
        QTRY_VERIFY(room.button(u"unlinkPatient"_s)->isVisible());
        QTest::keyClick(room.button(u"unlinkPatient"_s), Qt::Key_Space);
        QDialog *question = nullptr;
        QTRY_VERIFY((question = room.page->findChild<QDialog *>(u"question"_s)) && question->isVisible());
        QTest::keyClick(question->findChild<QPushButton *>(u"yes"_s), Qt::Key_Space);
        QTRY_VERIFY(!room.stored().patient);
        QCOMPARE(room.stored().patientReference, u"X-77"_s);
    }

    void theDialogShowsAllOfItself()
    {
        UnmatchedRoom room;
        room.give(u"P000001"_s);
        const Feedback one = room.stored();
        room.open();
        for (int length = 1; length <= 30; ++length) { // at one of them a line is just too long beside a scroll bar
            Feedback feedback = one;
            feedback.patient.reset();
            feedback.patientReference = u"P000001 "_s + QString(length, u'x');
            const RecordContext desk(room.context());
            LinkDialog dialog(desk, feedback, room.page.get());
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            backgroundPool().waitForDone();
            QTRY_VERIFY(!dialog.findChildren<QRadioButton *>().isEmpty());
            QTest::qWait(30);
            const auto *bar = dialog.findChild<QScrollArea *>()->verticalScrollBar();
            QVERIFY2(bar->maximum() == 0, qPrintable(u"%1 px at %2 letters"_s.arg(bar->maximum()).arg(length)));
        }
    }

    void twoPeopleAtOnceAreTold()
    {
        UnmatchedRoom room;
        const Feedback one = room.give(u"X-77"_s);
        room.open();
        LinkDialog *dialog = room.openLink();
        QVERIFY(dialog);
        dialog->findChild<PatientPicker *>()->setPatient(room.patient);
        FeedbackDraft other = draftOf(one);
        other.comments = u"Corrigé ailleurs"_s;
        QVERIFY(room.feedback.edit(room.manager, one.id, other));
        QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::activeModalWidget() && QApplication::activeModalWidget() != dialog);
        QVERIFY(room.stored().notMatched());
    }

    void thePaneSaysTabletItsClockAndTheWishToBeCalled()
    {
        UnmatchedRoom room;
        FeedbackDraft draft;
        draft.feedbackDate = room.clock.now().addSecs(-60);
        draft.clientTime = room.clock.now().addDays(-400);
        draft.callbackRequested = true;
        draft.phoneNumber = u"+237655123456"_s;
        room.give(u"X-77"_s, draft);
        room.open(Role::Reception); // may not manage tablets
        auto *origin = room.page->findChild<QLabel *>(u"origin"_s);
        QTRY_VERIFY2(origin->text().contains(u"Tablet: Maternité, salle 2"_s), qPrintable(origin->text()));
        QVERIFY2(origin->text().contains(u"Time of the tablet: "_s), qPrintable(origin->text()));
        auto *callback = room.page->findChild<QWidget *>(u"callback"_s);
        QVERIFY(callback->isVisible());
        QVERIFY2(callback->accessibleName().contains(PhoneNumber::fromStored(draft.phoneNumber).international()),
            qPrintable(callback->accessibleName()));
    }
};

QTEST_MAIN(UnmatchedTest)
#include "tst_unmatched.moc"
