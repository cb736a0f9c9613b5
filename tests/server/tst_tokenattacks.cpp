#include "app/security/accesstoken.h"
#include "tests/support/apiclient.h"

#include <QMessageAuthenticationCode>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const QByteArray ownHeader = R"({"alg":"HS256","typ":"JWT"})";

QByteArray sign(const QByteArray &header, const QByteArray &payload, const QByteArray &secret,
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256)
{
    const QByteArray text = header.toBase64(encoding) + '.' + payload.toBase64(encoding);
    return text + '.' + QMessageAuthenticationCode::hash(text, secret, algorithm).toBase64(encoding);
}

} // namespace

// Tokens that nobody issued, over HTTP: every single byte of a good one changed, and what is put together otherwise.
class TokenAttacksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { QCOMPARE(m_api->breaches(), QStringList()); }
    void cleanupTestCase() { m_api.reset(); }

    void refusesATokenWithAnyByteChanged();
    void refusesATokenCutAnywhere();
    void refusesSegmentsInAnyOtherOrder();
    void refusesOtherAlgorithmsAndHeaders();
    void refusesOtherSecrets();
    void refusesClaimsThatDoNotHold();
    void takesARefreshTokenForNothingElse();

private:
    int statusOf(const QByteArray &token);
    QByteArray issued(const std::function<void(AccessClaims &)> &change = [](AccessClaims &) {}) const;
    QJsonObject payload() const;

    std::unique_ptr<ApiClient> m_api;
    QByteArray m_good;
};

void TokenAttacksTest::init()
{
    if (!m_api)
        m_api = std::make_unique<ApiClient>(Dialect::Sqlite);
    m_good = m_api->token(Role::Admin);
    QCOMPARE(statusOf(m_good), 200); // otherwise every refusal below would prove nothing
}

int TokenAttacksTest::statusOf(const QByteArray &token)
{
    const ReceivedAnswer answer = m_api->send(
        std::nullopt, "GET", "/api/patients?limit=1", QByteArray(), {{"Authorization", "Bearer " + token}});
    return answer.status;
}

// Signed as the program does it, for the administrator of the store.
QByteArray TokenAttacksTest::issued(const std::function<void(AccessClaims &)> &change) const
{
    const QDateTime now = m_api->clock().now();
    AccessClaims claims = readAccessToken(m_good, m_api->tokenSecret(), now).value();
    change(claims);
    return signAccessToken(claims, m_api->tokenSecret());
}

QJsonObject TokenAttacksTest::payload() const
{
    return QJsonDocument::fromJson(QByteArray::fromBase64(m_good.split('.').at(1), encoding)).object();
}

void TokenAttacksTest::refusesATokenWithAnyByteChanged()
{
    const QByteArray alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int tried = 0;
    for (qsizetype at = 0; at < m_good.size(); ++at) {
        // A neighbour in the alphabet of the encoding (the spare bits of a segment's last character among them), the
        // same letter in the other case, and a character that does not belong there.
        const qsizetype place = alphabet.indexOf(m_good.at(at));
        QByteArray others = ".";
        if (place >= 0)
            others = QByteArray(1, alphabet.at(place ^ 1)) + alphabet.at(place ^ 32) + '=';
        for (const char other : others) {
            QByteArray forged = m_good;
            forged[at] = other;
            if (forged == m_good)
                continue;
            ++tried;
            QVERIFY2(statusOf(forged) == 401, qPrintable(u"byte %1 as %2"_s.arg(at).arg(QLatin1Char(other))));
        }
    }
    QVERIFY2(tried > 600, qPrintable(QString::number(tried)));
}

void TokenAttacksTest::refusesATokenCutAnywhere()
{
    for (qsizetype size = 0; size < m_good.size(); ++size)
        QCOMPARE(statusOf(m_good.first(size)), 401);
    for (const QByteArray &more :
        {"A"_ba, "="_ba, "=="_ba, "."_ba, "\t.x"_ba, "%00"_ba, m_good, '.' + m_good, ' ' + m_good})
        QCOMPARE(statusOf(m_good + more), 401);
    QCOMPARE(statusOf('.' + m_good), 401);
}

void TokenAttacksTest::refusesSegmentsInAnyOtherOrder()
{
    const QList<QByteArray> segments = m_good.split('.');
    const QList<QByteArray> choices = segments + QList<QByteArray>{QByteArray()};
    int tried = 0;
    for (const QByteArray &first : choices) {
        for (const QByteArray &second : choices) {
            for (const QByteArray &third : choices) {
                const QByteArray forged = first + '.' + second + '.' + third;
                if (forged == m_good)
                    continue;
                ++tried;
                QCOMPARE(statusOf(forged), 401);
            }
        }
    }
    QCOMPARE(tried, 63);
    // The parts of two good tokens do not make a third.
    const QList<QByteArray> other = m_api->token(Role::Viewer).split('.');
    QCOMPARE(statusOf(segments[0] + '.' + segments[1] + '.' + other[2]), 401);
    QCOMPARE(statusOf(segments[0] + '.' + other[1] + '.' + segments[2]), 401);
}

void TokenAttacksTest::refusesOtherAlgorithmsAndHeaders()
{
    const QByteArray claims = QByteArray::fromBase64(m_good.split('.').at(1), encoding);
    const QByteArray secret = m_api->tokenSecret();
    QCOMPARE(statusOf(sign(ownHeader, claims, secret)), 200);
    for (const QByteArray &algorithm : {"none"_ba, "None"_ba, "NONE"_ba, "nOnE"_ba, "HS384"_ba, "HS512"_ba, "RS256"_ba,
             "ES256"_ba, "PS256"_ba, "EdDSA"_ba, "hs256"_ba, "HS256 "_ba, ""_ba}) {
        const QByteArray header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
        for (const auto hash : {QCryptographicHash::Sha256, QCryptographicHash::Sha384, QCryptographicHash::Sha512})
            QCOMPARE(statusOf(sign(header, claims, secret, hash)), 401);
        QCOMPARE(statusOf(header.toBase64(encoding) + '.' + claims.toBase64(encoding) + '.'), 401);
    }
    for (const QByteArray &header : {"{}"_ba, "[]"_ba, ""_ba, R"({"typ":"JWT"})"_ba, R"({"alg":null,"typ":"JWT"})"_ba,
             R"({"alg":"HS256","alg":"none","typ":"JWT"})"_ba,
             R"({"alg":"HS256","typ":"JWT","kid":"../../dev/null"})"_ba,
             R"({"alg":"HS256","typ":"JWT","jwk":{"kty":"oct","k":""}})"_ba,
             R"({"alg":"HS256","typ":"JWT","crit":["exp"]})"_ba})
        QCOMPARE(statusOf(sign(header, claims, secret)), 401);
    QCOMPARE(statusOf(sign(ownHeader, claims, secret, QCryptographicHash::Sha512)), 401);
}

void TokenAttacksTest::refusesOtherSecrets()
{
    const QByteArray claims = QByteArray::fromBase64(m_good.split('.').at(1), encoding);
    const QByteArray secret = m_api->tokenSecret();
    for (const QByteArray &other : {""_ba, "secret"_ba, "changeme"_ba, "accueil"_ba, QByteArray(secret.size(), '\0'),
             secret.chopped(1), secret + 'x', secret.toHex(), secret.toBase64(), m_good})
        QCOMPARE(statusOf(sign(ownHeader, claims, other)), 401);
}

void TokenAttacksTest::refusesClaimsThatDoNotHold()
{
    const QDateTime now = m_api->clock().now();
    QCOMPARE(statusOf(issued()), 200);
    QCOMPARE(statusOf(issued([&](AccessClaims &c) { c.expiresAt = now; })), 401);
    QCOMPARE(statusOf(issued([&](AccessClaims &c) { c.expiresAt = now.addSecs(-1); })), 401);
    QCOMPARE(statusOf(issued([&](AccessClaims &c) { c.issuedAt = now.addSecs(3600); })), 401); // not before its time
    QCOMPARE(statusOf(issued([](AccessClaims &c) { c.user = UserId{999'999}; })), 401);
    // Rightly signed, wrongly filled.
    const QJsonArray several{1, 2};
    for (const QString &name : {u"sub"_s, u"exp"_s, u"iat"_s, u"role"_s, u"name"_s, u"jti"_s, u"sid"_s}) {
        for (const QJsonValue &value : {QJsonValue(QJsonValue::Undefined), QJsonValue(), QJsonValue(true),
                 QJsonValue(-1), QJsonValue(0.5), QJsonValue(1e300), QJsonValue(u""_s), QJsonValue(several)}) {
            QJsonObject claims = payload();
            claims.remove(name);
            if (!value.isUndefined())
                claims.insert(name, value);
            const QByteArray token = sign(ownHeader, jsonBytes(claims), m_api->tokenSecret());
            QVERIFY2(statusOf(token) == 401, jsonBytes(claims).constData());
        }
    }
    for (const QByteArray &claims : {""_ba, "null"_ba, "[]"_ba, "{"_ba, "\xff\xfe"_ba, QByteArray(3000, '{')})
        QCOMPARE(statusOf(sign(ownHeader, claims, m_api->tokenSecret())), 401);
}

void TokenAttacksTest::takesARefreshTokenForNothingElse()
{
    const QString password = u"un mot de passe long"_s;
    const auto post = [&](std::optional<Role> who, const QByteArray &path, const QJsonObject &body) {
        return m_api->send(who, "POST", path, body).json().toObject();
    };
    const QJsonObject user = post(Role::Admin, "/api/auth/register",
        {{u"username"_s, u"grace"_s}, {u"password"_s, password}, {u"role"_s, u"reception"_s}});
    const QJsonObject tokens
        = post(std::nullopt, "/api/auth/login", {{u"username"_s, u"grace"_s}, {u"password"_s, password}});
    const QByteArray access = tokens.value(u"access_token"_s).toString().toLatin1();
    QCOMPARE(statusOf(access), 200);
    QCOMPARE(statusOf(tokens.value(u"refresh_token"_s).toString().toLatin1()), 401);
    const ReceivedAnswer swapped = m_api->send(
        std::nullopt, "POST", "/api/auth/refresh", QJsonObject{{u"refresh_token"_s, QString::fromLatin1(access)}});
    QCOMPARE(swapped.status, 401);
    // Of an account that was closed since.
    const QByteArray path = "/api/users/" + QByteArray::number(user.value(u"id"_s).toInteger());
    QCOMPARE(m_api->send(Role::Admin, "PATCH", path, QJsonObject{{u"is_active"_s, false}}).status, 200);
    QCOMPARE(statusOf(access), 401);
}

QTEST_GUILESS_MAIN(TokenAttacksTest)
#include "tst_tokenattacks.moc"
