#pragma once

#include "app/domain/inboundmessage.h"
#include "app/domain/listing.h"
#include "db/database.h"
#include "db/storecipher.h"

namespace accueil {

// A reminder that an answer may be about.
struct AnswerableReminder
{
    ReminderId id;
    QString appointment; // the same for all reminders of one visit of one patient
};

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

    // The reminders that were sent to this number, of appointments after `now` that are still planned as they said, the
    // last sent first; also those of which nobody knows whether they arrived: the answer says so. `owners`: whose
    // number it is.
    QList<AnswerableReminder> answerable(
        const QString &phoneNumber, const QList<PatientId> &owners, Channel channel, const QDateTime &now);

private:
    InboundMessage read(const QSqlQuery &row) const;
    qint64 tagOf(const QString &phoneNumber) const;

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
