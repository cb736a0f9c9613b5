#include "tests/ui/pageroom.h"
#include "ui/import/importdialog.h"
#include "ui/import/importmodel.h"
#include "ui/records/recordcontext.h"
#include "ui/widgets/noteline.h"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

QString write(PageRoom &room, const QString &name, const QByteArray &content)
{
    QFile file(room.folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

bool says(const QWidget &dialog, const QString &words)
{
    for (const NoteLine *note : dialog.findChildren<NoteLine *>()) {
        if (note->isVisible() && note->text().contains(words))
            return true;
    }
    return false;
}

QPushButton *button(QWidget *dialog, const QString &words)
{
    for (QPushButton *candidate : dialog->findChildren<QPushButton *>()) {
        if (candidate->text().remove(u'&') == words && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { qApp->setAttribute(Qt::AA_DontUseNativeDialogs); }

    void takesTheRowsInAndReportsTheOthers()
    {
        PageRoom room;
        const QString file
            = write(room, u"list.csv"_s, "Name,Telephone,Ward\nFokou Talla,655123456,Urgences\n,12,Urgences\n");
        const RecordContext context(room.context());
        QWidget window;
        window.resize(1200, 800);
        window.show();
        ImportDialog dialog(context, ImportKind::Patients, &window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.readFile(file);
        auto *model = dialog.findChild<ImportModel *>();
        QVERIFY(!dialog.findChild<NoteLine *>(u"importNote"_s)->isVisible());
        QTRY_COMPARE(model->columnCount(), 3);
        QTRY_VERIFY(says(dialog, u"3 column"_s)); // before anything is changed
        QCOMPARE(model->field(0), u"name"_s);
        QCOMPARE(model->index(1, 0).data().toString(), u"Fokou Talla"_s);
        QVERIFY(dialog.findChild<QTableView *>()->indexWidget(model->index(0, 0)));
        QTRY_VERIFY(button(&dialog, u"Import"_s) && button(&dialog, u"Import"_s)->isEnabled());
        QTest::keyClick(button(&dialog, u"Import"_s), Qt::Key_Space);
        QTRY_VERIFY(button(&dialog, u"Open the report"_s));
        QCOMPARE(room.number(u"SELECT count(*) FROM patients"_s), 1);
    }

    void aColumnCanBeLeftOutOrGivenAnotherField()
    {
        ImportModel model;
        model.setPreview({.header = {u"A"_s, u"B"_s},
            .rows = {{u"1"_s, u"2"_s}},
            .mapping = {{u"name"_s, 0}},
            .fields = {u"name"_s, u"ward"_s}});
        model.setField(1, u"name"_s);
        QCOMPARE(model.field(0), QString());
        QCOMPARE(model.field(1), u"name"_s);
        model.setField(1, QString());
        QVERIFY(model.mapping().isEmpty());
    }

    void aFileThatIsNoTableIsRefusedInWords()
    {
        PageRoom room;
        const RecordContext context(room.context());
        QWidget window;
        window.resize(1200, 800);
        window.show();
        ImportDialog dialog(context, ImportKind::Feedback, &window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.readFile(write(room, u"empty.csv"_s, {}));
        const auto said = [&dialog] {
            for (NoteLine *note : dialog.findChildren<NoteLine *>()) {
                if (note->isVisible() && !note->text().isEmpty())
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(said());
        QVERIFY(!button(&dialog, u"Import"_s)->isEnabled());
    }
};

QTEST_MAIN(TestImport)
#include "tst_import.moc"
