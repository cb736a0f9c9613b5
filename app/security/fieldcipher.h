#pragma once

#include "app/security/keyring.h"

#include <memory>
#include <stdexcept>

#include <QByteArray>
#include <QString>

namespace accueil {

// A stored value that cannot be opened: a wrong key, or a value that was changed or moved. Crosses services untouched.
class CipherError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

// Where a value lives; bound to it as associated data, so that values cannot be swapped between rows or columns.
struct CellAddress
{
    const char *table;
    const char *column;
    qint64 row;
};

// AES-256-GCM on single values. Format: 1 byte format (1), 2 bytes key version (big endian), 12 bytes nonce,
// ciphertext, 16 bytes tag. An empty text is stored as a null value, not encrypted. Thread-safe.
class FieldCipher
{
public:
    explicit FieldCipher(const Keyring &keyring);
    ~FieldCipher();

    QByteArray encrypt(QByteArrayView plain, const CellAddress &cell) const;
    QByteArray decrypt(QByteArrayView sealed, const CellAddress &cell) const; // throws CipherError
    QByteArray encryptText(const QString &text, const CellAddress &cell) const;
    QString decryptText(QByteArrayView sealed, const CellAddress &cell) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace accueil
