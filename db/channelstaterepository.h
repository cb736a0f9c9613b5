#pragma once

#include "app/domain/channel.h"
#include "db/database.h"

#include <QDateTime>

#include <optional>

namespace accueil {

// When a channel could last send, whichever program of the store it was.
class ChannelStateRepository
{
public:
    explicit ChannelStateRepository(Database &database)
        : m_database(database)
    {
    }

    std::optional<QDateTime> lastAble(Channel channel);
    void setLastAble(Channel channel, const QDateTime &now);

private:
    Database &m_database;
};

} // namespace accueil
