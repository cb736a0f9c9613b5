#include "db/channelstaterepository.h"

#include "db/sqlvalue.h"

namespace accueil {

using namespace Qt::StringLiterals;

std::optional<QDateTime> ChannelStateRepository::lastAble(Channel channel)
{
    QSqlQuery &query
        = m_database.execute(u"SELECT last_able FROM channel_states WHERE channel = ?"_s, {channelTable.key(channel)});
    return query.next() ? std::optional(storedTime(query.value(0))) : std::nullopt;
}

void ChannelStateRepository::setLastAble(Channel channel, const QDateTime &now)
{
    m_database.execute(u"INSERT INTO channel_states (channel, last_able) VALUES (?,?)"
                       " ON CONFLICT (channel) DO UPDATE SET last_able = excluded.last_able"_s,
        {channelTable.key(channel), timeValue(now)});
}

} // namespace accueil
