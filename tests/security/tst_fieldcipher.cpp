#include "app/security/fieldcipher.h"

#include <QThread>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr CellAddress nameCell{"patients", "name", 7};
const QString secret = u"Ngo Mbarga Éwané ɓɛŋɔ"_s;

Keyring oneKey()
{
    return Keyring({{quint16(1), Keyring::newMaster()}});
}

} // namespace

class FieldCipherTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensWhatItSealed_data();
    void opensWhatItSealed();
    void sealsTheSameTextDifferently();
    void hasTheDocumentedFormat();
    void storesAnEmptyTextAsNull();
    void refusesAnotherCell_data();
    void refusesAnotherCell();
    void namesTheDamagedCellAndNothingOfItsValue();
    void refusesChanges();
    void refusesAnotherKey();
    void refusesAnUnknownKeyVersion();
    void rotatesKeys();
    void refusesAVersionThatWasRelabelled();
    void servesManyThreads();
    void keyringDerivesByPurposeAndVersion();
};

void FieldCipherTest::opensWhatItSealed_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("text") << secret.toUtf8();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("zeros") << QByteArray(100, '\0');
    QTest::newRow("a recording") << QByteArray(3'000'000, 'a');
}

void FieldCipherTest::opensWhatItSealed()
{
    QFETCH(QByteArray, plain);
    const FieldCipher cipher(oneKey());
    const QByteArray sealed = cipher.encrypt(plain, nameCell);
    QCOMPARE(cipher.decrypt(sealed, nameCell), plain);
    QVERIFY(plain.size() < 2 || !sealed.contains(plain));
}

void FieldCipherTest::sealsTheSameTextDifferently()
{
    const FieldCipher cipher(oneKey());
    QVERIFY(cipher.encryptText(secret, nameCell) != cipher.encryptText(secret, nameCell));
}

void FieldCipherTest::hasTheDocumentedFormat()
{
    const FieldCipher cipher(Keyring({{quint16(0x0102), Keyring::newMaster()}}));
    const QByteArray sealed = cipher.encrypt("four", nameCell);
    QCOMPARE(sealed.size(), 1 + 2 + 12 + 4 + 16);
    QCOMPARE(sealed.first(3), QByteArray::fromHex("010102"));
}

void FieldCipherTest::storesAnEmptyTextAsNull()
{
    const FieldCipher cipher(oneKey());
    QVERIFY(cipher.encryptText(QString(), nameCell).isNull());
    QVERIFY(cipher.encryptText(u""_s, nameCell).isNull());
    QCOMPARE(cipher.decryptText(QByteArray(), nameCell), QString());
    QVERIFY_THROWS_EXCEPTION(CipherError, cipher.decrypt(QByteArray(), nameCell));
}

void FieldCipherTest::refusesAnotherCell_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<qint64>("row");
    QTest::newRow("row") << QByteArray("patients") << QByteArray("name") << qint64(8);
    QTest::newRow("row whose low bytes are the same")
        << QByteArray("patients") << QByteArray("name") << (qint64(7) | (1LL << 32));
    QTest::newRow("column") << QByteArray("patients") << QByteArray("email") << qint64(7);
    QTest::newRow("table") << QByteArray("feedback") << QByteArray("name") << qint64(7);
    QTest::newRow("letters moved from table to column") << QByteArray("patient") << QByteArray("sname") << qint64(7);
}

void FieldCipherTest::refusesAnotherCell()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, column);
    QFETCH(qint64, row);
    const FieldCipher cipher(oneKey());
    const QByteArray sealed = cipher.encryptText(secret, nameCell);
    QVERIFY_THROWS_EXCEPTION(CipherError, cipher.decryptText(sealed, {table.constData(), column.constData(), row}));
    QCOMPARE(cipher.decryptText(sealed, nameCell), secret);
}

void FieldCipherTest::namesTheDamagedCellAndNothingOfItsValue()
{
    const FieldCipher cipher(oneKey());
    QByteArray sealed = cipher.encryptText(secret, nameCell);
    sealed.back() = char(sealed.back() ^ 1);
    try {
        cipher.decryptText(sealed, nameCell);
        QFAIL("a changed value was opened");
    } catch (const CipherError &error) {
        QCOMPARE(QByteArray(error.what()),
            "the stored value patients.name of row 7 was changed, moved or written with another key"_ba);
    }
}

void FieldCipherTest::refusesChanges()
{
    const FieldCipher cipher(oneKey());
    const QByteArray sealed = cipher.encryptText(secret, nameCell);
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray changed = sealed;
        changed[i] = char(changed.at(i) ^ 0x40);
        QVERIFY_THROWS_EXCEPTION(CipherError, cipher.decrypt(changed, nameCell));
        QVERIFY_THROWS_EXCEPTION(CipherError, cipher.decrypt(sealed.first(i), nameCell));
    }
    QVERIFY_THROWS_EXCEPTION(CipherError, cipher.decrypt(sealed + 'x', nameCell));
    QCOMPARE(cipher.decryptText(sealed, nameCell), secret);
}

void FieldCipherTest::refusesAnotherKey()
{
    const QByteArray sealed = FieldCipher(oneKey()).encryptText(secret, nameCell);
    QVERIFY_THROWS_EXCEPTION(CipherError, FieldCipher(oneKey()).decryptText(sealed, nameCell));
}

void FieldCipherTest::refusesAnUnknownKeyVersion()
{
    const Keyring old = oneKey();
    const QByteArray sealed = FieldCipher(old.withNewVersion()).encryptText(secret, nameCell);
    QVERIFY_THROWS_EXCEPTION(CipherError, FieldCipher(old).decryptText(sealed, nameCell));
}

void FieldCipherTest::rotatesKeys()
{
    const Keyring old = oneKey();
    const Keyring rotated = old.withNewVersion();
    QCOMPARE(rotated.currentVersion(), quint16(2));
    QCOMPARE(rotated.oldestVersion(), quint16(1));
    const FieldCipher cipher(rotated);
    const QByteArray before = FieldCipher(old).encryptText(secret, nameCell);
    const QByteArray after = cipher.encryptText(secret, nameCell);
    QCOMPARE(before.at(2), char(1));
    QCOMPARE(after.at(2), char(2));
    QCOMPARE(cipher.decryptText(before, nameCell), secret);
    QCOMPARE(cipher.decryptText(after, nameCell), secret);
}

void FieldCipherTest::refusesAVersionThatWasRelabelled()
{
    const FieldCipher cipher(oneKey().withNewVersion());
    QByteArray sealed = cipher.encryptText(secret, nameCell);
    sealed[2] = char(1);
    QVERIFY_THROWS_EXCEPTION(CipherError, cipher.decryptText(sealed, nameCell));
}

void FieldCipherTest::servesManyThreads()
{
    const FieldCipher cipher(oneKey());
    std::atomic<int> right{0};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (int row = 0; row < 2000; ++row) {
                const CellAddress cell{"patients", "name", row * 4 + thread};
                const QString text = secret + QString::number(row);
                right += cipher.decryptText(cipher.encryptText(text, cell), cell) == text ? 1 : 0;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(right.load(), 8000);
}

void FieldCipherTest::keyringDerivesByPurposeAndVersion()
{
    const QByteArray master(32, 'm');
    const Keyring keyring({{quint16(1), master}, {quint16(2), master}});
    QCOMPARE(keyring.derived(1, "fields").size(), 32);
    QCOMPARE(keyring.derived(1, "fields"), Keyring({{quint16(1), master}}).derived(1, "fields"));
    QVERIFY(keyring.derived(1, "fields") != keyring.derived(2, "fields"));
    QVERIFY(keyring.derived(1, "fields") != keyring.derived(1, "blind index"));
    QVERIFY(keyring.fingerprint(1) != master);
    QVERIFY(keyring.fingerprint(1) != oneKey().fingerprint(1));
    QVERIFY(Keyring::newMaster() != Keyring::newMaster());
}

QTEST_GUILESS_MAIN(FieldCipherTest)
#include "tst_fieldcipher.moc"
