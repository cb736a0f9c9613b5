#include "app/security/aesgcm.h"

#include "app/security/random.h"

#include <openssl/evp.h>

#include <atomic>
#include <memory>

namespace accueil {

namespace {

std::atomic<quint64> lastSerial{0};

struct CipherContextDeleter
{
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};

// A context per thread and direction that stays keyed, so that a value costs a nonce and not a key schedule.
struct KeyedContext
{
    std::unique_ptr<EVP_CIPHER_CTX, CipherContextDeleter> context{EVP_CIPHER_CTX_new()};
    quint64 serial = 0;
};

void require(bool done)
{
    if (!done)
        qFatal("AES-256-GCM is not available in this OpenSSL");
}

const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

EVP_CIPHER_CTX *start(KeyedContext &keyed, bool encrypt, quint64 serial, const QByteArray &key, QByteArrayView nonce,
    QByteArrayView associated)
{
    static EVP_CIPHER *const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    Q_ASSERT(nonce.size() == AesGcmKey::nonceSize);
    EVP_CIPHER_CTX *context = keyed.context.get();
    const bool isKeyed = keyed.serial == serial;
    require(EVP_CipherInit_ex2(context, isKeyed ? nullptr : cipher, isKeyed ? nullptr : octets(key), octets(nonce),
                encrypt ? 1 : 0, nullptr)
        == 1);
    keyed.serial = serial;
    int length = 0;
    require(EVP_CipherUpdate(context, nullptr, &length, octets(associated), int(associated.size())) == 1);
    return context;
}

} // namespace

AesGcmKey::AesGcmKey(QByteArrayView key)
    : m_key(key.toByteArray())
    , m_serial(++lastSerial)
{
    Q_ASSERT(m_key.size() == keySize);
}

void AesGcmKey::seal(QByteArrayView nonce, QByteArrayView associated, QByteArrayView plain, QByteArray &out) const
{
    thread_local KeyedContext sealing;
    EVP_CIPHER_CTX *context = start(sealing, true, m_serial, m_key, nonce, associated);
    const qsizetype at = out.size();
    out.resize(at + plain.size() + tagSize);
    auto *target = reinterpret_cast<unsigned char *>(out.data()) + at;
    int length = 0;
    if (!plain.isEmpty())
        require(EVP_EncryptUpdate(context, target, &length, octets(plain), int(plain.size())) == 1);
    int rest = 0;
    require(EVP_EncryptFinal_ex(context, target + length, &rest) == 1);
    require(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, tagSize, target + plain.size()) == 1);
}

std::optional<QByteArray> AesGcmKey::open(QByteArrayView nonce, QByteArrayView associated, QByteArrayView sealed) const
{
    if (sealed.size() < tagSize || nonce.size() != nonceSize)
        return std::nullopt;
    thread_local KeyedContext opening;
    EVP_CIPHER_CTX *context = start(opening, false, m_serial, m_key, nonce, associated);
    const qsizetype size = sealed.size() - tagSize;
    QByteArray plain(size, Qt::Uninitialized);
    auto *target = reinterpret_cast<unsigned char *>(plain.data());
    int length = 0;
    if (size > 0)
        require(EVP_DecryptUpdate(context, target, &length, octets(sealed), int(size)) == 1);
    auto *tag
        = const_cast<char *>(sealed.data() + size); // only read: EVP's control takes a void pointer for everything
    require(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, tagSize, tag) == 1);
    int rest = 0;
    if (EVP_DecryptFinal_ex(context, target + length, &rest) != 1)
        return std::nullopt;
    return plain;
}

QByteArray AesGcmKey::freshNonce()
{
    constexpr int batch = 256;
    thread_local QByteArray nonces;
    thread_local int used = batch;
    if (used == batch) {
        nonces = randomBytes(batch * nonceSize);
        used = 0;
    }
    return nonces.mid(nonceSize * used++, nonceSize);
}

} // namespace accueil
