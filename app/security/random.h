#pragma once

#include <QByteArray>

namespace accueil {

QByteArray randomBytes(int count); // from the operating system's CSPRNG through OpenSSL; asserts on failure
QByteArray randomToken(); // 32 random bytes, base64url without padding: 43 characters
QByteArray sha256Hex(QByteArrayView bytes);

} // namespace accueil
