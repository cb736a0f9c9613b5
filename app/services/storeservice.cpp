#include "app/services/storeservice.h"

#include "app/security/hmac.h"
#include "db/migrator.h"
#include "db/storekeyrepository.h"

#include <QFile>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> badRecoveryKey()
{
    return fail(ErrorCode::Invalid, {{u"recovery_key"_s, u"badRecoveryKey"_s}});
}

} // namespace

StoreService::StoreService(Database &database, KeyStore keys)
    : m_database(database)
    , m_keys(std::move(keys))
{
}

Result<StoreService::State> StoreService::inspect()
{
    m_keyring.reset();
    Migrator(m_database).migrate();
    const QList<StoreKey> known = StoreKeyRepository(m_database).all();
    const Result<std::optional<Keyring>> loaded = m_keys.load();
    if (!loaded)
        return tl::unexpected(loaded.error());
    if (known.isEmpty())
        return State::New;
    const std::optional<Keyring> &keyring = *loaded;
    if (!keyring)
        return State::KeyMissing;
    for (const StoreKey &key : known) {
        // Another desk may have begun a new version since this one was let in.
        if (!keyring->has(key.version))
            return State::KeyMissing;
        if (!equalInConstantTime(keyring->fingerprint(key.version), key.fingerprint))
            return State::KeyWrong;
    }
    m_keyring = keyring;
    return State::Ready;
}

Result<RecoveryKey> StoreService::initialise()
{
    StoreKeyRepository repository(m_database);
    Transaction transaction{m_database};
    repository.lock();
    if (!repository.all().isEmpty())
        return fail(ErrorCode::Conflict);
    // A key that this desk has already, from an earlier store or from a start that was interrupted here, is used again:
    // to replace it could lock the data that it opens.
    const Result<std::optional<Keyring>> loaded = m_keys.load();
    if (!loaded)
        return tl::unexpected(loaded.error());
    const Keyring keyring = loaded->value_or(Keyring({{quint16(1), Keyring::newMaster()}}));
    // Kept before the store says that it exists: a store without its key would be lost, a key without a store is not.
    if (!*loaded) {
        if (const Result<KeyPlace> saved = m_keys.save(keyring); !saved)
            return tl::unexpected(saved.error());
    }
    const RecoveryKey recovery = RecoveryKey::create();
    for (const quint16 version : keyring.masters().keys())
        repository.insert({version, keyring.fingerprint(version), recovery.wrap(keyring.masters().value(version))});
    transaction.commit();
    m_keyring = keyring;
    return recovery;
}

Result<void> StoreService::recover(const RecoveryKey &recovery)
{
    const QList<StoreKey> known = StoreKeyRepository(m_database).all();
    if (known.isEmpty())
        return fail(ErrorCode::Conflict);
    QMap<quint16, QByteArray> masters;
    for (const StoreKey &key : known) {
        const Result<QByteArray> master = recovery.unwrap(key.wrapped);
        if (!master)
            return tl::unexpected(master.error());
        masters.insert(key.version, *master);
    }
    const Keyring keyring(masters);
    for (const StoreKey &key : known) {
        if (!equalInConstantTime(keyring.fingerprint(key.version), key.fingerprint))
            return badRecoveryKey();
    }
    if (const Result<KeyPlace> saved = m_keys.save(keyring); !saved)
        return tl::unexpected(saved.error());
    m_keyring = keyring;
    return {};
}

Result<RecoveryKey> StoreService::renewRecoveryKey()
{
    if (!m_keyring)
        return fail(ErrorCode::Conflict);
    const RecoveryKey recovery = RecoveryKey::create();
    StoreKeyRepository repository(m_database);
    Transaction transaction{m_database};
    repository.lock();
    for (const StoreKey &key : repository.all()) {
        if (!m_keyring->has(key.version))
            return fail(ErrorCode::Conflict);
        repository.replaceWrapped(key.version, recovery.wrap(m_keyring->masters().value(key.version)));
    }
    transaction.commit();
    return recovery;
}

const Keyring &StoreService::keyring() const
{
    Q_ASSERT(m_keyring);
    return *m_keyring;
}

QString StoreService::keyPlace() const
{
    return QFile::exists(m_keys.keyFile()) ? m_keys.keyFile() : QString();
}

} // namespace accueil
