#include "app/security/accesstoken.h"
#include "tests/support/apitest.h"

#include <QMessageAuthenticationCode>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"un mot de passe long"_s;

QByteArray base64url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray signedToken(const QByteArray &header, const QByteArray &payload, const QByteArray &secret,
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256)
{
    const QByteArray text = base64url(header) + '.' + base64url(payload);
    return text + '.' + base64url(QMessageAuthenticationCode::hash(text, secret, algorithm));
}

} // namespace

// Logging in, tokens, accounts, and what must not be taken for a token.
class ApiAccountsTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void makesTheFirstAccountWithoutLogin();
    void asksForAnAdministratorLater();
    void logsInRefreshesAndLogsOut();
    void revokesTheFamilyOfAReusedToken();
    void logoutEndsTheAccessTokensOfThatLoginAlone();
    void answersWrongNamesAndPasswordsAlike();
    void locksAfterFiveFailures();
    void refusesBrokenCredentials_data();
    void refusesBrokenCredentials();
    void refusesForgedTokens_data();
    void refusesForgedTokens();
    void refusesATokenThatHasRunOut();
    void refusesATokenOfADisabledAccount();
    void changesOnesOwnPassword();
    void keepsTheLastAdministrator();
    void listsAndChangesAccounts();

private:
    QJsonObject registerUser(const QString &name, std::optional<Role> who = Role::Admin);
    ReceivedAnswer login(const QString &name, const QString &secret = password);
    int statusOfMe(const QJsonObject &tokens); // of a request with that access token
};

QJsonObject ApiAccountsTest::registerUser(const QString &name, std::optional<Role> who)
{
    const QJsonObject draft{{u"username"_s, name}, {u"password"_s, password}, {u"role"_s, u"reception"_s}};
    return m_api->send(who, "POST", "/api/auth/register", draft).json().toObject();
}

ReceivedAnswer ApiAccountsTest::login(const QString &name, const QString &secret)
{
    return m_api->send(
        std::nullopt, "POST", "/api/auth/login", QJsonObject{{u"username"_s, name}, {u"password"_s, secret}});
}

int ApiAccountsTest::statusOfMe(const QJsonObject &tokens)
{
    const QByteArray token = tokens.value(u"access_token"_s).toString().toLatin1();
    return m_api->send(std::nullopt, "GET", "/api/auth/me", QByteArray(), {{"Authorization", "Bearer " + token}})
        .status;
}

void ApiAccountsTest::makesTheFirstAccountWithoutLogin()
{
    m_api->store().database().execute(u"DELETE FROM users"_s);
    QCOMPARE(registerUser(u"first"_s, std::nullopt).value(u"role"_s).toString(), u"admin"_s);
    const QJsonObject second{{u"username"_s, u"second"_s}, {u"password"_s, password}};
    QCOMPARE(m_api->send(std::nullopt, "POST", "/api/auth/register", second).status, 401);
}

void ApiAccountsTest::asksForAnAdministratorLater()
{
    const QJsonObject draft{{u"username"_s, u"later"_s}, {u"password"_s, password}};
    QCOMPARE(m_api->send(std::nullopt, "POST", "/api/auth/register", draft).status, 401);
    QCOMPARE(m_api->send(Role::Manager, "POST", "/api/auth/register", draft).status, 403);
    QCOMPARE(m_api->send(Role::Admin, "POST", "/api/auth/register", draft).status, 201);
    QCOMPARE(m_api->send(Role::Admin, "POST", "/api/auth/register", draft).status, 409);
}

void ApiAccountsTest::logsInRefreshesAndLogsOut()
{
    registerUser(u"grace"_s);
    const ReceivedAnswer in = login(u"Grace"_s);
    QCOMPARE(in.status, 200);
    QCOMPARE(in.headers.value("cache-control"), QByteArray("no-store"));
    const QJsonObject tokens = in.json().toObject();
    QCOMPARE(tokens.value(u"expires_in"_s).toInt(), 1800);
    const WireClient::Headers bearer{
        {"Authorization", "bearer " + tokens.value(u"access_token"_s).toString().toLatin1()}};
    const ReceivedAnswer me = m_api->send(std::nullopt, "GET", "/api/auth/me", QByteArray(), bearer);
    QCOMPARE(me.json().toObject().value(u"username"_s).toString(), u"grace"_s);

    const QJsonObject first{{u"refresh_token"_s, tokens.value(u"refresh_token"_s)}};
    const QJsonObject renewed = m_api->send(std::nullopt, "POST", "/api/auth/refresh", first).json().toObject();
    QVERIFY(renewed.value(u"refresh_token"_s) != tokens.value(u"refresh_token"_s));
    const QJsonObject second{{u"refresh_token"_s, renewed.value(u"refresh_token"_s)}};
    QCOMPARE(m_api->send(std::nullopt, "POST", "/api/auth/logout", second).status, 204);
    QCOMPARE(m_api->send(std::nullopt, "POST", "/api/auth/refresh", second).status, 401);
    QCOMPARE(
        m_api->send(std::nullopt, "POST", "/api/auth/logout", QJsonObject{{u"refresh_token"_s, u"unknown"_s}}).status,
        204);
}

void ApiAccountsTest::revokesTheFamilyOfAReusedToken()
{
    registerUser(u"grace"_s);
    const QJsonObject tokens = login(u"grace"_s).json().toObject();
    const QJsonObject first{{u"refresh_token"_s, tokens.value(u"refresh_token"_s)}};
    const QJsonObject next = m_api->send(std::nullopt, "POST", "/api/auth/refresh", first).json().toObject();
    m_api->clock().advance(std::chrono::minutes(2));
    QCOMPARE(statusOfMe(tokens), 200);
    QCOMPARE(statusOfMe(next), 200);
    QCOMPARE(m_api->send(std::nullopt, "POST", "/api/auth/refresh", first).status, 401);
    QCOMPARE(statusOfMe(tokens), 401);
    QCOMPARE(statusOfMe(next), 401);
    const QJsonObject second{{u"refresh_token"_s, next.value(u"refresh_token"_s)}};
    QCOMPARE(m_api->send(std::nullopt, "POST", "/api/auth/refresh", second).status, 401);
}

void ApiAccountsTest::logoutEndsTheAccessTokensOfThatLoginAlone()
{
    registerUser(u"grace"_s);
    const QJsonObject here = login(u"grace"_s).json().toObject();
    const QJsonObject elsewhere = login(u"grace"_s).json().toObject();
    QCOMPARE(statusOfMe(here), 200);
    QCOMPARE(statusOfMe(elsewhere), 200);
    const QJsonObject body{{u"refresh_token"_s, here.value(u"refresh_token"_s)}};
    QCOMPARE(m_api->send(std::nullopt, "POST", "/api/auth/logout", body).status, 204);
    QCOMPARE(statusOfMe(here), 401);
    QCOMPARE(statusOfMe(elsewhere), 200);
}

void ApiAccountsTest::answersWrongNamesAndPasswordsAlike()
{
    registerUser(u"grace"_s);
    const ReceivedAnswer wrongPassword = login(u"grace"_s, u"something else"_s);
    const ReceivedAnswer wrongName = login(u"nobody"_s, u"something else"_s);
    QCOMPARE(wrongPassword.status, 401);
    QCOMPARE(wrongName.status, 401);
    QCOMPARE(wrongName.body, wrongPassword.body);
}

void ApiAccountsTest::locksAfterFiveFailures()
{
    registerUser(u"grace"_s);
    ReceivedAnswer answer;
    for (int i = 0; i < 8 && answer.status != 429; ++i)
        answer = login(u"grace"_s, u"something else"_s);
    QCOMPARE(answer.status, 429);
    QVERIFY(answer.headers.value("retry-after").toInt() >= 1);
    QCOMPARE(login(u"grace"_s).status, 429);
}

void ApiAccountsTest::refusesBrokenCredentials_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << "{}"_ba;
    QTest::newRow("no password") << "{\"username\":\"a\"}"_ba;
    QTest::newRow("null password") << "{\"username\":\"a\",\"password\":null}"_ba;
    QTest::newRow("number") << "{\"username\":\"a\",\"password\":12345678901}"_ba;
    QTest::newRow("object") << "{\"username\":{\"$ne\":\"\"},\"password\":{\"$ne\":\"\"}}"_ba;
    QTest::newRow("list") << "{\"username\":[\"a\"],\"password\":\"b\"}"_ba;
    QTest::newRow("zero character") << "{\"username\":\"a\\u0000\",\"password\":\"b\"}"_ba;
    QTest::newRow("too much") << "{\"username\":\"a\",\"password\":\"b\",\"role\":\"admin\"}"_ba;
}

void ApiAccountsTest::refusesBrokenCredentials()
{
    QFETCH(QByteArray, body);
    QCOMPARE(
        m_api->send(std::nullopt, "POST", "/api/auth/login", body, {{"Content-Type", "application/json"}}).status, 422);
}

void ApiAccountsTest::refusesForgedTokens_data()
{
    QTest::addColumn<QByteArray>("authorization");
    const ApiClient api(Dialect::Sqlite);
    const QByteArray good = api.token(Role::Admin);
    const QList<QByteArray> parts = good.split('.');
    const QByteArray payload = QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding);
    const QByteArray header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    const auto add
        = [](const char *name, const QByteArray &token) { QTest::newRow(name) << QByteArray("Bearer " + token); };
    QTest::newRow("other scheme") << QByteArray("Basic " + good);
    QTest::newRow("no scheme") << good;
    QTest::newRow("nothing behind the scheme") << QByteArray("Bearer ");
    add("of another store", good);
    add("alg none", base64url("{\"alg\":\"none\"}") + '.' + parts[1] + '.');
    add("alg None", base64url("{\"alg\":\"None\"}") + '.' + parts[1] + '.' + parts[2]);
    add("no signature", parts[0] + '.' + parts[1] + '.');
    add("no signature, no dot", parts[0] + '.' + parts[1]);
    add("signed by nothing", signedToken(header, payload, ""));
    add("signed by a guess", signedToken(header, payload, "secret"));
    add("garbage", "a.b.c");
    add("dots", "..");
    add("long", QByteArray(8000, 'a'));
    add("not base64", "%%%.%%%.%%%");
}

void ApiAccountsTest::refusesForgedTokens()
{
    QFETCH(QByteArray, authorization);
    const ReceivedAnswer answer
        = m_api->send(std::nullopt, "GET", "/api/patients", QByteArray(), {{"Authorization", authorization}});
    QCOMPARE(answer.status, 401);
    QVERIFY(!answer.body.contains(authorization.right(20)) || authorization.size() < 20);
    // With the right secret but a wrong algorithm.
    const QByteArray good = m_api->token(Role::Admin);
    const QList<QByteArray> parts = good.split('.');
    const QByteArray payload = QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding);
    const QByteArray hs512
        = signedToken("{\"alg\":\"HS512\",\"typ\":\"JWT\"}", payload, m_api->tokenSecret(), QCryptographicHash::Sha512);
    QCOMPARE(
        m_api->send(std::nullopt, "GET", "/api/patients", QByteArray(), {{"Authorization", "Bearer " + hs512}}).status,
        401);
}

void ApiAccountsTest::refusesATokenThatHasRunOut()
{
    registerUser(u"grace"_s);
    const QByteArray token = login(u"grace"_s).json().toObject().value(u"access_token"_s).toString().toLatin1();
    const WireClient::Headers bearer{{"Authorization", "Bearer " + token}};
    QCOMPARE(m_api->send(std::nullopt, "GET", "/api/auth/me", QByteArray(), bearer).status, 200);
    m_api->clock().advance(std::chrono::minutes(31));
    const ReceivedAnswer late = m_api->send(std::nullopt, "GET", "/api/auth/me", QByteArray(), bearer);
    QCOMPARE(late.status, 401);
    QVERIFY(late.headers.value("www-authenticate").contains("invalid_token"));
}

void ApiAccountsTest::refusesATokenOfADisabledAccount()
{
    const qint64 id = registerUser(u"grace"_s).value(u"id"_s).toInteger();
    const QByteArray token = login(u"grace"_s).json().toObject().value(u"access_token"_s).toString().toLatin1();
    const WireClient::Headers bearer{{"Authorization", "Bearer " + token}};
    QCOMPARE(m_api->send(std::nullopt, "GET", "/api/patients", QByteArray(), bearer).status, 200);
    const QByteArray path = "/api/users/" + QByteArray::number(id);
    QCOMPARE(m_api->send(Role::Admin, "PATCH", path, QJsonObject{{u"is_active"_s, false}}).status, 200);
    QCOMPARE(m_api->send(std::nullopt, "GET", "/api/patients", QByteArray(), bearer).status, 401);
    QCOMPARE(login(u"grace"_s).status, 401);
}

void ApiAccountsTest::changesOnesOwnPassword()
{
    registerUser(u"grace"_s);
    const QByteArray token = login(u"grace"_s).json().toObject().value(u"access_token"_s).toString().toLatin1();
    const WireClient::Headers bearer{{"Authorization", "Bearer " + token}};
    const QString next = u"une phrase encore plus longue"_s;
    const auto change = [&](const QString &current) {
        return m_api->send(std::nullopt, "POST", "/api/auth/password",
            QJsonObject{{u"current_password"_s, current}, {u"new_password"_s, next}}, bearer);
    };
    QCOMPARE(change(u"wrong"_s).status, 422);
    QCOMPARE(change(password).status, 204);
    QCOMPARE(change(next).status, 401); // every login has ended, also the one that asked for it
    QCOMPARE(login(u"grace"_s, password).status, 401);
    QCOMPARE(login(u"grace"_s, next).status, 200);
}

void ApiAccountsTest::keepsTheLastAdministrator()
{
    const QJsonArray users = m_api->get(Role::Admin, "/api/users").json().toArray();
    for (const QJsonValue &user : users) {
        if (user.toObject().value(u"role"_s).toString() != u"admin")
            continue;
        const QByteArray path = "/api/users/" + QByteArray::number(user.toObject().value(u"id"_s).toInteger());
        QCOMPARE(m_api->send(Role::Admin, "PATCH", path, QJsonObject{{u"role"_s, u"viewer"_s}}).status, 409);
    }
}

void ApiAccountsTest::listsAndChangesAccounts()
{
    const qint64 id = registerUser(u"grace"_s).value(u"id"_s).toInteger();
    const ReceivedAnswer list = m_api->get(Role::Admin, "/api/users?fields=username");
    QCOMPARE(list.headers.value("x-total-count"), QByteArray("5")); // hers and one for each role
    QVERIFY(list.body.contains("\"grace\""));
    QVERIFY(!list.body.contains("password"));
    const QByteArray path = "/api/users/" + QByteArray::number(id);
    const ReceivedAnswer read = m_api->get(Role::Admin, path);
    const QByteArray tag = read.headers.value("etag");
    const QJsonObject change{{u"role"_s, u"manager"_s}, {u"email"_s, u"grace@example.org"_s}};
    const ReceivedAnswer changed = m_api->send(Role::Admin, "PATCH", path, change, {{"If-Match", tag}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json().toObject().value(u"role"_s).toString(), u"manager"_s);
    QCOMPARE(m_api->send(Role::Admin, "PATCH", path, change, {{"If-Match", tag}}).status, 412);
    QCOMPARE(m_api->send(Role::Admin, "PATCH", path, QJsonObject{{u"email"_s, u"no email"_s}}).status, 422);
    QCOMPARE(m_api->get(Role::Admin, "/api/users/999999").status, 404);
    QCOMPARE(m_api->get(Role::Admin, "/api/users/grace").status, 404);
}

QTEST_GUILESS_MAIN(ApiAccountsTest)
#include "tst_apiaccounts.moc"
