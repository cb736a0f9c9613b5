#include "app/services/passwordwork.h"

#include "app/security/passwordhash.h"

#include <QScopeGuard>

namespace accueil {

namespace {

constexpr int mostWaiting = 16;
constexpr int longestWaitMilliseconds = 3000;

} // namespace

std::optional<bool> PasswordWork::matches(const QString &password, const QString &stored)
{
    if (!enter())
        return std::nullopt;
    const auto guard = qScopeGuard([this] { leave(); });
    if (stored.isEmpty()) {
        spendPasswordTime(password);
        return false;
    }
    return passwordMatches(password, stored);
}

std::optional<QString> PasswordWork::hash(const QString &password)
{
    if (!enter())
        return std::nullopt;
    const auto guard = qScopeGuard([this] { leave(); });
    return hashPassword(password);
}

bool PasswordWork::enter()
{
    if (m_slots.tryAcquire())
        return true;
    if (m_waiting.fetch_add(1) >= mostWaiting) {
        m_waiting.fetch_sub(1);
        return false;
    }
    const bool entered = m_slots.tryAcquire(1, longestWaitMilliseconds);
    m_waiting.fetch_sub(1);
    return entered;
}

void PasswordWork::leave()
{
    m_slots.release();
}

} // namespace accueil
