#include "db/numberflagrepository.h"

#include "db/sqlvalue.h"

namespace accueil {

using namespace Qt::StringLiterals;

qint64 NumberFlagRepository::tagOf(Channel channel, const QString &address) const
{
    return m_cipher.index.tagOf("flagged address", channelTable.key(channel) + u' ' + address.toLower());
}

std::optional<ReasonKey> NumberFlagRepository::find(Channel channel, const QString &address)
{
    QSqlQuery &query
        = m_database.execute(u"SELECT reason FROM number_flags WHERE tag = ?"_s, {tagOf(channel, address)});
    return query.next() ? std::optional(query.value(0).toString()) : std::nullopt;
}

void NumberFlagRepository::insert(
    Channel channel, const QString &address, const ReasonKey &reason, const QDateTime &now)
{
    m_database.execute(u"INSERT INTO number_flags (tag, reason, at) VALUES (?,?,?) ON CONFLICT (tag) DO UPDATE SET"
                       " reason = excluded.reason, at = excluded.at"_s,
        {tagOf(channel, address), reason, timeValue(now)});
}

void NumberFlagRepository::remove(Channel channel, const QString &address)
{
    m_database.execute(u"DELETE FROM number_flags WHERE tag = ?"_s, {tagOf(channel, address)});
}

} // namespace accueil
