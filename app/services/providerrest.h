#pragma once

#include <QDateTime>

#include <chrono>

namespace accueil {

// For how long a provider is left alone. A clock that was set back ends it: nobody waits until yesterday.
class ProviderRest
{
public:
    void start(const QDateTime &now, std::chrono::seconds length)
    {
        m_since = now;
        m_length = length;
    }
    bool isOver(const QDateTime &now) const
    {
        return !m_since.isValid() || now < m_since || now >= m_since.addDuration(m_length);
    }

private:
    QDateTime m_since; // UTC
    std::chrono::seconds m_length{0};
};

} // namespace accueil
