#pragma once

#include "app/domain/clock.h"
#include "app/domain/result.h"
#include "app/security/certificateauthority.h"
#include "db/database.h"
#include "db/settingsrepository.h"
#include "db/storecipher.h"

namespace accueil {

// The certificate authority of the hospital: one for all desks of a store, because tablets trust it once. Its key lies
// in the store, encrypted with the store's key, and nowhere else. Throws DatabaseError.
class AuthorityService
{
public:
    AuthorityService(Database &database, const StoreCipher &cipher, const Clock &clock);

    // Made at first use; two desks that do so at once get the same. Error Unavailable with the field `authority`:
    // `authorityDamaged` where what is stored cannot be opened or is no authority. No other takes its place, because no
    // tablet would trust that one and nobody would know why.
    Result<CertifiedKey> authority();

private:
    Database &m_database;
    const Clock &m_clock;
    SettingsRepository m_settings;
};

} // namespace accueil
