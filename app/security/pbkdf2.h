#pragma once

#include <QByteArray>

namespace accueil {

// PBKDF2 with HMAC-SHA256 (RFC 8018): what browsers can compute too (SubtleCrypto), for secrets that a tablet checks by
// itself. For passwords see passwordhash.h. Thread-safe; 100,000 iterations take some 30 ms.
QByteArray pbkdf2Sha256(QByteArrayView password, QByteArrayView salt, int iterations, int length);

} // namespace accueil
