#include "app/security/accesstoken.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const QByteArray secret = "a secret of at least thirty-two bytes";
const QDateTime issued({2026, 3, 12}, {9, 42}, Qt::UTC);
const QDateTime now = issued.addSecs(60);
constexpr qint64 lifetime = 1800; // seconds

AccessClaims sample()
{
    return {UserId{7}, u"f0e1d2"_s, u"clarisse.é"_s, Role::Reception, issued, issued.addSecs(lifetime), u"a1b2c3"_s};
}

const QByteArray header = R"({"alg":"HS256","typ":"JWT"})";

QByteArray macOf(const QByteArray &text, const QByteArray &key = secret,
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256)
{
    return QMessageAuthenticationCode::hash(text, key, algorithm).toBase64(base64);
}

// A token that is right in everything but what the row spoils: signed by Qt's own HMAC, not by the code under test.
QByteArray signedToken(const QByteArray &head, const QByteArray &payload)
{
    const QByteArray text = head.toBase64(base64) + '.' + payload.toBase64(base64);
    return text + '.' + macOf(text);
}

QJsonObject sampleJson()
{
    return {{u"sub"_s, u"7"_s}, {u"sid"_s, u"f0e1d2"_s}, {u"name"_s, u"clarisse"_s}, {u"role"_s, u"reception"_s},
        {u"iat"_s, issued.toSecsSinceEpoch()}, {u"exp"_s, issued.toSecsSinceEpoch() + lifetime},
        {u"jti"_s, u"a1b2c3"_s}};
}

QByteArray payloadOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray tokenWith(const QString &claim, const QJsonValue &value)
{
    QJsonObject object = sampleJson();
    if (value.isUndefined())
        object.remove(claim);
    else
        object[claim] = value;
    return signedToken(header, payloadOf(object));
}

void addForgedHeaders(const QByteArray &good)
{
    const QByteArray payload = payloadOf(sampleJson());
    const auto withHeader
        = [&](const char *name, const QByteArray &head) { QTest::newRow(name) << signedToken(head, payload); };
    QTest::newRow("alg none, no signature")
        << QByteArray(R"({"alg":"none","typ":"JWT"})").toBase64(base64) + '.' + payload.toBase64(base64) + '.';
    withHeader("alg none", R"({"alg":"none","typ":"JWT"})");
    withHeader("alg None", R"({"alg":"None","typ":"JWT"})");
    withHeader("alg empty", R"({"alg":"","typ":"JWT"})");
    withHeader("alg missing", R"({"typ":"JWT"})");
    withHeader("alg RS256 signed with the secret", R"({"alg":"RS256","typ":"JWT"})");
    withHeader("alg ES256", R"({"alg":"ES256","typ":"JWT"})");
    withHeader("alg HS384", R"({"alg":"HS384","typ":"JWT"})");
    withHeader("alg HS512", R"({"alg":"HS512","typ":"JWT"})");
    withHeader("alg hs256", R"({"alg":"hs256","typ":"JWT"})");
    withHeader("alg array", R"({"alg":["HS256"],"typ":"JWT"})");
    withHeader("alg twice", R"({"alg":"none","alg":"HS256","typ":"JWT"})");
    withHeader("crit", R"({"alg":"HS256","crit":["exp"],"typ":"JWT"})");
    withHeader("b64 false", R"({"alg":"HS256","b64":false,"crit":["b64"],"typ":"JWT"})");
    withHeader("jwk of the attacker", R"({"alg":"HS256","jwk":{"kty":"oct","k":"AAAA"},"typ":"JWT"})");
    withHeader("jku", R"({"alg":"HS256","jku":"https://evil.example/k.json","typ":"JWT"})");
    withHeader("kid path", R"({"alg":"HS256","kid":"../../dev/null","typ":"JWT"})");
    withHeader("zip", R"({"alg":"HS256","typ":"JWT","zip":"DEF"})");
    withHeader("typ other", R"({"alg":"HS256","typ":"JWE"})");
    withHeader("header empty object", "{}");
    withHeader("header array", R"(["HS256"])");
    withHeader("header null", "null");
    const QByteArray sha512Text
        = QByteArray(R"({"alg":"HS512","typ":"JWT"})").toBase64(base64) + '.' + good.split('.').at(1);
    QTest::newRow("HS512 truly") << sha512Text + '.' + macOf(sha512Text, secret, QCryptographicHash::Sha512);
}

void addSpoiledForms(const QByteArray &good)
{
    const QList<QByteArray> parts = good.split('.');
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one part") << parts.at(0);
    QTest::newRow("two parts") << parts.at(0) + '.' + parts.at(1);
    QTest::newRow("four parts") << good + '.' + parts.at(2);
    QTest::newRow("five parts as in JWE") << good + QByteArray("..");
    QTest::newRow("dots only") << QByteArray("..");
    QTest::newRow("no signature") << parts.at(0) + '.' + parts.at(1) + '.';
    QTest::newRow("no payload") << parts.at(0) + QByteArray("..") + parts.at(2);
    QTest::newRow("no header") << QByteArray(".") + parts.at(1) + '.' + parts.at(2);
    QTest::newRow("payload twice") << parts.at(0) + '.' + parts.at(1) + '.' + parts.at(1) + '.' + parts.at(2);
    QTest::newRow("signature padded") << good + '=';
    QTest::newRow("line end behind") << good + '\n';
    QTest::newRow("space before") << ' ' + good;
    QTest::newRow("zero byte behind") << good + QByteArray(1, '\0');
    QTest::newRow("letter behind") << good + 'A';
    QTest::newRow("scheme before") << "Bearer " + good;
    QTest::newRow("signature shortened") << good.chopped(1);
    // 32 bytes leave two spare bits in the 43rd character: another one decodes to the same bytes.
    QByteArray spare = good;
    const QByteArray letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    spare[spare.size() - 1] = letters.at(letters.indexOf(spare.back()) + 1);
    QTest::newRow("signature with spare bits set") << spare;
    QByteArray flipped = good;
    const qsizetype middle = good.size() - 20;
    flipped[middle] = flipped.at(middle) == 'A' ? 'B' : 'A';
    QTest::newRow("signature changed") << flipped;
    QTest::newRow("signature of zeros") << parts.at(0) + '.' + parts.at(1) + '.' + QByteArray(43, 'A');
    QTest::newRow("signature in ordinary base64")
        << parts.at(0) + '.' + parts.at(1) + '.' + parts.at(2).left(10) + '+' + parts.at(2).mid(11);
    QTest::newRow("payload of another role") << parts.at(0) + '.'
            + QByteArray(QByteArray::fromBase64(parts.at(1), base64)).replace("reception", "admin").toBase64(base64)
            + '.' + parts.at(2);
    QTest::newRow("other secret") << good.left(good.lastIndexOf('.') + 1)
            + macOf(good.left(good.lastIndexOf('.')), "other");
    QTest::newRow("empty secret") << good.left(good.lastIndexOf('.') + 1) + macOf(good.left(good.lastIndexOf('.')), "");
    QTest::newRow("huge") << tokenWith(u"jti"_s, QString(5000, u'x'));
    QTest::newRow("huge nonsense") << QByteArray(10'000'000, '.');
}

void addSpoiledClaims()
{
    const qint64 start = issued.toSecsSinceEpoch();
    const auto with = [](const char *name, const char *claim, const QJsonValue &value) {
        QTest::newRow(name) << tokenWith(QString::fromLatin1(claim), value);
    };
    with("no exp", "exp", QJsonValue::Undefined);
    with("exp null", "exp", QJsonValue::Null);
    with("exp text", "exp", u"9999999999"_s);
    with("exp fraction", "exp", double(start) + 1800.5);
    with("exp without end", "exp", 1e300);
    with("exp negative", "exp", -1);
    with("exp beyond the calendar", "exp", qint64(253402300800));
    with("exp true", "exp", true);
    with("expired", "exp", start);
    with("expires this second", "exp", now.toSecsSinceEpoch());
    with("no iat", "iat", QJsonValue::Undefined);
    with("iat in the future", "iat", start + 600);
    with("iat text", "iat", u"now"_s);
    with("no sub", "sub", QJsonValue::Undefined);
    with("sub number", "sub", 7);
    with("sub zero", "sub", u"0"_s);
    with("sub negative", "sub", u"-7"_s);
    with("sub with plus", "sub", u"+7"_s);
    with("sub with zero", "sub", u"07"_s);
    with("sub with space", "sub", u" 7"_s);
    with("sub beyond 64 bits", "sub", u"99999999999999999999"_s);
    with("sub name", "sub", u"admin"_s);
    with("no sid", "sid", QJsonValue::Undefined);
    with("sid empty", "sid", u""_s);
    with("sid number", "sid", 7);
    with("sid list", "sid", QJsonValue(QJsonArray({u"f0e1d2"_s})));
    with("no role", "role", QJsonValue::Undefined);
    with("role unknown", "role", u"root"_s);
    with("role in capitals", "role", u"ADMIN"_s);
    with("role list", "role", QJsonValue(QJsonArray({u"admin"_s})));
    with("no name", "name", QJsonValue::Undefined);
    with("name empty", "name", u""_s);
    with("no jti", "jti", QJsonValue::Undefined);
    with("jti number", "jti", 1);
    QTest::newRow("payload not JSON") << signedToken(header, "hello");
    QTest::newRow("payload array") << signedToken(header, "[" + payloadOf(sampleJson()) + "]");
    QTest::newRow("payload with more behind") << signedToken(header, payloadOf(sampleJson()) + "{}");
    QTest::newRow("payload not UTF-8") << signedToken(header, payloadOf(sampleJson()).replace("clarisse", "\xff\xfe"));
    QTest::newRow("payload empty") << signedToken(header, "");
}

} // namespace

class AccessTokenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItSigned();
    void signsAsOthersDo();
    void readsTokensOfOtherLibraries_data();
    void readsTokensOfOtherLibraries();
    void lastsUntilItExpires();
    void refusesAttacks_data();
    void refusesAttacks();
    void refusesEveryChangedByte();
    void needsASecret();
};

void AccessTokenTest::readsWhatItSigned()
{
    const std::optional<AccessClaims> claims = readAccessToken(signAccessToken(sample(), secret), secret, now);
    QVERIFY(claims.has_value());
    QCOMPARE(claims->user, UserId{7});
    QCOMPARE(claims->family, u"f0e1d2"_s);
    QCOMPARE(claims->username, u"clarisse.é"_s);
    QCOMPARE(claims->role, Role::Reception);
    QCOMPARE(claims->issuedAt, issued);
    QCOMPARE(claims->expiresAt, issued.addSecs(lifetime));
    QCOMPARE(claims->id, u"a1b2c3"_s);
}

void AccessTokenTest::signsAsOthersDo()
{
    const QByteArray token = signAccessToken(sample(), secret);
    const QList<QByteArray> parts = token.split('.');
    QCOMPARE(parts.size(), 3);
    QCOMPARE(parts.at(2), macOf(parts.at(0) + '.' + parts.at(1)));
    QVERIFY(!token.contains('='));
}

void AccessTokenTest::readsTokensOfOtherLibraries_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("alg first") << header;
    QTest::newRow("typ first") << QByteArray(R"({"typ":"JWT","alg":"HS256"})");
}

void AccessTokenTest::readsTokensOfOtherLibraries()
{
    QFETCH(QByteArray, head);
    QVERIFY(readAccessToken(signedToken(head, payloadOf(sampleJson())), secret, now).has_value());
}

void AccessTokenTest::lastsUntilItExpires()
{
    const QByteArray token = signAccessToken(sample(), secret);
    QVERIFY(readAccessToken(token, secret, issued).has_value());
    QVERIFY2(
        readAccessToken(token, secret, issued.addSecs(-59)).has_value(), "another desk's clock may differ by a minute");
    QVERIFY(!readAccessToken(token, secret, issued.addSecs(-61)));
    QVERIFY(readAccessToken(token, secret, issued.addSecs(lifetime - 1)).has_value());
    QVERIFY(!readAccessToken(token, secret, issued.addSecs(lifetime)));
}

void AccessTokenTest::refusesAttacks_data()
{
    QTest::addColumn<QByteArray>("token");
    const QByteArray good = signedToken(header, payloadOf(sampleJson()));
    addForgedHeaders(good);
    addSpoiledForms(good);
    addSpoiledClaims();
}

void AccessTokenTest::refusesAttacks()
{
    QFETCH(QByteArray, token);
    QVERIFY(!readAccessToken(token, secret, now));
}

void AccessTokenTest::refusesEveryChangedByte()
{
    const QByteArray good = signAccessToken(sample(), secret);
    for (qsizetype i = 0; i < good.size(); ++i) {
        for (const char other : {'A', 'b', '9', '-', '_', '.', '=', '%', '\0', '\x80'}) {
            QByteArray changed = good;
            changed[i] = other;
            if (changed != good)
                QVERIFY2(!readAccessToken(changed, secret, now), qPrintable(QString::number(i)));
        }
        QVERIFY(!readAccessToken(good.first(i), secret, now));
    }
}

void AccessTokenTest::needsASecret()
{
    const QByteArray text = header.toBase64(base64) + '.' + payloadOf(sampleJson()).toBase64(base64);
    QVERIFY(!readAccessToken(text + '.' + macOf(text, ""), "", now));
}

QTEST_GUILESS_MAIN(AccessTokenTest)
#include "tst_accesstoken.moc"
