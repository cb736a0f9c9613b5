#include "app/security/pbkdf2.h"

#include <openssl/evp.h>

namespace accueil {

QByteArray pbkdf2Sha256(QByteArrayView password, QByteArrayView salt, int iterations, int length)
{
    QByteArray derived(length, Qt::Uninitialized);
    const int done
        = PKCS5_PBKDF2_HMAC(password.data(), int(password.size()), reinterpret_cast<const unsigned char *>(salt.data()),
            int(salt.size()), iterations, EVP_sha256(), length, reinterpret_cast<unsigned char *>(derived.data()));
    if (done != 1)
        qFatal("PBKDF2 failed");
    return derived;
}

} // namespace accueil
