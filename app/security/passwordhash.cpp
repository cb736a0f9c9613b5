#include "app/security/passwordhash.h"

#include "app/security/hmac.h"
#include "app/security/random.h"
#include "app/security/scrypt.h"

#include <QStringList>

#include <optional>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr ScryptCost presentCost{1 << 15, 8, 1};
constexpr int saltSize = 16; // bytes
constexpr int hashSize = 32; // bytes

struct StoredHash
{
    ScryptCost cost;
    QByteArray salt;
    QByteArray hash;
};

// Only costs that a desk can bear: a hash that someone planted must not stop the program.
std::optional<StoredHash> parse(const QString &stored)
{
    const QStringList parts = stored.split(u'$');
    if (parts.size() != 6 || parts.first() != u"scrypt"_s)
        return std::nullopt;
    const ScryptCost cost{parts.at(1).toULongLong(), parts.at(2).toULongLong(), parts.at(3).toULongLong()};
    const bool powerOfTwo = cost.n >= 2 && (cost.n & (cost.n - 1)) == 0;
    if (!powerOfTwo || cost.n > (1 << 20) || cost.r < 1 || cost.r > 16 || cost.p < 1 || cost.p > 16)
        return std::nullopt;
    const auto salt = QByteArray::fromBase64Encoding(parts.at(4).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const auto hash = QByteArray::fromBase64Encoding(parts.at(5).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!salt || !hash || hash.decoded.size() != hashSize)
        return std::nullopt;
    return StoredHash{cost, salt.decoded, hash.decoded};
}

// The same letter can be typed as one character or as two (NFC, RFC 8265 section 4.2); some keyboards do either.
QByteArray octetsOf(const QString &password)
{
    return password.normalized(QString::NormalizationForm_C).toUtf8();
}

} // namespace

QString hashPassword(const QString &password)
{
    const QByteArray salt = randomBytes(saltSize);
    const QByteArray hash = scrypt(octetsOf(password), salt, presentCost, hashSize);
    return u"scrypt$%1$%2$%3$%4$%5"_s.arg(presentCost.n)
        .arg(presentCost.r)
        .arg(presentCost.p)
        .arg(QString::fromLatin1(salt.toBase64()), QString::fromLatin1(hash.toBase64()));
}

bool passwordMatches(const QString &password, const QString &stored)
{
    const std::optional<StoredHash> expected = parse(stored);
    if (!expected) {
        spendPasswordTime(password);
        return false;
    }
    return equalInConstantTime(scrypt(octetsOf(password), expected->salt, expected->cost, hashSize), expected->hash);
}

void spendPasswordTime(const QString &password)
{
    scrypt(octetsOf(password), QByteArray(saltSize, 's'), presentCost, hashSize);
}

} // namespace accueil
