#include "app/services/passwordwork.h"

#include "app/security/passwordhash.h"

#include <QScopeGuard>

namespace accueil {

namespace {

constexpr int mostWaiting = 16;
constexpr int longestWaitMilliseconds = 3000;

// Keyboards differ in how they compose an accented letter (NIST SP 800-63B section 5.1.1.2 asks for one form).
QString normalised(const QString &password)
{
    return password.normalized(QString::NormalizationForm_KC);
}

} // namespace

std::optional<bool> PasswordWork::matches(const QString &password, const QString &stored)
{
    if (!enter())
        return std::nullopt;
    const auto guard = qScopeGuard([this] { leave(); });
    if (stored.isEmpty()) {
        spendPasswordTime(normalised(password));
        return false;
    }
    return passwordMatches(normalised(password), stored);
}

std::optional<QString> PasswordWork::hash(const QString &password)
{
    if (!enter())
        return std::nullopt;
    const auto guard = qScopeGuard([this] { leave(); });
    return hashPassword(normalised(password));
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
