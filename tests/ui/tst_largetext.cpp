#include "tests/ui/deskprogram.h"

#include "ui/theme/type.h"

#include <QLabel>
#include <QScrollArea>
#include <QTabBar>
#include <QTemporaryFile>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// Texts that have less room than they need. Labels that break lines, and what a scroll area holds, find their room.
QStringList cut(const QWidget *top)
{
    QStringList found;
    for (const auto *button : top->findChildren<QPushButton *>()) {
        if (button->isVisibleTo(top) && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width() - 1)
            found.append(u"button %1: %2 of %3"_s.arg(button->text()).arg(button->width()).arg(button->minimumSizeHint().width()));
    }
    for (const auto *label : top->findChildren<QLabel *>()) {
        if (label->isVisibleTo(top) && !label->wordWrap() && label->height() < label->sizeHint().height() - 1)
            found.append(u"label %1: %2 of %3 high"_s.arg(label->text()).arg(label->height()).arg(label->sizeHint().height()));
    }
    for (const auto *line : top->findChildren<QLineEdit *>()) {
        if (line->isVisibleTo(top) && line->objectName() != "qt_spinbox_lineedit"_L1 && line->height() < line->fontMetrics().height() + 4)
            found.append(u"field %1: %2 high"_s.arg(line->accessibleName()).arg(line->height()));
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
        for (const PageId id : {PageId::Users, PageId::Settings, PageId::About}) {
            WindowPage *page = program.shell->session()->openPage(id);
            QTest::qWait(200);
            QStringList found = cut(page);
            QVERIFY2(found.isEmpty(), qPrintable(page->accessibleName() + u": "_s + found.join(u"; "_s)));
            page->createNew();
            QTest::qWait(100);
            if (QWidget *dialog = QApplication::activeModalWidget()) {
                found = cut(dialog);
                QVERIFY2(found.isEmpty(), qPrintable(page->accessibleName() + u", new: "_s + found.join(u"; "_s)));
                QVERIFY2(dialog->height() <= program.shell->height() && dialog->width() <= program.shell->width(), "larger than the window");
                dialog->close();
            }
        }
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
        const QRect button(program.find<QPushButton>(u"open"_s)->mapTo(program.shell.get(), QPoint()), program.find<QPushButton>(u"open"_s)->size());
        QVERIFY(program.shell->rect().contains(button));
    }
};

int main(int argc, char **argv)
{
    // A screen of 192 dots per inch that scales nothing but text.
    QTemporaryFile screen;
    if (!screen.open())
        return 1;
    screen.write(R"({"screens": [{"name": "large", "x": 0, "y": 0, "width": 1920, "height": 1200, "logicalDpi": 192, "dpr": 1}]})");
    screen.close();
    qputenv("QT_ENABLE_HIGHDPI_SCALING", "0");
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screen.fileName().toUtf8());
    QApplication application(argc, argv);
    LargeTextTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_largetext.moc"
