#pragma once

#include "app/domain/clock.h"
#include "app/domain/role.h"
#include "app/domain/session.h"
#include "db/database.h"
#include "db/storecipher.h"

namespace accueil {

class AccountService;
class DomainEvents;
class SettingsService;
class UnderstandingEngine;

struct DemoAccount
{
    QString username;
    QString password;
    Role role = Role::Viewer;
};

// Fills an empty store with believable invented data: wards, 300 patients, a year of feedback in French and English
// by patients and at tablets, appointments that were kept and missed, past and future reminders, an account per role. It lives the year through the same services as people do, with a
// clock of its own and a sender that sends nothing; the telephone numbers lie in a range that nobody has. Takes some
// seconds; call off the GUI thread. Conflict (`storeNotEmpty`) when the store has patients.
class DemoService
{
public:
    DemoService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        AccountService &accounts, SettingsService &settings, const UnderstandingEngine &engine);
    Result<QList<DemoAccount>> fill(const Session &who);

    static constexpr int patientCount = 300;

private:
    Database &m_database;
    const StoreCipher &m_cipher;
    const Clock &m_clock;
    DomainEvents &m_events;
    AccountService &m_accounts;
    SettingsService &m_settings;
    const UnderstandingEngine &m_engine;
};

} // namespace accueil
