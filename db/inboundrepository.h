#pragma once

#include "app/domain/inboundmessage.h"
#include "app/domain/listing.h"
#include "db/database.h"
#include "db/storecipher.h"

namespace accueil {

// Rows of `inbound_messages`; number and text are encrypted, the number is found again by a keyed tag. Writing calls
// belong inside a transaction.
class InboundRepository
{
public:
    InboundRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    // Sets its id. False: a message of this provider id is there already.
    bool insert(InboundMessage &message);
    void update(const InboundMessage &message); // outcome, reason and what it belongs to
    std::optional<InboundMessage> find(const QString &providerMessageId);
    Page<InboundMessage> list(const PageRequest &page); // newest first
    QList<InboundMessage> received(const QDateTime &before, int limit); // not looked at yet; oldest first
    int countSince(const QString &phoneNumber, const QDateTime &since);

    // The reminder of an appointment after `now` that was last sent to this number; also one of which nobody knows
    // whether it arrived: the answer says so.
    std::optional<ReminderId> lastSentTo(const QString &phoneNumber, Channel channel, const QDateTime &now);

private:
    InboundMessage read(const QSqlQuery &row) const;
    qint64 tagOf(const QString &phoneNumber) const;

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
