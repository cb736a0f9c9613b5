#include "app/services/drillservice.h"
#include "tests/ui/deskprogram.h"
#include "ui/drill/drillbanner.h"
#include "ui/pages.h"
#include "ui/widgets/listbox.h"

#include <QLabel>
#include <QSlider>
#include <QTableView>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class DrillTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_program.openWindow();
        // Filling the store takes its time; nobody has to sign in.
        QTRY_VERIFY_WITH_TIMEOUT(m_program.shell->session(), 120'000);
    }

    void theBannerIsAboveEveryPage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("said");
        QTest::newRow("French") << u"fr"_s << u"EXERCICE"_s << u"EXERCICE – rien n’est envoyé"_s;
        QTest::newRow("English") << u"en"_s << u"DRILL"_s << u"DRILL – nothing is sent"_s;
    }
    void theBannerIsAboveEveryPage()
    {
        QFETCH(QString, language);
        QFETCH(QString, mark);
        QFETCH(QString, said);
        m_program.translator->choose(language);
        QTRY_VERIFY(m_program.shell->windowTitle().startsWith(mark)); // the change of language is an event
        const auto *banner = m_program.find<DrillBanner>(u"drillBanner"_s);
        QVERIFY(banner);
        QVERIFY(banner->accessibleName().startsWith(said)); // what a screen reader reads
        QCOMPARE(banner->findChildren<QLabel *>().first()->text(), said);
        int pages = 0;
        for (const PageEntry &entry : allPages()) {
            const WindowPage *page = m_program.shell->session()->openPage(entry.id);
            QVERIFY(page);
            QTRY_VERIFY(page->isVisible());
            QVERIFY2(banner->isVisible() && banner->width() > m_program.shell->width() - 20, entry.title);
            const int bottom = banner->mapTo(m_program.shell.get(), QPoint(0, banner->height())).y();
            QVERIFY2(page->mapTo(m_program.shell.get(), QPoint()).y() >= bottom, entry.title);
            ++pages;
        }
        QVERIFY(pages >= 8);
    }

    void theFrameHasTheColourOfADrillInLightAndDark()
    {
        for (const SchemeChoice choice : {SchemeChoice::Dark, SchemeChoice::Light}) {
            m_program.theme.choose(choice);
            QCoreApplication::processEvents();
            const Colors &c = colorsFor(choice == SchemeChoice::Dark ? Scheme::Dark : Scheme::Light);
            const QImage picture = m_program.shell->grab().toImage();
            const int middle = picture.height() / 2;
            QCOMPARE(picture.pixelColor(1, middle), c.drill);
            QCOMPARE(picture.pixelColor(picture.width() - 2, middle), c.drill);
            QCOMPARE(picture.pixelColor(picture.width() / 2, picture.height() - 2), c.drill);
            const QWidget *page = m_program.shell->session()->currentPage();
            QCOMPARE(picture.pixelColor(page->mapTo(m_program.shell.get(), QPoint(4, page->height() / 2))), c.window);
        }
    }

    void theDialTurnsByKeyboard()
    {
        openDrillPage();
        auto *fault = m_program.find<ListBox>(u"drillFault"_s);
        auto *percent = m_program.find<QSlider>(u"drillPercent"_s);
        QVERIFY(!fault->accessibleName().isEmpty() && !percent->accessibleName().isEmpty());
        QTest::keyClick(m_program.shell.get(), Qt::Key_Slash);
        QTRY_VERIFY(fault->hasFocus());
        QTest::keyClick(fault, Qt::Key_Down);
        QTest::keyClick(fault, Qt::Key_Tab);
        QTRY_VERIFY(percent->hasFocus());
        QTest::keyClick(percent, Qt::Key_PageDown);
        QTest::keyClick(percent, Qt::Key_Left);
        QTRY_COMPARE(dial(), (DrillDial{DrillFault::Busy, 70}));
        QTest::qWait(2500); // what is read every second does not turn it back
        QCOMPARE(percent->value(), 70);
        QTest::keyClick(percent, Qt::Key_End);
        fault->setFocus();
        QTest::keyClick(fault, Qt::Key_Home);
        QTRY_COMPARE(dial(), (DrillDial{DrillFault::None, 100}));
    }

    void remindersThatAreMadeDueAppearInTheList()
    {
        openDrillPage();
        QTest::keyClick(m_program.shell.get(), Qt::Key_N, Qt::ControlModifier);
        auto *messages = m_program.find<QTableView>(u"drillMessages"_s);
        // Of twenty; the invented year has found out that some of the numbers do not work, and those get none.
        QTRY_VERIFY_WITH_TIMEOUT(messages->model()->rowCount() >= 15, 30'000);
    }

    void sendingCanBeStopped()
    {
        openDrillPage();
        auto *stop = m_program.find<QPushButton>(u"stopSending"_s);
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY(!stop->isEnabled());
        const QDateTime until = state().stoppedUntil;
        QVERIFY(until > QDateTime::currentDateTimeUtc().addSecs(90));
    }

    void theBannerStaysWhenNobodyIsSignedIn()
    {
        Q_EMIT m_program.shell->session()->signedOut();
        QVERIFY(m_program.waitFor<QLineEdit>(u"password"_s));
        QVERIFY(m_program.find<DrillBanner>(u"drillBanner"_s)->isVisible());
    }

    void inEarnestThereIsNothingOfIt()
    {
        DeskProgram desk;
        QVERIFY(desk.makeStore() && desk.signIn());
        QVERIFY(!desk.find<DrillBanner>(u"drillBanner"_s));
        QVERIFY(!desk.desktop->drill());
        QVERIFY(!desk.shell->session()->openPage(PageId::Drill));
        QVERIFY(desk.shell->windowTitle().startsWith(u"Accueil"_s));
        desk.shell->session()->openPage(PageId::About);
        QVERIFY(desk.waitFor<QPushButton>(u"startDrill"_s));
        m_program.shell->raise();
    }

private:
    void openDrillPage()
    {
        m_program.shell->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_program.shell.get()));
        m_program.shell->session()->openPage(PageId::Drill);
        QTRY_VERIFY(m_program.find<ListBox>(u"drillFault"_s) && m_program.find<ListBox>(u"drillFault"_s)->isVisible());
    }
    DrillState state() const { return m_program.desktop->drill()->state(Session::system()).value(); }
    DrillDial dial() const { return state().dial; }

    DeskProgram m_program{u"en"_s, DeskProgram::Run::Drill};
};

QTEST_MAIN(DrillTest)
#include "tst_drill.moc"
