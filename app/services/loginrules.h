#pragma once

#include "app/domain/session.h"
#include "app/services/attemptledger.h"
#include "db/userrepository.h"

#include <chrono>

namespace accueil {

// What the two halves of AccountService share. After so many failures within 15 minutes the next try has to wait.
inline constexpr int freeFailuresPerAccount = 5;
inline constexpr int freeFailuresPerAddress = 20;

inline tl::unexpected<Error> tooManyAttempts(std::chrono::seconds wait)
{
    return tl::unexpected<Error>(Error{ErrorCode::TooManyAttempts, {}, static_cast<int>(wait.count())});
}

inline AttemptRecord attemptsOf(const UserCredentials &account)
{
    return {account.user.failedAttempts, account.lockedUntil};
}

inline Session sessionOf(const User &user)
{
    return {user.id, user.username, user.role};
}

} // namespace accueil
