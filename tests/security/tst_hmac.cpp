#include "app/security/hmac.h"
#include "app/security/random.h"

#include <QtTest>

using namespace accueil;

namespace {

QByteArray macHex(const HmacKey &key, QByteArrayView message)
{
    const HmacKey::Mac mac = key.mac(message);
    return QByteArray(reinterpret_cast<const char *>(mac.data()), HmacKey::macSize).toHex();
}

} // namespace

class HmacTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void macsPublishedVectors_data(); // RFC 4231, 4.2, 4.3, 4.4, 4.7
    void macsPublishedVectors();
    void alternatesBetweenKeys();
    void derivesPublishedVectors_data(); // RFC 5869, appendix A
    void derivesPublishedVectors();
    void comparesWholeValues();
    void hashesPublishedVector();
    void tokensAreLongAndDifferent();
};

void HmacTest::macsPublishedVectors_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("mac");
    QTest::newRow("1") << QByteArray(20, '\x0b') << QByteArray("Hi There")
                       << QByteArray("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    QTest::newRow("2") << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
                       << QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    QTest::newRow("3") << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
                       << QByteArray("773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    QTest::newRow("6: long key") << QByteArray(131, '\xaa')
                                 << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
                                 << QByteArray("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

void HmacTest::macsPublishedVectors()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, mac);
    const HmacKey hmac(key);
    QCOMPARE(macHex(hmac, message), mac);
    QCOMPARE(macHex(hmac, message), mac); // from the context that is keyed already
}

void HmacTest::alternatesBetweenKeys()
{
    const HmacKey first("Jefe");
    const HmacKey second("another");
    const QByteArray expected = macHex(first, "message");
    for (int i = 0; i < 10; ++i) {
        QVERIFY(macHex(second, "message") != expected);
        QCOMPARE(macHex(first, "message"), expected);
    }
}

void HmacTest::derivesPublishedVectors_data()
{
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QByteArray>("derived");
    QTest::newRow("A.1") << QByteArray::fromHex("000102030405060708090a0b0c")
                         << QByteArray::fromHex("f0f1f2f3f4f5f6f7f8f9")
                         << QByteArray(
                                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    QTest::newRow("A.3") << QByteArray() << QByteArray()
                         << QByteArray(
                                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

void HmacTest::derivesPublishedVectors()
{
    QFETCH(QByteArray, salt);
    QFETCH(QByteArray, info);
    QFETCH(QByteArray, derived);
    QCOMPARE(hkdfSha256(QByteArray(22, '\x0b'), salt, info, 42).toHex(), derived);
}

void HmacTest::comparesWholeValues()
{
    QVERIFY(equalInConstantTime("abc", "abc"));
    QVERIFY(equalInConstantTime("", ""));
    QVERIFY(!equalInConstantTime("abc", "abd"));
    QVERIFY(!equalInConstantTime("abc", "ab"));
    QVERIFY(!equalInConstantTime("ab", "abc"));
}

void HmacTest::hashesPublishedVector() // FIPS 180-2, B.1
{
    QCOMPARE(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

void HmacTest::tokensAreLongAndDifferent()
{
    const QByteArray token = randomToken();
    QCOMPARE(token.size(), 43);
    QVERIFY(token != randomToken());
    QVERIFY(!token.contains('='));
}

QTEST_GUILESS_MAIN(HmacTest)
#include "tst_hmac.moc"
