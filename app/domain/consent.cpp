#include "app/domain/consent.h"

namespace accueil {

bool consentAllows(const Consent &consent, Channel channel, Purpose purpose, ConsentPolicy policy)
{
    const auto said = consent.constFind({channel, purpose});
    if (said != consent.cend())
        return *said == ConsentState::Granted;
    return purpose != Purpose::Survey && policy == ConsentPolicy::Assumed;
}

bool isStop(const ConsentEntry &entry)
{
    const bool saysSo = entry.detail == consentdetail::stop || entry.detail == consentdetail::stoppedAddress;
    return saysSo && entry.state == ConsentState::Refused;
}

} // namespace accueil
