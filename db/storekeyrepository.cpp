#include "db/storekeyrepository.h"

namespace accueil {

using namespace Qt::StringLiterals;

StoreKeyRepository::StoreKeyRepository(Database &database)
    : m_database(database)
{
}

QList<StoreKey> StoreKeyRepository::all()
{
    QSqlQuery &query = m_database.execute(u"SELECT version, fingerprint, wrapped FROM store_keys ORDER BY version"_s);
    QList<StoreKey> keys;
    while (query.next())
        keys += {quint16(query.value(0).toUInt()), query.value(1).toByteArray(), query.value(2).toByteArray()};
    return keys;
}

void StoreKeyRepository::lock()
{
    if (m_database.dialect() == Dialect::PostgreSql)
        m_database.executeScript(u"LOCK TABLE store_keys IN EXCLUSIVE MODE;"_s);
}

void StoreKeyRepository::insert(const StoreKey &key)
{
    m_database.execute(u"INSERT INTO store_keys (version, fingerprint, wrapped) VALUES (?, ?, ?)"_s,
        {key.version, key.fingerprint, key.wrapped});
}

void StoreKeyRepository::replaceWrapped(quint16 version, const QByteArray &wrapped)
{
    m_database.execute(u"UPDATE store_keys SET wrapped = ? WHERE version = ?"_s, {wrapped, version});
}

} // namespace accueil
