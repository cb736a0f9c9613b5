#include "app/services/csvreader.h"

#include <QBuffer>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

QList<CsvRow> rowsOf(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer);
    QList<CsvRow> rows;
    CsvRow row;
    while (reader.readRow(row))
        rows.append(row);
    return rows;
}

} // namespace

class CsvReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatSpreadsheetsWrite_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<QStringList>>("cells");
        QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("no last line end")
            << QByteArray("a,b\r\n1,") << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u""_s}};
        QTest::newRow("carriage returns alone")
            << QByteArray("a,b\r1,2\r") << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("semicolons") << QByteArray("a;b,c\n1;2\n")
                                    << QList<QStringList>{{u"a"_s, u"b,c"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("tabs") << QByteArray("a\tb\n") << QList<QStringList>{{u"a"_s, u"b"_s}};
        QTest::newRow("quotes") << QByteArray("\"a,\"\"b\"\"\",c\n") << QList<QStringList>{{u"a,\"b\""_s, u"c"_s}};
        QTest::newRow("line break in quotes")
            << QByteArray("\"a\r\nb\",c\n") << QList<QStringList>{{u"a\nb"_s, u"c"_s}};
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                       "a,b\n")
                                         << QList<QStringList>{{u"a"_s, u"b"_s}};
        QTest::newRow("UTF-8") << QByteArray("\xC3\x89wan\xC3\xA9,\xC9\x93\n")
                               << QList<QStringList>{{u"Éwané"_s, u"ɓ"_s}};
        QTest::newRow("Windows-1252") << QByteArray("\xC9wan\xE9,l\x92h\xF4pital\n")
                                      << QList<QStringList>{{u"Éwané"_s, u"l’hôpital"_s}};
        QTest::newRow("blank lines are no rows")
            << QByteArray("a,b\n\n\n1,2\n") << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("empty file") << QByteArray() << QList<QStringList>{};
    }
    void readsWhatSpreadsheetsWrite()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<QStringList>, cells);
        QList<QStringList> found;
        for (const CsvRow &row : rowsOf(text))
            found.append(row.cells);
        QCOMPARE(found, cells);
    }

    void namesTheLineWhereARowBegins()
    {
        const QList<CsvRow> rows = rowsOf("h\n\"1\n2\n3\"\n\nlast\n");
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(1).line, 2);
        QCOMPARE(rows.at(2).line, 6);
    }

    void saysWhenAQuoteIsNeverClosed()
    {
        const QList<CsvRow> rows = rowsOf("a,b\n1,\"two\n3,4\n");
        QCOMPARE(rows.size(), 2);
        QVERIFY(!rows.first().unterminatedQuote);
        QVERIFY(rows.last().unterminatedQuote);
    }

    void aMissingQuoteDoesNotTakeTheWholeMemory()
    {
        const QList<CsvRow> rows = rowsOf("a\n\"" + QByteArray(5 * CsvReader::maximumRowBytes, 'x'));
        for (const CsvRow &row : rows)
            QVERIFY(row.cells.join(u""_s).size() <= CsvReader::maximumRowBytes);
    }

    void readsAcrossTheEdgesOfItsBuffer()
    {
        QByteArray text;
        for (int i = 0; i < 20'000; ++i)
            text += QByteArray::number(i) + ",\"x\"\"\r\ny\"\r\n";
        const QList<CsvRow> rows = rowsOf(text);
        QCOMPARE(rows.size(), 20'000);
        for (int i = 0; i < rows.size(); ++i)
            QCOMPARE(rows.at(i).cells, (QStringList{QString::number(i), u"x\"\ny"_s}));
    }
};

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "tst_csvreader.moc"
