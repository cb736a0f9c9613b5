#include "app/services/csvreader.h"
#include "app/services/csvwriter.h"

#include <QBuffer>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class CsvWriterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesWhatSpreadsheetsRead()
    {
        CsvWriter english{QLocale(QLocale::English)};
        english.addRow({u"Ward"_s, u"Mean"_s});
        english.addRow({u"Maternité, \"A\""_s, 4.125});
        english.addRow({u"two\nlines"_s, QVariant()});
        QCOMPARE(english.bytes(),
            QByteArray("\xEF\xBB\xBF"
                       "Ward,Mean\r\n\"Maternit\xC3\xA9, \"\"A\"\"\",4.125\r\n\"two\nlines\",\r\n"));
        CsvWriter french{QLocale(QLocale::French)};
        french.addRow({u"a, b"_s, -4.125, qint64(-12)});
        QCOMPARE(french.bytes().mid(3), QByteArray("a, b;-4,125;-12\r\n"));
    }

    void runsNoFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("changed");
        for (const QString &text : {u"=1+1"_s, u"+237"_s, u"-2+3"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\r=1"_s, u"  =1"_s,
                 u"\uFF1D1"_s, u"\uFF0B1"_s, u"\uFF0D1"_s, u"\uFF20A"_s})
            QTest::addRow("%s", qPrintable(text)) << text << true;
        for (const QString &text : {u"Urgences"_s, u"a=b"_s, u""_s, u" "_s, u"5 - 6"_s})
            QTest::addRow("harmless '%s'", qPrintable(text)) << text << false;
    }
    void runsNoFormula()
    {
        QFETCH(QString, text);
        QFETCH(bool, changed);
        CsvWriter writer{QLocale(QLocale::English)};
        writer.addRow({text, u"end"_s}); // a header is a row as any other
        QBuffer file;
        file.setData(writer.bytes());
        QVERIFY(file.open(QIODevice::ReadOnly));
        CsvReader reader(file);
        CsvRow row;
        QVERIFY(reader.readRow(row));
        QCOMPARE(row.cells.constFirst(),
            changed ? u"'"_s + QString(text).replace(u'\r', u'\n') : text); // as the reader ends lines
    }
};

QTEST_GUILESS_MAIN(CsvWriterTest)
#include "tst_csvwriter.moc"
