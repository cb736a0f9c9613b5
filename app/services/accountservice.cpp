#include "app/services/accountservice.h"

#include "app/domain/phonenumber.h"
#include "app/security/passwordhash.h"
#include "app/services/loginrules.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace accueil {

namespace {

// What a checked draft makes of an account; telephone numbers in their stored form.
void apply(const UserDraft &draft, User &user)
{
    user.username = foldedUsername(draft.username);
    user.email = draft.email;
    const auto phone = PhoneNumber::parse(draft.phoneNumber, u"phone_number"_s);
    user.phoneNumber = phone ? phone->e164() : QString();
    user.role = draft.role;
    user.isActive = draft.isActive;
}

// The names of what an edit changes, for the audit; never the values.
QString changedFields(const User &before, const User &after, bool password)
{
    QStringList names;
    if (before.username != after.username)
        names.append(u"username"_s);
    if (before.email != after.email)
        names.append(u"email"_s);
    if (before.phoneNumber != after.phoneNumber)
        names.append(u"phone_number"_s);
    if (before.role != after.role)
        names.append(u"role"_s);
    if (before.isActive != after.isActive)
        names.append(u"is_active"_s);
    if (password)
        names.append(u"password"_s);
    return names.join(u' ');
}

} // namespace

AccountService::AccountService(
    Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events, TokenSettings tokens)
    : m_database(database)
    , m_clock(clock)
    , m_events(events)
    , m_tokens(std::move(tokens))
    , m_users(database, cipher)
    , m_refreshTokens(database)
    , m_audit(database)
    , m_addresses(freeFailuresPerAddress)
    , m_unknownNames(freeFailuresPerAccount)
{
    Q_ASSERT(m_tokens.secret.size() >= 32);
    m_userChanged
        = QObject::connect(&m_events, &DomainEvents::userChanged, [this](UserId id) { m_sessions.forget(id); });
}

AccountService::~AccountService()
{
    QObject::disconnect(m_userChanged);
}

bool AccountService::hasAccounts()
{
    return m_users.count() > 0;
}

Result<User> AccountService::registerUser(const std::optional<Session> &who, const UserDraft &draft)
{
    if (!who && hasAccounts())
        return fail(ErrorCode::Unauthenticated);
    if (who) {
        if (const auto allowed = require(*who, Permission::ManageUsers); !allowed)
            return tl::unexpected(allowed.error());
    }
    if (const QList<FieldError> errors = validate(draft, PasswordRule::Required); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    const Result<QString> passwordHash = hashed(draft.password);
    if (!passwordHash)
        return tl::unexpected(passwordHash.error());

    User user;
    apply(draft, user);
    user.createdAt = m_clock.now();
    Transaction transaction{m_database};
    m_users.lockCount();
    const bool isFirst = m_users.count() == 0;
    if (!who && !isFirst)
        return fail(ErrorCode::Unauthenticated);
    if (isFirst) {
        user.role = Role::Admin;
        user.isActive = true;
    }
    if (m_users.credentials(user.username))
        return fail(ErrorCode::Conflict, {{u"username"_s, u"taken"_s}});
    m_users.insert(user, *passwordHash);
    audit(who ? *who : sessionOf(user), u"created"_s, user.id);
    transaction.commit();
    Q_EMIT m_events.userChanged(user.id);
    return user;
}

Result<User> AccountService::find(const Session &who, UserId id)
{
    if (who.user != id) {
        if (const auto allowed = require(who, Permission::ManageUsers); !allowed)
            return tl::unexpected(allowed.error());
    }
    const std::optional<User> user = m_users.find(id);
    if (!user)
        return fail(ErrorCode::NotFound);
    return *user;
}

Result<User> AccountService::edit(
    const Session &who, UserId id, const UserDraft &draft, std::optional<qint64> expectedVersion)
{
    if (const auto allowed = require(who, Permission::ManageUsers); !allowed)
        return tl::unexpected(allowed.error());
    if (const QList<FieldError> errors = validate(draft, PasswordRule::KeptWhenEmpty); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    const bool newPassword = !draft.password.isEmpty();
    const Result<QString> passwordHash = hashed(draft.password);
    if (!passwordHash)
        return tl::unexpected(passwordHash.error());

    Transaction transaction{m_database};
    m_users.lockCount();
    m_users.lockRow(id);
    const std::optional<User> before = m_users.find(id);
    if (!before)
        return fail(ErrorCode::NotFound);
    if (expectedVersion && *expectedVersion != before->version)
        return fail(ErrorCode::VersionMismatch);
    User after = *before;
    apply(draft, after);
    if (isLastActiveAdmin(*before) && (after.role != Role::Admin || !after.isActive))
        return fail(ErrorCode::Conflict, {{u"role"_s, u"lastAdmin"_s}});
    if (after.username != before->username && m_users.credentials(after.username))
        return fail(ErrorCode::Conflict, {{u"username"_s, u"taken"_s}});
    after.version = before->version + 1;
    m_users.update(after);
    if (newPassword)
        m_users.setPassword(id, *passwordHash);
    if (newPassword || !after.isActive)
        m_refreshTokens.revokeAllOf(id, m_clock.now());
    audit(who, u"edited"_s, id, changedFields(*before, after, newPassword));
    transaction.commit();
    Q_EMIT m_events.userChanged(id);
    return after;
}

Result<User> AccountService::setActive(const Session &who, UserId id, bool active)
{
    if (const auto allowed = require(who, Permission::ManageUsers); !allowed)
        return tl::unexpected(allowed.error());
    Transaction transaction{m_database};
    m_users.lockCount();
    m_users.lockRow(id);
    std::optional<User> user = m_users.find(id);
    if (!user)
        return fail(ErrorCode::NotFound);
    if (user->isActive == active)
        return *user;
    if (!active && isLastActiveAdmin(*user))
        return fail(ErrorCode::Conflict, {{u"is_active"_s, u"lastAdmin"_s}});
    user->isActive = active;
    ++user->version;
    m_users.update(*user);
    if (!active)
        m_refreshTokens.revokeAllOf(id, m_clock.now());
    audit(who, active ? u"enabled"_s : u"disabled"_s, id);
    transaction.commit();
    Q_EMIT m_events.userChanged(id);
    return *user;
}

Result<void> AccountService::changePassword(const Session &who, const QString &current, const QString &next)
{
    const std::optional<UserCredentials> account = m_users.credentials(who.user);
    if (!account)
        return fail(ErrorCode::NotFound);
    if (const std::chrono::seconds wait = attemptsOf(*account).wait(m_clock.now(), freeFailuresPerAccount); wait > 0s)
        return tooManyAttempts(wait);
    if (const auto errors = validatePassword(next, account->user.username, u"new_password"_s); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    QString passwordHash;
    {
        const std::optional<QSemaphoreReleaser> slot = m_passwordSlots.enter();
        if (!slot)
            return tooManyAttempts(1s);
        if (!passwordMatches(current, account->passwordHash)) {
            recordFailure(account, account->user.username, QString());
            return fail(ErrorCode::Invalid, {{u"current_password"_s, u"wrongPassword"_s}});
        }
        passwordHash = hashPassword(next);
    }

    Transaction transaction{m_database};
    m_users.lockRow(who.user);
    const std::optional<UserCredentials> present = m_users.credentials(who.user);
    if (!present || present->passwordHash != account->passwordHash)
        return fail(ErrorCode::Conflict);
    m_users.setPassword(who.user, passwordHash);
    m_refreshTokens.revokeAllOf(who.user, m_clock.now());
    audit(who, u"passwordChanged"_s, who.user);
    transaction.commit();
    Q_EMIT m_events.userChanged(who.user);
    return {};
}

Result<Page<User>> AccountService::list(const Session &who, const PageRequest &page)
{
    if (const auto allowed = require(who, Permission::ManageUsers); !allowed)
        return tl::unexpected(allowed.error());
    return m_users.list(page);
}

Result<User> AccountService::me(const Session &who)
{
    const std::optional<User> user = m_users.find(who.user);
    if (!user)
        return fail(ErrorCode::NotFound);
    return *user;
}

Result<QString> AccountService::hashed(const QString &password)
{
    if (password.isEmpty())
        return QString();
    const std::optional<QSemaphoreReleaser> slot = m_passwordSlots.enter();
    if (!slot)
        return tooManyAttempts(1s);
    return hashPassword(password);
}

bool AccountService::isLastActiveAdmin(const User &user)
{
    return user.isActive && user.role == Role::Admin && m_users.countActiveAdmins() == 1;
}

void AccountService::audit(const Session &who, const QString &action, UserId about, const QString &detail)
{
    m_audit.append({.at = m_clock.now(),
        .actor = who.user.value,
        .actorName = who.username,
        .action = action,
        .entity = u"user"_s,
        .entityId = about.value,
        .detail = detail});
}

} // namespace accueil
