#include "tests/ui/deskprogram.h"

#include "app/services/feedbackservice.h"
#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"
#include "ui/frame/statusbar.h"
#include "ui/frame/topbar.h"
#include "ui/pages.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stateview.h"

#include <QListWidget>
#include <QTabBar>
#include <QTableView>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

QString describe(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *w = widget; w && path.size() < 4; w = w->parentWidget())
        path.prepend(QString::fromLatin1(w->metaObject()->className())
            + (w->objectName().isEmpty() ? QString() : u'#' + w->objectName()));
    return path.join(u" > "_s);
}

// What a screen reader would have nothing to say about.
QStringList nameless(const QWidget *top)
{
    QStringList found;
    for (const QWidget *widget : top->findChildren<QWidget *>()) {
        const bool reachable = widget->focusPolicy() & Qt::TabFocus && widget->isVisibleTo(top);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        // Parts of Qt's own controls (the editor inside a date field) speak through their owner.
        const bool ownPart = widget->objectName().startsWith(u"qt_"_s);
        if (reachable && !named && !ownPart)
            found.append(describe(widget));
    }
    return found;
}

// Two visible controls that want the same letter after Alt.
QStringList sharedMnemonics(const QWidget *top)
{
    QMap<QChar, QStringList> used;
    const auto note = [&](const QString &text) {
        const QKeySequence keys = QKeySequence::mnemonic(text);
        if (!keys.isEmpty())
            used[QChar(keys[0].key())].append(text);
    };
    for (const auto *button : top->findChildren<QAbstractButton *>()) {
        if (button->isVisibleTo(top))
            note(button->text());
    }
    for (const auto *label : top->findChildren<QLabel *>()) {
        if (label->isVisibleTo(top) && label->buddy())
            note(label->text());
    }
    for (const auto *tabs : top->findChildren<QTabBar *>()) {
        for (int i = 0; tabs->isVisibleTo(top) && i < tabs->count(); ++i)
            note(tabs->tabText(i));
    }
    QStringList shared;
    for (const QStringList &texts : std::as_const(used)) {
        if (texts.size() > 1)
            shared.append(texts.join(u" / "_s));
    }
    return shared;
}

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_program.makeStore() && m_program.signIn()); }

    void afterTheSignInTheArrowsWalkThroughTheList()
    {
        const auto *table = window()->currentPage()->findChild<QTableView *>();
        const auto *states = window()->currentPage()->findChild<StateView *>();
        const auto inList = [&] {
            return states == QApplication::focusWidget() || states->isAncestorOf(QApplication::focusWidget());
        };
        m_program.shell->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_program.shell.get()));
        QTRY_VERIFY(inList()); // the store is empty: its button to register somebody
        fillStore();
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 0);
    }

    void theFocusFollowsToThePageOfTheKey()
    {
        m_program.shell->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_program.shell.get()));
        for (int number = 1; number <= 6; ++number) {
            QTest::keyClick(m_program.shell.get(), Qt::Key(Qt::Key_0 + number), Qt::ControlModifier);
            const WindowPage *page = window()->currentPage();
            const auto onPage = [page] {
                const QWidget *focused = QApplication::focusWidget();
                return focused && (focused == page || page->isAncestorOf(focused));
            };
            QTRY_VERIFY2(onPage(), qPrintable(page->accessibleName()));
        }
    }

    // So the words of an open form need not change with the language.
    void theLanguageCannotChangeUnderAnOpenForm()
    {
        m_program.translator->choose(u"en"_s);
        m_program.shell->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_program.shell.get()));
        auto *language = m_program.shell->findChild<TopBar *>()->findChild<Segmented *>();
        const QPoint french(language->width() / 4, language->height() / 2);
        const QPoint inWindow = language->mapTo(m_program.shell.get(), french);
        for (const PageId id : {PageId::Patients, PageId::Feedback, PageId::Reminders, PageId::Users}) {
            window()->openPage(id)->createNew();
            QTRY_VERIFY(QApplication::activeModalWidget());
            QWidget *dialog = QApplication::activeModalWidget();
            QTest::mouseClick(m_program.shell->windowHandle(), Qt::LeftButton, {}, inWindow);
            QCOMPARE(m_program.translator->language(), u"en"_s);
            for (int i = 0; i < 60; ++i) {
                QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : dialog, Qt::Key_Tab);
                QVERIFY(!language->hasFocus());
            }
            dialog->close();
            QTRY_VERIFY(!QApplication::activeModalWidget());
        }
        QTest::mouseClick(m_program.shell->windowHandle(), Qt::LeftButton, {}, inWindow);
        QTRY_COMPARE(m_program.translator->language(), u"fr"_s); // the same click, with nothing open
        m_program.translator->choose(u"en"_s);
    }

    void everyControlOfEveryPageHasAName_data() { languages(); }
    void everyControlOfEveryPageHasAName()
    {
        QFETCH(QString, language);
        m_program.translator->choose(language);
        forEveryScreen([](const QWidget *screen, const QString &name) {
            const QStringList found = nameless(screen);
            QVERIFY2(found.isEmpty(), qPrintable(name + u": "_s + found.join(u"; "_s)));
        });
    }

    void lettersAfterAltAreUnique_data() { languages(); }
    void lettersAfterAltAreUnique()
    {
        QFETCH(QString, language);
        m_program.translator->choose(language);
        forEveryScreen([](const QWidget *screen, const QString &name) {
            const QStringList shared = sharedMnemonics(screen);
            QVERIFY2(shared.isEmpty(), qPrintable(name + u": "_s + shared.join(u"; "_s)));
        });
    }

    void controlAndANumberGoToPages()
    {
        m_program.shell->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_program.shell.get()));
        QTest::keyClick(m_program.shell.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window()->currentPage(), window()->openPage(PageId::Feedback));
        QTest::keyClick(m_program.shell.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(window()->currentPage(), window()->openPage(PageId::Patients));
    }

    void searchFindsPatientsPagesAndActions()
    {
        m_program.translator->choose(u"en"_s);
        const Result<Patient> patient
            = m_program.desktop->services().patients.create(Session::system(), {.name = u"Ebelle Ndolo, Grâce"_s});
        QVERIFY(patient.has_value());
        window()->openPage(PageId::About);
        m_program.shell->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_program.shell.get()));
        QTest::keyClick(m_program.shell.get(), Qt::Key_K, Qt::ControlModifier);
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(line);
        QTest::keyClicks(line, u"setti"_s);
        auto *hits = m_program.find<QListWidget>(u"searchHits"_s);
        QVERIFY(hits->isVisible());
        QCOMPARE(hits->item(0)->text(), u"Settings"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(window()->currentPage(), window()->openPage(PageId::Settings));
        QVERIFY(!hits->isVisible());

        QTest::keyClick(m_program.shell.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(line, u"grace ebe"_s);
        QTRY_COMPARE(hits->item(0)->text(), u"Ebelle Ndolo, Grâce"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(window()->currentPage(), window()->openPage(PageId::Patients));
    }

    void languageAndLightChangeWithoutRestart()
    {
        m_program.translator->choose(u"fr"_s);
        WindowPage *page = window()->openPage(PageId::Settings);
        QTRY_COMPARE(page->accessibleName(), u"Paramètres"_s);
        m_program.translator->choose(u"en"_s);
        QTRY_COMPARE(page->accessibleName(), u"Settings"_s);

        m_program.shell->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_program.shell.get()));
        const Scheme before = m_program.theme.scheme();
        QTest::keyClick(m_program.shell.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_program.theme.scheme() != before);
        QCOMPARE(schemeOf(page->palette()), m_program.theme.scheme());
        m_program.theme.toggle();
    }

    void statusBarSaysServerDatabaseAndQueue()
    {
        auto *bar = m_program.shell->findChild<StatusBar *>();
        QTRY_VERIFY(!bar->database()->words().isEmpty());
        QCOMPARE(bar->database()->light(), Light::Ok);
        QCOMPARE(bar->server()->light(), Light::Ok);
        QVERIFY2(bar->server()->words().contains(u"127.0.0.1"_s), qPrintable(bar->server()->words()));
        QTRY_COMPARE(bar->queue()->light(), Light::Ok);
    }

    void receptionSeesNeitherAdministrationNorFigures()
    {
        for (const PageEntry &entry : allPages()) {
            static const QList<PageId> forOthers{PageId::Dashboard, PageId::Tablets, PageId::TabletContent,
                PageId::Templates, PageId::Users, PageId::Settings};
            QCOMPARE(roleMay(Role::Reception, entry.permission), !forOthers.contains(entry.id));
        }
    }

private:
    MainWindow *window() const { return m_program.shell->session(); }

    // One record of each kind.
    void fillStore()
    {
        const Services services = m_program.desktop->services();
        const Session system = Session::system();
        const Result<Patient> patient = services.patients.create(
            system, {.name = u"Fokou Talla, Hervé"_s, .phoneNumber = u"+237655123456"_s, .consent = {}});
        QVERIFY(patient);
        FeedbackDraft feedback{.patient = patient->id, .ward = u"Maternité"_s, .comments = u"Merci"_s};
        feedback.ratings.overallExperience = 4;
        QVERIFY(services.feedback.submit(system, feedback));
        ReminderDraft reminder;
        reminder.patient = patient->id;
        reminder.message = u"Rendez-vous lundi a 9 h 30."_s;
        reminder.scheduledTime = QDateTime::currentDateTimeUtc().addDays(3);
        QVERIFY(services.reminders.schedule(system, reminder));
    }

    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("French") << u"fr"_s;
        QTest::newRow("English") << u"en"_s;
    }

    void forEveryScreen(const std::function<void(const QWidget *, const QString &)> &look)
    {
        for (const PageEntry &entry : allPages()) {
            if (entry.occasion == PageOccasion::Drill)
                continue; // tst_drill looks at it
            WindowPage *page = window()->openPage(entry.id);
            QVERIFY(page);
            QTest::qWait(150);
            const QString name = page->accessibleName();
            if (auto *table = page->findChild<QTableView *>(); table && table->model()->rowCount() > 0) {
                table->selectRow(0); // its record has controls of its own
                QTest::qWait(150);
            }
            look(m_program.shell.get(), name);
            if (auto *tabs = page->findChild<QTabBar *>()) {
                for (int i = 0; i < tabs->count(); ++i) {
                    tabs->setCurrentIndex(i);
                    look(m_program.shell.get(), u"%1, tab %2"_s.arg(name).arg(i));
                }
            }
            page->createNew();
            QTest::qWait(150);
            if (QWidget *dialog = QApplication::activeModalWidget()) {
                look(dialog, name + u", new"_s);
                dialog->close();
                QTest::qWait(50);
            }
        }
    }

    DeskProgram m_program;
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
