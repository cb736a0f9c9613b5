#include "app/domain/role.h"

#include <QtTest>

using namespace accueil;

class RoleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deviceMayOnlySubmitAndReadItsOwnConfiguration()
    {
        QVERIFY(roleMay(Role::Device, Permission::SubmitFeedback));
        QVERIFY(!roleMay(Role::Device, Permission::ReadFeedback));
        QVERIFY(!roleMay(Role::Device, Permission::ReadPatients));
        QVERIFY(roleMay(Role::Device, Permission::UseTablet));
        QVERIFY(!roleMay(Role::Device, Permission::SignedIn));
    }
    void onlyATabletHasAConfigurationOfItsOwn()
    {
        for (const Role role : {Role::Admin, Role::Manager, Role::Reception, Role::Viewer})
            QVERIFY(!roleMay(role, Permission::UseTablet));
    }
    void onlyAnAdminPairsTablets()
    {
        QVERIFY(roleMay(Role::Admin, Permission::ManageDevices));
        for (const Role role : {Role::Manager, Role::Reception, Role::Viewer, Role::Device})
            QVERIFY(!roleMay(role, Permission::ManageDevices));
    }
    void onlyAdminAndManagerSeeTheDashboard()
    {
        QVERIFY(roleMay(Role::Admin, Permission::ReadDashboard));
        QVERIFY(roleMay(Role::Manager, Permission::ReadDashboard));
        QVERIFY(!roleMay(Role::Reception, Permission::ReadDashboard));
        QVERIFY(!roleMay(Role::Viewer, Permission::ReadDashboard));
        QVERIFY(!roleMay(Role::Device, Permission::ReadDashboard));
    }
};

QTEST_GUILESS_MAIN(RoleTest)
#include "tst_role.moc"
