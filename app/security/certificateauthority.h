#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace accueil {

// A certificate with its private key, both PEM (the key PKCS #8, not encrypted: it is kept in memory or in the store).
struct CertifiedKey
{
    QByteArray certificate;
    QByteArray privateKey;

    friend bool operator==(const CertifiedKey &, const CertifiedKey &) = default;
};

// The authority that the tablets of one hospital are told to trust. EC P-256 with SHA-256: every browser that knows
// service workers (Android 5, iOS 11.3 and later) takes it, and a handshake costs the desk a tenth of what RSA does.
//
// Whoever trusts it, perhaps on a nurse's own telephone, trusts it for this house alone: it is constrained (RFC 5280,
// 4.2.1.10) to addresses that are not reachable over the internet and to names of the local network, so that a stolen
// key forges no bank and no mail server. What it may not vouch for needs a certificate that the hospital gives.
//
// Good for ten years from `now`, or from 2026 where the machine's clock is before that (a flat battery).
CertifiedKey makeAuthority(const QDateTime &now);

// Whether the constraints let an authority of ours vouch for a name or an address.
bool mayVouchFor(const QString &name);

// A server certificate with a fresh key for host names and addresses, those that mayVouchFor() refuses left out. From a
// week before `now`, for tablets whose clock is behind, for 397 days in all, and no longer than the authority. Nothing
// when `authority` is not one or no name is left.
std::optional<CertifiedKey> issueServerCertificate(
    const CertifiedKey &authority, const QStringList &names, const QDateTime &now);

// Whether key and certificate (the first of several) are both readable and belong together.
bool belongTogether(const CertifiedKey &pair);

// An authority of ours whose key is its own: what a damaged secret is not.
bool isAuthority(const CertifiedKey &pair);

} // namespace accueil
