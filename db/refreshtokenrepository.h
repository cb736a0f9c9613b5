#pragma once

#include "app/domain/identifier.h"
#include "db/database.h"

#include <QDateTime>

#include <optional>

namespace accueil {

// One refresh token as it is kept: only its SHA-256. All tokens that came from one login share a family.
struct RefreshToken
{
    UserId user;
    QString family;
    QString hash; // SHA-256 of the token, hexadecimal
    QDateTime createdAt; // UTC
    QDateTime expiresAt;
    bool isSpent = false;
    bool isRevoked = false;
};

// The table of refresh tokens. Every writing call belongs in a Transaction of the caller.
class RefreshTokenRepository
{
public:
    explicit RefreshTokenRepository(Database &database)
        : m_database(database)
    {
    }

    void insert(const RefreshToken &token);
    std::optional<RefreshToken> find(const QString &hash);
    // True for exactly one of all callers that try it with the same valid token, on however many connections.
    bool spend(const QString &hash, const QDateTime &now);
    // Whether that login of `user` goes on: it was not revoked and can still be refreshed.
    bool isFamilyAlive(const QString &family, UserId user, const QDateTime &now);
    void revokeFamily(const QString &family, const QDateTime &now);
    void revokeAllOf(UserId user, const QDateTime &now);
    int purgeExpired(const QDateTime &now); // returns how many

private:
    Database &m_database;
};

} // namespace accueil
