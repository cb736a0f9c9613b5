#pragma once

#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "app/services/domainevents.h"
#include "app/services/hospitalsettings.h"
#include "app/services/messagesender.h"
#include "db/database.h"
#include "db/settingsrepository.h"
#include "db/storecipher.h"

#include <QMap>
#include <QMutex>
#include <QSet>

#include <optional>

namespace accueil {

// Values that the environment fixes; each named by its HospitalSettings path ("twilio.authToken") so that the screen can
// show it locked.
struct SettingsOverride {
    QMap<QString, QString> values;
};

// The settings of the hospital: stored, overridden by the environment, validated, cached. Thread-safe.
class SettingsService
{
public:
    SettingsService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
                    SettingsOverride overrides);

    HospitalSettings current(); // what is in force; may be called from any thread at any time
    QSet<QString> fixedByEnvironment() const;
    Result<HospitalSettings> save(const Session &who, const HospitalSettings &settings);
    QByteArray tokenSecret(); // made at first use, shared by the desks of a store

private:
    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    SettingsRepository m_settings;
    SettingsOverride m_overrides;
    QMutex m_mutex;
    std::optional<HospitalSettings> m_cached;
};

// Rules of the settings screen: name required, zone known to the system, From in E.164, port 1..65535, base URL http(s).
QList<FieldError> validate(const HospitalSettings &settings);

} // namespace accueil
