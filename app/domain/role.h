#pragma once

#include "app/domain/enumtable.h"

namespace accueil {

enum class Role { Admin, Manager, Reception, Viewer, Device };

inline constexpr EnumTable<Role, 5> roleTable{{{
    {Role::Admin, u"admin"},
    {Role::Manager, u"manager"},
    {Role::Reception, u"reception"},
    {Role::Viewer, u"viewer"},
    {Role::Device, u"device"},
}}};

enum class Permission {
    Anyone, // no account needed
    SignedIn, // any account; a tablet has none
    ReadPatients,
    EditPatients,
    DeletePatients,
    ReadFeedback,
    SubmitFeedback,
    EditFeedback,
    DeleteFeedback,
    ReadReminders,
    ManageReminders,
    ManageTemplates,
    ReadDashboard,
    ImportRecords,
    ManageUsers,
    ManageSettings,
    ManageDevices, // pair, rename and revoke tablets
    ManageTabletContent, // what tablets ask and say
    UseTablet, // read the configuration of one's own tablet
    ReadAudit,
    WorkCases, // follow bad experiences up
    ManageCases, // what opens a case, who owns it, and which go on the poster
};

// The table of who may do what (product.md section 7). Both doors ask it; nothing else decides.
bool roleMay(Role role, Permission permission);

} // namespace accueil
