#include "server/refusallimit.h"

namespace accueil {

int RefusalLimit::wait(const QHostAddress &peer)
{
    return m_refusals.wait(AddressKey::of(peer), m_clock.now().toMSecsSinceEpoch());
}

int RefusalLimit::refused(const QHostAddress &peer)
{
    return m_refusals.take(AddressKey::of(peer), m_clock.now().toMSecsSinceEpoch());
}

} // namespace accueil
