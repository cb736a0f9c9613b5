#include "db/devicerepository.h"

#include "db/cellvalues.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QString selection
    = u"SELECT id, name, ward, created_at, paired_at, last_seen, queue_length, battery, page_version, platform, "
      "revoked_at, token_hash IS NOT NULL FROM devices"_s;
enum Column {
    Id,
    Name,
    Ward,
    CreatedAt,
    PairedAt,
    LastSeen,
    QueueLength,
    Battery,
    Version,
    Platform,
    RevokedAt,
    HasToken
};

Device read(const QSqlQuery &row)
{
    Device device{.id = {row.value(Id).toLongLong()},
        .name = row.value(Name).toString(),
        .ward = row.value(Ward).toString(),
        .createdAt = storedTime(row.value(CreatedAt)),
        .pairedAt = optionalTime(row.value(PairedAt)),
        .lastSeen = optionalTime(row.value(LastSeen)),
        .queueLength = optionalInt(row.value(QueueLength)),
        .version = row.value(Version).toString(),
        .platform = row.value(Platform).toString(),
        .revokedAt = optionalTime(row.value(RevokedAt))};
    if (const QVariant battery = row.value(Battery); !battery.isNull())
        device.battery = battery.toDouble();
    if (device.revokedAt)
        device.status = DeviceStatus::Revoked;
    else if (row.value(HasToken).toBool())
        device.status = DeviceStatus::Active;
    return device;
}

} // namespace

std::optional<Device> DeviceRepository::findOne(const QString &rest, const QVariantList &values)
{
    QSqlQuery &query = m_database.execute(selection + rest, values);
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

std::optional<Device> DeviceRepository::find(DeviceId id)
{
    return findOne(u" WHERE id = ?"_s, {id.value});
}

std::optional<Device> DeviceRepository::findForUpdate(DeviceId id)
{
    // On SQLite there is one writer at a time.
    const bool isShared = m_database.dialect() == Dialect::PostgreSql;
    return findOne(isShared ? u" WHERE id = ? FOR UPDATE"_s : u" WHERE id = ?"_s, {id.value});
}

std::optional<Device> DeviceRepository::findByToken(const QString &tokenHash)
{
    return findOne(u" WHERE token_hash = ? AND revoked_at IS NULL"_s, {tokenHash});
}

Page<Device> DeviceRepository::list(const PageRequest &page)
{
    Page<Device> result;
    QSqlQuery &count = m_database.execute(u"SELECT count(*) FROM devices"_s);
    count.next();
    result.total = count.value(0).toLongLong();
    QSqlQuery &query = m_database.execute(
        selection + u" ORDER BY revoked_at IS NOT NULL, name, id LIMIT ? OFFSET ?"_s, {page.limit, page.offset});
    while (query.next())
        result.items += read(query);
    return result;
}

void DeviceRepository::insert(Device &device)
{
    device.id = {m_database.nextId("devices")};
    m_database.execute(u"INSERT INTO devices (id, name, ward, created_at) VALUES (?, ?, ?, ?)"_s,
        {device.id.value, device.name, device.ward, device.createdAt.toMSecsSinceEpoch()});
}

void DeviceRepository::update(const Device &device)
{
    m_database.execute(
        u"UPDATE devices SET name = ?, ward = ? WHERE id = ?"_s, {device.name, device.ward, device.id.value});
}

void DeviceRepository::setCode(DeviceId id, qint64 codeTag, const QDateTime &expiresAt)
{
    m_database.execute(u"UPDATE devices SET code_tag = ?, code_expires_at = ? WHERE id = ?"_s,
        {codeTag, expiresAt.toMSecsSinceEpoch(), id.value});
}

std::optional<DeviceId> DeviceRepository::spendCode(
    qint64 codeTag, const QString &tokenHash, const QDateTime &now, const QString &version, const QString &platform)
{
    const qint64 at = now.toMSecsSinceEpoch();
    QSqlQuery &query = m_database.execute(
        u"UPDATE devices SET code_tag = NULL, code_expires_at = NULL, token_hash = ?, paired_at = ?, last_seen = ?,"
        " page_version = ?, platform = ? WHERE code_tag = ? AND code_expires_at > ? AND revoked_at IS NULL"
        " RETURNING id"_s,
        {tokenHash, at, at, version, platform, codeTag, at});
    return query.next() ? std::optional(DeviceId{query.value(0).toLongLong()}) : std::nullopt;
}

void DeviceRepository::recordReport(DeviceId id, const DeviceReport &report, const QDateTime &now)
{
    m_database.execute(u"UPDATE devices SET last_seen = ?, queue_length = coalesce(?, queue_length), battery = ?,"
                       " page_version = CASE WHEN CAST(? AS TEXT) = '' THEN page_version ELSE ? END WHERE id = ?"_s,
        {now.toMSecsSinceEpoch(), nullable(report.queueLength), nullable(report.battery), report.version,
            report.version, id.value});
}

void DeviceRepository::revoke(DeviceId id, const QDateTime &now)
{
    m_database.execute(u"UPDATE devices SET revoked_at = ?, code_tag = NULL, code_expires_at = NULL, token_hash = NULL"
                       " WHERE id = ?"_s,
        {now.toMSecsSinceEpoch(), id.value});
}

} // namespace accueil
