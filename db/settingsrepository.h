#pragma once

#include "db/database.h"
#include "db/storecipher.h"

#include <QDateTime>
#include <QMap>

#include <optional>

namespace accueil {

// The table of settings, by name. Secrets are encrypted, bound to their name; the rest is plain text. Every writing
// call belongs in a Transaction of the caller.
class SettingsRepository
{
public:
    SettingsRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    QMap<QString, QString> all(); // plain values by name, without the secrets
    std::optional<QByteArray> secret(const QString &name);

    void set(const QString &name, const QString &value, const QDateTime &now);
    void setSecret(const QString &name, const QByteArray &value, const QDateTime &now); // empty: forgets it
    // False when another desk stored one first: then that one holds.
    bool insertSecret(const QString &name, const QByteArray &value, const QDateTime &now);

private:
    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
