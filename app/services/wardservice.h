#pragma once

#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "app/domain/ward.h"
#include "app/services/domainevents.h"
#include "db/auditrepository.h"
#include "db/caserulesrepository.h"
#include "db/database.h"
#include "db/settingsrepository.h"
#include "db/storecipher.h"
#include "db/tabletcontentrepository.h"
#include "db/wardrepository.h"

namespace accueil {

class SettingsService;

// The hospital's wards and services: the list of the settings (HospitalSettings::wards, which stays the one place), and
// the names that records carry. Everybody who reads records may see them; changing them needs ManageSettings.
// Thread-safe; throws DatabaseError.
class WardService
{
public:
    WardService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        SettingsService &settings);

    // Those of the list in its order, then those that only records name, by name.
    Result<QList<Ward>> list(const Session &who);
    Result<Ward> add(const Session &who, const QString &name); // at the end of the list
    // In the list and everywhere it is stored, in one transaction. A name that only records carry may be given one of
    // the list, which sorts its records in; two wards of the list are not made one (`taken`), as nothing could tell
    // them apart again.
    Result<Ward> rename(const Session &who, const QString &name, const QString &newName);
    Result<Ward> move(const Session &who, const QString &name, qsizetype position); // from 0; the last at most
    // Off the list; records keep the name. Returns how many those are.
    Result<Ward> remove(const Session &who, const QString &name);

private:
    QStringList listed();
    void storeList(const QStringList &wards, const QDateTime &now);
    Ward counted(const QString &name);
    void tell();

    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    SettingsService &m_service;
    SettingsRepository m_settings;
    WardRepository m_wards;
    TabletContentRepository m_content;
    CaseRulesRepository m_cases;
    AuditRepository m_audit;
};

} // namespace accueil
