#pragma once

#include "db/database.h"
#include "db/storecipher.h"

namespace accueil {

class PatientRepository
{
public:
    PatientRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

private:
    [[maybe_unused]] Database &m_database;
    [[maybe_unused]] const StoreCipher &m_cipher;
};

} // namespace accueil
