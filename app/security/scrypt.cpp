#include "app/security/scrypt.h"

#include <openssl/evp.h>

namespace accueil {

QByteArray scrypt(QByteArrayView password, QByteArrayView salt, const ScryptCost &cost, int length)
{
    QByteArray derived(length, Qt::Uninitialized);
    // OpenSSL's own limit of 32 MiB is just below what the costs in use need.
    const quint64 mostMemory = 128 * cost.r * (cost.n + cost.p + 2);
    const int done = EVP_PBE_scrypt(password.data(), size_t(password.size()),
        reinterpret_cast<const unsigned char *>(salt.data()), size_t(salt.size()), cost.n, cost.r, cost.p, mostMemory,
        reinterpret_cast<unsigned char *>(derived.data()), size_t(length));
    if (done != 1)
        qFatal("scrypt failed: no memory");
    return derived;
}

} // namespace accueil
