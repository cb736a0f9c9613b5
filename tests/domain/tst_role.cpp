#include "app/domain/role.h"

#include <QtTest>

using namespace accueil;

class RoleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deviceMayOnlySubmit()
    {
        QVERIFY(roleMay(Role::Device, Permission::SubmitFeedback));
        QVERIFY(!roleMay(Role::Device, Permission::ReadFeedback));
        QVERIFY(!roleMay(Role::Device, Permission::ReadPatients));
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
