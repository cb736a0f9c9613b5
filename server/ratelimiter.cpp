#include "server/ratelimiter.h"

namespace accueil {

RateLimiter::RateLimiter(const Clock &clock, const RateLimits &limits)
    : m_clock(clock)
    , m_logins(limits.login)
    , m_unknownTokens(limits.address)
    , m_addresses(limits.address)
    , m_accountLogins(limits.login)
    , m_accounts(limits.account)
    , m_devices(limits.device)
    , m_deviceSync(limits.sync)
    , m_accountSync(limits.sync)
{
}

std::optional<LimitHit> RateLimiter::take(RateClass rate, const QHostAddress &peer, const Session *session)
{
    if (rate == RateClass::Free)
        return std::nullopt;
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    const auto hit = [](LimitKind kind, int seconds) {
        return seconds > 0 ? std::optional(LimitHit{kind, seconds}) : std::nullopt;
    };
    const bool isStrict = rate == RateClass::Strict;
    if (!session) {
        return isStrict ? hit(LimitKind::Login, m_logins.take(AddressKey::of(peer), now))
                        : hit(LimitKind::Address, m_addresses.take(AddressKey::of(peer), now));
    }
    const qint64 device = session->device.value;
    const qint64 id = device > 0 ? device : session->user.value;
    if (isStrict)
        return hit(LimitKind::Login, m_accountLogins.take(device > 0 ? -id : id, now));
    if (rate == RateClass::Sync)
        return hit(LimitKind::Sync, (device > 0 ? m_deviceSync : m_accountSync).take(id, now));
    return device > 0 ? hit(LimitKind::Device, m_devices.take(id, now))
                      : hit(LimitKind::Account, m_accounts.take(id, now));
}

int RateLimiter::waitForTokens(const QHostAddress &peer)
{
    return m_unknownTokens.wait(AddressKey::of(peer), m_clock.now().toMSecsSinceEpoch());
}

void RateLimiter::countUnknownToken(const QHostAddress &peer)
{
    m_unknownTokens.take(AddressKey::of(peer), m_clock.now().toMSecsSinceEpoch());
}

} // namespace accueil
