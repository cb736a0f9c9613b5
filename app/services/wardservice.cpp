#include "app/services/wardservice.h"

#include "app/domain/fieldrules.h"
#include "app/services/settingsservice.h"
#include "app/services/settingstable.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const SettingRow &wardsRow()
{
    const QList<SettingRow> &rows = settingRows();
    const auto row = std::ranges::find(rows, u"wards"_s, &SettingRow::path);
    Q_ASSERT(row != rows.end());
    return *row;
}

QList<FieldError> nameErrors(const QString &name)
{
    FieldRules rules;
    rules.required(u"name"_s, name);
    rules.text(u"name"_s, name, longestWardName);
    return rules.errors();
}

// Two names that differ in their capitals only are one to whoever reads them.
bool isTaken(const QStringList &wards, const QString &name, const QString &but)
{
    return std::any_of(wards.begin(), wards.end(),
        [&](const QString &ward) { return ward != but && ward.compare(name, Qt::CaseInsensitive) == 0; });
}

QString countsText(const Ward &changed)
{
    return u"patients %1 feedback %2 appointments %3 devices %4"_s.arg(changed.patients)
        .arg(changed.feedback)
        .arg(changed.appointments)
        .arg(changed.devices);
}

} // namespace

WardService::WardService(
    Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events, SettingsService &settings)
    : m_database(database)
    , m_clock(clock)
    , m_events(events)
    , m_service(settings)
    , m_settings(database, cipher)
    , m_wards(database)
    , m_content(database, cipher)
    , m_cases(database)
    , m_audit(database)
{
}

Result<QList<Ward>> WardService::list(const Session &who)
{
    if (const auto allowed = require(who, Permission::ReadPatients); !allowed)
        return tl::unexpected(allowed.error());
    QMap<QString, Ward> counts = m_wards.counts();
    QList<Ward> wards;
    for (const QString &name : listed()) {
        Ward ward = counts.take(name);
        ward.name = name;
        ward.isListed = true;
        wards << ward;
    }
    return wards + counts.values();
}

Result<Ward> WardService::add(const Session &who, const QString &name)
{
    if (const auto allowed = require(who, Permission::ManageSettings); !allowed)
        return tl::unexpected(allowed.error());
    const QString wanted = cleanLine(name);
    if (const QList<FieldError> errors = nameErrors(wanted); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    m_wards.lockList();
    QStringList wards = listed();
    if (isTaken(wards, wanted, {}))
        return fail(ErrorCode::Conflict, {{u"name"_s, u"taken"_s}});
    wards << wanted;
    storeList(wards, now);
    m_audit.append(auditEntry(who, now, u"created"_s, u"ward"_s, 0, wanted));
    const Ward ward = counted(wanted);
    transaction.commit();
    tell();
    return ward;
}

Result<Ward> WardService::rename(const Session &who, const QString &name, const QString &newName)
{
    if (const auto allowed = require(who, Permission::ManageSettings); !allowed)
        return tl::unexpected(allowed.error());
    const QString wanted = cleanLine(newName);
    if (const QList<FieldError> errors = nameErrors(wanted); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    m_wards.lockList();
    QStringList wards = listed();
    const qsizetype position = wards.indexOf(name);
    if (position < 0 && counted(name).records() == 0)
        return fail(ErrorCode::NotFound);
    if (wanted == name)
        return counted(name);
    if (position >= 0) {
        if (isTaken(wards, wanted, name))
            return fail(ErrorCode::Conflict, {{u"name"_s, u"taken"_s}});
        wards[position] = wanted;
        storeList(wards, now);
    }
    const Ward changed = m_wards.rename(name, wanted, now);
    m_content.renameWard(name, wanted, now);
    m_cases.renameWard(name, wanted);
    m_audit.append(
        auditEntry(who, now, u"renamed"_s, u"ward"_s, 0, u"%1 > %2: %3"_s.arg(name, wanted, countsText(changed))));
    const Ward ward = counted(wanted);
    transaction.commit();
    tell();
    Q_EMIT m_events.recordsImported();
    Q_EMIT m_events.devicesChanged();
    Q_EMIT m_events.tabletContentChanged();
    Q_EMIT m_events.casesChanged();
    return ward;
}

Result<Ward> WardService::move(const Session &who, const QString &name, qsizetype position)
{
    if (const auto allowed = require(who, Permission::ManageSettings); !allowed)
        return tl::unexpected(allowed.error());
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    m_wards.lockList();
    QStringList wards = listed();
    const qsizetype from = wards.indexOf(name);
    if (from < 0)
        return fail(ErrorCode::NotFound);
    const qsizetype to = std::clamp<qsizetype>(position, 0, wards.size() - 1);
    if (to != from) {
        wards.move(from, to);
        storeList(wards, now);
        m_audit.append(auditEntry(who, now, u"moved"_s, u"ward"_s, 0, name));
    }
    const Ward ward = counted(name);
    transaction.commit();
    tell();
    return ward;
}

Result<Ward> WardService::remove(const Session &who, const QString &name)
{
    if (const auto allowed = require(who, Permission::ManageSettings); !allowed)
        return tl::unexpected(allowed.error());
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    m_wards.lockList();
    QStringList wards = listed();
    if (!wards.removeOne(name))
        return fail(ErrorCode::NotFound);
    storeList(wards, now);
    m_audit.append(auditEntry(who, now, u"deleted"_s, u"ward"_s, 0, name));
    const Ward ward = counted(name);
    transaction.commit();
    tell();
    return ward;
}

QStringList WardService::listed()
{
    HospitalSettings settings;
    wardsRow().assign(settings, m_settings.all().value(wardsRow().path));
    return settings.wards;
}

void WardService::storeList(const QStringList &wards, const QDateTime &now)
{
    HospitalSettings settings;
    settings.wards = wards;
    m_settings.set(wardsRow().path, wardsRow().text(settings), now);
}

Ward WardService::counted(const QString &name)
{
    Ward ward = m_wards.counts().value(name);
    ward.name = name;
    ward.isListed = listed().contains(name);
    return ward;
}

void WardService::tell()
{
    m_service.readAgain();
}

} // namespace accueil
