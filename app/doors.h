#pragma once

#include "app/domain/clock.h"
#include "app/domain/result.h"
#include "app/machinenames.h"
#include "app/security/certificateauthority.h"
#include "app/servercertificate.h"
#include "app/services/hospitalsettings.h"
#include "app/settings.h"
#include "server/http/httpserver.h"
#include "server/plaindoor.h"
#include "server/trustpages.h"

#include <QBasicTimer>
#include <QDateTime>
#include <QMutex>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace accueil {

class ServiceAnnouncer;

struct DoorSources
{
    const ProgramSettings &program;
    const Clock &clock;
    DoorApi api;
    std::function<bool(Method, const QByteArray &path)> isUpload;
    std::function<bool(Method, const QByteArray &path)> isSlow;
    HttpGrouping grouping = {};
    ConnectionCounters *counters = nullptr; // null: nothing is counted
    std::function<HospitalSettings()> hospital; // what is in force; from any thread, and may reach the database
    Result<CertifiedKey> authority;
    std::function<MachineNames()> machine = machineNames;
};

// Where this desk can be reached. One door is plain HTTP: for programs on this computer, and for tablets that have yet
// to learn to trust it. The other, once the hospital allows tablets, is HTTPS on the network, with a certificate of the
// hospital's own authority. With a certificate that the hospital gives there is one door, HTTPS. Both keep their port
// while the program runs. Lives on the main thread; what it is given outlives it.
class Doors final : public QObject
{
    Q_OBJECT
public:
    explicit Doors(DoorSources sources);
    ~Doors() override;

    bool open(QString *why); // false: the first door has no place, `why` for the log. The second tries again by itself
    void close(); // within 2 s
    void followSettings(); // the hospital may have another wish; only this and open() ask for it
    // Whether other addresses, another certificate or a free port call for something. By itself every 30 s.
    void look();

    QHostAddress listenAddress() const; // by settings: this machine alone, or the network
    QString serverAddress() const; // of the first door, "http://127.0.0.1:8000"; empty: does not listen
    QStringList tabletAddresses() const; // Desk has the meaning of these
    QString trustAddress() const;
    QString authorityFingerprint() const;
    QByteArray authorityCertificate() const;
    std::optional<QDateTime> certificateExpiry() const;
    QString tabletProblem() const;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    bool openFirst(const QHostAddress &address, quint16 port, QString *why);
    void followTablets();
    void closeSecond();
    HttpServerOptions serverOptions(const QHostAddress &address, quint16 port) const;
    std::optional<TrustFacts> trustFacts() const; // from any thread
    QStringList reachableAddresses() const;
    QStringList certifiedNames() const;
    std::unique_ptr<ServerCertificate> firstCertificate() const;
    void announce();
    void askHospital();
    void tellOfTheEnd();

    const DoorSources m_sources;
    TrustPages m_pages;
    PlainDoor m_guard;
    MachineNames m_machine;
    std::unique_ptr<ServiceAnnouncer> m_announcer; // while the second door is open to the network
    std::unique_ptr<ServerCertificate> m_certificate; // null: there is no authority
    QHostAddress m_address; // of the first door
    bool m_allowsTablets = false; // the hospital, when it was last asked: the window's thread cannot wait for it
    QString m_tabletTrouble; // why the second does not open
    quint16 m_tabletPort = 0; // once it had one
    QDate m_toldAt;
    QBasicTimer m_look;
    mutable QMutex m_mutex; // guards m_facts
    std::optional<TrustFacts> m_facts; // while the second door is open
    std::unique_ptr<HttpServer> m_first; // last: they use what is above
    std::unique_ptr<HttpServer> m_second;
};

// SHA-256 as people compare it: "3F:A1:0C:7D · 92:5E:B8:44 · …", eight groups of four bytes.
QString groupedFingerprint(const QByteArray &certificate);

} // namespace accueil
