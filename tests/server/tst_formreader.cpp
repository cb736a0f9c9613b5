#include "app/security/twiliosignature.h"
#include "server/formreader.h"
#include "tests/support/contractfile.h"

#include <QJsonArray>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class FormReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsForms_data();
    void readsForms();
    void refusesWhatIsNoForm_data();
    void refusesWhatIsNoForm();
    void takesTheLastValueAsText();
    void readsWhatTwilioSends();
};

Q_DECLARE_METATYPE(accueil::Form)

void FormReaderTest::readsForms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Form>("form");
    QTest::newRow("nothing") << ""_ba << Form{};
    QTest::newRow("one") << "a=1"_ba << Form{{"a", "1"}};
    QTest::newRow("repeated, in order") << "b=2&a=1&b=1"_ba << Form{{"b", "2"}, {"a", "1"}, {"b", "1"}};
    QTest::newRow("space and plus") << "a+b=c+d%2Be"_ba << Form{{"a b", "c d+e"}};
    QTest::newRow("equals in the value") << "a=b=c"_ba << Form{{"a", "b=c"}};
    QTest::newRow("empty value") << "Body=&x"_ba << Form{{"Body", ""}, {"x", ""}};
    QTest::newRow("empty fields between") << "&&a=1&"_ba << Form{{"a", "1"}};
    QTest::newRow("utf-8") << "a=%C3%A9%c3%a9"_ba << Form{{"a", "\xc3\xa9\xc3\xa9"}};
    QTest::newRow("bytes that are no text") << "a=%FF%00"_ba << Form{{"a", QByteArray("\xff\0", 2)}};
}

void FormReaderTest::readsForms()
{
    QFETCH(QByteArray, body);
    QFETCH(Form, form);
    QCOMPARE(readForm(body), std::optional(form));
}

void FormReaderTest::refusesWhatIsNoForm_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("half an escape") << "a=%4"_ba;
    QTest::newRow("no hexadecimal") << "a=%zz"_ba;
    QTest::newRow("escape in the name") << "%=1"_ba;
    QTest::newRow("no name") << "=1"_ba;
    QTest::newRow("too many") << QByteArray("a=1&").repeated(300);
}

void FormReaderTest::refusesWhatIsNoForm()
{
    QFETCH(QByteArray, body);
    QVERIFY(!readForm(body));
}

void FormReaderTest::takesTheLastValueAsText()
{
    const Form form = readForm("a=1&a=%C3%A9%00x&b=%FF").value();
    QCOMPARE(formText(form, "a"), u"éx"_s);
    QCOMPARE(formText(form, "b"), QString(QChar::ReplacementCharacter));
    QCOMPARE(formText(form, "c"), QString());
}

// The raw bodies of the vectors, decoded here and judged as the handlers judge them.
void FormReaderTest::readsWhatTwilioSends()
{
    const QJsonArray vectors = contractFile(u"twilio_signature_vectors.json"_s).value("vectors"_L1).toArray();
    int forms = 0;
    for (const QJsonValue value : vectors) {
        const QJsonObject vector = value.toObject();
        if (vector.value("contentType"_L1).toString() != u"application/x-www-form-urlencoded")
            continue;
        ++forms;
        const auto bytes = [&](QLatin1StringView name) { return vector.value(name).toString().toUtf8(); };
        const std::optional<Form> form = readForm(bytes("rawBody"_L1));
        QVERIFY(form);
        const bool isValid = isSignedByTwilio(
            bytes("authToken"_L1), {.url = bytes("url"_L1), .form = *form, .signature = bytes("signature"_L1)});
        QVERIFY2(isValid == vector.value("valid"_L1).toBool(), bytes("name"_L1).constData());
    }
    QVERIFY(forms >= 25);
}

QTEST_APPLESS_MAIN(FormReaderTest)
#include "tst_formreader.moc"
