#include "app/security/fieldcipher.h"

#include "app/security/aesgcm.h"

#include <QVarLengthArray>
#include <QtEndian>

#include <cstring>
#include <map>
#include <string>

namespace accueil {

namespace {

constexpr char format = 1;
constexpr qsizetype headerSize = 3; // format and key version
constexpr qsizetype overhead = headerSize + AesGcmKey::nonceSize + AesGcmKey::tagSize;

// header, table, 0, column, 0, row: no two cells give the same bytes, as names hold no zero.
QVarLengthArray<char, 96> associatedData(QByteArrayView header, const CellAddress &cell)
{
    QVarLengthArray<char, 96> bytes;
    bytes.append(header.data(), header.size());
    bytes.append(cell.table, qsizetype(std::strlen(cell.table)) + 1);
    bytes.append(cell.column, qsizetype(std::strlen(cell.column)) + 1);
    char row[sizeof(qint64)];
    qToBigEndian(cell.row, row);
    bytes.append(row, sizeof row);
    return bytes;
}

// Where it lies, never what it is.
std::string described(const CellAddress &cell, const char *what)
{
    return std::string("the stored value ") + cell.table + '.' + cell.column + " of row " + std::to_string(cell.row)
        + ' ' + what;
}

} // namespace

struct FieldCipher::Private
{
    quint16 current;
    std::map<quint16, AesGcmKey> keys;
};

FieldCipher::FieldCipher(const Keyring &keyring)
    : d(std::make_unique<Private>())
{
    d->current = keyring.currentVersion();
    for (auto master = keyring.masters().cbegin(); master != keyring.masters().cend(); ++master)
        d->keys.emplace(master.key(), AesGcmKey(keyring.derived(master.key(), "fields")));
}

FieldCipher::~FieldCipher() = default;

QByteArray FieldCipher::encrypt(QByteArrayView plain, const CellAddress &cell) const
{
    QByteArray sealed;
    sealed.reserve(plain.size() + overhead);
    sealed.resize(headerSize);
    sealed[0] = format;
    qToBigEndian(d->current, sealed.data() + 1);
    const auto associated = associatedData(sealed, cell);
    const QByteArray nonce = AesGcmKey::freshNonce();
    sealed += nonce;
    d->keys.at(d->current).seal(nonce, QByteArrayView(associated.data(), associated.size()), plain, sealed);
    return sealed;
}

QByteArray FieldCipher::decrypt(QByteArrayView sealed, const CellAddress &cell) const
{
    if (sealed.size() < overhead || sealed.at(0) != format)
        throw CipherError(described(cell, "has no known format"));
    const auto key = d->keys.find(qFromBigEndian<quint16>(sealed.data() + 1));
    if (key == d->keys.end())
        throw CipherError(described(cell, "needs a key that this desk does not have"));
    const auto associated = associatedData(sealed.first(headerSize), cell);
    std::optional<QByteArray> plain = key->second.open(sealed.sliced(headerSize, AesGcmKey::nonceSize),
        QByteArrayView(associated.data(), associated.size()), sealed.sliced(headerSize + AesGcmKey::nonceSize));
    if (!plain)
        throw CipherError(described(cell, "was changed, moved or written with another key"));
    return *std::move(plain);
}

QByteArray FieldCipher::encryptText(const QString &text, const CellAddress &cell) const
{
    return text.isEmpty() ? QByteArray() : encrypt(text.toUtf8(), cell);
}

QString FieldCipher::decryptText(QByteArrayView sealed, const CellAddress &cell) const
{
    return sealed.isEmpty() ? QString() : QString::fromUtf8(decrypt(sealed, cell));
}

} // namespace accueil
