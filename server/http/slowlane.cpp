#include "server/http/slowlane.h"

#include <utility>

namespace accueil {

SlowLane::SlowLane(int threads, int waiting)
    : m_places(threads + waiting)
{
    m_pool.setMaxThreadCount(threads);
    m_pool.setExpiryTimeout(-1); // each thread has a database connection of its own, which is dear to open
}

SlowLane::~SlowLane()
{
    wait();
}

bool SlowLane::run(std::function<void()> work)
{
    if (m_isClosed)
        return false;
    if (++m_taken > m_places) {
        --m_taken;
        return false;
    }
    m_pool.start([this, work = std::move(work)] {
        work();
        --m_taken;
    });
    return true;
}

void SlowLane::close()
{
    m_isClosed = true;
}

void SlowLane::wait()
{
    m_pool.waitForDone();
}

} // namespace accueil
