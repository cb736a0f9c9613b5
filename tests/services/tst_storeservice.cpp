#include "app/services/storeservice.h"
#include "db/storekeyrepository.h"
#include "tests/support/schemadescription.h"
#include "tests/support/testdatabase.h"

#include <QFile>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

using State = StoreService::State;

namespace {

// A desk: its own connection to the store and its own key file.
struct Desk
{
    Desk(const TestDatabase &store, const QString &name)
        : keyFile(store.folder() + u"/keys-"_s + name + u"/accueil.key"_s)
        , database(*DatabaseLocation::parse(store.url()))
        , service(database, KeyStore(keyFile, name, KeyringUse::Never))
    {
    }
    QString keyFile;
    Database database;
    StoreService service;
};

State stateOf(Desk &desk)
{
    return desk.service.inspect().value();
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class StoreServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensANewStore_data() { TestDatabase::addDialectRows(); }
    void opensANewStore();
    void letsASecondDeskInWithTheRecoveryKey_data() { TestDatabase::addDialectRows(); }
    void letsASecondDeskInWithTheRecoveryKey();
    void helpsADeskThatLostItsKey_data() { TestDatabase::addDialectRows(); }
    void helpsADeskThatLostItsKey();
    void refusesAWrongKeyAndWritesNothing_data() { TestDatabase::addDialectRows(); }
    void refusesAWrongKeyAndWritesNothing();
    void refusesAWrongRecoveryKey_data() { TestDatabase::addDialectRows(); }
    void refusesAWrongRecoveryKey();
    void keepsAWrongKeyWhenTheRightOneIsRecovered();
    void isInitialisedOnce_data() { TestDatabase::addDialectRows(); }
    void isInitialisedOnce();
    void isInitialisedOnceWhenDesksStartTogether_data() { TestDatabase::addDialectRows(); }
    void isInitialisedOnceWhenDesksStartTogether();
    void usesTheKeyOfAnInterruptedStartAgain();
    void doesNotExistWithoutAKeptKey();
    void passesOnWhatIsWrongWithTheKeyFile();
    void renewsTheRecoveryKey_data() { TestDatabase::addDialectRows(); }
    void renewsTheRecoveryKey();
    void recoversEveryKeyVersion();
    void asksForTheKeyThatAnotherDeskRotatedTo();
    void keepsNoKeyInTheStore();
};

void StoreServiceTest::opensANewStore()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect, TestDatabase::Schema::None);
    QByteArray master;
    {
        Desk desk(store, u"one"_s);
        QCOMPARE(stateOf(desk), State::New);
        QVERIFY(desk.service.initialise().has_value());
        QCOMPARE(desk.service.keyPlace(), desk.keyFile);
        master = desk.service.keyring().masters().value(1);
        QCOMPARE(master.size(), 32);
    }
    Desk again(store, u"one"_s);
    QCOMPARE(stateOf(again), State::Ready);
    QCOMPARE(again.service.keyring().masters().value(1), master);
}

void StoreServiceTest::letsASecondDeskInWithTheRecoveryKey()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    Desk first(store, u"one"_s);
    QCOMPARE(stateOf(first), State::New);
    const QString paper = first.service.initialise()->text();
    Desk second(store, u"two"_s);
    QCOMPARE(stateOf(second), State::KeyMissing);
    QVERIFY(second.service.recover(*RecoveryKey::parse(paper)).has_value());
    QCOMPARE(second.service.keyring().masters(), first.service.keyring().masters());
    Desk secondAgain(store, u"two"_s);
    QCOMPARE(stateOf(secondAgain), State::Ready);
}

void StoreServiceTest::helpsADeskThatLostItsKey()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    Desk desk(store, u"one"_s);
    const RecoveryKey paper = *desk.service.initialise();
    QVERIFY(QFile::remove(desk.keyFile));
    Desk again(store, u"one"_s);
    QCOMPARE(stateOf(again), State::KeyMissing);
    QVERIFY(again.service.recover(paper).has_value());
    QCOMPARE(stateOf(again), State::Ready);
}

void StoreServiceTest::refusesAWrongKeyAndWritesNothing()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    Desk desk(store, u"one"_s);
    QVERIFY(desk.service.initialise().has_value());
    Desk other(store, u"two"_s);
    QVERIFY(KeyStore(other.keyFile, u"two"_s, KeyringUse::Never).save(Keyring({{quint16(1), Keyring::newMaster()}})));
    const QByteArray file = contentsOf(other.keyFile);
    const QByteArray wrapped = StoreKeyRepository(desk.database).all().first().wrapped;
    QCOMPARE(stateOf(other), State::KeyWrong);
    QCOMPARE(other.service.initialise().error().code, ErrorCode::Conflict);
    QCOMPARE(other.service.renewRecoveryKey().error().code, ErrorCode::Conflict);
    QCOMPARE(contentsOf(other.keyFile), file);
    QCOMPARE(StoreKeyRepository(desk.database).all().first().wrapped, wrapped);
    QCOMPARE(stateOf(desk), State::Ready);
}

void StoreServiceTest::refusesAWrongRecoveryKey()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    Desk first(store, u"one"_s);
    QCOMPARE(first.service.recover(RecoveryKey::create()).error().code, ErrorCode::Conflict);
    QVERIFY(first.service.initialise().has_value());
    Desk second(store, u"two"_s);
    QCOMPARE(stateOf(second), State::KeyMissing);
    const Result<void> refused = second.service.recover(RecoveryKey::create());
    QVERIFY(!refused);
    QCOMPARE(refused.error(), (Error{ErrorCode::Invalid, {{u"recovery_key"_s, u"badRecoveryKey"_s}}}));
    QVERIFY(!QFile::exists(second.keyFile));
    QCOMPARE(stateOf(second), State::KeyMissing);
}

void StoreServiceTest::keepsAWrongKeyWhenTheRightOneIsRecovered()
{
    TestDatabase store(Dialect::Sqlite);
    Desk first(store, u"one"_s);
    const RecoveryKey paper = *first.service.initialise();
    Desk second(store, u"two"_s);
    const Keyring elsewhere({{quint16(1), Keyring::newMaster()}});
    QVERIFY(KeyStore(second.keyFile, u"two"_s, KeyringUse::Never).save(elsewhere));
    QVERIFY(second.service.recover(paper).has_value());
    QCOMPARE(stateOf(second), State::Ready);
    const KeyStore aside(second.keyFile + u".1"_s, u"two"_s, KeyringUse::Never);
    QCOMPARE(aside.load().value()->masters(), elsewhere.masters());
}

void StoreServiceTest::isInitialisedOnce()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    Desk desk(store, u"one"_s);
    const RecoveryKey paper = *desk.service.initialise();
    QCOMPARE(desk.service.initialise().error().code, ErrorCode::Conflict);
    Desk other(store, u"two"_s);
    QCOMPARE(other.service.initialise().error().code, ErrorCode::Conflict);
    QVERIFY(!QFile::exists(other.keyFile));
    QVERIFY2(other.service.recover(paper).has_value(), "the paper of the first start is the one that counts");
}

void StoreServiceTest::isInitialisedOnceWhenDesksStartTogether()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect, TestDatabase::Schema::None);
    store.database().closeThread();
    std::atomic<int> winners{0};
    std::atomic<int> late{0};
    std::vector<std::thread> desks;
    for (int i = 0; i < 4; ++i) {
        desks.emplace_back([&, i] {
            Desk desk(store, QString::number(i));
            desk.service.inspect();
            const Result<RecoveryKey> paper = desk.service.initialise();
            winners += paper && desk.service.inspect() == State::Ready ? 1 : 0;
            late += !paper && paper.error().code == ErrorCode::Conflict && !QFile::exists(desk.keyFile) ? 1 : 0;
        });
    }
    for (std::thread &desk : desks)
        desk.join();
    QCOMPARE(winners.load(), 1);
    QCOMPARE(late.load(), 3);
    QCOMPARE(StoreKeyRepository(store.database()).all().size(), 1);
}

void StoreServiceTest::usesTheKeyOfAnInterruptedStartAgain()
{
    TestDatabase store(Dialect::Sqlite);
    Desk desk(store, u"one"_s);
    const Keyring left({{quint16(1), Keyring::newMaster()}});
    QVERIFY(KeyStore(desk.keyFile, u"one"_s, KeyringUse::Never).save(left));
    QCOMPARE(stateOf(desk), State::New);
    QVERIFY(desk.service.initialise().has_value());
    QCOMPARE(desk.service.keyring().masters(), left.masters());
}

void StoreServiceTest::doesNotExistWithoutAKeptKey()
{
    TestDatabase store(Dialect::Sqlite);
    Database database(*DatabaseLocation::parse(store.url()));
    StoreService service(database, KeyStore(u"/proc/accueil/accueil.key"_s, u"one"_s, KeyringUse::Never));
    const Result<RecoveryKey> paper = service.initialise();
    QVERIFY(!paper);
    QCOMPARE(paper.error().fields.first().key, u"keyFileNotWritten"_s);
    QCOMPARE(service.inspect().value(), State::New);
}

void StoreServiceTest::passesOnWhatIsWrongWithTheKeyFile()
{
    TestDatabase store(Dialect::Sqlite);
    Desk desk(store, u"one"_s);
    QVERIFY(desk.service.initialise().has_value());
    QFile::setPermissions(desk.keyFile, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    QCOMPARE(desk.service.inspect().error().fields.first().key, u"keyFileReadable"_s);
}

void StoreServiceTest::renewsTheRecoveryKey()
{
    QFETCH(Dialect, dialect);
    TestDatabase store(dialect);
    Desk desk(store, u"one"_s);
    const RecoveryKey old = *desk.service.initialise();
    const Result<RecoveryKey> renewed = desk.service.renewRecoveryKey();
    QVERIFY(renewed.has_value());
    Desk second(store, u"two"_s);
    QVERIFY(!second.service.recover(old));
    QVERIFY(second.service.recover(*renewed).has_value());
    QCOMPARE(stateOf(desk), State::Ready);
}

void StoreServiceTest::recoversEveryKeyVersion()
{
    TestDatabase store(Dialect::Sqlite);
    Desk desk(store, u"one"_s);
    const Keyring rotated = Keyring({{quint16(1), Keyring::newMaster()}}).withNewVersion();
    QVERIFY(KeyStore(desk.keyFile, u"one"_s, KeyringUse::Never).save(rotated));
    const RecoveryKey paper = *desk.service.initialise();
    Desk second(store, u"two"_s);
    QVERIFY(second.service.recover(paper).has_value());
    QCOMPARE(second.service.keyring().masters(), rotated.masters());
}

void StoreServiceTest::asksForTheKeyThatAnotherDeskRotatedTo()
{
    TestDatabase store(Dialect::Sqlite);
    Desk desk(store, u"one"_s);
    QVERIFY(desk.service.initialise().has_value());
    const Keyring rotated = desk.service.keyring().withNewVersion();
    StoreKeyRepository(store.database())
        .insert({2, rotated.fingerprint(2), RecoveryKey::create().wrap(rotated.masters().value(2))});
    QCOMPARE(stateOf(desk), State::KeyMissing);
}

void StoreServiceTest::keepsNoKeyInTheStore()
{
    TestDatabase store(Dialect::Sqlite);
    Desk desk(store, u"one"_s);
    const RecoveryKey paper = *desk.service.initialise();
    const QByteArray bytes
        = contentsOf(store.folder() + u"/accueil.db"_s) + contentsOf(store.folder() + u"/accueil.db-wal"_s);
    QVERIFY(bytes.contains(desk.service.keyring().fingerprint(1)));
    const QByteArray master = desk.service.keyring().masters().value(1);
    for (const QByteArray &secret :
        {master, master.toHex(), master.toBase64(), paper.text().toUtf8(), QString(paper.text()).remove(u'-').toUtf8()})
        QVERIFY(!bytes.contains(secret));
}

QTEST_GUILESS_MAIN(StoreServiceTest)
#include "tst_storeservice.moc"
