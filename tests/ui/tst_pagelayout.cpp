#include "tests/ui/pageroom.h"
#include "ui/feedback/feedbackmodel.h"
#include "ui/feedback/feedbackpage.h"
#include "ui/patients/duplicatebanner.h"
#include "ui/patients/patientmodel.h"
#include "ui/patients/patientpane.h"
#include "ui/patients/patientspage.h"
#include "ui/reminders/remindermodel.h"
#include "ui/reminders/reminderrowdelegate.h"
#include "ui/reminders/reminderspage.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textline.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize smallPage(1280 - 220, 720 - 56 - 30); // what the window leaves a page on a small screen

template <typename Page>
struct Shown
{
    explicit Shown(PageRoom &room, QSize size = smallPage)
        : page(room.context())
    {
        page.resize(size);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        table = page.template findChild<TableView *>();
        states = page.template findChild<StateView *>();
    }
    bool scrollsSideways() const { return table->horizontalScrollBar()->maximum() > 0; }
    // Whether all of a cell is in view and has room for what it shows.
    bool isWhole(int column) const
    {
        const QAbstractItemView *view = table;
        const int left = table->columnViewportPosition(column);
        const int width = table->columnWidth(column);
        return !table->isColumnHidden(column) && width >= view->sizeHintForColumn(column) && left >= 0
            && left + width <= table->viewport()->width();
    }

    Page page;
    TableView *table = nullptr;
    StateView *states = nullptr;
};

void breakStore(PageRoom &room, const QString &table)
{
    room.store.database().execute(u"ALTER TABLE %1 RENAME TO %1_away"_s.arg(table));
}
void mendStore(PageRoom &room, const QString &table)
{
    room.store.database().execute(u"ALTER TABLE %1_away RENAME TO %1"_s.arg(table));
}

} // namespace

class TestPageLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onASmallScreenTheStateOfAPatientIsWhole()
    {
        PageRoom room;
        room.addReminder(room.addPatient(u"Fokou Talla, Hervé"_s, u"+237655123456"_s), room.clock.now().addDays(2));
        Shown<PatientsPage> shown(room);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        QTRY_VERIFY(shown.isWhole(PatientModel::State));
        QVERIFY(!shown.scrollsSideways());
        QVERIFY(shown.isWhole(PatientModel::Number));
        QVERIFY(shown.table->columnWidth(PatientModel::Name) >= metrics::withText(150));
        QVERIFY(shown.table->isColumnHidden(PatientModel::Language));
        shown.page.resize(1800, 900);
        QTRY_VERIFY(!shown.table->isColumnHidden(PatientModel::Language));
        QVERIFY(!shown.table->isColumnHidden(PatientModel::Ward));
    }

    void onASmallScreenARecordScrollsRatherThanCutItsWords()
    {
        PageRoom room;
        room.addPatient(u"Ebelle Ndolo, Grâce Victorine"_s, u"+237655123456"_s);
        const Patient patient = room.patients
                                    .create(room.reception,
                                        {.name = u"Ndolo Ebelle, Grâce Victorine"_s,
                                            .phoneNumber = u"+237655123456"_s,
                                            .ward = u"Maternité"_s,
                                            .phoneIsShared = true})
                                    .value();
        QVERIFY(room.appointments.schedule(room.reception,
            {.patient = patient.id, .startsAt = room.clock.now().addDays(5), .withWhom = u"Dr Ndam"_s}));
        Shown<PatientsPage> shown(room);
        shown.page.arrive({PageId::Patients, patient.id, Destination::Show});
        auto *card = shown.page.findChild<QFrame *>(u"appointment"_s);
        QTRY_VERIFY(card->isVisible());
        auto *banner = shown.page.findChild<DuplicateBanner *>();
        QTRY_VERIFY(banner->isVisible());
        QTest::qWait(100);
        const auto *record = shown.page.findChild<PatientPane *>()->findChild<QScrollArea *>(u"record"_s);
        QCOMPARE(record->horizontalScrollBar()->maximum(), 0);
        for (const QWidget *part : {static_cast<QWidget *>(card), static_cast<QWidget *>(banner)}) {
            for (const QLabel *label : part->findChildren<QLabel *>())
                QVERIFY2(!label->isVisible() || label->height() >= label->heightForWidth(label->width()),
                    qPrintable(label->text()));
            for (const QPushButton *button : part->findChildren<QPushButton *>()) {
                const QRect place(button->mapTo(part, QPoint()), button->size());
                QVERIFY2(!button->isVisible()
                        || (button->width() >= button->sizeHint().width() && part->rect().contains(place)),
                    qPrintable(button->text()));
            }
        }
    }

    void onASmallScreenFeedbackDoesNotScrollSideways()
    {
        PageRoom room;
        for (int i = 0; i < 60; ++i) {
            FeedbackDraft draft{.ward = u"Maternité"_s, .comments = u"Merci"_s};
            draft.ratings.overallExperience = 4;
            draft.ratings.emojiRating = 4;
            QVERIFY(room.feedback.submit(room.reception, draft));
        }
        Shown<FeedbackPage> shown(room);
        QTRY_COMPARE(shown.table->model()->rowCount(), 60);
        QTRY_VERIFY(shown.isWhole(FeedbackModel::Rating));
        QTRY_VERIFY(!shown.scrollsSideways());
        shown.page.resize(900, 600);
        QTRY_VERIFY(shown.table->isColumnHidden(FeedbackModel::Words));
        QTRY_VERIFY(!shown.scrollsSideways());
        QVERIFY(shown.isWhole(FeedbackModel::Rating));
        shown.page.resize(1800, 900);
        QTRY_VERIFY(!shown.table->isColumnHidden(FeedbackModel::Words));
        QVERIFY(!shown.scrollsSideways());
    }

    void whatThePersonChoseStays()
    {
        PageRoom room;
        QTableView table;
        const RecordContext desk(room.context());
        PatientModel model(desk);
        table.setModel(&model);
        table.setFixedSize(500, 300);
        table.show();
        ColumnFit fit(&table,
            {.widths = {{PatientModel::Name, 300}, {PatientModel::Ward, 150}, {PatientModel::Language, 150}},
                .stretched = PatientModel::Number,
                .least = 60,
                .whole = {},
                .givingWay = {PatientModel::Language, PatientModel::Ward},
                .optional = {PatientModel::Age, PatientModel::Seen, PatientModel::State, PatientModel::Phone,
                    PatientModel::Gender, PatientModel::Registered}});
        QVERIFY(table.isColumnHidden(PatientModel::Language));
        QVERIFY(table.isColumnHidden(PatientModel::Ward));
        fit.choose(PatientModel::Language, true);
        QVERIFY(!table.isColumnHidden(PatientModel::Language));
        QVERIFY(table.isColumnHidden(PatientModel::Ward));
        fit.choose(PatientModel::Name, false);
        QVERIFY(table.isColumnHidden(PatientModel::Name));
        QVERIFY(!table.isColumnHidden(PatientModel::Ward)); // there is room again
        const QStringList kept = fit.choices();
        fit.setChoices({});
        QVERIFY(!table.isColumnHidden(PatientModel::Name));
        fit.setChoices(kept);
        QVERIFY(table.isColumnHidden(PatientModel::Name));
        QVERIFY(!table.isColumnHidden(PatientModel::Language));
    }

    void onASmallScreenReminderButtonsAreIcons()
    {
        PageRoom room;
        room.addReminder(room.addPatient(u"Fokou Talla, Hervé"_s, u"+237655123456"_s), room.clock.now().addDays(2));
        Shown<RemindersPage> shown(room, {900, 600});
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        auto *delegate = qobject_cast<ReminderRowDelegate *>(shown.table->itemDelegate());
        QTRY_VERIFY(delegate->isCompact());
        QVERIFY(!shown.scrollsSideways());
        QVERIFY(shown.isWhole(ReminderModel::Status));
        QVERIFY(shown.isWhole(ReminderModel::Actions));
        QVERIFY(shown.table->columnWidth(ReminderModel::Reason) >= metrics::withText(160));
        QVERIFY(
            !shown.table->model()->index(0, ReminderModel::Actions).data().toString().isEmpty()); // for screen readers
        shown.page.resize(1800, 900);
        QTRY_VERIFY(!delegate->isCompact());
    }

    void downChoosesTheFirstRow_data()
    {
        QTest::addColumn<bool>("rowsFirst");
        QTest::newRow("focused before the rows are there") << false;
        QTest::newRow("focused afterwards") << true;
    }
    void downChoosesTheFirstRow()
    {
        QFETCH(bool, rowsFirst);
        PageRoom room;
        room.addPatient(u"Fokou Talla, Hervé"_s);
        room.addPatient(u"Eyenga Manga, Rosine"_s);
        Shown<PatientsPage> shown(room);
        if (rowsFirst)
            QTRY_COMPARE(shown.table->model()->rowCount(), 2);
        shown.page.focusList();
        QTRY_COMPARE(shown.table->model()->rowCount(), 2);
        QTRY_VERIFY(shown.table->hasFocus());
        QTest::keyClick(shown.table, Qt::Key_Down);
        QCOMPARE(shown.table->currentIndex().row(), 0);
        QVERIFY(shown.table->selectionModel()->isRowSelected(0));
    }

    void anErrorHasARetryAndTheFocusComesBackToTheList()
    {
        PageRoom room;
        room.addPatient(u"Fokou Talla, Hervé"_s);
        breakStore(room, u"patients"_s);
        Shown<PatientsPage> shown(room);
        shown.page.focusList();
        QTRY_COMPARE(shown.states->state(), StateView::State::Error);
        auto *retry = qobject_cast<QPushButton *>(shown.page.focusWidget());
        QVERIFY(retry);
        mendStore(room, u"patients"_s);
        QTest::keyClick(retry, Qt::Key_Space);
        QTRY_COMPARE(shown.states->state(), StateView::State::Content);
        QVERIFY(shown.table->hasFocus());
    }

    void anErrorOverRowsHasARetryToo()
    {
        PageRoom room;
        room.addPatient(u"Fokou Talla, Hervé"_s);
        Shown<PatientsPage> shown(room);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        shown.page.focusList();
        breakStore(room, u"patients"_s);
        shown.page.refresh();
        auto *retry = shown.page.findChild<QPushButton *>(u"readAgain"_s);
        QTRY_VERIFY(retry->isVisible());
        QVERIFY(shown.table->isVisible()); // what was read is still the answer
        mendStore(room, u"patients"_s);
        QTest::keyClick(retry, Qt::Key_Space);
        QTRY_VERIFY(!retry->isVisible());
        QCOMPARE(shown.table->model()->rowCount(), 1);
        QVERIFY(shown.table->hasFocus());
    }

    // Rows that answer an earlier question would let the wrong person be chosen.
    void anotherQuestionNeverLeavesTheRowsOfTheOldOne_data()
    {
        QTest::addColumn<QString>("before");
        QTest::newRow("somebody was found") << u"fok"_s;
        QTest::newRow("nobody was found") << u"zzz"_s;
    }
    void anotherQuestionNeverLeavesTheRowsOfTheOldOne()
    {
        QFETCH(QString, before);
        PageRoom room;
        room.addPatient(u"Fokou Talla, Hervé"_s);
        Shown<PatientsPage> shown(room);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        auto *filter = shown.page.findChild<TextLine *>();
        filter->setText(before);
        QTRY_COMPARE(shown.states->state(), before == u"fok"_s ? StateView::State::Content : StateView::State::Empty);
        QTest::qWait(200);
        QSemaphore gate;
        for (int i = 0; i < backgroundPool().maxThreadCount(); ++i)
            backgroundPool().start([&gate] { gate.acquire(); });
        filter->setText(u"ewane"_s);
        QTRY_COMPARE(shown.states->state(), StateView::State::Loading);
        QTRY_VERIFY(!shown.table->isVisible());
        gate.release(backgroundPool().maxThreadCount());
        QTRY_COMPARE(shown.states->state(), StateView::State::Empty);
        breakStore(room, u"patients"_s);
        filter->setText(u"fok"_s);
        QTRY_COMPARE(shown.states->state(), StateView::State::Error);
        mendStore(room, u"patients"_s);
    }

    void waitingIsSaidAfterAMoment()
    {
        PageRoom room;
        room.addPatient(u"Fokou Talla, Hervé"_s);
        QSemaphore gate;
        for (int i = 0; i < backgroundPool().maxThreadCount(); ++i)
            backgroundPool().start([&gate] { gate.acquire(); });
        Shown<PatientsPage> shown(room);
        shown.page.focusList();
        QTRY_VERIFY(!shown.table->isVisible());
        QCOMPARE(shown.states->state(), StateView::State::Loading);
        gate.release(backgroundPool().maxThreadCount());
        QTRY_VERIFY(shown.table->isVisible());
        QVERIFY(shown.table->hasFocus());
    }
};

QTEST_MAIN(TestPageLayout)
#include "tst_pagelayout.moc"
