#pragma once

#include "tests/ui/pageroom.h"
#include "ui/desk.h"

namespace accueil {

// A program around the window whose door for tablets is as a test wants it.
struct FakeDesk final : Desk
{
    explicit FakeDesk(PageRoom &itsRoom)
        : room(itsRoom)
    {
    }

    QString version() const override { return QStringLiteral("0.1.0"); }
    const Clock &clock() const override { return room.clock; }
    QString dataDirectory() const override { return room.folder.path(); }
    QString storeDescription() const override { return {}; }
    StorePlace storePlace() const override { return {}; }
    bool storePlaceIsFixed() const override { return false; }
    QString keyPlace() const override { return {}; }
    Result<StoreState> moveTo(const StorePlace &) override { return StoreState::Ready; }
    Result<StoreState> openStore() override { return StoreState::Ready; }
    Result<QStringList> makeStore() override { return QStringList(); }
    Result<StoreState> recoverStore(const QString &) override { return StoreState::Ready; }
    Services services() override { return room.services; }
    void beginServing() override { }
    QString serverAddress() const override { return QStringLiteral("http://127.0.0.1:8000"); }
    QString serverProblem() const override { return {}; }
    QStringList tabletAddresses() const override { return addresses; }
    QString trustAddress() const override { return addresses.isEmpty() ? QString() : trust; }
    QString authorityFingerprint() const override { return fingerprint; }
    QByteArray authorityCertificate() const override { return certificate; }
    std::optional<QDateTime> certificateExpiry() const override { return room.clock.now().addDays(300); }
    QString tabletProblem() const override { return problem; }
    bool isDrill() const override { return false; }
    DrillService *drill() override { return nullptr; }
    std::optional<Session> drillSession() const override { return std::nullopt; }
    bool startDrill() override { return false; }

    PageContext context(Role role = Role::Admin)
    {
        PageContext its = room.context(role);
        its.desk = this;
        return its;
    }
    void allowTablets()
    {
        HospitalSettings hospital = room.settings.current();
        hospital.tabletsAllowed = true;
        hospital.name = QStringLiteral("Hôpital Général de Douala");
        hospital.wards = {QStringLiteral("Maternité"), QStringLiteral("Pédiatrie")};
        QVERIFY(room.settings.save(Session::system(), hospital));
    }

    PageRoom &room;
    QStringList addresses{QStringLiteral("https://192.168.1.20:8443"), QStringLiteral("https://accueil.local:8443")};
    QString trust = QStringLiteral("http://192.168.1.20:8000/ca");
    QString fingerprint = QStringLiteral("3F:A1:0C:7D · 92:5E:B8:44 · 1A:6F:D0:2B · 00:11:22:33 · 44:55:66:77 · "
                                         "88:99:AA:BB · CC:DD:EE:FF · 01:23:45:67");
    QByteArray certificate = QByteArrayLiteral("a certificate");
    QString problem;
};

} // namespace accueil
