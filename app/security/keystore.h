#pragma once

#include "app/domain/result.h"
#include "app/security/keyring.h"

#include <QString>

#include <optional>

namespace accueil {

enum class KeyPlace { SystemKeyring, File };
enum class KeyringUse { WhenThere, Never };

// Where a desk keeps the master keys of its store: the system's keyring when there is one that answers, else a 0600
// file outside the database (default <data dir>/keys/accueil.key). A file that exists comes first. Pass
// KeyringUse::Never when the file was asked for (ACCUEIL_KEY_FILE), and in tests. Blocks, while a person unlocks the
// keyring for up to 30 s; not for the GUI thread.
class KeyStore
{
public:
    KeyStore(QString keyFile, QString storeName, KeyringUse use = KeyringUse::WhenThere);

    // Nothing when this desk has no key. Errors, Unavailable with the field key_file: `keyFileReadable` (others than
    // the owner may read or change it), `keyFileDamaged`.
    Result<std::optional<Keyring>> load() const;
    // Other keys in the file are set aside, not lost (accueil.key.1).
    Result<KeyPlace> save(const Keyring &keyring) const; // error: `keyFileNotWritten`
    QString keyFile() const { return m_keyFile; }

private:
    bool asksKeyring() const;

    QString m_keyFile;
    QString m_storeName;
    KeyringUse m_use;
};

} // namespace accueil
