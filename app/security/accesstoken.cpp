#include "app/security/accesstoken.h"

#include "app/security/hmac.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestToken = 2048; // bytes; ours have some 300
constexpr qint64 latestTime = 253402300799; // 9999-12-31T23:59:59Z
constexpr qint64 clockDifference = 60; // seconds that another desk's clock may be ahead
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

// The header as we write it, and as the usual libraries order it. Comparing whole leaves an attacker no alg, crit, jwk,
// kid, double member or white space to play with.
constexpr QByteArrayView ownHeader = R"({"alg":"HS256","typ":"JWT"})";
constexpr QByteArrayView otherHeader = R"({"typ":"JWT","alg":"HS256"})";

// Strict: no padding, no foreign character, no spare bits, so that a token has one spelling only.
std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    const auto result
        = QByteArray::fromBase64Encoding(text.toByteArray(), base64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!result || result.decoded.toBase64(base64) != text)
        return std::nullopt;
    return result.decoded;
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const qint64 number = value.toInteger(-1);
    if (!value.isDouble() || number < 0 || number > latestTime || double(number) != value.toDouble())
        return std::nullopt;
    return number;
}

std::optional<QString> text(const QJsonValue &value)
{
    return value.isString() && !value.toString().isEmpty() ? std::optional(value.toString()) : std::nullopt;
}

// A canonical decimal number above 0, as `sub` is a text in RFC 7519.
std::optional<UserId> userId(const QJsonValue &value)
{
    bool isNumber = false;
    const qint64 number = value.toString().toLongLong(&isNumber);
    if (!isNumber || number <= 0 || QString::number(number) != value.toString())
        return std::nullopt;
    return UserId{number};
}

std::optional<AccessClaims> claimsFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto user = userId(object.value("sub"_L1));
    const auto family = text(object.value("sid"_L1));
    const auto username = text(object.value("name"_L1));
    const auto role = roleTable.value(object.value("role"_L1).toString());
    const auto issued = wholeNumber(object.value("iat"_L1));
    const auto expires = wholeNumber(object.value("exp"_L1));
    const auto id = text(object.value("jti"_L1));
    if (!user || !family || !username || !role || !issued || !expires || !id)
        return std::nullopt;
    return AccessClaims{*user, *family, *username, *role, QDateTime::fromSecsSinceEpoch(*issued, Qt::UTC),
        QDateTime::fromSecsSinceEpoch(*expires, Qt::UTC), *id};
}

bool isHeader(QByteArrayView part)
{
    return part == ownHeader.toByteArray().toBase64(base64) || part == otherHeader.toByteArray().toBase64(base64);
}

} // namespace

QByteArray signAccessToken(const AccessClaims &claims, const QByteArray &secret)
{
    Q_ASSERT(!secret.isEmpty());
    const QJsonObject object{{u"sub"_s, QString::number(claims.user.value)}, {u"sid"_s, claims.family},
        {u"name"_s, claims.username}, {u"role"_s, roleTable.key(claims.role)},
        {u"iat"_s, claims.issuedAt.toSecsSinceEpoch()}, {u"exp"_s, claims.expiresAt.toSecsSinceEpoch()},
        {u"jti"_s, claims.id}};
    QByteArray token = ownHeader.toByteArray().toBase64(base64) + '.'
        + QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(base64);
    const HmacKey::Mac mac = HmacKey(secret).mac(token);
    token += '.' + QByteArray(reinterpret_cast<const char *>(mac.data()), HmacKey::macSize).toBase64(base64);
    return token;
}

std::optional<AccessClaims> readAccessToken(QByteArrayView token, const QByteArray &secret, const QDateTime &now)
{
    const qsizetype first = token.indexOf('.');
    const qsizetype last = token.lastIndexOf('.');
    if (secret.isEmpty() || token.size() > longestToken || first <= 0 || first == last || !isHeader(token.first(first)))
        return std::nullopt;
    const QByteArrayView payload = token.sliced(first + 1, last - first - 1);
    const std::optional<QByteArray> signature = fromBase64(token.sliced(last + 1));
    const HmacKey::Mac expected = HmacKey(secret).mac(token.first(last));
    if (!signature || payload.contains('.')
        || !equalInConstantTime(*signature, QByteArrayView(expected.data(), HmacKey::macSize)))
        return std::nullopt;
    const std::optional<QByteArray> json = fromBase64(payload);
    std::optional<AccessClaims> claims = json ? claimsFromJson(*json) : std::nullopt;
    const qint64 seconds = now.toSecsSinceEpoch();
    if (!claims || claims->expiresAt.toSecsSinceEpoch() <= seconds
        || claims->issuedAt.toSecsSinceEpoch() > seconds + clockDifference)
        return std::nullopt;
    return claims;
}

} // namespace accueil
