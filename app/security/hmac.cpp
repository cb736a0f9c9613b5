#include "app/security/hmac.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <atomic>
#include <memory>

namespace accueil {

namespace {

std::atomic<quint64> lastSerial{0};

struct MacContextDeleter
{
    void operator()(EVP_MAC_CTX *context) const { EVP_MAC_CTX_free(context); }
};

// A context per thread that stays keyed: starting again with the same key costs a third of a fresh one.
struct KeyedContext
{
    std::unique_ptr<EVP_MAC_CTX, MacContextDeleter> context;
    quint64 serial = 0;

    KeyedContext()
    {
        static EVP_MAC *const hmac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
        context.reset(EVP_MAC_CTX_new(hmac));
    }
};

void require(bool done)
{
    if (!done)
        qFatal("HMAC-SHA256 is not available in this OpenSSL");
}

const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

HmacKey::HmacKey(QByteArrayView key)
    : m_key(key.toByteArray())
    , m_serial(++lastSerial)
{
}

HmacKey::Mac HmacKey::mac(QByteArrayView message) const
{
    thread_local KeyedContext keyed;
    EVP_MAC_CTX *context = keyed.context.get();
    if (keyed.serial != m_serial) {
        char digest[] = "SHA256";
        const OSSL_PARAM parameters[]
            = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0), OSSL_PARAM_construct_end()};
        require(EVP_MAC_init(context, octets(m_key), size_t(m_key.size()), parameters) == 1);
        keyed.serial = m_serial;
    } else {
        require(EVP_MAC_init(context, nullptr, 0, nullptr) == 1);
    }
    Mac mac;
    size_t size = 0;
    require(EVP_MAC_update(context, octets(message), size_t(message.size())) == 1);
    require(EVP_MAC_final(context, mac.data(), &size, mac.size()) == 1 && size == mac.size());
    return mac;
}

bool equalInConstantTime(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), size_t(left.size())) == 0;
}

QByteArray hkdfSha256(QByteArrayView secret, QByteArrayView salt, QByteArrayView info, int length)
{
    QByteArray derived(length, Qt::Uninitialized);
    EVP_KDF *hkdf = EVP_KDF_fetch(nullptr, "HKDF", nullptr);
    EVP_KDF_CTX *context = EVP_KDF_CTX_new(hkdf);
    EVP_KDF_free(hkdf);
    char digest[] = "SHA256";
    std::array<OSSL_PARAM, 5> parameters{OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0)};
    size_t count = 1;
    const auto add = [&](const char *name, QByteArrayView bytes) {
        if (!bytes.isEmpty()) // OpenSSL takes an absent one for the empty one, but refuses an empty one
            parameters.at(count++)
                = OSSL_PARAM_construct_octet_string(name, const_cast<char *>(bytes.data()), size_t(bytes.size()));
    };
    add(OSSL_KDF_PARAM_KEY, secret);
    add(OSSL_KDF_PARAM_SALT, salt);
    add(OSSL_KDF_PARAM_INFO, info);
    parameters.at(count) = OSSL_PARAM_construct_end();
    const int done
        = EVP_KDF_derive(context, reinterpret_cast<unsigned char *>(derived.data()), size_t(length), parameters.data());
    EVP_KDF_CTX_free(context);
    require(done == 1);
    return derived;
}

} // namespace accueil
