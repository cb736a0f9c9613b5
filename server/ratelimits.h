#pragma once

namespace accueil {

// What one bucket holds and how fast it fills. Not limited when `perMinute` is 0.
struct RateLimit
{
    int perMinute = 0;
    int burst = 0; // at once, after a rest

    bool isOff() const { return perMinute == 0; }
    friend bool operator==(const RateLimit &, const RateLimit &) = default;
};

// How often one may ask. The defaults are far above what people, tablets and the desk itself do, and below what keeps
// two processor cores busy.
struct RateLimits
{
    RateLimit login{30, 60}; // passwords and pairing codes from one address: each costs 150 ms, and a shift signs in at
                             // one time from behind one address
    RateLimit address{600, 300}; // whoever shows no valid token
    RateLimit account{3000, 600}; // one login account, from wherever
    RateLimit device{600, 300}; // one tablet: a first load fetches its configuration and about 65 prompts
    RateLimit sync{6000, 2000}; // one tablet that brings what three days without network gathered, in pieces of 32 KB
    RateLimit refusals{30, 30}; // wrong signatures, links and codes from one address; what is right is never counted

    static RateLimits off() { return {{}, {}, {}, {}, {}, {}}; }
    friend bool operator==(const RateLimits &, const RateLimits &) = default;
};

} // namespace accueil
