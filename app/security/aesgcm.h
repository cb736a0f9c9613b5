#pragma once

#include <QByteArray>

#include <optional>

namespace accueil {

// AES-256-GCM (NIST SP 800-38D) under one key with nonces of 96 bits. Immutable, thread-safe.
class AesGcmKey
{
public:
    static constexpr int keySize = 32; // bytes, as the following
    static constexpr int nonceSize = 12;
    static constexpr int tagSize = 16;

    explicit AesGcmKey(QByteArrayView key);

    // Appends ciphertext and tag to `out`. A nonce must never be used twice with a key.
    void seal(QByteArrayView nonce, QByteArrayView associated, QByteArrayView plain, QByteArray &out) const;
    // `sealed` is ciphertext and tag; nothing when anything was changed.
    std::optional<QByteArray> open(QByteArrayView nonce, QByteArrayView associated, QByteArrayView sealed) const;

    // 12 bytes from the system's generator, taken in batches per thread: a call for each would cost more than the
    // cipher. Random nonces are safe for 2^32 values under one key (SP 800-38D, 8.3); a hospital writes some 2^27.
    static QByteArray freshNonce();

private:
    QByteArray m_key;
    quint64 m_serial; // tells keys apart in the contexts that threads keep
};

} // namespace accueil
