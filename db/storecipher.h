#pragma once

#include "app/security/blindindex.h"
#include "app/security/fieldcipher.h"

namespace accueil {

// The keys a repository needs, made once per store. Thread-safe.
struct StoreCipher
{
    explicit StoreCipher(const Keyring &keyring)
        : fields(keyring)
        , index(keyring)
    {
    }
    FieldCipher fields;
    BlindIndex index;
};

} // namespace accueil
