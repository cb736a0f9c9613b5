#pragma once

#include "app/domain/device.h"
#include "app/domain/listing.h"
#include "db/database.h"

namespace accueil {

// The table of tablets. Writing calls belong inside a transaction.
class DeviceRepository
{
public:
    explicit DeviceRepository(Database &database)
        : m_database(database)
    {
    }

    std::optional<Device> find(DeviceId id);
    std::optional<Device> findForUpdate(DeviceId id); // nobody else changes it until the transaction ends
    std::optional<Device> findByToken(const QString &tokenHash); // not of one that is revoked
    Page<Device> list(const PageRequest &page); // by name; those that are revoked come last

    void insert(Device &device); // sets its id
    void update(const Device &device); // name and ward
    // In place of an earlier one. Throws DatabaseError (ConstraintViolated) when another tablet has this code.
    void setCode(DeviceId id, qint64 codeTag, const QDateTime &expiresAt);
    // The tablet that this code is for has the token from now on. Something for exactly one of all callers that try a
    // code, on however many connections.
    std::optional<DeviceId> spendCode(qint64 codeTag, const QString &tokenHash, const QDateTime &now,
        const QString &version, const QString &platform);
    void recordReport(DeviceId id, const DeviceReport &report, const QDateTime &now);
    void revoke(DeviceId id, const QDateTime &now); // takes its code and its token

private:
    std::optional<Device> findOne(const QString &rest, const QVariantList &values);

    Database &m_database;
};

} // namespace accueil
