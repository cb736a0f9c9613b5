#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>

namespace accueil {

// What the connection layer counts. Thread-safe.
class ConnectionCounters
{
public:
    // The statuses with which it refuses what is no whole, valid request.
    static constexpr std::array refusals{400, 408, 413, 414, 417, 431, 501, 503, 505};

    void opened()
    {
        ++m_open;
        ++m_accepted;
    }
    void closed() { --m_open; }
    void refused(int status)
    {
        for (std::size_t i = 0; i < refusals.size(); ++i) {
            if (refusals.at(i) == status)
                ++m_refused.at(i);
        }
    }

    qint64 open() const { return m_open; }
    qint64 accepted() const { return m_accepted; }
    qint64 refusedWith(std::size_t index) const { return m_refused.at(index); } // of `refusals`

private:
    std::atomic<qint64> m_open = 0;
    std::atomic<qint64> m_accepted = 0;
    std::array<std::atomic<qint64>, refusals.size()> m_refused{};
};

} // namespace accueil
