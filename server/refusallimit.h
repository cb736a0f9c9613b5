#pragma once

#include "app/domain/clock.h"
#include "server/addresskey.h"
#include "server/tokenbuckets.h"

namespace accueil {

// Slows down who tries out signatures or tokens: counts refusals per address (of IPv6 per /64). What is
// rightly signed is never counted, so that nobody keeps a provider's news out by pretending to be it from behind the
// same proxy. Thread-safe.
class RefusalLimit
{
public:
    RefusalLimit(const Clock &clock, RateLimit limit)
        : m_clock(clock)
        , m_refusals(limit)
    {
    }

    // Seconds until it may try at all, where a right guess must not be let in either; 0: it may. Counts nothing.
    int wait(const QHostAddress &peer);
    // Counts one. Seconds until it may ask again; 0: it may.
    int refused(const QHostAddress &peer);

private:
    const Clock &m_clock;
    TokenBuckets<AddressKey> m_refusals;
};

} // namespace accueil
