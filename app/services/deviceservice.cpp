#include "app/services/deviceservice.h"

#include "app/domain/fieldrules.h"
#include "app/security/random.h"
#include "app/services/againafterconflict.h"

#include <QMutexLocker>

#include <algorithm>
#include <chrono>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds codeLifetime = 10min;
constexpr qint64 memoryMilliseconds = 3000;
constexpr qint64 reportPauseMilliseconds = 20'000;
constexpr qsizetype mostRemembered = 2000; // tablets of one hospital are some hundreds
constexpr qsizetype tokenLength = 43; // of randomToken()

QByteArray hashOf(QByteArrayView token)
{
    return sha256Hex(token);
}

QString freshCode()
{
    QString code;
    for (const char byte : randomBytes(pairingCodeLength))
        code += pairingAlphabet.at(static_cast<unsigned char>(byte) % pairingAlphabet.size()); // 32 divides 256
    return code;
}

// What a tablet calls itself; only shown, so what cannot be shown or stored is left out.
QString shownText(const QString &text)
{
    QString shown;
    for (const QChar c : cleanLine(text).left(longestDeviceText)) {
        if (c.isPrint() && !c.isSurrogate())
            shown += c;
    }
    return shown;
}

} // namespace

DeviceService::DeviceService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events)
    : m_database(database)
    , m_cipher(cipher)
    , m_clock(clock)
    , m_events(events)
    , m_devices(database)
    , m_audit(database)
{
}

Result<NewDevice> DeviceService::add(const Session &who, const DeviceDraft &draft)
{
    if (const auto allowed = require(who, Permission::ManageDevices); !allowed)
        return tl::unexpected(allowed.error());
    if (const QList<FieldError> broken = validate(draft); !broken.isEmpty())
        return fail(ErrorCode::Invalid, broken);
    // A code that another tablet has is as good as impossible, and then another is made.
    const NewDevice added = againAfterConflict([&] {
        Transaction transaction{m_database};
        Device device{.name = cleanLine(draft.name), .ward = cleanLine(draft.ward), .createdAt = m_clock.now()};
        m_devices.insert(device);
        const PairingCode code = giveCode(device.id);
        audit(who, u"created"_s, device.id);
        transaction.commit();
        return NewDevice{device, code};
    });
    Q_EMIT m_events.devicesChanged();
    return added;
}

Result<PairingCode> DeviceService::newCode(const Session &who, DeviceId id)
{
    if (const auto allowed = require(who, Permission::ManageDevices); !allowed)
        return tl::unexpected(allowed.error());
    const Result<PairingCode> code = againAfterConflict([&]() -> Result<PairingCode> {
        Transaction transaction{m_database};
        const Result<Device> device = findAllowed(id);
        if (!device)
            return tl::unexpected(device.error());
        const PairingCode given = giveCode(id);
        audit(who, u"codeMade"_s, id);
        transaction.commit();
        return given;
    });
    if (code)
        Q_EMIT m_events.devicesChanged();
    return code;
}

Result<Device> DeviceService::edit(const Session &who, DeviceId id, const DeviceDraft &draft)
{
    if (const auto allowed = require(who, Permission::ManageDevices); !allowed)
        return tl::unexpected(allowed.error());
    if (const QList<FieldError> broken = validate(draft); !broken.isEmpty())
        return fail(ErrorCode::Invalid, broken);
    Transaction transaction{m_database};
    std::optional<Device> device = m_devices.findForUpdate(id);
    if (!device)
        return fail(ErrorCode::NotFound);
    QStringList changed;
    if (const QString name = cleanLine(draft.name); name != device->name) {
        device->name = name;
        changed += u"name"_s;
    }
    if (const QString ward = cleanLine(draft.ward); ward != device->ward) {
        device->ward = ward;
        changed += u"ward"_s;
    }
    if (changed.isEmpty())
        return *device;
    m_devices.update(*device);
    audit(who, u"edited"_s, id, changed.join(u' '));
    transaction.commit();
    forget(id);
    Q_EMIT m_events.devicesChanged();
    return *device;
}

Result<Device> DeviceService::revoke(const Session &who, DeviceId id)
{
    if (const auto allowed = require(who, Permission::ManageDevices); !allowed)
        return tl::unexpected(allowed.error());
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    std::optional<Device> device = m_devices.findForUpdate(id);
    if (!device)
        return fail(ErrorCode::NotFound);
    if (device->status == DeviceStatus::Revoked)
        return *device;
    m_devices.revoke(id, now);
    audit(who, u"revoked"_s, id);
    transaction.commit();
    forget(id);
    device->status = DeviceStatus::Revoked;
    device->revokedAt = now;
    Q_EMIT m_events.devicesChanged();
    return *device;
}

Result<Device> DeviceService::find(const Session &who, DeviceId id)
{
    if (const auto allowed = require(who, Permission::ManageDevices); !allowed)
        return tl::unexpected(allowed.error());
    const std::optional<Device> device = m_devices.find(id);
    if (!device)
        return fail(ErrorCode::NotFound);
    return *device;
}

Result<QString> DeviceService::nameOf(const Session &who, DeviceId id)
{
    if (const auto allowed = require(who, Permission::ReadFeedback); !allowed)
        return tl::unexpected(allowed.error());
    const std::optional<Device> device = m_devices.find(id);
    if (!device)
        return fail(ErrorCode::NotFound);
    return device->name;
}

Result<Page<Device>> DeviceService::list(const Session &who, const PageRequest &page)
{
    if (const auto allowed = require(who, Permission::ManageDevices); !allowed)
        return tl::unexpected(allowed.error());
    return m_devices.list(page);
}

Result<PairedDevice> DeviceService::pair(const QString &code, const QString &version, const QString &platform)
{
    const std::optional<QString> plain = normalisedPairingCode(code);
    if (!plain)
        return fail(ErrorCode::NotFound);
    const QByteArray token = randomToken();
    Transaction transaction{m_database};
    const std::optional<DeviceId> id = m_devices.spendCode(m_cipher.index.tagOf("pairing code", *plain),
        QString::fromLatin1(hashOf(token)), m_clock.now(), shownText(version), shownText(platform));
    if (!id)
        return fail(ErrorCode::NotFound);
    const Device device = m_devices.find(*id).value();
    audit({{}, device.name, Role::Device, *id}, u"paired"_s, *id);
    transaction.commit();
    forget(*id); // the tablet that had this place
    Q_EMIT m_events.devicesChanged();
    return PairedDevice{token, device};
}

Result<Session> DeviceService::authenticate(QByteArrayView token)
{
    if (!looksLikeToken(token))
        return fail(ErrorCode::Unauthenticated);
    const QByteArray hash = hashOf(token);
    const QDateTime now = m_clock.now();
    const auto sessionOf = [](const Device &device) { return Session{{}, device.name, Role::Device, device.id}; };
    QMutexLocker locker(&m_mutex);
    if (const auto known = m_tokens.constFind(hash); known != m_tokens.constEnd()) {
        const qint64 age = known->readAt.msecsTo(now);
        if (age >= 0 && age < memoryMilliseconds)
            return sessionOf(known->device);
    }
    const quint64 changes = m_changes;
    locker.unlock();
    const std::optional<Device> device = m_devices.findByToken(QString::fromLatin1(hash));
    locker.relock();
    if (!device) {
        m_tokens.remove(hash);
        return fail(ErrorCode::Unauthenticated);
    }
    if (changes == m_changes) {
        if (m_tokens.size() >= mostRemembered)
            m_tokens.clear();
        m_tokens.insert(hash, {now, *device});
    }
    return sessionOf(*device);
}

bool DeviceService::remembers(QByteArrayView token)
{
    const QByteArray hash = hashOf(token);
    const QMutexLocker locker(&m_mutex);
    return m_tokens.contains(hash);
}

bool DeviceService::looksLikeToken(QByteArrayView token)
{
    // An access token has dots between its parts.
    return token.size() == tokenLength && !token.contains('.');
}

Result<Device> DeviceService::own(const Session &who)
{
    if (!who.device)
        return fail(ErrorCode::Forbidden);
    {
        const QDateTime now = m_clock.now();
        const QMutexLocker locker(&m_mutex);
        const auto known = std::ranges::find_if(m_tokens, [&](const Entry &entry) {
            const qint64 age = entry.readAt.msecsTo(now);
            return entry.device.id == who.device && age >= 0 && age < memoryMilliseconds;
        });
        if (known != m_tokens.end())
            return known->device;
    }
    const std::optional<Device> device = m_devices.find(who.device);
    if (!device || device->status == DeviceStatus::Revoked)
        return fail(ErrorCode::Forbidden);
    return *device;
}

void DeviceService::recordReport(const Session &who, const DeviceReport &report)
{
    if (!who.device)
        return;
    const QDateTime now = m_clock.now();
    {
        const QMutexLocker locker(&m_mutex);
        const auto last = m_reports.constFind(who.device);
        if (last != m_reports.constEnd()) {
            const qint64 age = last->msecsTo(now);
            if (age >= 0 && age < reportPauseMilliseconds)
                return;
        }
        m_reports.insert(who.device, now);
    }
    Transaction transaction{m_database};
    m_devices.recordReport(who.device, {report.queueLength, report.battery, shownText(report.version)}, now);
    transaction.commit();
    m_database.afterCommit([this] { Q_EMIT m_events.devicesChanged(); });
}

Result<Device> DeviceService::findAllowed(DeviceId id)
{
    const std::optional<Device> device = m_devices.findForUpdate(id);
    if (!device)
        return fail(ErrorCode::NotFound);
    if (device->status == DeviceStatus::Revoked)
        return fail(ErrorCode::Conflict);
    return *device;
}

PairingCode DeviceService::giveCode(DeviceId id)
{
    const PairingCode code{freshCode(), m_clock.now().addSecs(codeLifetime.count())};
    m_devices.setCode(id, m_cipher.index.tagOf("pairing code", code.code), code.expiresAt);
    return code;
}

void DeviceService::forget(DeviceId id)
{
    const QMutexLocker locker(&m_mutex);
    ++m_changes;
    m_tokens.removeIf([id](std::pair<const QByteArray &, Entry &> entry) { return entry.second.device.id == id; });
}

void DeviceService::audit(const Session &who, const QString &action, DeviceId about, const QString &detail)
{
    m_audit.append(auditEntry(who, m_clock.now(), action, u"device"_s, about.value, detail));
}

} // namespace accueil
