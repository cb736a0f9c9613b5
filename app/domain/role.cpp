#include "app/domain/role.h"

namespace accueil {

bool roleMay(Role role, Permission permission)
{
    if (permission == Permission::Anyone)
        return true;
    if (permission == Permission::SignedIn)
        return role != Role::Device;
    using enum Permission;
    switch (role) {
    case Role::Admin:
        return permission != UseTablet;
    case Role::Manager:
        return permission != ManageUsers && permission != ManageSettings && permission != ManageDevices
            && permission != UseTablet;
    case Role::Reception:
        return permission == ReadPatients || permission == EditPatients || permission == ReadFeedback
            || permission == SubmitFeedback || permission == EditFeedback || permission == ReadReminders
            || permission == ManageReminders || permission == WorkCases;
    case Role::Viewer:
        return permission == ReadPatients || permission == ReadFeedback || permission == ReadReminders;
    case Role::Device:
        return permission == SubmitFeedback || permission == UseTablet;
    }
    return false;
}

} // namespace accueil
