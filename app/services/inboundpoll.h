#pragma once

#include "app/domain/clock.h"
#include "app/services/hospitalsettings.h"
#include "app/services/inboundsource.h"
#include "app/services/providerrest.h"
#include "db/database.h"
#include "db/settingsrepository.h"

#include <QSet>

#include <chrono>
#include <functional>

namespace accueil {

class InboundMessageService;

inline constexpr std::chrono::seconds inboundPollInterval{60};
inline constexpr std::chrono::seconds inboundCheckInterval{600}; // where the provider can reach this program

// Fetches what patients sent: often while the provider cannot reach this program (no public address), now and then
// where it can, because it tells of a message only once and may have found nobody. Up to when that is done is kept in
// the store and moves only after the messages are stored; a day before it is read again each time, as
// InboundMessageService takes each message once. Called by one thread of each program. Throws DatabaseError and
// CipherError.
class InboundPoll
{
public:
    InboundPoll(Database &database, const StoreCipher &cipher, const Clock &clock,
        std::function<HospitalSettings()> settings, InboundMessageService &inbound);

    // Asks when it is time again; returns how many messages were handed on.
    int poll(InboundSource &source, const std::function<bool()> &stop);

private:
    QDateTime beginning(); // of what is asked for
    void moveOn(const QDateTime &until);

    Database &m_database;
    const Clock &m_clock;
    std::function<HospitalSettings()> m_settings;
    InboundMessageService &m_inbound;
    SettingsRepository m_state;
    QSet<QString> m_seen; // ids in the last whole answer, which need not be looked up again
    ProviderRest m_rest;
};

} // namespace accueil
