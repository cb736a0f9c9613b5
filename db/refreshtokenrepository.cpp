#include "db/refreshtokenrepository.h"

using namespace Qt::StringLiterals;

namespace accueil {

void RefreshTokenRepository::insert(const RefreshToken &token)
{
    m_database.execute(u"INSERT INTO refresh_tokens (id, user_id, family, token_hash, created_at, expires_at) "
                       "VALUES (?, ?, ?, ?, ?, ?)"_s,
        {m_database.nextId("refresh_tokens"), token.user.value, token.family, token.hash,
            token.createdAt.toMSecsSinceEpoch(), token.expiresAt.toMSecsSinceEpoch()});
}

std::optional<RefreshToken> RefreshTokenRepository::find(const QString &hash)
{
    QSqlQuery &query
        = m_database.execute(u"SELECT user_id, family, token_hash, created_at, expires_at, used_at, revoked_at "
                             "FROM refresh_tokens WHERE token_hash = ?"_s,
            {hash});
    if (!query.next())
        return std::nullopt;
    return RefreshToken{.user = UserId{query.value(0).toLongLong()},
        .family = query.value(1).toString(),
        .hash = query.value(2).toString(),
        .createdAt = QDateTime::fromMSecsSinceEpoch(query.value(3).toLongLong(), Qt::UTC),
        .expiresAt = QDateTime::fromMSecsSinceEpoch(query.value(4).toLongLong(), Qt::UTC),
        .isSpent = !query.value(5).isNull(),
        .isRevoked = !query.value(6).isNull()};
}

bool RefreshTokenRepository::spend(const QString &hash, const QDateTime &now)
{
    const qint64 at = now.toMSecsSinceEpoch();
    QSqlQuery &query
        = m_database.execute(u"UPDATE refresh_tokens SET used_at = ? WHERE token_hash = ? AND used_at IS NULL "
                             "AND revoked_at IS NULL AND expires_at > ?"_s,
            {at, hash, at});
    return query.numRowsAffected() == 1;
}

bool RefreshTokenRepository::isFamilyAlive(const QString &family, UserId user, const QDateTime &now)
{
    return m_database
        .execute(u"SELECT 1 FROM refresh_tokens WHERE family = ? AND user_id = ? AND revoked_at IS NULL "
                 "AND expires_at > ? LIMIT 1"_s,
            {family, user.value, now.toMSecsSinceEpoch()})
        .next();
}

void RefreshTokenRepository::revokeFamily(const QString &family, const QDateTime &now)
{
    m_database.execute(u"UPDATE refresh_tokens SET revoked_at = ? WHERE family = ? AND revoked_at IS NULL"_s,
        {now.toMSecsSinceEpoch(), family});
}

void RefreshTokenRepository::revokeAllOf(UserId user, const QDateTime &now)
{
    m_database.execute(u"UPDATE refresh_tokens SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL"_s,
        {now.toMSecsSinceEpoch(), user.value});
}

int RefreshTokenRepository::purgeExpired(const QDateTime &now)
{
    return m_database.execute(u"DELETE FROM refresh_tokens WHERE expires_at <= ?"_s, {now.toMSecsSinceEpoch()})
        .numRowsAffected();
}

} // namespace accueil
