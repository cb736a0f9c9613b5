#include "tests/ui/deskprogram.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"

#include <QScreen>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class LoginTest : public QObject
{
    Q_OBJECT

    static void tryPassword(const DeskProgram &program, const QString &password)
    {
        auto *field = program.find<QLineEdit>(u"password"_s);
        field->clear();
        QTest::keyClicks(field, password);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(
            !program.find<Button>(u"enter"_s) || !program.find<Button>(u"enter"_s)->isBusy(), 15'000);
    }

private Q_SLOTS:
    void rightPasswordOpensTheWindow()
    {
        DeskProgram program;
        QVERIFY(program.makeStore());
        QVERIFY(program.signIn());
        QVERIFY(program.shell->session()->currentPage());
        QCOMPARE(program.preferences.value(u"window/lastUser"_s).toString(), u"c.mbeng"_s);
        QTRY_VERIFY(program.shell->session()->currentPage()->isAncestorOf(program.shell->focusWidget()));
    }

    void theFirstWindowFitsOnTheScreen()
    {
        DeskProgram program;
        const Shell shell(*program.desktop, program.preferences, program.theme, *program.translator);
        QVERIFY2(
            shell.height() < shell.screen()->availableSize().height(), qPrintable(QString::number(shell.height())));
    }

    void wrongPasswordIsSaidAndWiped()
    {
        DeskProgram program;
        QVERIFY(program.makeStore());
        program.openWindow();
        QVERIFY(program.waitFor<QLineEdit>(u"password"_s));
        QTest::keyClicks(program.find<QLineEdit>(u"username"_s), u"c.mbeng"_s);
        tryPassword(program, u"not the password"_s);
        QVERIFY(program.waitFor<Banner>(u"problem"_s));
        QVERIFY2(program.find<Banner>(u"problem"_s)->accessibleName().contains(u"wrong"_s),
            qPrintable(program.find<Banner>(u"problem"_s)->accessibleName()));
        QVERIFY(program.find<QLineEdit>(u"password"_s)->text().isEmpty());
        QVERIFY(!program.shell->session());
    }

    void emptyFieldsAreAskedFor()
    {
        DeskProgram program;
        QVERIFY(program.makeStore());
        program.openWindow();
        QVERIFY(program.waitFor<QLineEdit>(u"password"_s));
        QTest::keyClick(program.find<QPushButton>(u"enter"_s), Qt::Key_Space);
        QVERIFY(!program.find<QLineEdit>(u"username"_s)->accessibleDescription().isEmpty());
        QVERIFY(!program.find<QLineEdit>(u"password"_s)->accessibleDescription().isEmpty());
    }

    void tooManyTriesWaitAndCountDown()
    {
        DeskProgram program;
        QVERIFY(program.makeStore());
        program.openWindow();
        QVERIFY(program.waitFor<QLineEdit>(u"password"_s));
        QTest::keyClicks(program.find<QLineEdit>(u"username"_s), u"c.mbeng"_s);
        auto *enter = program.find<Button>(u"enter"_s);
        for (int attempt = 0; attempt < 12 && enter->isEnabled(); ++attempt)
            tryPassword(program, u"wrong password %1"_s.arg(attempt));
        QVERIFY2(!enter->isEnabled(), "locked after five tries");
        const QString words = program.find<Banner>(u"problem"_s)->accessibleName();
        QVERIFY2(words.contains(u"wait"_s), qPrintable(words));
        QTRY_VERIFY_WITH_TIMEOUT(enter->isEnabled(), 15'000); // the first wait is short
    }

    void signOutGoesBackToTheSignIn()
    {
        DeskProgram program;
        QVERIFY(program.makeStore());
        QVERIFY(program.signIn());
        Q_EMIT program.shell->session()->signedOut();
        QVERIFY(program.waitFor<QLineEdit>(u"password"_s));
        QVERIFY(!program.shell->session());
        QCOMPARE(program.find<QLineEdit>(u"username"_s)->text(), u"c.mbeng"_s);
    }
};

QTEST_MAIN(LoginTest)
#include "tst_login.moc"
