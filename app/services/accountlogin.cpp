// The half of AccountService that lets people in: passwords, lockout, tokens.
#include "app/security/accesstoken.h"
#include "app/security/passwordhash.h"
#include "app/security/random.h"
#include "app/services/accountservice.h"
#include "app/services/loginrules.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace accueil {

namespace {

constexpr int longestRememberedName = 64;

QString hashOf(const QString &token)
{
    return QString::fromLatin1(sha256Hex(token.toUtf8()));
}

} // namespace

Result<Session> AccountService::checkPassword(const QString &username, const QString &password, const QString &address)
{
    const Result<UserCredentials> verified = verify(username, password, address);
    if (!verified)
        return tl::unexpected(verified.error());
    Transaction transaction{m_database};
    const Result<User> user = admit(*verified, m_clock.now());
    if (!user)
        return tl::unexpected(user.error());
    transaction.commit();
    Q_EMIT m_events.userChanged(user->id);
    return sessionOf(*user);
}

Result<TokenPair> AccountService::login(const QString &username, const QString &password, const QString &address)
{
    const Result<UserCredentials> verified = verify(username, password, address);
    if (!verified)
        return tl::unexpected(verified.error());
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    const Result<User> user = admit(*verified, now);
    if (!user)
        return tl::unexpected(user.error());
    m_refreshTokens.purgeExpired(now);
    TokenPair tokens = issueTokens(*user, QString::fromLatin1(randomToken()), now);
    transaction.commit();
    Q_EMIT m_events.userChanged(user->id);
    return tokens;
}

Result<TokenPair> AccountService::refresh(const QString &refreshToken)
{
    const QString hash = hashOf(refreshToken);
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    const std::optional<RefreshToken> known = m_refreshTokens.find(hash);
    if (!known)
        return fail(ErrorCode::Unauthenticated);
    m_users.lockRow(known->user);
    if (!m_refreshTokens.spend(hash, now)) {
        const std::optional<RefreshToken> present = m_refreshTokens.find(hash);
        if (present && present->isSpent && !present->isRevoked) {
            m_refreshTokens.revokeFamily(present->family, now);
            audit(Session::system(), u"tokenReused"_s, present->user);
            transaction.commit();
            m_sessions.forget(present->user);
        }
        return fail(ErrorCode::Unauthenticated);
    }
    const std::optional<User> user = m_users.find(known->user);
    if (!user || !user->isActive)
        return fail(ErrorCode::Unauthenticated);
    TokenPair tokens = issueTokens(*user, known->family, now);
    transaction.commit();
    return tokens;
}

Result<void> AccountService::logout(const QString &refreshToken)
{
    Transaction transaction{m_database};
    const std::optional<RefreshToken> known = m_refreshTokens.find(hashOf(refreshToken));
    if (!known)
        return {};
    m_users.lockRow(known->user);
    m_refreshTokens.revokeFamily(known->family, m_clock.now());
    transaction.commit();
    m_sessions.forget(known->user);
    return {};
}

Result<Session> AccountService::authenticate(QByteArrayView accessToken)
{
    const QDateTime now = m_clock.now();
    const std::optional<AccessClaims> claims = readAccessToken(accessToken, m_tokens.secret, now);
    if (!claims)
        return fail(ErrorCode::Unauthenticated);
    const std::optional<Session> session
        = m_sessions.session(claims->user, claims->family, now, [&]() -> std::optional<Session> {
              if (!m_refreshTokens.isFamilyAlive(claims->family, claims->user, now))
                  return std::nullopt;
              const std::optional<User> user = m_users.find(claims->user);
              return user && user->isActive ? std::optional(sessionOf(*user)) : std::nullopt;
          });
    if (!session)
        return fail(ErrorCode::Unauthenticated);
    return *session;
}

// A name that does not exist costs the same computation, the same transaction and is locked by the same rule as one
// that does, so that nobody learns which names there are.
Result<UserCredentials> AccountService::verify(const QString &username, const QString &password, const QString &address)
{
    const QDateTime now = m_clock.now();
    const bool locksAddress = m_tokens.addressLock == AddressLock::On;
    if (const std::chrono::seconds wait = m_addresses.wait(address, now); locksAddress && wait > 0s)
        return tooManyAttempts(wait);
    // The slot is held until a failure is recorded: whoever guesses after this one finds it counted.
    const std::optional<QSemaphoreReleaser> slot = m_passwordSlots.enter();
    if (!slot)
        return tooManyAttempts(1s);
    const QString folded = foldedUsername(username);
    const std::optional<UserCredentials> account = isUsername(folded) ? m_users.credentials(folded) : std::nullopt;
    const std::chrono::seconds wait = account ? attemptsOf(*account).wait(now, freeFailuresPerAccount)
                                              : m_unknownNames.wait(folded.left(longestRememberedName), now);
    if (wait > 0s)
        return tooManyAttempts(wait);
    bool matches = false;
    if (account)
        matches = passwordMatches(password, account->passwordHash);
    else
        spendPasswordTime(password);
    if (!matches || !account->user.isActive) {
        recordFailure(account, folded, address);
        return fail(ErrorCode::Unauthenticated);
    }
    return *account;
}

void AccountService::recordFailure(
    const std::optional<UserCredentials> &account, const QString &username, const QString &address)
{
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    if (account) {
        m_users.lockRow(account->user.id);
        if (const auto present = m_users.credentials(account->user.id)) {
            const AttemptRecord next = attemptsOf(*present).afterFailure(now, freeFailuresPerAccount);
            m_users.recordFailure(account->user.id, next.failures, *next.nextTry);
        }
    } else {
        m_unknownNames.recordFailure(username.left(longestRememberedName), now);
    }
    audit(Session::system(), u"loginFailed"_s, account ? account->user.id : UserId{});
    transaction.commit();
    if (!address.isEmpty())
        m_addresses.recordFailure(address, now);
}

// Looks again, inside the transaction: a password changed, an account disabled or locked by parallel guesses while this
// one was being computed does not open.
Result<User> AccountService::admit(const UserCredentials &verified, const QDateTime &now)
{
    m_users.lockRow(verified.user.id);
    const std::optional<UserCredentials> present = m_users.credentials(verified.user.id);
    if (!present || !present->user.isActive || present->passwordHash != verified.passwordHash)
        return fail(ErrorCode::Unauthenticated);
    if (const std::chrono::seconds wait = attemptsOf(*present).wait(now, freeFailuresPerAccount); wait > 0s)
        return tooManyAttempts(wait);
    m_users.recordLogin(verified.user.id, now);
    User user = present->user;
    user.lastLogin = now;
    user.failedAttempts = 0;
    audit(sessionOf(user), u"login"_s, user.id);
    return user;
}

TokenPair AccountService::issueTokens(const User &user, const QString &family, const QDateTime &now)
{
    const QString refreshToken = QString::fromLatin1(randomToken());
    m_refreshTokens.insert({.user = user.id,
        .family = family,
        .hash = hashOf(refreshToken),
        .createdAt = now,
        .expiresAt = now.addSecs(std::chrono::seconds(m_tokens.refreshLifetime).count())});
    const std::chrono::seconds lifetime = m_tokens.accessLifetime;
    const AccessClaims claims{.user = user.id,
        .family = family,
        .username = user.username,
        .role = user.role,
        .issuedAt = now,
        .expiresAt = now.addSecs(lifetime.count()),
        .id = QString::fromLatin1(randomToken())};
    return {.accessToken = signAccessToken(claims, m_tokens.secret),
        .refreshToken = refreshToken,
        .expiresIn = lifetime,
        .user = user};
}

} // namespace accueil
