#include "tests/app/programrun.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// accueil report, as an operator runs it.
class ReportCommandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Without a display and in both languages; a store that nobody has made is not made for it.
    void writesTheReportOfAMonth()
    {
        const TestDesk desk;
        const QString file = QDir(desk.folder()).filePath(u"report.pdf"_s);
        QCOMPARE(desk.run({u"report"_s, u"--out"_s, file}).code, 1);
        QVERIFY(!QFileInfo::exists(desk.dataDirectory()));
        QCOMPARE(desk.run({u"demo"_s}).code, 0);
        QList<qint64> sizes;
        for (const QString &language : {u"fr"_s, u"en"_s}) {
            const auto made = desk.run({u"report"_s, u"--lang"_s, language, u"--out"_s, file});
            QVERIFY2(made.code == 0, qPrintable(made.errors));
            QFile pdf(file);
            QVERIFY(pdf.open(QIODevice::ReadOnly));
            QCOMPARE(pdf.read(5), QByteArray("%PDF-"));
            sizes += pdf.size();
        }
        QVERIFY(sizes.first() > 20'000 && sizes.last() > 20'000 && sizes.first() != sizes.last());
        QCOMPARE(desk.run({u"report"_s, u"--month"_s, u"2999-01"_s, u"--out"_s, file}).code, 2);
    }
};

QTEST_GUILESS_MAIN(ReportCommandTest)
#include "tst_reportcommand.moc"
