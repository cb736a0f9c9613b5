#pragma once

#include "app/domain/clock.h"
#include "app/domain/listing.h"
#include "app/domain/session.h"
#include "app/domain/user.h"
#include "app/services/domainevents.h"
#include "db/database.h"
#include "db/storecipher.h"
#include "db/userrepository.h"

#include <chrono>

namespace accueil {

struct TokenSettings {
    QByteArray secret; // at least 32 bytes
    std::chrono::minutes accessLifetime{30};
    std::chrono::minutes refreshLifetime{7 * 24 * 60};
};

struct TokenPair {
    QByteArray accessToken; // JWT
    QString refreshToken;
    std::chrono::seconds expiresIn{};
    User user;
};

// Accounts, passwords, lockout and tokens. Thread-safe; logging in blocks for about 150 ms by design.
class AccountService
{
public:
    AccountService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
                   TokenSettings tokens);

    bool hasAccounts();

    // `address` is where the caller is (empty at the desk). After 5 failures per account or 20 per address in 15 minutes the
    // next try waits 1, 2, 4 ... 900 s: TooManyAttempts. Unknown names take as long and answer the same as wrong passwords.
    Result<Session> checkPassword(const QString &username, const QString &password, const QString &address);
    Result<TokenPair> login(const QString &username, const QString &password, const QString &address);
    Result<TokenPair> refresh(const QString &refreshToken); // reuse of a spent token revokes its family
    Result<void> logout(const QString &refreshToken); // revokes the family; unknown tokens are no error
    Result<Session> authenticate(QByteArrayView accessToken); // also that the account is still active

    // The first account becomes an admin and needs no session; later ones need ManageUsers.
    Result<User> registerUser(const std::optional<Session> &who, const UserDraft &draft);
    Result<User> find(const Session &who, UserId id);
    Result<User> edit(const Session &who, UserId id, const UserDraft &draft, std::optional<qint64> expectedVersion = {});
    Result<User> setActive(const Session &who, UserId id, bool active); // the last active admin stays: Conflict
    Result<void> changePassword(const Session &who, const QString &current, const QString &next);
    Result<Page<User>> list(const Session &who, const PageRequest &page);
    Result<User> me(const Session &who);

private:
    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    TokenSettings m_tokens;
    UserRepository m_users;
    // further repositories and the lockout state as needed
};

} // namespace accueil
