#include "app/security/random.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>

namespace accueil {

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    // A system without randomness cannot keep anything safe: stop rather than go on with guessable keys, also in
    // release.
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), count) != 1)
        qFatal("no random numbers from the system");
    return bytes;
}

QByteArray randomToken()
{
    return randomBytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray sha256Hex(QByteArrayView bytes)
{
    std::array<char, 32> digest;
    const int done = EVP_Digest(bytes.data(), size_t(bytes.size()), reinterpret_cast<unsigned char *>(digest.data()),
        nullptr, EVP_sha256(), nullptr);
    Q_ASSERT(done == 1);
    return QByteArray(digest.data(), qsizetype(digest.size())).toHex();
}

} // namespace accueil
