#pragma once

#include "app/domain/identifier.h"
#include "app/domain/result.h"
#include "app/domain/role.h"

namespace accueil {

// Who is acting, from where. Passed to every use case; never kept by one.
struct Session
{
    UserId user; // none for the program itself (scheduler, command line)
    QString username;
    Role role = Role::Viewer;
    DeviceId device = {}; // the paired tablet that acts; then there is no user

    bool may(Permission permission) const { return roleMay(role, permission); }
    // The program acting for itself: the scheduler, the command line of someone who holds the data folder.
    static Session system() { return Session{{}, QStringLiteral("system"), Role::Admin}; }
    friend bool operator==(const Session &, const Session &) = default;
};

inline Result<void> require(const Session &who, Permission permission)
{
    if (!who.may(permission))
        return fail(ErrorCode::Forbidden);
    return {};
}

} // namespace accueil
