#include "app/security/keystore.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class KeyStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void hasNoKeyAtFirst();
    void givesBackWhatItKept();
    void keepsTheFileToItsOwner();
    void refusesAFileThatOthersRead_data();
    void refusesAFileThatOthersRead();
    void refusesADamagedFile_data();
    void refusesADamagedFile();
    void setsOtherKeysAside();
    void survivesAWriteThatWasInterrupted();
    void saysWhenItCannotWrite();
    void goesOnWithoutAnAnsweringKeyring();

private:
    QString file() const { return m_folder->filePath(u"keys/accueil.key"_s); }
    KeyStore store() const { return {file(), u"test"_s, KeyringUse::Never}; }
    void write(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void KeyStoreTest::write(const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(file()).absolutePath());
    QFile target(file());
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.write(bytes);
    target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void KeyStoreTest::hasNoKeyAtFirst()
{
    const auto loaded = store().load();
    QVERIFY(loaded.has_value());
    QVERIFY(!loaded->has_value());
}

void KeyStoreTest::givesBackWhatItKept()
{
    const Keyring keyring = Keyring({{quint16(1), Keyring::newMaster()}}).withNewVersion();
    QCOMPARE(store().save(keyring).value(), KeyPlace::File);
    QCOMPARE(store().load().value()->masters(), keyring.masters());
}

void KeyStoreTest::keepsTheFileToItsOwner()
{
    QVERIFY(store().save(Keyring({{quint16(1), Keyring::newMaster()}})).has_value());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(file()) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(QFileInfo(file()).absolutePath()) & others, QFile::Permissions());
    QCOMPARE(QDir(QFileInfo(file()).absolutePath()).entryList(QDir::Files), QStringList({u"accueil.key"_s}));
}

void KeyStoreTest::refusesAFileThatOthersRead_data()
{
    QTest::addColumn<QFile::Permissions>("extra");
    QTest::newRow("group reads") << QFile::Permissions(QFile::ReadGroup);
    QTest::newRow("others read") << QFile::Permissions(QFile::ReadOther);
    QTest::newRow("group writes") << QFile::Permissions(QFile::WriteGroup);
}

void KeyStoreTest::refusesAFileThatOthersRead()
{
    QFETCH(QFile::Permissions, extra);
    QVERIFY(store().save(Keyring({{quint16(1), Keyring::newMaster()}})).has_value());
    QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner | extra);
    const auto loaded = store().load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error(), (Error{ErrorCode::Unavailable, {{u"key_file"_s, u"keyFileReadable"_s}}}));
}

void KeyStoreTest::refusesADamagedFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray master = QByteArray(32, 'm').toBase64();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no keys") << QByteArray("accueil keys 1\n");
    QTest::newRow("another format") << "accueil keys 2\n1 " + master + '\n';
    QTest::newRow("half a key") << "accueil keys 1\n1 " + master.first(20) + '\n';
    QTest::newRow("not base64") << QByteArray("accueil keys 1\n1 ***\n");
    QTest::newRow("version 0") << "accueil keys 1\n0 " + master + '\n';
    QTest::newRow("version twice") << "accueil keys 1\n1 " + master + "\n1 " + master + '\n';
    QTest::newRow("something else") << QByteArray(4096, '\0');
}

void KeyStoreTest::refusesADamagedFile()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    const auto loaded = store().load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error(), (Error{ErrorCode::Unavailable, {{u"key_file"_s, u"keyFileDamaged"_s}}}));
}

void KeyStoreTest::setsOtherKeysAside()
{
    const Keyring first({{quint16(1), Keyring::newMaster()}});
    const Keyring second({{quint16(1), Keyring::newMaster()}});
    QVERIFY(store().save(first).has_value());
    QVERIFY(store().save(first).has_value()); // the same again sets nothing aside
    QVERIFY(!QFile::exists(file() + u".1"_s));
    QVERIFY(store().save(second).has_value());
    QCOMPARE(store().load().value()->masters(), second.masters());
    const KeyStore aside(file() + u".1"_s, u"test"_s, KeyringUse::Never);
    QCOMPARE(aside.load().value()->masters(), first.masters());
}

void KeyStoreTest::survivesAWriteThatWasInterrupted()
{
    const Keyring keyring({{quint16(1), Keyring::newMaster()}});
    QVERIFY(store().save(keyring).has_value());
    QFile partial(file() + u".new"_s);
    QVERIFY(partial.open(QIODevice::WriteOnly));
    partial.write("accueil ke");
    partial.close();
    QCOMPARE(store().load().value()->masters(), keyring.masters());
    QVERIFY(store().save(keyring.withNewVersion()).has_value());
    QCOMPARE(store().load().value()->currentVersion(), quint16(2));
}

void KeyStoreTest::saysWhenItCannotWrite()
{
    const KeyStore nowhere(u"/proc/accueil/accueil.key"_s, u"test"_s, KeyringUse::Never);
    const auto saved = nowhere.save(Keyring({{quint16(1), Keyring::newMaster()}}));
    QVERIFY(!saved);
    QCOMPARE(saved.error().fields.first().key, u"keyFileNotWritten"_s);
}

void KeyStoreTest::goesOnWithoutAnAnsweringKeyring()
{
    // A bus address that nobody listens on: the keyring is asked, does not answer, and the file takes the key.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_folder->filePath(u"no-bus"_s).toUtf8());
    const KeyStore desk(file(), u"test"_s, KeyringUse::WhenThere);
    const Keyring keyring({{quint16(1), Keyring::newMaster()}});
    QVERIFY(!desk.load().value().has_value());
    QCOMPARE(desk.save(keyring).value(), KeyPlace::File);
    QCOMPARE(desk.load().value()->masters(), keyring.masters());
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
}

QTEST_GUILESS_MAIN(KeyStoreTest)
#include "tst_keystore.moc"
