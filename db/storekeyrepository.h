#pragma once

#include "db/database.h"

#include <QByteArray>
#include <QList>

namespace accueil {

// What a store keeps of one of its master keys; none of it opens anything without the recovery key.
struct StoreKey
{
    quint16 version = 1;
    QByteArray fingerprint; // Keyring::fingerprint()
    QByteArray wrapped; // RecoveryKey::wrap()
};

// The table store_keys.
class StoreKeyRepository
{
public:
    explicit StoreKeyRepository(Database &database);

    QList<StoreKey> all(); // by version; empty: a new store
    // Inside a transaction: keeps other desks from the table until its end. (On SQLite the transaction itself does.)
    void lock();
    void insert(const StoreKey &key);
    void replaceWrapped(quint16 version, const QByteArray &wrapped);

private:
    Database &m_database;
};

} // namespace accueil
