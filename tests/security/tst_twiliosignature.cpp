#include "app/security/twiliosignature.h"
#include "tests/support/contractfile.h"

#include <QJsonArray>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

QList<QJsonObject> vectors()
{
    QList<QJsonObject> all;
    const QJsonArray array = contractFile(u"twilio_signature_vectors.json"_s).value("vectors"_L1).toArray();
    for (const QJsonValue vector : array)
        all += vector.toObject();
    return all;
}

QList<std::pair<QByteArray, QByteArray>> formOf(const QJsonObject &parameters)
{
    QList<std::pair<QByteArray, QByteArray>> form;
    for (auto entry = parameters.begin(); entry != parameters.end(); ++entry) {
        const QJsonArray values = entry->isArray() ? entry->toArray() : QJsonArray{*entry};
        for (const QJsonValue value : values)
            form.append({entry.key().toUtf8(), value.toString().toUtf8()});
    }
    return form;
}

SignedWebhook webhookOf(const QJsonObject &vector)
{
    return {.url = vector.value("url"_L1).toString().toUtf8(),
        .form = formOf(vector.value("params"_L1).toObject()),
        .body = vector.value("rawBody"_L1).toString().toUtf8(),
        .signature = vector.value("signature"_L1).toString().toUtf8()};
}

} // namespace

class TwilioSignatureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesAsTwiliosOwnLibrary_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonObject &vector : vectors())
            QTest::newRow(qPrintable(vector.value("name"_L1).toString())) << vector;
    }
    void judgesAsTwiliosOwnLibrary()
    {
        QFETCH(QJsonObject, vector);
        const QByteArray token = vector.value("authToken"_L1).toString().toUtf8();
        QCOMPARE(isSignedByTwilio(token, webhookOf(vector)), vector.value("valid"_L1).toBool());
    }
    void hasAllVectors()
    {
        const QList<QJsonObject> all = vectors();
        const auto isValid = [](const QJsonObject &vector) { return vector.value("valid"_L1).toBool(); };
        QCOMPARE(all.size(), 32);
        QCOMPARE(std::count_if(all.begin(), all.end(), isValid), 22);
    }
    // Every valid vector with one thing spoiled.
    void noticesEveryChange()
    {
        for (const QJsonObject &vector : vectors()) {
            if (!vector.value("valid"_L1).toBool())
                continue;
            const QByteArray token = vector.value("authToken"_L1).toString().toUtf8();
            SignedWebhook spoiled = webhookOf(vector);
            spoiled.form.append(std::pair("Extra"_ba, "1"_ba));
            QVERIFY(!isSignedByTwilio(token, spoiled));
            spoiled = webhookOf(vector);
            spoiled.url.replace("example.org", "example.net").replace("127.0.0.1", "127.0.0.2");
            spoiled.url.replace("mycompany", "othercompany");
            QVERIFY(!isSignedByTwilio(token, spoiled));
            spoiled = webhookOf(vector);
            spoiled.signature.chop(1);
            QVERIFY(!isSignedByTwilio(token, spoiled));
            QVERIFY(!isSignedByTwilio(token + '0', webhookOf(vector)));
        }
    }
    void trustsNobodyWithoutToken()
    {
        SignedWebhook webhook{.url = "https://clinique.example.org/w"};
        webhook.signature
            = QMessageAuthenticationCode::hash(webhook.url, QByteArray(), QCryptographicHash::Sha1).toBase64();
        QVERIFY(!isSignedByTwilio({}, webhook));
    }
    void knowsPortsOfEveryKindOfHost_data()
    {
        QTest::addColumn<QByteArray>("signedUrl");
        QTest::addColumn<QByteArray>("calledUrl");
        QTest::newRow("no path") << "https://a.example:443?x=1"_ba
                                 << "https://a.example?x=1"_ba;
        QTest::newRow("colon in the path") << "https://a.example:443/a:b"_ba
                                           << "https://a.example/a:b"_ba;
        QTest::newRow("http") << "http://a.example:80/"_ba
                              << "http://a.example/"_ba;
        QTest::newRow("IPv6") << "https://[::1]:443/w"_ba
                              << "https://[::1]/w"_ba;
        QTest::newRow("IPv6 with a port") << "https://[::1]/w"_ba
                                          << "https://[::1]:8443/w"_ba;
    }
    void knowsPortsOfEveryKindOfHost()
    {
        QFETCH(QByteArray, signedUrl);
        QFETCH(QByteArray, calledUrl);
        const QByteArray token = "0123456789"_ba;
        SignedWebhook webhook{.url = calledUrl};
        webhook.signature = QMessageAuthenticationCode::hash(signedUrl, token, QCryptographicHash::Sha1).toBase64();
        QVERIFY(isSignedByTwilio(token, webhook));
    }
};

QTEST_APPLESS_MAIN(TwilioSignatureTest)
#include "tst_twiliosignature.moc"
