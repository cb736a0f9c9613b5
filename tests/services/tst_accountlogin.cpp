#include "tests/bench/cputime.h"
#include "tests/services/accounttestroom.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString wrong = u"not the password"_s;

} // namespace

class AccountLoginTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void letsInWithTheRightPassword_data() { TestDatabase::addDialectRows(); }
    void letsInWithTheRightPassword()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        const Session admin = room.addAdmin();
        const Result<TokenPair> tokens = room.accounts->login(u" Admin"_s, room.password(), u"10.0.0.1"_s);
        QVERIFY(tokens);
        QCOMPARE(tokens->expiresIn, std::chrono::seconds(30min));
        QCOMPARE(tokens->user.lastLogin, room.clock.now());
        const Result<Session> session = room.accounts->authenticate(tokens->accessToken);
        QVERIFY(session);
        QCOMPARE(*session, admin);
        QCOMPARE(room.accounts->checkPassword(u"admin"_s, room.password(), QString()).value(), admin);
    }

    void answersUnknownNamesLikeWrongPasswords_data() { TestDatabase::addDialectRows(); }
    void answersUnknownNamesLikeWrongPasswords()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        room.addAdmin();
        QString answers[2];
        const QString names[2] = {u"admin"_s, u"nobody"_s};
        for (int i = 0; i < 2; ++i) {
            for (int failure = 0; failure < 8; ++failure) {
                const auto result = room.accounts->login(names[i], wrong, u"10.0.%1.%2"_s.arg(i).arg(failure));
                answers[i] += u"%1/%2 "_s.arg(int(result.error().code)).arg(result.error().retryAfterSeconds);
            }
        }
        QCOMPARE(answers[0], answers[1]);
        QVERIFY(answers[0].endsWith(u"%1/1 "_s.arg(int(ErrorCode::TooManyAttempts))));
        // Both cost a row in the audit, which names neither the name nor the password that was tried.
        QCOMPARE(room.count(u"SELECT count(*) FROM audit WHERE action = 'loginFailed'"_s), 10);
        QCOMPARE(room.count(u"SELECT count(*) FROM audit WHERE actor_name = 'nobody' OR detail LIKE '%nobody%'"_s), 0);
    }

    void spendsAsMuchOnUnknownNames()
    {
        AccountTestRoom room(Dialect::Sqlite);
        QVERIFY(room.addSlowly(u"admin"_s));
        // Processor time of this thread, the least of some rounds: what else the machine does hardly counts. Without
        // the computation a try costs a hundredth of one.
        const auto costOf = [&](const QString &name) {
            double least = std::numeric_limits<double>::max();
            for (int i = 0; i < 4; ++i)
                least
                    = std::min(least, cpuTimeOf(1, [&](int) { room.accounts->login(name, wrong, QString()); }).count());
            return least;
        };
        const double known = costOf(u"admin"_s);
        for (const QString &name : {u"nobody"_s, u"no such name!"_s}) {
            const double unknown = costOf(name);
            QVERIFY2(unknown > known / 4 && unknown < known * 4, qPrintable(u"%1 %2"_s.arg(known).arg(unknown)));
        }
    }

    void locksAnAccountForLongerEachTime_data() { TestDatabase::addDialectRows(); }
    void locksAnAccountForLongerEachTime()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        room.addAdmin();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(codeOf(room.accounts->login(u"admin"_s, wrong, QString())), ErrorCode::Unauthenticated);
        for (int wait = 1; wait <= 4; wait *= 2) {
            const auto locked = room.accounts->login(u"admin"_s, room.password(), QString());
            QCOMPARE(locked.error(), (Error{ErrorCode::TooManyAttempts, {}, wait}));
            room.clock.advance(std::chrono::seconds(wait));
            QCOMPARE(codeOf(room.accounts->login(u"admin"_s, wrong, QString())), ErrorCode::Unauthenticated);
        }
        QCOMPARE(room.accounts->login(u"admin"_s, room.password(), QString()).error().retryAfterSeconds, 8);
        // The lock is in the store: a restart or another desk does not lift it.
        DomainEvents events;
        QCOMPARE(room.otherDesk(events)->login(u"admin"_s, room.password(), QString()).error().retryAfterSeconds, 8);
        room.clock.advance(8s);
        QVERIFY(room.accounts->login(u"admin"_s, room.password(), QString()));
        QCOMPARE(codeOf(room.accounts->login(u"admin"_s, wrong, QString())), ErrorCode::Unauthenticated);
        QVERIFY(room.accounts->login(u"admin"_s, room.password(), QString()));
    }

    void locksAnAddressWhateverTheName()
    {
        AccountTestRoom room(Dialect::Sqlite);
        room.addAdmin();
        const QString address = u"192.168.1.7"_s;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(codeOf(room.accounts->login(u"guess%1"_s.arg(i), wrong, address)), ErrorCode::Unauthenticated);
        QCOMPARE(room.accounts->login(u"admin"_s, room.password(), address).error(),
            (Error{ErrorCode::TooManyAttempts, {}, 1}));
        QVERIFY(room.accounts->login(u"admin"_s, room.password(), u"192.168.1.8"_s));
        room.clock.advance(1s);
        QVERIFY(room.accounts->login(u"admin"_s, room.password(), address));
    }

    void twoLoginsInTheSameSecondBothSucceed_data() { TestDatabase::addDialectRows(); }
    void twoLoginsInTheSameSecondBothSucceed()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        room.addAdmin();
        const int succeeded = simultaneously(room.store.database(), 4,
            [&] { return room.accounts->login(u"admin"_s, room.password(), u"10.0.0.1"_s).has_value(); });
        QCOMPARE(succeeded, 4);
        QCOMPARE(room.count(u"SELECT count(DISTINCT family) FROM refresh_tokens"_s), 4);
    }

    void parallelGuessesDoNotPassTheLock()
    {
        AccountTestRoom room(Dialect::Sqlite);
        QVERIFY(room.addSlowly(u"admin"_s));
        simultaneously(
            room.store.database(), 12, [&] { return room.accounts->login(u"admin"_s, wrong, QString()).has_value(); });
        qint64 failed = room.count(u"SELECT failed_attempts FROM users"_s);
        QVERIFY(failed <= 5);
        // On a slow machine some were turned away before they guessed anything.
        for (; failed < 5; ++failed)
            QCOMPARE(codeOf(room.accounts->login(u"admin"_s, wrong, QString())), ErrorCode::Unauthenticated);
        QCOMPARE(codeOf(room.accounts->login(u"admin"_s, room.password(), QString())), ErrorCode::TooManyAttempts);
    }

    void aFloodOfLoginsIsTurnedAwayNotQueued()
    {
        AccountTestRoom room(Dialect::Sqlite);
        QVERIFY(room.addSlowly(u"admin"_s));
        std::atomic<int> turnedAway = 0;
        simultaneously(room.store.database(), 40, [&] {
            const auto result = room.accounts->login(u"admin"_s, room.password(), QString());
            turnedAway += !result && result.error().code == ErrorCode::TooManyAttempts
                && result.error().retryAfterSeconds == 1;
            return result.has_value();
        });
        // One is computed at a time and 16 wait: the rest knows at once, and most of those 16 within 3 s.
        QVERIFY2(turnedAway >= 10, qPrintable(QString::number(turnedAway)));
    }

    void keepsRefreshTokensOnlyAsHashes_data() { TestDatabase::addDialectRows(); }
    void keepsRefreshTokensOnlyAsHashes()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        room.addAdmin();
        const auto tokens = room.accounts->login(u"admin"_s, room.password(), QString());
        QSqlQuery &query = room.store.database().execute(u"SELECT token_hash FROM refresh_tokens"_s);
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toString(),
            QString::fromLatin1(
                QCryptographicHash::hash(tokens->refreshToken.toUtf8(), QCryptographicHash::Sha256).toHex()));
    }

    void rotatesRefreshTokens_data() { TestDatabase::addDialectRows(); }
    void rotatesRefreshTokens()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        const Session admin = room.addAdmin();
        const auto first = room.accounts->login(u"admin"_s, room.password(), QString());
        const auto second = room.accounts->refresh(first->refreshToken);
        QVERIFY(second);
        QVERIFY(second->refreshToken != first->refreshToken);
        QCOMPARE(room.accounts->authenticate(second->accessToken).value(), admin);
        QVERIFY(room.accounts->refresh(second->refreshToken));
        QCOMPARE(codeOf(room.accounts->refresh(u"nonsense"_s)), ErrorCode::Unauthenticated);
    }

    void reuseOfASpentTokenRevokesItsFamilyOnly_data() { TestDatabase::addDialectRows(); }
    void reuseOfASpentTokenRevokesItsFamilyOnly()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        room.addAdmin();
        const auto stolen = room.accounts->login(u"admin"_s, room.password(), QString());
        const auto other = room.accounts->login(u"admin"_s, room.password(), QString());
        const auto next = room.accounts->refresh(stolen->refreshToken);
        QVERIFY(next);
        QCOMPARE(codeOf(room.accounts->refresh(stolen->refreshToken)), ErrorCode::Unauthenticated);
        QCOMPARE(codeOf(room.accounts->refresh(next->refreshToken)), ErrorCode::Unauthenticated);
        QVERIFY(room.accounts->refresh(other->refreshToken));
        QCOMPARE(room.count(u"SELECT count(*) FROM audit WHERE action = 'tokenReused'"_s), 1);
    }

    void simultaneousRefreshesSucceedOnce_data() { TestDatabase::addDialectRows(); }
    void simultaneousRefreshesSucceedOnce()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        room.addAdmin();
        for (int round = 0; round < 5; ++round) {
            const auto tokens = room.accounts->login(u"admin"_s, room.password(), QString());
            const int succeeded = simultaneously(
                room.store.database(), 8, [&] { return room.accounts->refresh(tokens->refreshToken).has_value(); });
            QCOMPARE(succeeded, 1);
        }
    }

    void logoutRevokesTheFamily_data() { TestDatabase::addDialectRows(); }
    void logoutRevokesTheFamily()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        room.addAdmin();
        const auto first = room.accounts->login(u"admin"_s, room.password(), QString());
        const auto second = room.accounts->refresh(first->refreshToken);
        QVERIFY(room.accounts->logout(first->refreshToken)); // an older one of the family does as well
        QCOMPARE(codeOf(room.accounts->refresh(second->refreshToken)), ErrorCode::Unauthenticated);
        QVERIFY(room.accounts->logout(u"nonsense"_s));
    }

    void refreshTokensExpireAndArePurged_data() { TestDatabase::addDialectRows(); }
    void refreshTokensExpireAndArePurged()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        room.addAdmin();
        const auto tokens = room.accounts->login(u"admin"_s, room.password(), QString());
        room.clock.advance(std::chrono::days(7) - 1s);
        const auto renewed = room.accounts->refresh(tokens->refreshToken);
        QVERIFY(renewed);
        room.clock.advance(std::chrono::days(7));
        QCOMPARE(codeOf(room.accounts->refresh(renewed->refreshToken)), ErrorCode::Unauthenticated);
        room.accounts->login(u"admin"_s, room.password(), QString());
        QCOMPARE(room.count(u"SELECT count(*) FROM refresh_tokens"_s), 1);
    }

    void accessTokensExpire()
    {
        AccountTestRoom room(Dialect::Sqlite);
        room.addAdmin();
        const auto tokens = room.accounts->login(u"admin"_s, room.password(), QString());
        room.clock.advance(30min - 1s);
        QVERIFY(room.accounts->authenticate(tokens->accessToken));
        room.clock.advance(2s);
        QCOMPARE(codeOf(room.accounts->authenticate(tokens->accessToken)), ErrorCode::Unauthenticated);
        QCOMPARE(codeOf(room.accounts->authenticate("nonsense")), ErrorCode::Unauthenticated);
    }
};

QTEST_GUILESS_MAIN(AccountLoginTest)
#include "tst_accountlogin.moc"
