#include "tests/ui/fakedesk.h"
#include "ui/tablets/tabletdialog.h"
#include "ui/tablets/tabletmodel.h"
#include "ui/tablets/tabletspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/togglechip.h"

#include <QLineEdit>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Session admin{{}, u"admin"_s, Role::Admin};

struct TabletsRoom : PageRoom
{
    explicit TabletsRoom(Dialect dialect = Dialect::Sqlite)
        : PageRoom(dialect)
    {
        desk.allowTablets();
    }
    ~TabletsRoom()
    {
        page.reset();
        backgroundPool().waitForDone();
    }
    void open()
    {
        page = std::make_unique<TabletsPage>(desk.context());
        page->resize(1200, 760);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }
    Device add(const QString &name, const QString &ward = u"Maternité"_s)
    {
        return devices.add(admin, {name, ward}).value().device;
    }
    // A tablet that is paired, and what it said of itself.
    Device pair(const QString &name, const DeviceReport &report = {})
    {
        const NewDevice added = devices.add(admin, {name, u"Maternité"_s}).value();
        const PairedDevice paired = devices.pair(added.code.code, u"1.0"_s, u"Android"_s).value();
        devices.recordReport(devices.authenticate(paired.token).value(), report);
        token = paired.token;
        return paired.device;
    }
    TableView *table() { return page->findChild<TableView *>(u"tablets"_s); }
    StateView *states() { return page->findChild<StateView *>(); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    QStringList names()
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            all.append(cell(row, TabletModel::Name));
        return all;
    }
    QString chip(const QString &name) { return page->findChild<ToggleChip *>(name)->text(); }
    QDialog *question()
    {
        auto *dialog = page->findChild<QDialog *>(u"question"_s);
        return dialog && dialog->isVisible() ? dialog : nullptr;
    }

    FakeDesk desk{*this};
    std::unique_ptr<TabletsPage> page;
    QByteArray token;
};

} // namespace

class TabletsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTabletSaysHowItIs_data() { TestDatabase::addDialectRows(); }
    void everyTabletSaysHowItIs()
    {
        QFETCH(Dialect, dialect);
        TabletsRoom room(dialect);
        room.pair(u"A, silent"_s, {.queueLength = 17, .battery = {}, .version = {}});
        room.clock.advance(20min);
        room.pair(u"B, empty"_s, {.queueLength = 0, .battery = 0.12, .version = {}});
        room.pair(u"C, well"_s, {.queueLength = 3, .battery = 0.9, .version = u"1.1"_s});
        room.add(u"D, new"_s);
        room.devices.revoke(admin, room.pair(u"E, lost"_s).id).value();
        room.open();
        QTRY_COMPARE(room.names(), (QStringList{u"A, silent"_s, u"B, empty"_s, u"C, well"_s, u"D, new"_s}));
        QStringList states;
        for (int row = 0; row < 4; ++row)
            states.append(room.cell(row, TabletModel::State));
        QCOMPARE(states, (QStringList{u"Out of reach"_s, u"Battery low"_s, u"Online"_s, u"To pair"_s}));
        QCOMPARE(room.cell(0, TabletModel::Seen), u"20 min ago"_s);
        QCOMPARE(room.cell(0, TabletModel::Waiting), u"17"_s);
        QVERIFY(room.table()->model()->index(0, TabletModel::Waiting).data(cell::BoldRole).toBool());
        QVERIFY(!room.table()->model()->index(1, TabletModel::Waiting).data(cell::BoldRole).toBool());
        QVERIFY(room.table()->model()->index(0, TabletModel::Seen).data(Qt::ToolTipRole).toString().contains(u':'));
        QCOMPARE(room.cell(1, TabletModel::Battery), u"12%"_s);
        QCOMPARE(room.cell(3, TabletModel::Seen), u"never"_s);
        QCOMPARE(room.chip(u"viewActive"_s), u"Active 4"_s);
        QCOMPARE(room.chip(u"viewOutOfReach"_s), u"Out of reach 1"_s);
        QCOMPARE(room.chip(u"viewRevoked"_s), u"Revoked 1"_s);
    }

    void chipsChooseByArrows()
    {
        TabletsRoom room;
        room.pair(u"A"_s);
        room.devices.revoke(admin, room.pair(u"B"_s).id).value();
        room.open();
        QTRY_COMPARE(room.names(), QStringList{u"A"_s});
        QTest::keyClick(room.page.get(), Qt::Key_Slash);
        room.page->focusFilter();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_COMPARE(room.states()->state(), StateView::State::Empty); // all are in reach
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_COMPARE(room.names(), QStringList{u"B"_s});
        QVERIFY(!room.page->findChild<QPushButton *>(u"revokeTablet"_s)->isEnabled());
    }

    void nothingYetSaysWhatToDo()
    {
        TabletsRoom room;
        room.open();
        QTRY_COMPARE(room.states()->state(), StateView::State::Empty);
        QVERIFY(room.states()->emptyButton()->isVisible());
    }

    void aStoreThatDoesNotAnswerIsSaidAndTriedAgain()
    {
        TabletsRoom room;
        room.pair(u"A"_s);
        room.store.database().execute(u"ALTER TABLE devices RENAME TO devices_away"_s);
        room.open();
        QTRY_COMPARE(room.states()->state(), StateView::State::Error);
        room.store.database().execute(u"ALTER TABLE devices_away RENAME TO devices"_s);
        Q_EMIT room.states()->retry();
        QTRY_COMPARE(room.names(), QStringList{u"A"_s});
    }

    void whatATabletSaysIsSeenWithoutAKey()
    {
        TabletsRoom room;
        room.pair(u"A"_s, {.queueLength = 2, .battery = {}, .version = {}});
        room.open();
        QTRY_COMPARE(room.cell(0, TabletModel::Waiting), u"2"_s);
        room.table()->setFocus();
        room.clock.advance(1min);
        std::unique_ptr<QThread> other(QThread::create([&] { // as the server does
            room.devices.recordReport(
                room.devices.authenticate(room.token).value(), {.queueLength = 5, .battery = {}, .version = {}});
        }));
        other->start();
        QTRY_COMPARE(room.cell(0, TabletModel::Waiting), u"5"_s);
        QVERIFY(other->wait());
        QCOMPARE(room.table()->currentIndex().row(), 0);
        QVERIFY(room.table()->hasFocus());
    }

    void isRenamedAndMovedByKeys()
    {
        TabletsRoom room;
        const Device device = room.pair(u"A"_s);
        room.open();
        QTRY_COMPARE(room.names(), QStringList{u"A"_s});
        room.page->editCurrent(); // F2 of the window
        auto *dialog = openDialog<TabletDialog>(room.page.get());
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>(u"tabletName"_s);
        QCOMPARE(dialog->focusWidget(), name);
        typeText(name, u"Pédiatrie, couloir"_s);
        auto *ward = dialog->findChild<QComboBox *>(u"tabletWard"_s);
        ward->setFocus();
        QTest::keyClick(ward, Qt::Key_P);
        QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(room.names(), QStringList{u"Pédiatrie, couloir"_s});
        QCOMPARE(room.devices.find(admin, device.id)->ward, u"Pédiatrie"_s);
    }

    void aTabletWithoutANameIsNotSaved()
    {
        TabletsRoom room;
        room.pair(u"A"_s);
        room.open();
        QTRY_COMPARE(room.names(), QStringList{u"A"_s});
        room.page->editCurrent();
        auto *dialog = openDialog<TabletDialog>(room.page.get());
        QVERIFY(dialog);
        QTest::keyClick(dialog->findChild<QLineEdit *>(u"tabletName"_s), Qt::Key_Backspace);
        QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!dialog->findChild<QLineEdit *>(u"tabletName"_s)->accessibleDescription().isEmpty());
        QVERIFY(dialog->isVisible());
    }

    void isRevokedAtOnceAfterOneQuestionThatNamesIt()
    {
        TabletsRoom room;
        room.pair(u"Consultations, caisse"_s, {.queueLength = 17, .battery = {}, .version = {}});
        QVERIFY(room.devices.authenticate(room.token));
        room.open();
        QTRY_COMPARE(room.names().size(), 1);
        room.table()->setFocus();
        room.table()->selectRow(0);
        QTest::keyClick(room.table(), Qt::Key_Delete);
        QTRY_VERIFY(room.question());
        QVERIFY(room.question()->windowTitle().contains(u"Consultations, caisse"_s));
        QTest::keyClick(room.question(), Qt::Key_Escape);
        QTRY_VERIFY(!room.question());
        QVERIFY(room.devices.authenticate(room.token)); // nothing was agreed to
        QTest::keyClick(room.table(), Qt::Key_Delete);
        QTRY_VERIFY(room.question());
        QTest::keyClick(room.question()->findChild<QPushButton *>(u"yes"_s), Qt::Key_Space);
        QTRY_COMPARE(room.chip(u"viewRevoked"_s), u"Revoked 1"_s);
        QVERIFY(!room.devices.authenticate(room.token));
    }
};

QTEST_MAIN(TabletsTest)
#include "tst_tablets.moc"
