#include "ui/pages.h"

#include "ui/about/aboutpage.h"
#include "ui/appointments/appointmentspage.h"
#include "ui/dashboard/dashboardpage.h"
#include "ui/drill/drillpage.h"
#include "ui/feedback/feedbackpage.h"
#include "ui/patients/patientspage.h"
#include "ui/reminders/reminderspage.h"
#include "ui/settings/settingspage.h"
#include "ui/tabletcontent/tabletcontentpage.h"
#include "ui/tablets/tabletspage.h"
#include "ui/templates/templatespage.h"
#include "ui/users/userspage.h"

#include <QCoreApplication>

namespace accueil {

namespace {

template <typename Page>
WindowPage *make(const PageContext &context)
{
    return new Page(context);
}

} // namespace

QList<PageEntry> allPages()
{
    return {
        {PageId::Patients, Icon::Users, Permission::ReadPatients, PageSection::Work,
            QT_TRANSLATE_NOOP("accueil::pages", "Patients"), make<PatientsPage>},
        {PageId::Feedback, Icon::MessageSquare, Permission::ReadFeedback, PageSection::Work,
            QT_TRANSLATE_NOOP("accueil::pages", "Feedback"), make<FeedbackPage>},
        {PageId::Reminders, Icon::Bell, Permission::ReadReminders, PageSection::Work,
            QT_TRANSLATE_NOOP("accueil::pages", "Reminders"), make<RemindersPage>},
        {PageId::Appointments, Icon::CalendarClock, Permission::ReadReminders, PageSection::Work,
            QT_TRANSLATE_NOOP("accueil::pages", "Appointments"), make<AppointmentsPage>},
        {PageId::Dashboard, Icon::Chart, Permission::ReadDashboard, PageSection::Work,
            QT_TRANSLATE_NOOP("accueil::pages", "Dashboard"), make<DashboardPage>},
        {PageId::Tablets, Icon::Tablet, Permission::ManageDevices, PageSection::Administration,
            QT_TRANSLATE_NOOP("accueil::pages", "Tablets"), make<TabletsPage>},
        {PageId::TabletContent, Icon::MessageQuestion, Permission::ManageTabletContent, PageSection::Administration,
            QT_TRANSLATE_NOOP("accueil::pages", "Questions"), make<TabletContentPage>},
        {PageId::Templates, Icon::File, Permission::ManageTemplates, PageSection::Administration,
            QT_TRANSLATE_NOOP("accueil::pages", "Templates"), make<TemplatesPage>},
        {PageId::Users, Icon::UserCog, Permission::ManageUsers, PageSection::Administration,
            QT_TRANSLATE_NOOP("accueil::pages", "Accounts"), make<UsersPage>},
        {PageId::Settings, Icon::Settings, Permission::ManageSettings, PageSection::Administration,
            QT_TRANSLATE_NOOP("accueil::pages", "Settings"), make<SettingsPage>},
        {PageId::About, Icon::Info, Permission::SignedIn, PageSection::Administration,
            QT_TRANSLATE_NOOP("accueil::pages", "About"), make<AboutPage>},
        // The last one, so that the others have in a drill the keys that they have in earnest.
        {PageId::Drill, Icon::LifeBuoy, Permission::ReadReminders, PageSection::Administration,
            QT_TRANSLATE_NOOP("accueil::pages", "Drill"), make<DrillPage>, PageOccasion::Drill},
    };
}

QString pageTitle(const PageEntry &entry)
{
    return QCoreApplication::translate("accueil::pages", entry.title);
}

} // namespace accueil
