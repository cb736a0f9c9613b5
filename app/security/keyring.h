#pragma once

#include <QByteArray>
#include <QMap>

#include <memory>

namespace accueil {

// The data keys of one store, by version. The newest encrypts; every older one still decrypts. Immutable, thread-safe.
class Keyring
{
public:
    // `master` is 32 bytes; every key in use is derived from it (HKDF-SHA256, RFC 5869) with its purpose and version.
    explicit Keyring(QMap<quint16, QByteArray> masters);

    quint16 currentVersion() const;
    quint16 oldestVersion() const;
    bool has(quint16 version) const;
    QByteArray derived(quint16 version, const char *purpose) const; // 32 bytes
    const QMap<quint16, QByteArray> &masters() const { return m_masters; }

    // Something to keep in the store so that a wrong key is known before anything is read: not secret, 32 bytes.
    QByteArray fingerprint(quint16 version) const;

    // The same keys and a new one that encrypts from now on.
    Keyring withNewVersion() const;

    static QByteArray newMaster(); // 32 random bytes

private:
    QMap<quint16, QByteArray> m_masters;
};

} // namespace accueil
