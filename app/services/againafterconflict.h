#pragma once

#include "db/databaseerror.h"

namespace accueil {

// Runs `work`, one whole transaction, and once more when another desk did something in the same moment that the store's
// constraints do not allow beside it: the second time `work` finds what is there now and answers accordingly.
template <typename Work>
auto againAfterConflict(Work work)
{
    try {
        return work();
    } catch (const DatabaseError &error) {
        if (error.kind() != DatabaseError::Kind::ConstraintViolated)
            throw;
    }
    return work();
}

} // namespace accueil
