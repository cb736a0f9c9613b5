#pragma once

#include "app/domain/result.h"
#include "app/security/keyring.h"

#include <QString>

#include <optional>

namespace accueil {

enum class KeyPlace { SystemKeyring, File };

// Where a desk keeps the master keys of its store: the system's keyring when there is one that answers, else a 0600 file
// outside the database (default <data dir>/keys/accueil.key; ACCUEIL_KEY_FILE). Blocks; not for the GUI thread.
class KeyStore
{
public:
    KeyStore(QString keyFile, QString storeName);

    // Nothing when this desk has no key. Errors: `keyFileReadable` (others may read the file), `keyFileDamaged`.
    Result<std::optional<Keyring>> load() const;
    Result<KeyPlace> save(const Keyring &keyring) const;
    QString keyFile() const { return m_keyFile; }

private:
    QString m_keyFile;
    QString m_storeName;
};

} // namespace accueil
