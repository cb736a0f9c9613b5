#include "tests/ui/pageroom.h"

#include "ui/users/userdialog.h"
#include "ui/users/usermodel.h"
#include "ui/users/userspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/tableview.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"manguier tambour pirogue"_s;

struct UsersRoom : PageRoom
{
    UsersRoom()
    {
        UserDraft draft;
        draft.username = u"chef"_s;
        draft.password = password;
        draft.role = Role::Admin;
        admin = accounts.registerUser(std::nullopt, draft).value();
        PageContext its = context(Role::Admin);
        its.session = Session{admin.id, admin.username, admin.role};
        page = std::make_unique<UsersPage>(its);
        page->resize(1100, 700);
        page->show();
        waitForRows(1);
    }
    ~UsersRoom()
    {
        page.reset();
        backgroundPool().waitForDone();
    }
    bool waitForRows(int count)
    {
        return QTest::qWaitFor([&] { return table()->model()->rowCount() == count; }, 10'000);
    }
    TableView *table() { return page->findChild<TableView *>(u"users"_s); }
    QString state(int row) { return table()->model()->index(row, UserModel::State).data().toString(); }

    User admin;
    std::unique_ptr<UsersPage> page;
};

} // namespace

class UsersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addsAnAccountByKeyboard()
    {
        UsersRoom room;
        room.page->createNew();
        auto *dialog = openDialog<UserDialog>(room.page.get());
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"username"_s), u"m.bata"_s);
        auto *role = dialog->findChild<ListBox *>(u"role"_s);
        role->setFocus();
        QTest::keyClick(role, Qt::Key_Down);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"newPassword"_s), password);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
        QVERIFY(room.waitForRows(2));
        const Result<Session> who = room.accounts.checkPassword(u"m.bata"_s, password, {});
        QVERIFY(who.has_value());
        QCOMPARE(who->role, Role::Manager);
    }

    void wrongFieldsAreNamedAndTheDialogStays()
    {
        UsersRoom room;
        room.page->createNew();
        auto *dialog = openDialog<UserDialog>(room.page.get());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"username"_s), u"Mireille Bata"_s);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!dialog->findChild<QLineEdit *>(u"username"_s)->accessibleDescription().isEmpty());
        QVERIFY(!dialog->findChild<QLineEdit *>(u"newPassword"_s)->accessibleDescription().isEmpty());
        QVERIFY(dialog->isVisible());
        QCOMPARE(room.table()->model()->rowCount(), 1);
    }

    void disablesAfterAQuestionAndEnablesAgain()
    {
        UsersRoom room;
        UserDraft draft;
        draft.username = u"m.bata"_s;
        draft.password = password;
        QVERIFY(room.accounts.registerUser(Session{room.admin.id, room.admin.username, Role::Admin}, draft));
        room.page->refresh();
        QVERIFY(room.waitForRows(2));
        room.table()->selectRow(1);
        QCOMPARE(room.table()->model()->index(1, 0).data().toString(), u"m.bata"_s);
        QTest::keyClick(room.page->findChild<QPushButton *>(u"switchUser"_s), Qt::Key_Space);
        QDialog *question = nullptr;
        QTRY_VERIFY((question = room.page->findChild<QDialog *>(u"question"_s)) && question->isVisible());
        QVERIFY(question->windowTitle().contains(u"m.bata"_s));
        QTest::keyClick(question->findChild<QPushButton *>(u"yes"_s), Qt::Key_Space);
        QTRY_COMPARE(room.state(1), u"Disabled"_s);
        QVERIFY(!room.accounts.checkPassword(u"m.bata"_s, password, {}));
        QTRY_VERIFY(room.page->isEnabled());
        QTest::keyClick(room.page->findChild<QPushButton *>(u"switchUser"_s), Qt::Key_Space);
        QTRY_COMPARE(room.state(1), u"Active"_s);
    }

    void lastAdministratorStays()
    {
        UsersRoom room;
        QTest::keyClick(room.page->findChild<QPushButton *>(u"switchUser"_s), Qt::Key_Space);
        QDialog *question = nullptr;
        QTRY_VERIFY((question = room.page->findChild<QDialog *>(u"question"_s)) && question->isVisible());
        QTest::keyClick(question->findChild<QPushButton *>(u"yes"_s), Qt::Key_Space);
        QTRY_VERIFY(room.page->findChild<QWidget *>(u"usersProblem"_s)->isVisible());
        QCOMPARE(room.state(0), u"Active"_s);
    }

    void unsavedWorkIsAskedFor()
    {
        UsersRoom room;
        room.page->createNew();
        QPointer<UserDialog> dialog = openDialog<UserDialog>(room.page.get());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"username"_s), u"m"_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QDialog *question = nullptr;
        QTRY_VERIFY((question = dialog->findChild<QDialog *>(u"question"_s)) && question->isVisible());
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(dialog && dialog->isVisible());
    }
};

QTEST_MAIN(UsersTest)
#include "tst_users.moc"
