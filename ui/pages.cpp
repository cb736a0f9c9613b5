#include "ui/pages.h"

#include "ui/about/aboutpage.h"
#include "ui/settings/settingspage.h"
#include "ui/users/userspage.h"

#include <QCoreApplication>

namespace accueil {

namespace {

template <typename Page> WindowPage *make(const PageContext &context)
{
    return new Page(context);
}

} // namespace

QList<PageEntry> allPages()
{
    return {
        {PageId::Users, Icon::UserCog, Permission::ManageUsers, PageSection::Administration, QT_TRANSLATE_NOOP("accueil::pages", "Accounts"),
         make<UsersPage>},
        {PageId::Settings, Icon::Settings, Permission::ManageSettings, PageSection::Administration,
         QT_TRANSLATE_NOOP("accueil::pages", "Settings"), make<SettingsPage>},
        {PageId::About, Icon::Info, Permission::SignedIn, PageSection::Administration, QT_TRANSLATE_NOOP("accueil::pages", "About"),
         make<AboutPage>},
    };
}

QString pageTitle(const PageEntry &entry) { return QCoreApplication::translate("accueil::pages", entry.title); }

} // namespace accueil
