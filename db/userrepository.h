#pragma once

#include "app/domain/listing.h"
#include "app/domain/user.h"
#include "db/database.h"
#include "db/storecipher.h"

#include <optional>

namespace accueil {

// What is checked at login, beside what may be shown.
struct UserCredentials
{
    User user;
    QString passwordHash;
    std::optional<QDateTime>
        lockedUntil; // UTC; the earliest next try, also the time of the last failure when not locked
};

// The table of accounts. Every writing call belongs in a Transaction of the caller.
class UserRepository
{
public:
    UserRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    // Lets one transaction at a time count accounts and act on what it counted (the first account, the last
    // administrator). SQLite needs no lock: its transactions have one writer.
    void lockCount();
    // Keeps others from changing this account until the transaction ends. Take it before the account's tokens are
    // touched.
    void lockRow(UserId id);

    std::optional<User> find(UserId id);
    std::optional<UserCredentials> credentials(UserId id);
    std::optional<UserCredentials> credentials(const QString &username); // folded
    qint64 count();
    qint64 countActiveAdmins();
    Page<User> list(const PageRequest &page); // by user name

    void insert(User &user, const QString &passwordHash); // sets its id
    void update(const User &user); // all but password and login state
    void setPassword(UserId id, const QString &passwordHash);
    void recordFailure(UserId id, int failedAttempts, const QDateTime &lockedUntil);
    void recordLogin(UserId id, const QDateTime &at); // also forgets the failures

private:
    User read(const QSqlQuery &row) const;
    UserCredentials readCredentials(const QSqlQuery &row) const;

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
