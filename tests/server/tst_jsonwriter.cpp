#include "server/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class JsonWriterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesWhatQtReads();
    void escapesText_data();
    void escapesText();
    void writesTimesAsQtDoes_data();
    void writesTimesAsQtDoes();
    void leavesOutWhatWasNotAskedFor();
};

void JsonWriterTest::writesWhatQtReads()
{
    JsonWriter json;
    {
        ObjectWriter object(json);
        object.member("whole", std::numeric_limits<qint64>::min());
        object.member("real", 0.1);
        object.member("true", true);
        object.member("nothing", std::optional<int>());
        object.textOrNull("empty", u"");
        object.begin("list");
        json.beginArray();
        json.value(1);
        json.beginArray();
        json.endArray();
        json.beginObject();
        json.endObject();
        json.value(u"x"_s);
        json.endArray();
        object.member("last", u"end"_s);
    }
    QCOMPARE(json.bytes(),
        QByteArray("{\"whole\":-9223372036854775808,\"real\":0.1,\"true\":true,\"nothing\":null,"
                   "\"empty\":null,\"list\":[1,[],{},\"x\"],\"last\":\"end\"}"));
}

void JsonWriterTest::escapesText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("ascii") << u"abc"_s;
    QTest::newRow("quotes and backslash") << u"\"a\\b\""_s;
    QTest::newRow("control characters") << u"\n\r\t\b\u0001\u001f"_s;
    QTest::newRow("letters of Duala") << u"ɓɛŋɔ é"_s;
    QTest::newRow("beyond the first plane") << u"a😀b"_s;
}

void JsonWriterTest::escapesText()
{
    QFETCH(QString, text);
    JsonWriter json;
    {
        ObjectWriter object(json);
        object.member("text", text);
    }
    QJsonParseError error;
    const QJsonObject read = QJsonDocument::fromJson(json.bytes(), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(read.value(u"text"_s).toString(), text);
}

void JsonWriterTest::writesTimesAsQtDoes_data()
{
    QTest::addColumn<QDateTime>("time");
    for (const int year : {1, 4, 100, 400, 1582, 1900, 1969, 1970, 2000, 2024, 2026, 2100, 9999}) {
        for (const int month : {1, 2, 3, 12}) {
            const QDate last = QDate(year, month, QDate(year, month, 1).daysInMonth());
            QTest::addRow("%s", qPrintable(last.toString(Qt::ISODate))) << QDateTime(last, {23, 59, 59, 7}, Qt::UTC);
            QTest::addRow("%d-%d-01", year, month) << QDateTime({year, month, 1}, {0, 0, 0, 0}, Qt::UTC);
        }
    }
}

void JsonWriterTest::writesTimesAsQtDoes()
{
    QFETCH(QDateTime, time);
    JsonWriter json;
    json.value(time);
    const QString format = time.time().msec() ? u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s : u"yyyy-MM-ddTHH:mm:ssZ"_s;
    QCOMPARE(QString::fromLatin1(json.bytes()), u'"' + time.toString(format) + u'"');
}

void JsonWriterTest::leavesOutWhatWasNotAskedFor()
{
    const FieldSelection fields{"b", "d"};
    JsonWriter json;
    {
        ObjectWriter object(json, fields);
        object.member("a", 1);
        object.member("b", 2);
        object.textOrNull("c", u"x");
        object.textOrNull("d", u"");
    }
    QCOMPARE(json.bytes(), QByteArray("{\"b\":2,\"d\":null}"));
}

QTEST_GUILESS_MAIN(JsonWriterTest)
#include "tst_jsonwriter.moc"
