#include "app/domain/role.h"

namespace accueil {

bool roleMay(Role role, Permission permission)
{
    if (permission == Permission::Anyone || permission == Permission::SignedIn)
        return true;
    using enum Permission;
    switch (role) {
    case Role::Admin:
        return true;
    case Role::Manager:
        return permission != ManageUsers && permission != ManageSettings;
    case Role::Reception:
        return permission == ReadPatients || permission == EditPatients || permission == ReadFeedback
            || permission == SubmitFeedback || permission == EditFeedback || permission == ReadReminders
            || permission == ManageReminders;
    case Role::Viewer:
        return permission == ReadPatients || permission == ReadFeedback || permission == ReadReminders;
    case Role::Device:
        return permission == SubmitFeedback;
    }
    return false;
}

} // namespace accueil
