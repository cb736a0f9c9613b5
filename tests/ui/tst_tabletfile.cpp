#include "tests/ui/pageroom.h"

#include "ui/feedback/disputewords.h"
#include "ui/tablets/tabletfiledialog.h"
#include "ui/tablets/tabletspage.h"
#include "ui/widgets/noteline.h"

#include <QAbstractItemView>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

struct FileRoom : PageRoom
{
    FileRoom()
    {
        page = std::make_unique<TabletsPage>(context(Role::Admin));
        page->resize(1220, 760);
        page->show();
        page->activateWindow();
        isReady = QTest::qWaitForWindowActive(page.get());
    }
    ~FileRoom()
    {
        page.reset();
        backgroundPool().waitForDone();
    }
    // By keys: the button of the page, the name of the file, Return.
    bool choose(const QString &path)
    {
        if (!dialog)
            QTest::keyClick(page->findChild<QPushButton *>(u"importFile"_s), Qt::Key_Space);
        else
            QTest::keyClick(button(u"chooseTabletFile"_s), Qt::Key_Space);
        if (!QTest::qWaitFor([this] { return page->findChild<QFileDialog *>() != nullptr; }))
            return false;
        dialog = page->findChild<TabletFileDialog *>();
        auto *files = page->findChild<QFileDialog *>();
        auto *name = files->findChild<QLineEdit *>();
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        return QTest::qWaitFor([this] { return page->findChild<QFileDialog *>() == nullptr; });
    }
    QPushButton *button(const QString &name) { return dialog->findChild<QPushButton *>(name); }
    QString summary() { return dialog->findChild<QLabel *>(u"tabletFileSummary"_s)->text(); }
    QString note()
    {
        const auto *line = dialog->findChild<NoteLine *>(u"tabletFileNote"_s);
        return line->isHidden() ? QString() : line->text();
    }
    QAbstractItemModel *lines() { return dialog->findChild<QAbstractItemView *>(u"tabletFileLines"_s)->model(); }
    QString cell(int row, int column) { return lines()->index(row, column).data().toString(); }
    QString written(const QByteArray &bytes)
    {
        QFile file(folder.filePath(u"tablet.json"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    bool import()
    {
        if (!QTest::qWaitFor([this] { return button(u"importTabletFile"_s)->isEnabled(); }, 10'000))
            return false;
        QTest::keyClick(button(u"importTabletFile"_s), Qt::Key_Space);
        return QTest::qWaitFor([this] { return lines()->rowCount() > 0; }, 10'000);
    }

    std::unique_ptr<TabletsPage> page;
    QPointer<TabletFileDialog> dialog;
    bool isReady = false;
};

QString example()
{
    return QFINDTESTDATA("../data/tablet-queue-1.json");
}

} // namespace

// The file of a tablet that is taken out of use, brought in by keyboard.
class TabletFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qApp->setAttribute(Qt::AA_DontUseNativeDialogs); }

    void showsWhatIsInItAndWhatBecameOfIt()
    {
        FileRoom room;
        QVERIFY(room.isReady);
        QVERIFY(room.choose(example()));
        QTRY_VERIFY2(room.summary().startsWith(u"Maternité, salle 2 · Maternité"_s), qPrintable(room.summary()));
        QVERIFY2(room.summary().contains(u" · 5 answer"_s), qPrintable(room.summary()));
        QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 0); // nothing before it is wanted
        QVERIFY(room.import());
        QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 5);
        QVERIFY2(room.summary().startsWith(u"5 taken in · 0 were here"_s), qPrintable(room.summary()));
        QCOMPARE(room.cell(1, 1), u"Taken in"_s);
        QCOMPARE(room.cell(1, 2), u"stored"_s);
        QCOMPARE(room.cell(4, 2), u"lost"_s);
        QVERIFY(room.note().contains(u"to its end"_s));

        // Once more: nothing is doubled, and it says so.
        QVERIFY(room.choose(example()));
        QVERIFY(room.import());
        QTRY_VERIFY2(room.summary().startsWith(u"0 taken in · 5 were here"_s), qPrintable(room.summary()));
        QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 5);
        QTest::keyClick(room.dialog, Qt::Key_Escape);
        QTRY_VERIFY(!room.dialog);
    }

    void saysWhyAnAnswerIsRefused()
    {
        FileRoom room;
        QVERIFY(room.isReady);
        const QString file = room.written(
            R"({"format":"accueil-tablet-queue","format_version":1,"exported_at":"2026-03-05T09:40:00.000Z",)"
            R"("clock_offset_ms":null,"device":null,"entries":[{"item":{"client_id":)"
            R"("6f1d2b0a-3c44-4e8b-9a51-0d6c7f20e1a1","emoji_rating":9}}]})");
        QVERIFY(room.choose(file));
        QVERIFY(room.import());
        QCOMPARE(room.cell(0, 1), u"Refused"_s);
        QVERIFY2(room.cell(0, 3).startsWith(u"Face: "_s), qPrintable(room.cell(0, 3)));
    }

    void refusesOtherFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("a table") << QByteArray("name;phone") << u"not a file that a tablet wrote"_s;
        QTest::newRow("empty") << QByteArray() << u"empty"_s;
        QTest::newRow("of a later program")
            << QByteArray(R"({"format":"accueil-tablet-queue","format_version":2})") << u"later version"_s;
    }

    void refusesOtherFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        FileRoom room;
        QVERIFY(room.isReady);
        QVERIFY(room.choose(room.written(bytes)));
        QTRY_VERIFY2(room.note().contains(words), qPrintable(room.note()));
        QVERIFY(!room.button(u"importTabletFile"_s)->isEnabled());
        QVERIFY(room.button(u"chooseTabletFile"_s)->isEnabled());
        // Another choice is possible at once.
        QVERIFY(room.choose(example()));
        QTRY_VERIFY(room.button(u"importTabletFile"_s)->isEnabled());
        QCOMPARE(room.note(), QString());
    }
};

QTEST_MAIN(TabletFileTest)
#include "tst_tabletfile.moc"
