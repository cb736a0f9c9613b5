#pragma once

#include "app/domain/clock.h"
#include "app/domain/result.h"
#include "app/domain/session.h"
#include "app/services/services.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace accueil {

class DrillService;

enum class StoreState {
    New, // nothing there yet: first run
    NoAccount, // a first run that was broken off: the store is there, nobody may enter
    Ready,
    KeyMissing, // a store of another desk, or of this one before its disk was lost: the recovery key lets in
    KeyWrong,
};

// Where the data lie: in a file of this computer, or on a PostgreSQL server.
struct StorePlace
{
    enum Kind { ThisDesk, Server } kind = ThisDesk;
    QString host;
    int port = 5432;
    QString name = QStringLiteral("accueil");
    QString user;
    QString password;

    friend bool operator==(const StorePlace &, const StorePlace &) = default;
};

// What the window asks of the program around it, beyond the services. Functions that say "blocks" reach the disk or the
// network: call them inBackground, one at a time. All throw DatabaseError where a store is out of reach.
class Desk
{
public:
    virtual ~Desk() = default;

    virtual QString version() const = 0;
    virtual const Clock &clock() const = 0;
    virtual QString dataDirectory() const = 0;
    virtual QString storeDescription() const = 0; // for the status bar and the about page; no password
    virtual StorePlace storePlace() const = 0;
    virtual bool storePlaceIsFixed() const = 0; // by the environment
    virtual QString keyPlace() const = 0; // path of the key file, or empty for the system's keyring

    virtual Result<StoreState> moveTo(const StorePlace &place)
        = 0; // blocks; remembered once the store is made or opened
    virtual Result<StoreState> openStore() = 0; // blocks; after Ready or NoAccount the services may be asked for
    // Makes the store, or a new recovery key for one that has no account yet; answers with the groups of the key.
    // Blocks.
    virtual Result<QStringList> makeStore() = 0;
    virtual Result<StoreState> recoverStore(const QString &typedKey) = 0; // blocks

    virtual Services services() = 0; // only after the store was opened
    virtual void beginServing() = 0; // GUI thread, once, after the store was opened: tablets and reminders
    virtual QString serverAddress() const = 0; // for programs on this computer; empty: does not listen
    virtual QString serverProblem() const = 0; // why not

    // About tablets; GUI thread, at once. All empty until the hospital allows tablets and beginServing() was called.
    // "https://192.168.1.10:8443", best first: the QR code shows the first. They change when the computer's addresses
    // do.
    virtual QStringList tabletAddresses() const = 0;
    // "http://192.168.1.10:8000/ca", where a tablet learns to trust this desk; empty also where the hospital gave a
    // certificate that tablets trust already.
    virtual QString trustAddress() const = 0;
    // SHA-256 of the authority's certificate as people compare it, "3F:A1:0C:7D · 92:5E:B8:44 · …", eight groups; the
    // first three are enough to compare. There as soon as beginServing() was called; empty as trustAddress() otherwise.
    virtual QString authorityFingerprint() const = 0;
    virtual QByteArray authorityCertificate() const = 0; // DER, as tablets install it; empty as trustAddress()
    virtual std::optional<QDateTime>
    certificateExpiry() const = 0; // UTC; of the desk's own, which is renewed by itself
    // Why tablets cannot reach this desk, or soon cannot, as a stable key: portTaken, authorityDamaged,
    // certificateOutOfDate (or not valid yet: the clock), certificateEndsSoon (within 30 days). Empty: nothing.
    virtual QString tabletProblem() const = 0;

    virtual bool isDrill() const = 0; // nothing is sent; the store is gone at the end
    virtual DrillService *drill() = 0; // only after the store was opened; null in earnest
    virtual std::optional<Session> drillSession() const = 0; // likewise; who practises is signed in already
    virtual bool startDrill() = 0; // a program of its own, beside this one; false: it could not be started
};

} // namespace accueil
