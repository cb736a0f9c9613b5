#pragma once

#include "app/domain/session.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace accueil {

// What an access token says. JWT (RFC 7519), HS256 only: a token with any other alg, an unknown crit header, a wrong
// type or a wrong signature is no token.
struct AccessClaims
{
    UserId user;
    QString family; // sid: the login that it came from and ends with
    QString username;
    Role role = Role::Viewer;
    QDateTime issuedAt;
    QDateTime expiresAt;
    QString id; // jti
};

QByteArray signAccessToken(const AccessClaims &claims, const QByteArray &secret);
std::optional<AccessClaims> readAccessToken(QByteArrayView token, const QByteArray &secret, const QDateTime &now);

} // namespace accueil
