#pragma once

#include "app/domain/clock.h"
#include "app/domain/device.h"
#include "app/domain/session.h"
#include "app/services/domainevents.h"
#include "db/auditrepository.h"
#include "db/devicerepository.h"
#include "db/storecipher.h"

#include <QHash>
#include <QMutex>

namespace accueil {

// A tablet that has just been added, and the code that makes one real tablet it.
struct NewDevice
{
    Device device;
    PairingCode code;
};

// What a tablet gets for its code. The token is shown here and never again.
struct PairedDevice
{
    QByteArray token;
    Device device;
};

// The tablets: who may submit without being a person. A code pairs once, within 10 minutes; a token is good until it is
// revoked, which this program sees at once and another desk of the same store within 3 s. Codes and tokens are kept as
// keyed tags and hashes. Thread-safe; throws DatabaseError.
class DeviceService
{
public:
    DeviceService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events);

    // These need ManageDevices.
    Result<NewDevice> add(const Session &who, const DeviceDraft &draft);
    // In place of an earlier code. The tablet that has the place now keeps it until the code is used. Conflict
    // when it was revoked.
    Result<PairingCode> newCode(const Session &who, DeviceId id);
    Result<Device> edit(const Session &who, DeviceId id, const DeviceDraft &draft);
    Result<Device> revoke(const Session &who, DeviceId id); // also again
    Result<Device> find(const Session &who, DeviceId id);
    // What whoever reads feedback sees of the tablet that sent it. Needs ReadFeedback only.
    Result<QString> nameOf(const Session &who, DeviceId id);
    Result<Page<Device>> list(const Session &who, const PageRequest &page); // by name; revoked ones last

    // For a tablet, which is nobody yet. NotFound for a code that is wrong, used or too old, all alike.
    Result<PairedDevice> pair(const QString &code, const QString &version, const QString &platform);

    // Unauthenticated unless the token is of a tablet that may go on.
    Result<Session> authenticate(QByteArrayView token);
    bool remembers(QByteArrayView token); // it was good a while ago; asks no store
    static bool looksLikeToken(QByteArrayView token); // rather than an access token; costs nothing

    // The tablet that acts; Forbidden when it is none. No older than 3 s.
    Result<Device> own(const Session &who);
    // What the tablet said of itself; kept at most every 20 s, so that many tablets do not keep the store busy.
    void recordReport(const Session &who, const DeviceReport &report);

private:
    struct Entry
    {
        QDateTime readAt;
        Device device;
    };

    Result<Device> findAllowed(DeviceId id);
    PairingCode giveCode(DeviceId id);
    void forget(DeviceId id);
    void audit(const Session &who, const QString &action, DeviceId about, const QString &detail = {});

    Database &m_database;
    const StoreCipher &m_cipher;
    const Clock &m_clock;
    DomainEvents &m_events;
    DeviceRepository m_devices;
    AuditRepository m_audit;

    QMutex m_mutex; // guards what follows
    QHash<QByteArray, Entry> m_tokens; // by hash, trusted for 3 s
    QHash<DeviceId, QDateTime> m_reports; // when each was last written
    quint64 m_changes = 0; // so that what was read before a change is not kept after it
};

} // namespace accueil
