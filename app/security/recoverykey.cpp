#include "app/security/recoverykey.h"

#include "app/security/aesgcm.h"
#include "app/security/random.h"
#include "app/security/scrypt.h"

#include <QCryptographicHash>
#include <QStringList>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// 32 signs, 5 bits each; O, 0, I and 1 are missing because they are mistaken for each other on paper.
constexpr QStringView alphabet = u"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr int secretSigns = 30; // 150 bits
constexpr int checkSigns = 2; // 10 bits: one wrong copy in a thousand goes unnoticed here, none in unwrap()
constexpr int groupSize = 4;

constexpr char format = 1;
constexpr int saltSize = 16; // bytes
// The secret is random and needs no stretching; it costs a guesser of a half-read paper something.
constexpr ScryptCost stretching{1 << 15, 8, 1};
constexpr QByteArrayView associated = "accueil recovery key";

Error badRecoveryKey()
{
    return Error{ErrorCode::Invalid, {{u"recovery_key"_s, u"badRecoveryKey"_s}}};
}

// The secret's signs as numbers 0..31, and the first ten bits of their SHA-256 as two more.
QByteArray withCheckSigns(QByteArray signs)
{
    const QByteArray digest = QCryptographicHash::hash(signs, QCryptographicHash::Sha256);
    const int bits = (quint8(digest.at(0)) << 2) | (quint8(digest.at(1)) >> 6);
    signs += char(bits >> 5);
    signs += char(bits & 31);
    return signs;
}

AesGcmKey wrappingKey(const QByteArray &secret, QByteArrayView salt)
{
    return AesGcmKey(scrypt(secret, salt, stretching, AesGcmKey::keySize));
}

} // namespace

RecoveryKey::RecoveryKey(QByteArray secret)
    : m_secret(std::move(secret))
{
}

RecoveryKey RecoveryKey::create()
{
    QByteArray signs = randomBytes(secretSigns);
    for (char &sign : signs)
        sign = char(quint8(sign) & 31);
    return RecoveryKey(signs);
}

Result<RecoveryKey> RecoveryKey::parse(const QString &typed)
{
    QByteArray signs;
    for (const QChar c : typed.toUpper()) {
        // Dashes come from word processors in several kinds.
        if (c.isSpace() || c.category() == QChar::Punctuation_Dash)
            continue;
        const qsizetype sign = alphabet.indexOf(c);
        if (sign < 0)
            return tl::unexpected(badRecoveryKey());
        signs += char(sign);
    }
    const QByteArray secret = signs.first(std::min<qsizetype>(signs.size(), secretSigns));
    if (signs.size() != secretSigns + checkSigns || withCheckSigns(secret) != signs)
        return tl::unexpected(badRecoveryKey());
    return RecoveryKey(secret);
}

QStringList RecoveryKey::groups() const
{
    QStringList groups;
    const QByteArray signs = withCheckSigns(m_secret);
    for (qsizetype i = 0; i < signs.size(); ++i) {
        if (i % groupSize == 0)
            groups += QString();
        groups.last() += alphabet.at(signs.at(i));
    }
    return groups;
}

QString RecoveryKey::text() const
{
    return groups().join(u'-');
}

QByteArray RecoveryKey::wrap(const QByteArray &master) const
{
    const QByteArray salt = randomBytes(saltSize);
    const QByteArray nonce = AesGcmKey::freshNonce();
    QByteArray wrapped = QByteArray(1, format) + salt + nonce;
    wrappingKey(m_secret, salt).seal(nonce, associated, master, wrapped);
    return wrapped;
}

Result<QByteArray> RecoveryKey::unwrap(const QByteArray &wrapped) const
{
    constexpr int head = 1 + saltSize + AesGcmKey::nonceSize;
    if (wrapped.size() < head + AesGcmKey::tagSize || wrapped.at(0) != format)
        return tl::unexpected(badRecoveryKey());
    const QByteArrayView bytes(wrapped);
    const std::optional<QByteArray> master
        = wrappingKey(m_secret, bytes.sliced(1, saltSize))
              .open(bytes.sliced(1 + saltSize, AesGcmKey::nonceSize), associated, bytes.sliced(head));
    if (!master)
        return tl::unexpected(badRecoveryKey());
    return *master;
}

} // namespace accueil
