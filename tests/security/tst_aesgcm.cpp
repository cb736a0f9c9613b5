#include "app/security/aesgcm.h"

#include <QSet>
#include <QtTest>

using namespace accueil;

namespace {

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

const QByteArray key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
const QByteArray nonce = hex("cafebabefacedbaddecaf888");

} // namespace

class AesGcmTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B, test cases 13, 14, 15 and 16.
    void sealsAndOpensPublishedVectors_data();
    void sealsAndOpensPublishedVectors();
    void refusesEveryFlippedBit();
    void refusesOtherAssociatedDataNonceAndKey();
    void refusesWhatIsTooShort();
    void alternatesBetweenKeys();
    void givesNoNonceTwice();
};

void AesGcmTest::sealsAndOpensPublishedVectors_data()
{
    QTest::addColumn<QByteArray>("cipherKey");
    QTest::addColumn<QByteArray>("iv");
    QTest::addColumn<QByteArray>("associated");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("sealed");
    const QByteArray zeros(32, '\0');
    QTest::newRow("13: empty") << zeros << zeros.first(12) << QByteArray() << QByteArray()
                               << hex("530f8afbc74536b9a963b4f1c4cb738b");
    QTest::newRow("14: one block") << zeros << zeros.first(12) << QByteArray() << zeros.first(16)
                                   << hex("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
    const QByteArray plain
        = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6"
              "b525b16aedf5aa0de657ba637b391aafd255");
    const QByteArray sealed
        = hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b105682"
              "8838c5f61e6393ba7a0abcc9f662898015ad");
    QTest::newRow("15: four blocks") << key << nonce << QByteArray() << plain
                                     << sealed + hex("b094dac5d93471bdec1a502270e3cc6c");
    QTest::newRow("16: associated data, broken block")
        << key << nonce << hex("feedfacedeadbeeffeedfacedeadbeefabaddad2") << plain.first(60)
        << sealed.first(60) + hex("76fc6ece0f4e1768cddf8853bb2d551b");
}

void AesGcmTest::sealsAndOpensPublishedVectors()
{
    QFETCH(QByteArray, cipherKey);
    QFETCH(QByteArray, iv);
    QFETCH(QByteArray, associated);
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, sealed);
    const AesGcmKey cipher(cipherKey);
    for (int round = 0; round < 2; ++round) { // the second uses the context that is keyed already
        QByteArray out = "head";
        cipher.seal(iv, associated, plain, out);
        QCOMPARE(out.toHex(), ("head" + sealed).toHex());
        const std::optional<QByteArray> opened = cipher.open(iv, associated, sealed);
        QVERIFY(opened.has_value());
        QCOMPARE(*opened, plain);
    }
}

void AesGcmTest::refusesEveryFlippedBit()
{
    const AesGcmKey cipher(key);
    QByteArray sealed;
    cipher.seal(nonce, "row", "Ngo Mbarga", sealed);
    for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
        QByteArray changed = sealed;
        changed[bit / 8] = char(changed.at(bit / 8) ^ (1 << (bit % 8)));
        QVERIFY2(!cipher.open(nonce, "row", changed), qPrintable(QString::number(bit)));
    }
    QVERIFY2(cipher.open(nonce, "row", sealed).has_value(), "a refusal must not spoil the next value");
}

void AesGcmTest::refusesOtherAssociatedDataNonceAndKey()
{
    const AesGcmKey cipher(key);
    QByteArray sealed;
    cipher.seal(nonce, "row 1", "Ngo Mbarga", sealed);
    QVERIFY(!cipher.open(nonce, "row 2", sealed));
    QVERIFY(!cipher.open(nonce, "", sealed));
    QVERIFY(!cipher.open(QByteArray(12, '\0'), "row 1", sealed));
    QVERIFY(!AesGcmKey(QByteArray(32, 'k')).open(nonce, "row 1", sealed));
    QVERIFY(cipher.open(nonce, "row 1", sealed).has_value());
}

void AesGcmTest::refusesWhatIsTooShort()
{
    const AesGcmKey cipher(key);
    QVERIFY(!cipher.open(nonce, "", ""));
    QVERIFY(!cipher.open(nonce, "", QByteArray(15, 'x')));
    QVERIFY(!cipher.open(nonce.first(11), "", QByteArray(40, 'x')));
}

void AesGcmTest::alternatesBetweenKeys()
{
    const AesGcmKey first(key);
    const AesGcmKey second(QByteArray(32, '2'));
    for (int i = 0; i < 20; ++i) {
        QByteArray a;
        QByteArray b;
        first.seal(nonce, "", "a", a);
        second.seal(nonce, "", "a", b);
        QVERIFY(a != b);
        QCOMPARE(first.open(nonce, "", a), std::optional<QByteArray>("a"));
        QCOMPARE(second.open(nonce, "", b), std::optional<QByteArray>("a"));
    }
}

void AesGcmTest::givesNoNonceTwice()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray fresh = AesGcmKey::freshNonce();
        QCOMPARE(fresh.size(), AesGcmKey::nonceSize);
        QVERIFY(!seen.contains(fresh));
        seen.insert(fresh);
    }
}

QTEST_GUILESS_MAIN(AesGcmTest)
#include "tst_aesgcm.moc"
