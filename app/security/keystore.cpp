#include "app/security/keystore.h"

#include "app/security/privatefile.h"
#include "app/security/systemkeyring.h"

#include <QFile>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView firstLine = "accueil keys 1";
constexpr int masterSize = 32; // bytes

// One line a key: version, space, base64.
QByteArray toText(const Keyring &keyring)
{
    QByteArray text = firstLine.toByteArray() + '\n';
    for (auto master = keyring.masters().cbegin(); master != keyring.masters().cend(); ++master)
        text += QByteArray::number(master.key()) + ' ' + master.value().toBase64() + '\n';
    return text;
}

std::optional<Keyring> fromText(const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    if (lines.takeFirst() != firstLine)
        return std::nullopt;
    QMap<quint16, QByteArray> masters;
    for (const QByteArray &line : std::as_const(lines)) {
        if (line.isEmpty())
            continue;
        const QList<QByteArray> parts = line.split(' ');
        const quint16 version = parts.first().toUShort(); // 0: not a number
        const auto master = QByteArray::fromBase64Encoding(parts.last(), QByteArray::AbortOnBase64DecodingErrors);
        if (parts.size() != 2 || version == 0 || masters.contains(version) || !master
            || master.decoded.size() != masterSize)
            return std::nullopt;
        masters.insert(version, master.decoded);
    }
    return masters.isEmpty() ? std::nullopt : std::optional(Keyring(masters));
}

// Keys that are about to be replaced may be the only ones that open some other store: they stay beside, as
// accueil.key.1.
bool setAside(const QString &path)
{
    for (int number = 1; number < 1000; ++number) {
        const QString aside = path + u'.' + QString::number(number);
        if (!QFile::exists(aside))
            return QFile::rename(path, aside);
    }
    return false;
}

bool holdsOther(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.exists() && (!file.open(QIODevice::ReadOnly) || file.readAll() != text);
}

tl::unexpected<Error> keyFileError(const QString &key)
{
    return fail(ErrorCode::Unavailable, {{u"key_file"_s, key}});
}

} // namespace

KeyStore::KeyStore(QString keyFile, QString storeName, KeyringUse use)
    : m_keyFile(std::move(keyFile))
    , m_storeName(std::move(storeName))
    , m_use(use)
{
}

bool KeyStore::asksKeyring() const
{
    return m_use == KeyringUse::WhenThere && SystemKeyring::isThere();
}

Result<std::optional<Keyring>> KeyStore::load() const
{
    QFile file(m_keyFile);
    if (file.exists()) {
        if (isOpenToOthers(m_keyFile))
            return keyFileError(u"keyFileReadable"_s);
        std::optional<Keyring> keyring;
        if (file.open(QIODevice::ReadOnly))
            keyring = fromText(file.readAll());
        if (!keyring)
            return keyFileError(u"keyFileDamaged"_s);
        return keyring;
    }
    if (!asksKeyring())
        return std::optional<Keyring>();
    const std::optional<QByteArray> text = SystemKeyring::read(m_storeName);
    return text ? fromText(*text) : std::nullopt;
}

Result<KeyPlace> KeyStore::save(const Keyring &keyring) const
{
    const QByteArray text = toText(keyring);
    // An existing file is the place: load() looks there first, and a second copy elsewhere would go stale.
    if (!QFile::exists(m_keyFile) && asksKeyring() && SystemKeyring::write(m_storeName, text))
        return KeyPlace::SystemKeyring;
    if (holdsOther(m_keyFile, text) && !setAside(m_keyFile))
        return keyFileError(u"keyFileNotWritten"_s);
    if (!writePrivateFile(m_keyFile, text))
        return keyFileError(u"keyFileNotWritten"_s);
    return KeyPlace::File;
}

} // namespace accueil
