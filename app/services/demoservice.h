#pragma once

#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "app/services/domainevents.h"
#include "db/database.h"
#include "db/storecipher.h"

namespace accueil {

// Fills an empty store with believable invented data: wards, 300 patients, a year of feedback in French and English, past
// and future reminders, one account per role (named in the log). Numbers belong to nobody. Refuses a store that has patients.
class DemoService
{
public:
    DemoService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events);
    Result<void> fill(const Session &who);

private:
    Database &m_database;
    const StoreCipher &m_cipher;
    const Clock &m_clock;
    DomainEvents &m_events;
};

} // namespace accueil
