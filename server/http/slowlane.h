#pragma once

#include <QThreadPool>

#include <atomic>
#include <functional>

namespace accueil {

// A few threads for requests that take long, so that they delay nobody else; what waits for them is bounded.
// Thread-safe.
class SlowLane
{
public:
    SlowLane(int threads, int waiting);
    ~SlowLane(); // waits for what runs

    // false: too many wait already, or it is closed. `work` throws nothing.
    bool run(std::function<void()> work);

    void close(); // accepts nothing more; what waits still runs, and should ask isClosed()
    bool isClosed() const { return m_isClosed; }
    void wait(); // for everything accepted

private:
    QThreadPool m_pool;
    const int m_places;
    std::atomic<int> m_taken = 0;
    std::atomic<bool> m_isClosed = false;
};

} // namespace accueil
