#include "db/settingsrepository.h"

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

QByteArray sealedSecret(const FieldCipher &cipher, const QString &name, const QByteArray &value)
{
    return cipher.encrypt(value, {"settings", name.toLatin1().constData(), 0});
}

} // namespace

QMap<QString, QString> SettingsRepository::all()
{
    QMap<QString, QString> values;
    QSqlQuery &query = m_database.execute(u"SELECT name, value FROM settings WHERE value IS NOT NULL"_s);
    while (query.next())
        values.insert(query.value(0).toString(), query.value(1).toString());
    return values;
}

std::optional<QByteArray> SettingsRepository::secret(const QString &name)
{
    QSqlQuery &query
        = m_database.execute(u"SELECT value_enc FROM settings WHERE name = ? AND value_enc IS NOT NULL"_s, {name});
    if (!query.next())
        return std::nullopt;
    return m_cipher.fields.decrypt(query.value(0).toByteArray(), {"settings", name.toLatin1().constData(), 0});
}

void SettingsRepository::set(const QString &name, const QString &value, const QDateTime &now)
{
    m_database.execute(u"INSERT INTO settings (name, value, updated_at) VALUES (?, ?, ?) "
                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at"_s,
        {name, value, now.toMSecsSinceEpoch()});
}

void SettingsRepository::setSecret(const QString &name, const QByteArray &value, const QDateTime &now)
{
    if (value.isEmpty()) {
        m_database.execute(u"DELETE FROM settings WHERE name = ?"_s, {name});
        return;
    }
    m_database.execute(u"INSERT INTO settings (name, value_enc, updated_at) VALUES (?, ?, ?) ON CONFLICT (name) "
                       "DO UPDATE SET value_enc = excluded.value_enc, updated_at = excluded.updated_at"_s,
        {name, sealedSecret(m_cipher.fields, name, value), now.toMSecsSinceEpoch()});
}

bool SettingsRepository::insertSecret(const QString &name, const QByteArray &value, const QDateTime &now)
{
    QSqlQuery &query = m_database.execute(u"INSERT INTO settings (name, value_enc, updated_at) VALUES (?, ?, ?) "
                                          "ON CONFLICT (name) DO NOTHING"_s,
        {name, sealedSecret(m_cipher.fields, name, value), now.toMSecsSinceEpoch()});
    return query.numRowsAffected() == 1;
}

} // namespace accueil
