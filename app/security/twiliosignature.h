#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace accueil {

// A webhook as it arrived, as far as Twilio signs it.
struct SignedWebhook
{
    QByteArray url; // as Twilio calls it: the public address with path and query, not what a proxy makes of it
    QList<std::pair<QByteArray, QByteArray>> form; // decoded, in any order; empty for GET and for JSON
    QByteArray body; // as received; read only where the query carries bodySHA256
    QByteArray signature; // X-Twilio-Signature
};

// Whether who knows the account's auth token made this request: base64 of HMAC-SHA1 over the address and the sorted
// form (twilio.com/docs/usage/security). As Twilio's own libraries do, the address is tried with and without its port.
// Says nothing about when: the same webhook may be repeated. Takes a time that does not depend on where a signature
// differs.
bool isSignedByTwilio(const QByteArray &authToken, const SignedWebhook &webhook);

} // namespace accueil
