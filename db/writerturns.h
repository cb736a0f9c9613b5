#pragma once

#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>

namespace accueil {

// Whose turn it is: first come, first served, so that who writes all the time keeps nobody else from it. Thread-safe.
class WriterTurns
{
public:
    // False: it was not one's turn within `patience`.
    bool takeWithin(std::chrono::milliseconds patience)
    {
        std::unique_lock lock(m_mutex);
        const auto place = m_waiting.emplace(m_waiting.end());
        const bool isOurs = place->wait_for(lock, patience, [&] { return !m_isTaken && place == m_waiting.begin(); });
        m_waiting.erase(place);
        if (isOurs)
            m_isTaken = true;
        else
            wakeNext(); // who waited behind
        return isOurs;
    }
    void give()
    {
        const std::lock_guard lock(m_mutex);
        m_isTaken = false;
        wakeNext();
    }

private:
    void wakeNext()
    {
        if (!m_waiting.empty())
            m_waiting.front().notify_one();
    }

    std::mutex m_mutex; // guards what follows
    std::list<std::condition_variable> m_waiting;
    bool m_isTaken = false;
};

} // namespace accueil
