#pragma once

#include "app/domain/consent.h"
#include "app/domain/listing.h"
#include "db/database.h"
#include "db/storecipher.h"

namespace accueil {

// The log of consent, and the numbers and addresses that said stop, which are kept as keyed tags. Writing calls belong
// inside a transaction.
class ConsentRepository
{
public:
    ConsentRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    void append(ConsentEntry entry); // gives it its id
    Page<ConsentEntry> list(PatientId patient, const PageRequest &page); // newest first
    // The last word on each channel and purpose that was ever spoken of.
    QMap<std::pair<Channel, Purpose>, ConsentEntry> last(PatientId patient);

    // `address`: E.164, or an email address, whose case does not matter. How it said stop, if so.
    std::optional<ConsentMethod> stop(Channel channel, const QString &address);
    void addStop(Channel channel, const QString &address, const QDateTime &at, ConsentMethod method);
    // What was said up to `until`. False: it said so again later, and that stands.
    bool removeStop(Channel channel, const QString &address, const QDateTime &until);

private:
    qint64 tagOf(const QString &address) const;

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
