#include "server/jsonreader.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class JsonReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsJson();
    void keepsWholeNumbersExactly();
    void refusesWhatIsNoJson_data();
    void refusesWhatIsNoJson();
    void refusesTooDeepNesting();
};

void JsonReaderTest::readsWhatIsJson()
{
    const auto value
        = readJson(" {\"a\": [1, -2.5e3, true, false, null], \"b\": \"\\u00e9\\ud83d\\ude00\\n\xc9\x93\"} \n");
    QVERIFY(value);
    const QJsonObject object = value->toObject();
    const QJsonArray expected{1, -2500.0, true, false, QJsonValue::Null};
    QCOMPARE(object.value(u"a"_s).toArray(), expected);
    QCOMPARE(object.value(u"b"_s).toString(), u"é😀\nɓ"_s);
}

void JsonReaderTest::keepsWholeNumbersExactly()
{
    const auto value = readJson("9007199254740993");
    QVERIFY(value);
    QCOMPARE(value->toInteger(), 9007199254740993);
}

void JsonReaderTest::refusesWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("space only") << QByteArray("  ");
    QTest::newRow("two values") << QByteArray("1 2");
    QTest::newRow("a name twice") << QByteArray("{\"a\":1,\"a\":2}");
    QTest::newRow("a name twice, one escaped") << QByteArray("{\"a\":1,\"\\u0061\":2}");
    QTest::newRow("trailing comma in object") << QByteArray("{\"a\":1,}");
    QTest::newRow("trailing comma in array") << QByteArray("[1,]");
    QTest::newRow("name without quotes") << QByteArray("{a:1}");
    QTest::newRow("single quotes") << QByteArray("{'a':1}");
    QTest::newRow("comment") << QByteArray("{} // x");
    QTest::newRow("open object") << QByteArray("{\"a\":1");
    QTest::newRow("open text") << QByteArray("\"abc");
    QTest::newRow("escape at the end") << QByteArray("\"abc\\");
    QTest::newRow("unknown escape") << QByteArray("\"\\x\"");
    QTest::newRow("line end in text") << QByteArray("\"a\nb\"");
    QTest::newRow("invalid utf-8") << QByteArray("\"\xff\"");
    QTest::newRow("overlong utf-8") << QByteArray("\"\xc0\x80\"");
    QTest::newRow("encoded surrogate") << QByteArray("\"\xed\xa0\x80\"");
    QTest::newRow("cut utf-8") << QByteArray("\"\xc3\"");
    QTest::newRow("lone high surrogate") << QByteArray("\"\\ud83d\"");
    QTest::newRow("lone low surrogate") << QByteArray("\"\\ude00\"");
    QTest::newRow("high surrogate and a letter") << QByteArray("\"\\ud83d\\u0061\"");
    QTest::newRow("leading zero") << QByteArray("01");
    QTest::newRow("plus") << QByteArray("+1");
    QTest::newRow("no digit before the point") << QByteArray(".5");
    QTest::newRow("no digit behind the point") << QByteArray("1.");
    QTest::newRow("no digit in the exponent") << QByteArray("1e");
    QTest::newRow("minus alone") << QByteArray("-");
    QTest::newRow("too large for a double") << QByteArray("1e400");
    QTest::newRow("NaN") << QByteArray("NaN");
    QTest::newRow("Infinity") << QByteArray("-Infinity");
    QTest::newRow("True") << QByteArray("True");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}");
}

void JsonReaderTest::refusesWhatIsNoJson()
{
    QFETCH(QByteArray, text);
    QVERIFY(!readJson(text));
}

void JsonReaderTest::refusesTooDeepNesting()
{
    QVERIFY(readJson(QByteArray(30, '[') + QByteArray(30, ']')));
    QVERIFY(!readJson(QByteArray(40, '[') + QByteArray(40, ']')));
    QVERIFY(!readJson(QByteArray(1'000'000, '[')));
}

QTEST_GUILESS_MAIN(JsonReaderTest)
#include "tst_jsonreader.moc"
