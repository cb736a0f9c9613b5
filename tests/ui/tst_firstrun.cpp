#include "tests/support/testdatabase.h"
#include "tests/ui/deskprogram.h"

#include "app/services/settingsservice.h"
#include "ui/firstrun/keypanel.h"
#include "ui/firstrun/keysection.h"
#include "ui/widgets/button.h"

#include <QCheckBox>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

void fillIn(const DeskProgram &program)
{
    QTest::keyClicks(program.find<QLineEdit>(u"hospitalName"_s), u"Hopital de Bonanjo"_s);
    QTest::keyClicks(program.find<QLineEdit>(u"adminName"_s), u"c.mbeng"_s);
    QTest::keyClicks(program.find<QLineEdit>(u"adminPassword"_s), program.password);
    QTest::keyClicks(program.find<QLineEdit>(u"adminPasswordAgain"_s), program.password);
}

QStringList shownKey(const DeskProgram &program)
{
    return program.shell->findChild<KeyPanel *>()->accessibleDescription().split(u' ');
}

void press(QWidget *button)
{
    QTest::keyClick(button, Qt::Key_Space);
}

// Types the two groups that are asked for; their fields say which.
void copyGroups(const DeskProgram &program, const QStringList &key)
{
    for (const QString &name : {u"group0"_s, u"group1"_s}) {
        auto *field = program.find<QLineEdit>(name);
        QTest::keyClicks(field, key.at(field->placeholderText().toInt() - 1).toLower());
    }
}

} // namespace

class FirstRunTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensTheProgramByKeyboard()
    {
        DeskProgram program;
        program.openWindow();
        QVERIFY(program.waitFor<QLineEdit>(u"hospitalName"_s));
        QVERIFY(!program.find<QPushButton>(u"makeKey"_s)->isEnabled());
        fillIn(program);
        QVERIFY(program.find<QPushButton>(u"makeKey"_s)->isEnabled());
        press(program.find<QPushButton>(u"makeKey"_s));
        QVERIFY(program.waitFor<QPushButton>(u"printKey"_s));
        auto *open = program.find<QPushButton>(u"open"_s);
        QVERIFY(!open->isEnabled());

        const QStringList key = shownKey(program);
        QCOMPARE(key.size(), 8);
        copyGroups(program, key);
        QVERIFY2(!open->isEnabled(), "nobody said that the key is kept");
        press(program.find<QCheckBox>(u"keyStored"_s));
        QVERIFY(open->isEnabled());
        press(open);
        QTRY_VERIFY_WITH_TIMEOUT(program.shell->session(), 15'000);

        QCOMPARE(program.desktop->services().settings.current().name, u"Hopital de Bonanjo"_s);
        const Result<Session> who
            = program.desktop->services().accounts.checkPassword(u"c.mbeng"_s, program.password, {});
        QVERIFY(who.has_value());
        QCOMPARE(who->role, Role::Admin);
        QVERIFY(program.shell->windowTitle().contains(u"Bonanjo"_s));
    }

    void wrongGroupIsNamed()
    {
        DeskProgram program;
        program.openWindow();
        QVERIFY(program.waitFor<QLineEdit>(u"hospitalName"_s));
        fillIn(program);
        press(program.find<QPushButton>(u"makeKey"_s));
        QVERIFY(program.waitFor<QPushButton>(u"printKey"_s));
        auto *field = program.find<QLineEdit>(u"group0"_s);
        const int number = field->placeholderText().toInt();
        QString wrong = shownKey(program).at(number - 1);
        wrong[3] = wrong.at(3) == u'A' ? u'B' : u'A';
        QTest::keyClicks(field, wrong);
        QVERIFY2(field->accessibleDescription().contains(u"4"_s), qPrintable(field->accessibleDescription()));
        QVERIFY(field->accessibleDescription().contains(QString::number(number)));
    }

    void weakOrDifferentPasswordsKeepTheKeyAway()
    {
        DeskProgram program;
        program.openWindow();
        QVERIFY(program.waitFor<QLineEdit>(u"hospitalName"_s));
        fillIn(program);
        auto *again = program.find<QLineEdit>(u"adminPasswordAgain"_s);
        QTest::keyClicks(again, u"x"_s);
        QVERIFY(!program.find<QPushButton>(u"makeKey"_s)->isEnabled());
        QTest::keyClick(again, Qt::Key_Backspace);
        QVERIFY(program.find<QPushButton>(u"makeKey"_s)->isEnabled());
        for (const QString &name : {u"adminPassword"_s, u"adminPasswordAgain"_s})
            program.find<QLineEdit>(name)->setText(u"kurz"_s);
        QVERIFY(!program.find<QPushButton>(u"makeKey"_s)->isEnabled());
    }

    void keyIsSavedAsAFileForTheOwnerOnly()
    {
        DeskProgram program;
        program.openWindow();
        QVERIFY(program.waitFor<QLineEdit>(u"hospitalName"_s));
        fillIn(program);
        press(program.find<QPushButton>(u"makeKey"_s));
        QVERIFY(program.waitFor<QPushButton>(u"printKey"_s));
        const QString file = program.folder.filePath(u"key.pdf"_s);
        program.shell->findChild<KeySection *>()->saveTo(file);
        QTRY_VERIFY(QFileInfo(file).size() > 1000);
        QTRY_VERIFY(!program.find<Button>(u"saveKey"_s)->isBusy());
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5) == "%PDF-");
        QVERIFY(!(pdf.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void brokenOffFirstRunBeginsAgainWithANewKey()
    {
        DeskProgram program;
        QCOMPARE(program.desktop->openStore().value(), StoreState::New);
        const QStringList lost = program.desktop->makeStore().value();
        program.stop();

        program.start();
        program.openWindow();
        QVERIFY(program.waitFor<QLineEdit>(u"hospitalName"_s));
        fillIn(program);
        QVERIFY2(!program.find<QAbstractButton>(u"placeThisDesk"_s)->isEnabled(), "the data are there already");
        press(program.find<QPushButton>(u"makeKey"_s));
        QVERIFY(program.waitFor<QPushButton>(u"printKey"_s));
        const QStringList key = shownKey(program);
        QVERIFY(key != lost);
        copyGroups(program, key);
        press(program.find<QCheckBox>(u"keyStored"_s));
        press(program.find<QPushButton>(u"open"_s));
        QTRY_VERIFY_WITH_TIMEOUT(program.shell->session(), 15'000);
    }

    void recoveryKeyLetsADeskWithoutKeyIn()
    {
        DeskProgram program;
        QCOMPARE(program.desktop->openStore().value(), StoreState::New);
        const QStringList key = program.desktop->makeStore().value();
        UserDraft admin;
        admin.username = u"c.mbeng"_s;
        admin.password = program.password;
        admin.role = Role::Admin;
        QVERIFY(program.desktop->services().accounts.registerUser(std::nullopt, admin));
        program.stop();
        QVERIFY(QFile::remove(program.folder.filePath(u"keys/accueil.key"_s)));

        program.start();
        program.openWindow();
        QVERIFY(program.waitFor<QLineEdit>(u"recoveryKey"_s));
        auto *field = program.find<QLineEdit>(u"recoveryKey"_s);
        QTest::keyClicks(field, u"AAAA-BBBB"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!field->accessibleDescription().isEmpty());
        field->clear();
        QTest::keyClicks(field, key.join(u' ').toLower());
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(program.waitFor<QLineEdit>(u"password"_s));
        QVERIFY(QFile::exists(program.folder.filePath(u"keys/accueil.key"_s)));
    }

    void serverThatDoesNotAnswerIsSaid()
    {
        DeskProgram program;
        program.openWindow();
        QVERIFY(program.waitFor<QLineEdit>(u"hospitalName"_s));
        press(program.find<QAbstractButton>(u"placeServer"_s));
        auto *host = program.find<QLineEdit>(u"serverHost"_s);
        QVERIFY(host->isVisible());
        QTest::keyClicks(host, u"127.0.0.1"_s);
        program.find<QLineEdit>(u"serverPort"_s)->setText(u"1"_s); // nobody listens there
        press(program.find<QPushButton>(u"serverConnect"_s));
        QVERIFY(program.waitFor<QWidget>(u"serverAnswer"_s));
        fillIn(program);
        QVERIFY(!program.find<QPushButton>(u"makeKey"_s)->isEnabled());
    }

    void dataOnAPostgresqlServerAreRemembered()
    {
        const QUrl server(qEnvironmentVariable("ACCUEIL_TEST_POSTGRESQL"));
        QVERIFY2(
            server.isValid() && !server.host().isEmpty(), "ACCUEIL_TEST_POSTGRESQL names the PostgreSQL for tests");
        const TestDatabase empty(Dialect::PostgreSql, TestDatabase::Schema::None);
        const QUrl database(empty.url());
        DeskProgram program;
        program.openWindow();
        QVERIFY(program.waitFor<QLineEdit>(u"hospitalName"_s));
        fillIn(program);
        press(program.find<QAbstractButton>(u"placeServer"_s));
        program.find<QLineEdit>(u"serverHost"_s)->setText(database.host());
        program.find<QLineEdit>(u"serverPort"_s)->setText(QString::number(database.port(5432)));
        program.find<QLineEdit>(u"serverName"_s)->setText(database.path().mid(1));
        program.find<QLineEdit>(u"serverUser"_s)->setText(database.userName());
        program.find<QLineEdit>(u"serverPassword"_s)->setText(database.password());
        press(program.find<QPushButton>(u"serverConnect"_s));
        QTRY_VERIFY_WITH_TIMEOUT(program.find<QPushButton>(u"makeKey"_s)->isEnabled(), 15'000);
        press(program.find<QPushButton>(u"makeKey"_s));
        QVERIFY(program.waitFor<QPushButton>(u"printKey"_s));
        QFile file(program.folder.filePath(u".env"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("DATABASE_URL='postgresql://"));
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        program.stop();
    }
};

QTEST_MAIN(FirstRunTest)
#include "tst_firstrun.moc"
