#pragma once

#include "app/domain/result.h"
#include "app/security/keystore.h"
#include "app/security/recoverykey.h"
#include "db/database.h"

#include <optional>

namespace accueil {

// Opens a store: schema, keys, recovery. The one place that decides whether this desk may read the data.
class StoreService
{
public:
    StoreService(Database &database, KeyStore keys);

    enum class State { New, Ready, KeyMissing, KeyWrong };
    // Migrates an older schema; writes nothing else. Errors of the key store pass through. DatabaseError of kind
    // NewerStore: the store needs a newer program.
    Result<State> inspect();

    // A new store: makes the master key, keeps it, wraps it under a recovery key that the caller must show. Once only:
    // Conflict when the store has keys, also when another desk was faster.
    Result<RecoveryKey> initialise();
    // Fetches the master keys from the store's wrapped copies and keeps them at this desk. Error: `badRecoveryKey`.
    Result<void> recover(const RecoveryKey &recovery);
    Result<RecoveryKey> renewRecoveryKey(); // the old paper no longer opens the store; Conflict unless Ready
    const Keyring &keyring() const; // only in state Ready
    QString keyPlace() const; // for the screens: path, or empty for the system keyring

private:
    Database &m_database;
    KeyStore m_keys;
    std::optional<Keyring> m_keyring;
};

} // namespace accueil
