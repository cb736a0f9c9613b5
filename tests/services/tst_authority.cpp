#include "app/services/authorityservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"

#include <QtTest>

#include <future>

using namespace accueil;
using namespace Qt::StringLiterals;

class AuthorityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isMadeOnceAndTheSameAfterARestart_data() { TestDatabase::addDialectRows(); }
    void isMadeOnceAndTheSameAfterARestart()
    {
        QFETCH(Dialect, dialect);
        TestDatabase store(dialect);
        FakeClock clock;
        const CertifiedKey first = AuthorityService(store.database(), store.cipher(), clock).authority().value();
        QVERIFY(isAuthority(first));
        clock.advance(std::chrono::hours(24 * 365));
        Database again(DatabaseLocation::parse(store.url()).value());
        const StoreCipher cipher(store.keyring());
        QCOMPARE(AuthorityService(again, cipher, clock).authority().value(), first);
    }

    void desksThatBeginAtOnceShareOne_data() { TestDatabase::addDialectRows(); }
    void desksThatBeginAtOnceShareOne()
    {
        QFETCH(Dialect, dialect);
        TestDatabase store(dialect);
        FakeClock clock;
        QList<CertifiedKey> found;
        std::vector<std::future<CertifiedKey>> desks;
        for (int i = 0; i < 4; ++i) {
            desks.push_back(std::async(std::launch::async, [&store, &clock] {
                Database database(DatabaseLocation::parse(store.url()).value());
                const StoreCipher cipher(store.keyring());
                return AuthorityService(database, cipher, clock).authority().value();
            }));
        }
        for (auto &desk : desks)
            found.append(desk.get());
        for (const CertifiedKey &each : std::as_const(found))
            QCOMPARE(each, found.first());
    }

    void aDamagedOneIsToldAndNotReplaced_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("damage");
        for (const auto &[name, dialect] :
            {std::pair{"sqlite", Dialect::Sqlite}, std::pair{"postgresql", Dialect::PostgreSql}}) {
            QTest::addRow("%s, sealed for another place", name) << dialect << u"other.secret"_s;
            QTest::addRow("%s, no authority in it", name) << dialect << QString();
        }
    }
    void aDamagedOneIsToldAndNotReplaced()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, damage);
        TestDatabase store(dialect);
        FakeClock clock;
        SettingsRepository settings(store.database(), store.cipher());
        if (damage.isEmpty()) {
            settings.setSecret(u"tls.authority"_s, "rubbish", clock.now());
        } else {
            settings.setSecret(damage, makeAuthority(clock.now()).certificate, clock.now());
            store.database().execute(u"UPDATE settings SET name = 'tls.authority' WHERE name = ?"_s, {damage});
        }
        for (int i = 0; i < 2; ++i) {
            const auto authority = AuthorityService(store.database(), store.cipher(), clock).authority();
            QVERIFY(!authority);
            QCOMPARE(authority.error(), (Error{ErrorCode::Unavailable, {{u"authority"_s, u"authorityDamaged"_s}}}));
        }
    }

    void theKeyIsNowhereInPlainText()
    {
        TestDatabase store(Dialect::Sqlite);
        FakeClock clock;
        const CertifiedKey authority = AuthorityService(store.database(), store.cipher(), clock).authority().value();
        store.database().execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).finish();
        const QByteArray secret = authority.privateKey.mid(60, 40);
        QDirIterator files(store.folder(), QDir::Files, QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains("PRIVATE KEY") && !bytes.contains(secret));
            ++read;
        }
        QVERIFY(read > 0);
    }
};

QTEST_GUILESS_MAIN(AuthorityTest)
#include "tst_authority.moc"
