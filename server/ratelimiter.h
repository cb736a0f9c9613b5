#pragma once

#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "server/addresskey.h"
#include "server/route.h"
#include "server/tokenbuckets.h"

namespace accueil {

// Which limit a request ran into.
enum class LimitKind { Login, Address, Account, Device, Sync };

struct LimitHit
{
    LimitKind kind;
    int retryAfter; // seconds
};

// Says whether one more request may be answered now. Whoever shows a valid token counts on the account or the tablet
// and not on the address, so that tablets behind one proxy do not take each other's share. This machine is an address
// like any other, because a proxy may stand on it. Thread-safe.
class RateLimiter
{
public:
    RateLimiter(const Clock &clock, const RateLimits &limits);

    // Nothing: it may. `session`: of a valid token; null: none was shown, or a wrong one.
    std::optional<LimitHit> take(RateClass rate, const QHostAddress &peer, const Session *session);

    // Tokens of tablets that were tried out from an address, each of which asks the store. Seconds until the next one
    // may be looked for; 0: now. Who asks without a token, or with one that is known, is not counted.
    int waitForTokens(const QHostAddress &peer);
    void countUnknownToken(const QHostAddress &peer);

private:
    const Clock &m_clock;
    TokenBuckets<AddressKey> m_logins;
    TokenBuckets<AddressKey> m_unknownTokens;
    TokenBuckets<AddressKey> m_addresses;
    TokenBuckets<qint64> m_accountLogins; // whoever is signed in and tries passwords
    TokenBuckets<qint64> m_accounts;
    TokenBuckets<qint64> m_devices;
    TokenBuckets<qint64> m_deviceSync;
    TokenBuckets<qint64> m_accountSync;
};

} // namespace accueil
