#include "tests/ui/deskprogram.h"

#include "app/services/patientservice.h"
#include "ui/frame/statusbar.h"
#include "ui/patients/patientpane.h"
#include "ui/theme/type.h"
#include "ui/widgets/tableview.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTemporaryFile>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr int ringOfFocus = 3; // beside a main button, which a layout may let lie outside

// Texts that have less room than they need. Labels that break lines, and what a scroll area holds, find their room.
QStringList cut(const QWidget *top)
{
    QStringList found;
    for (const auto *button : top->findChildren<QPushButton *>()) {
        if (button->isVisibleTo(top) && !button->text().isEmpty()
            && button->width() < button->minimumSizeHint().width() - ringOfFocus)
            found.append(u"button %1: %2 of %3"_s.arg(button->text())
                             .arg(button->width())
                             .arg(button->minimumSizeHint().width()));
    }
    for (const auto *label : top->findChildren<QLabel *>()) {
        if (label->isVisibleTo(top) && !label->wordWrap() && label->height() < label->sizeHint().height() - 1)
            found.append(
                u"label %1: %2 of %3 high"_s.arg(label->text()).arg(label->height()).arg(label->sizeHint().height()));
    }
    for (const auto *line : top->findChildren<QLineEdit *>()) {
        if (line->isVisibleTo(top) && line->objectName() != "qt_spinbox_lineedit"_L1
            && line->height() < line->fontMetrics().height() + 4)
            found.append(u"field %1: %2 high"_s.arg(line->accessibleName()).arg(line->height()));
    }
    return found;
}

// Whether the scroll area above it lets a person reach what is out of view.
bool scrolls(const QWidget *widget, const QWidget *top)
{
    for (const QWidget *above = widget->parentWidget(); above && above != top; above = above->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(above))
            return true;
    }
    return false;
}

// Words and buttons that stick out of `top`, or lie on each other.
QStringList outside(const QWidget *top)
{
    QStringList found;
    QList<std::pair<QRect, QString>> places;
    const auto look = [&](const QWidget *widget, const QString &words) {
        if (!widget->isVisibleTo(top) || words.isEmpty() || scrolls(widget, top))
            return;
        const QRect place(widget->mapTo(top, QPoint()), widget->size());
        if (!top->rect().contains(place))
            found.append(u"%1 is out of view"_s.arg(words));
        for (const auto &[other, its] : std::as_const(places)) {
            if (other.intersects(place))
                found.append(u"%1 lies on %2"_s.arg(words, its));
        }
        places.append({place, words});
    };
    for (const auto *button : top->findChildren<QAbstractButton *>())
        look(button, button->text());
    for (const auto *label : top->findChildren<QLabel *>()) {
        look(label, label->text());
        const bool whole = label->wordWrap() || label->width() >= label->sizeHint().width();
        if (label->isVisibleTo(top) && !scrolls(label, top) && !label->text().isEmpty() && !whole)
            found.append(u"%1: %2 of %3 wide"_s.arg(label->text()).arg(label->width()).arg(label->sizeHint().width()));
    }
    for (const auto *light : top->findChildren<StatusLight *>()) {
        if (light->width() < light->sizeHint().width())
            found.append(
                u"status %1: %2 of %3"_s.arg(light->words()).arg(light->width()).arg(light->sizeHint().width()));
    }
    return found;
}

} // namespace

// Text twice as large as usual, on a window of usual size.
class LargeTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(QFontMetrics(fontFor(TextRole::Body)).height() > 30, "the text is not twice as large");
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("French") << u"fr"_s;
        QTest::newRow("English") << u"en"_s;
    }
    void nothingIsCut()
    {
        QFETCH(QString, language);
        DeskProgram program(language);
        QVERIFY(program.makeStore() && program.signIn());
        for (const PageId id : {PageId::Users, PageId::Tablets, PageId::Settings, PageId::About}) {
            WindowPage *page = program.shell->session()->openPage(id);
            QTest::qWait(200);
            QStringList found = cut(page);
            QVERIFY2(found.isEmpty(), qPrintable(page->accessibleName() + u": "_s + found.join(u"; "_s)));
            page->createNew();
            QTest::qWait(100);
            if (QWidget *dialog = QApplication::activeModalWidget()) {
                found = cut(dialog);
                QVERIFY2(found.isEmpty(), qPrintable(page->accessibleName() + u", new: "_s + found.join(u"; "_s)));
                QVERIFY2(dialog->height() <= program.shell->height() && dialog->width() <= program.shell->width(),
                    "larger than the window");
                dialog->close();
            }
        }
    }

    void listsHaveRoom_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const QString &language : {u"fr"_s, u"en"_s}) {
            for (const QSize size : {QSize(1280, 720), QSize(1440, 900)})
                QTest::addRow("%s %d", qPrintable(language), size.width()) << language << size;
        }
    }
    void listsHaveRoom()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        DeskProgram program(language);
        QVERIFY(program.makeStore());
        QVERIFY(program.desktop->services().patients.create(Session::system(), {.name = u"Ebelle Ndolo, Grâce"_s}));
        QVERIFY(program.signIn());
        program.shell->resize(size);
        for (const PageId id :
            {PageId::Patients, PageId::Feedback, PageId::Reminders, PageId::Templates, PageId::Users}) {
            WindowPage *page = program.shell->session()->openPage(id);
            QTest::qWait(400);
            const QStringList found = cut(page) + outside(page) + outside(program.shell->session());
            QVERIFY2(found.isEmpty(), qPrintable(page->accessibleName() + u": "_s + found.join(u"; "_s)));
            QCOMPARE(page->findChild<TableView *>()->horizontalScrollBar()->maximum(), 0);
        }
    }

    void theWordsOfATemplateAreAPageOfTheirOwn()
    {
        DeskProgram program;
        QVERIFY(program.makeStore() && program.signIn());
        program.shell->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(program.shell.get()));
        WindowPage *page = program.shell->session()->openPage(PageId::Templates);
        auto *table = page->findChild<TableView *>();
        auto *words = page->findChild<QPlainTextEdit *>(u"templateText"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        QTRY_VERIFY(table->hasFocus());
        QVERIFY(!words->isVisible());
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(words->hasFocus());
        QVERIFY(!table->isVisible());
        QTest::qWait(400); // the preview
        const QStringList found = cut(page) + outside(page);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u"; "_s)));
        QTest::keyClick(words, Qt::Key_Escape);
        QTRY_VERIFY(table->hasFocus());
    }

    void theRecordIsAPageOfItsOwn()
    {
        DeskProgram program;
        QVERIFY(program.makeStore());
        const Result<Patient> patient
            = program.desktop->services().patients.create(Session::system(), {.name = u"Ebelle Ndolo, Grâce"_s});
        QVERIFY(patient && program.signIn());
        program.shell->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(program.shell.get()));
        WindowPage *page = program.shell->session()->openPage(PageId::Patients);
        auto *table = page->findChild<TableView *>();
        auto *pane = page->findChild<PatientPane *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_VERIFY(table->hasFocus());
        QVERIFY(!pane->isVisible());
        QTest::keyClick(table, Qt::Key_Down);
        QVERIFY(table->isVisible()); // walking through the list goes on
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(pane->isVisible());
        QVERIFY(!table->isVisible());
        QTest::qWait(200);
        const QStringList found = cut(page) + outside(page);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u"; "_s)));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(table->isVisible());
        QVERIFY(!pane->isVisible());
        QTRY_VERIFY(table->hasFocus());

        program.shell->session()->openPage(PageId::About);
        program.shell->session()->goTo({PageId::Patients, patient->id, Destination::Show});
        QTRY_VERIFY(pane->isVisible());
        program.shell->resize(2400, 1200);
        QTRY_VERIFY(table->isVisible() && pane->isVisible());
    }

    void firstRunScrolls()
    {
        DeskProgram program;
        program.openWindow();
        QVERIFY(program.waitFor<QLineEdit>(u"hospitalName"_s));
        QTest::qWait(300);
        const QStringList found = cut(program.shell.get());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u"; "_s)));
        QVERIFY(program.find<QPushButton>(u"open"_s)->isVisible());
        const QRect button(program.find<QPushButton>(u"open"_s)->mapTo(program.shell.get(), QPoint()),
            program.find<QPushButton>(u"open"_s)->size());
        QVERIFY(program.shell->rect().contains(button));
    }
};

int main(int argc, char **argv)
{
    // A screen of 192 dots per inch that scales nothing but text.
    QTemporaryFile screen;
    if (!screen.open())
        return 1;
    screen.write(
        R"({"screens": [{"name": "large", "x": 0, "y": 0, "width": 1920, "height": 1200, "logicalDpi": 192, "dpr": 1}]})");
    screen.close();
    qputenv("QT_ENABLE_HIGHDPI_SCALING", "0");
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screen.fileName().toUtf8());
    QApplication application(argc, argv);
    LargeTextTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_largetext.moc"
