#pragma once

#include "app/domain/clock.h"
#include "app/domain/listing.h"
#include "app/domain/session.h"
#include "app/domain/user.h"
#include "app/services/attemptledger.h"
#include "app/services/domainevents.h"
#include "app/services/passwordslots.h"
#include "app/services/sessioncache.h"
#include "db/auditrepository.h"
#include "db/database.h"
#include "db/refreshtokenrepository.h"
#include "db/storecipher.h"
#include "db/userrepository.h"

#include <chrono>

namespace accueil {

// Whether many failures from one address lock that address too; off where every client comes through one proxy.
enum class AddressLock { On, Off };

struct TokenSettings
{
    QByteArray secret; // at least 32 bytes
    std::chrono::minutes accessLifetime{30};
    std::chrono::minutes refreshLifetime{7 * 24 * 60};
    AddressLock addressLock = AddressLock::On;
};

struct TokenPair
{
    QByteArray accessToken; // JWT
    QString refreshToken;
    std::chrono::seconds expiresIn{};
    User user;
};

// Accounts, passwords, lockout and tokens. Thread-safe; logging in blocks for about 150 ms by design.
class AccountService
{
public:
    AccountService(
        Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events, TokenSettings tokens);
    ~AccountService();
    AccountService(const AccountService &) = delete;
    AccountService &operator=(const AccountService &) = delete;

    bool hasAccounts();

    // `address` is where the caller is (empty at the desk). After 5 failures per account or 20 per address in 15
    // minutes the next try waits 1, 2, 4 ... 900 s: TooManyAttempts. Unknown names take as long and answer the same as
    // wrong passwords.
    Result<Session> checkPassword(const QString &username, const QString &password, const QString &address);
    Result<TokenPair> login(const QString &username, const QString &password, const QString &address);
    Result<TokenPair> refresh(const QString &refreshToken); // once; reuse of a spent token revokes its family
    Result<void> logout(const QString &refreshToken); // revokes the family; unknown tokens are no error
    // Also that the account is still active and the login that the token came from was not ended by logout, reuse of a
    // refresh token or a new password: at once on this desk, within 3 s on others. The role is the store's, not the
    // token's. Costs a query only every few seconds.
    Result<Session> authenticate(QByteArrayView accessToken);

    // The first account becomes an admin and needs no session; later ones need ManageUsers. A name in use: Conflict
    // with username `taken`.
    Result<User> registerUser(const std::optional<Session> &who, const UserDraft &draft);
    Result<User> find(const Session &who, UserId id);
    Result<User> edit(
        const Session &who, UserId id, const UserDraft &draft, std::optional<qint64> expectedVersion = {});
    Result<User> setActive(const Session &who, UserId id, bool active); // the last active admin stays: Conflict
    // Ends every login of that user. A wrong `current`: Invalid with current_password `wrongPassword`.
    Result<void> changePassword(const Session &who, const QString &current, const QString &next);
    Result<Page<User>> list(const Session &who, const PageRequest &page);
    Result<User> me(const Session &who);

private:
    Result<UserCredentials> verify(const QString &username, const QString &password, const QString &address);
    Result<QString> hashed(const QString &password); // empty for an empty one
    void recordFailure(const std::optional<UserCredentials> &account, const QString &username, const QString &address);
    // These belong in a transaction of the caller.
    Result<User> admit(const UserCredentials &verified, const QDateTime &now);
    TokenPair issueTokens(const User &user, const QString &family, const QDateTime &now);
    bool isLastActiveAdmin(const User &user);
    void audit(const Session &who, const QString &action, UserId about, const QString &detail = {});

    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    TokenSettings m_tokens;
    UserRepository m_users;
    RefreshTokenRepository m_refreshTokens;
    AuditRepository m_audit;
    PasswordSlots m_passwordSlots;
    AttemptLedger m_addresses;
    AttemptLedger m_unknownNames;
    SessionCache m_sessions;
    QMetaObject::Connection m_userChanged;
};

} // namespace accueil
