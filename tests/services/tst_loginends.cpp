#include "app/security/accesstoken.h"
#include "tests/services/accounttestroom.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum class Ending { Logout, LogoutWithAnOlderToken, Reuse, OwnPassword, PasswordByAdmin, Disabling };

// Everything that two desks on one store know of the logins of two people. `grace` is logged in twice, `other` once;
// all is authenticated on both desks, so that both remember it.
struct TwoDesks
{
    explicit TwoDesks(Dialect dialect)
        : room(dialect)
        , second(room.otherDesk(secondEvents))
        , admin(room.addAdmin())
        , grace(room.add(u"grace"_s))
    {
        room.add(u"other"_s);
        first = login(u"grace"_s);
        renewed = room.accounts->refresh(first.refreshToken).value();
        elsewhere = login(u"grace"_s);
        other = login(u"other"_s);
        for (const QByteArray &token :
            {first.accessToken, renewed.accessToken, elsewhere.accessToken, other.accessToken})
            areRemembered = areRemembered && isLetIn(*room.accounts, token) && isLetIn(*second, token);
    }

    TokenPair login(const QString &name) { return room.accounts->login(name, room.password(), QString()).value(); }
    static bool isLetIn(AccountService &desk, const QByteArray &token) { return desk.authenticate(token).has_value(); }

    void end(Ending ending)
    {
        const QString next = u"a second long phrase"_s;
        UserDraft draft = AccountTestRoom::draft(u"grace"_s);
        draft.password = next;
        switch (ending) {
        case Ending::Logout:
            QVERIFY(room.accounts->logout(renewed.refreshToken));
            break;
        case Ending::LogoutWithAnOlderToken:
            QVERIFY(room.accounts->logout(first.refreshToken));
            break;
        case Ending::Reuse:
            QVERIFY(!room.accounts->refresh(first.refreshToken));
            break;
        case Ending::OwnPassword:
            QVERIFY(room.accounts->changePassword(grace, room.password(), next));
            break;
        case Ending::PasswordByAdmin:
            QVERIFY(room.accounts->edit(admin, grace.user, draft));
            break;
        case Ending::Disabling:
            QVERIFY(room.accounts->setActive(admin, grace.user, false));
            break;
        }
    }

    AccountTestRoom room;
    DomainEvents secondEvents;
    std::unique_ptr<AccountService> second;
    Session admin;
    Session grace;
    TokenPair first;
    TokenPair renewed;
    TokenPair elsewhere;
    TokenPair other;
    bool areRemembered = true;
};

} // namespace

class LoginEndsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void accessTokensEndWithTheirLogin_data();
    void accessTokensEndWithTheirLogin();
    void anAccountThatIsLetInAgainMustLogInAgain_data() { TestDatabase::addDialectRows(); }
    void anAccountThatIsLetInAgainMustLogInAgain();
    void loginsOfTheSameMomentAreNotOne_data() { TestDatabase::addDialectRows(); }
    void loginsOfTheSameMomentAreNotOne();
    void aTokenUsedTwiceAtOnceEndsItsLoginOnly_data() { TestDatabase::addDialectRows(); }
    void aTokenUsedTwiceAtOnceEndsItsLoginOnly();
    void aTokenNeedsALoginOfItsOwnAccount();
    void theRoleIsTheStoresNotTheTokens();
    void authenticatingCostsNoQueryWhileFresh();
};

void LoginEndsTest::accessTokensEndWithTheirLogin_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<bool>("endsEveryLogin");
    const std::pair<const char *, Ending> endings[]
        = {{"logout", Ending::Logout}, {"logout with an older token", Ending::LogoutWithAnOlderToken},
            {"reuse", Ending::Reuse}, {"own password", Ending::OwnPassword},
            {"password by an admin", Ending::PasswordByAdmin}, {"disabling", Ending::Disabling}};
    for (const auto &[name, ending] : endings) {
        const bool endsEveryLogin = ending >= Ending::OwnPassword;
        QTest::addRow("%s, sqlite", name) << Dialect::Sqlite << ending << endsEveryLogin;
        QTest::addRow("%s, postgresql", name) << Dialect::PostgreSql << ending << endsEveryLogin;
    }
}

void LoginEndsTest::accessTokensEndWithTheirLogin()
{
    QFETCH(Dialect, dialect);
    QFETCH(Ending, ending);
    QFETCH(bool, endsEveryLogin);
    TwoDesks desks(dialect);
    QVERIFY(desks.areRemembered);
    desks.end(ending);

    AccountService *desk = desks.room.accounts.get();
    for (const auto wait : {0s, 3s}) {
        desks.room.clock.advance(wait);
        QVERIFY(!desks.isLetIn(*desk, desks.first.accessToken));
        QVERIFY(!desks.isLetIn(*desk, desks.renewed.accessToken));
        QCOMPARE(desks.isLetIn(*desk, desks.elsewhere.accessToken), !endsEveryLogin);
        QVERIFY(desks.isLetIn(*desk, desks.other.accessToken));
        desk = desks.second.get();
    }
    QCOMPARE(desks.second->refresh(desks.elsewhere.refreshToken).has_value(), !endsEveryLogin);
    QVERIFY(desks.second->refresh(desks.other.refreshToken));
}

void LoginEndsTest::anAccountThatIsLetInAgainMustLogInAgain()
{
    QFETCH(Dialect, dialect);
    TwoDesks desks(dialect);
    desks.end(Ending::Disabling);
    QCOMPARE(codeOf(desks.room.accounts->refresh(desks.renewed.refreshToken)), ErrorCode::Unauthenticated);
    QCOMPARE(
        codeOf(desks.room.accounts->login(u"grace"_s, desks.room.password(), QString())), ErrorCode::Unauthenticated);
    QVERIFY(desks.room.accounts->setActive(desks.admin, desks.grace.user, true));
    QVERIFY(!desks.isLetIn(*desks.room.accounts, desks.renewed.accessToken));
    QCOMPARE(codeOf(desks.room.accounts->refresh(desks.renewed.refreshToken)), ErrorCode::Unauthenticated);
    QVERIFY(desks.isLetIn(*desks.room.accounts, desks.login(u"grace"_s).accessToken));
}

void LoginEndsTest::loginsOfTheSameMomentAreNotOne()
{
    QFETCH(Dialect, dialect);
    AccountTestRoom room(dialect);
    room.addAdmin();
    const auto one = room.accounts->login(u"admin"_s, room.password(), QString()); // the clock stands
    const auto two = room.accounts->login(u"admin"_s, room.password(), QString());
    QVERIFY(one && two);
    QVERIFY(one->accessToken != two->accessToken);
    QVERIFY(one->refreshToken != two->refreshToken);
    QVERIFY(room.accounts->logout(one->refreshToken));
    QVERIFY(!room.accounts->authenticate(one->accessToken));
    QVERIFY(room.accounts->authenticate(two->accessToken));
    QVERIFY(room.accounts->refresh(two->refreshToken));
}

void LoginEndsTest::aTokenUsedTwiceAtOnceEndsItsLoginOnly()
{
    QFETCH(Dialect, dialect);
    TwoDesks desks(dialect);
    std::atomic<int> turn = 0;
    QMutex mutex;
    QList<TokenPair> given;
    const int succeeded = simultaneously(desks.room.store.database(), 8, [&] {
        AccountService &desk = ++turn % 2 ? *desks.room.accounts : *desks.second;
        const Result<TokenPair> tokens = desk.refresh(desks.renewed.refreshToken);
        const QMutexLocker locker(&mutex);
        if (tokens)
            given.append(*tokens);
        return tokens.has_value();
    });
    QCOMPARE(succeeded, 1);
    desks.room.clock.advance(3s);
    for (AccountService *desk : {desks.room.accounts.get(), desks.second.get()}) {
        QVERIFY(!desks.isLetIn(*desk, given.first().accessToken)); // nobody knows which of them was the thief
        QVERIFY(desks.isLetIn(*desk, desks.elsewhere.accessToken));
        QVERIFY(desks.isLetIn(*desk, desks.other.accessToken));
    }
    QVERIFY(!desks.room.accounts->refresh(given.first().refreshToken));
    QVERIFY(desks.room.accounts->refresh(desks.elsewhere.refreshToken));
    QVERIFY(desks.room.accounts->refresh(desks.other.refreshToken));
    QCOMPARE(desks.room.count(u"SELECT count(*) FROM audit WHERE action = 'tokenReused'"_s), 1);
}

void LoginEndsTest::aTokenNeedsALoginOfItsOwnAccount()
{
    TwoDesks desks(Dialect::Sqlite);
    const QByteArray secret = AccountTestRoom::tokenSettings().secret;
    AccessClaims claims = readAccessToken(desks.other.accessToken, secret, desks.room.clock.now()).value();
    const QString family = claims.family;
    claims.family = u"nonsense"_s;
    QVERIFY(!desks.room.accounts->authenticate(signAccessToken(claims, secret)));
    claims.family = family;
    QVERIFY(desks.room.accounts->authenticate(signAccessToken(claims, secret)));
    claims.user = desks.admin.user;
    QVERIFY(!desks.room.accounts->authenticate(signAccessToken(claims, secret)));
}

void LoginEndsTest::theRoleIsTheStoresNotTheTokens()
{
    TwoDesks desks(Dialect::Sqlite);
    const QByteArray secret = AccountTestRoom::tokenSettings().secret;
    AccessClaims claims = readAccessToken(desks.other.accessToken, secret, desks.room.clock.now()).value();
    claims.role = Role::Admin;
    const QByteArray forged = signAccessToken(claims, secret);
    QCOMPARE(desks.room.accounts->authenticate(forged)->role, Role::Reception);
    UserDraft draft = AccountTestRoom::draft(u"other"_s, Role::Manager);
    draft.password.clear();
    QVERIFY(desks.room.accounts->edit(desks.admin, claims.user, draft));
    QCOMPARE(desks.room.accounts->authenticate(forged)->role, Role::Manager);
}

void LoginEndsTest::authenticatingCostsNoQueryWhileFresh()
{
    TwoDesks desks(Dialect::Sqlite);
    // Behind the service's back: whoever asks the store learns it.
    desks.room.store.database().executeScript(
        u"UPDATE users SET is_active = 0;\nUPDATE refresh_tokens SET revoked_at = 1;\n"_s);
    desks.room.clock.advance(2999ms);
    for (const TokenPair &tokens : {desks.first, desks.renewed, desks.elsewhere, desks.other})
        QVERIFY(desks.isLetIn(*desks.room.accounts, tokens.accessToken));
    desks.room.clock.advance(1ms);
    for (const TokenPair &tokens : {desks.first, desks.renewed, desks.elsewhere, desks.other})
        QVERIFY(!desks.isLetIn(*desks.room.accounts, tokens.accessToken));
}

QTEST_GUILESS_MAIN(LoginEndsTest)
#include "tst_loginends.moc"
