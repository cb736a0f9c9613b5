#pragma once

#include <QByteArray>

#include <array>

namespace accueil {

// HMAC-SHA256 (RFC 2104) under one key, made ready once. Immutable, thread-safe.
class HmacKey
{
public:
    static constexpr int macSize = 32; // bytes
    using Mac = std::array<unsigned char, macSize>;

    explicit HmacKey(QByteArrayView key);

    Mac mac(QByteArrayView message) const;

private:
    QByteArray m_key;
    quint64 m_serial; // tells keys apart in the contexts that threads keep
};

// Whether two values are the same, in a time that does not depend on where they differ.
bool equalInConstantTime(QByteArrayView left, QByteArrayView right);

// Key derivation by HKDF with SHA-256 (RFC 5869).
QByteArray hkdfSha256(QByteArrayView secret, QByteArrayView salt, QByteArrayView info, int length);

} // namespace accueil
