#pragma once

#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "app/services/domainevents.h"
#include "app/services/hospitalsettings.h"
#include "db/auditrepository.h"
#include "db/database.h"
#include "db/settingsrepository.h"
#include "db/storecipher.h"

#include <QDateTime>
#include <QMap>
#include <QMutex>
#include <QSet>

#include <optional>

namespace accueil {

// Values that the environment fixes; each named by its HospitalSettings path ("twilio.authToken") so that the screen
// can show it locked. They were checked when the program started.
struct SettingsOverride
{
    QMap<QString, QString> values;
    QByteArray tokenSecret; // SECRET_KEY; empty: the store's own
};

// The settings of the hospital: stored, overridden by the environment, validated, cached. What another desk of the same
// store saves is seen within 5 seconds, and told by settingsChanged to whom asks here. Thread-safe; throws
// DatabaseError and CipherError.
class SettingsService
{
public:
    SettingsService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        SettingsOverride overrides);

    // What is in force; may be called from any thread at any time. While the store is out of reach it is what was last
    // read.
    HospitalSettings current();
    QSet<QString> fixedByEnvironment() const;
    // Values that the environment fixes are not stored. Returns what is in force then. A form that was read before
    // WardService changed the wards keeps them as they are stored.
    enum class Wards { Replaced, Kept };
    Result<HospitalSettings> save(const Session &who, const HospitalSettings &settings, Wards wards = Wards::Replaced);
    // Another service of this desk stored a setting of its own: forgets what was read, and tells.
    void readAgain();
    QByteArray tokenSecret(); // made at first use, shared by the desks of a store

private:
    HospitalSettings stored();
    HospitalSettings inForce(HospitalSettings settings) const;

    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    SettingsRepository m_settings;
    AuditRepository m_audit;
    const SettingsOverride m_overrides;
    QMutex m_mutex; // guards what follows
    std::optional<HospitalSettings> m_cached;
    QDateTime m_readAt;
    quint64 m_saves = 0; // so that what was read before a save is not kept after it
};

// Rules of the settings screen: name required, zone known to the system, From one of SmsSenderKind, port 1..65535, web
// addresses http(s). `field` is the path of the setting ("twilio.phoneNumber").
QList<FieldError> validate(const HospitalSettings &settings);

} // namespace accueil
