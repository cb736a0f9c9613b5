#include "app/services/passwordslots.h"

namespace accueil {

namespace {

constexpr int mostWaiting = 16;
constexpr int longestWait = 3000; // ms

} // namespace

std::optional<QSemaphoreReleaser> PasswordSlots::enter()
{
    if (!m_free.tryAcquire()) {
        const bool mayWait = m_waiting.fetch_add(1) < mostWaiting;
        const bool entered = mayWait && m_free.tryAcquire(1, longestWait);
        m_waiting.fetch_sub(1);
        if (!entered)
            return std::nullopt;
    }
    return QSemaphoreReleaser(m_free);
}

} // namespace accueil
