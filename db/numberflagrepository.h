#pragma once

#include "app/domain/channel.h"
#include "app/domain/reminder.h"
#include "db/database.h"
#include "db/storecipher.h"

#include <QDateTime>

#include <optional>

namespace accueil {

// Numbers and addresses that a provider does not know, by keyed tag: nothing more is sent there until somebody corrects
// the record. A number is flagged for one channel: a landline that takes no SMS can be called.
class NumberFlagRepository
{
public:
    NumberFlagRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    std::optional<ReasonKey> find(Channel channel, const QString &address);
    void insert(Channel channel, const QString &address, const ReasonKey &reason, const QDateTime &now);
    void remove(Channel channel, const QString &address); // a person says that it works

private:
    qint64 tagOf(Channel channel, const QString &address) const;

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
