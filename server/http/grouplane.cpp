#include "server/http/grouplane.h"

#include "server/http/responsebytes.h"

#include <chrono>
#include <utility>
#include <vector>

namespace accueil {

using namespace std::chrono_literals;

namespace {

// What one wait for the disk is shared by. While a group is answered nobody else writes on SQLite; and PostgreSQL looks
// after more than 64 savepoints of a transaction less well.
constexpr std::size_t mostTogether = 50;
constexpr std::chrono::milliseconds longestTogether = 40ms;

HttpResponse comeAgain()
{
    HttpResponse response = problemResponse(503, "busy");
    response.setHeader("Retry-After", "1");
    return response;
}

void refuse(std::deque<GroupLane::Request> &requests)
{
    for (const GroupLane::Request &request : std::exchange(requests, {}))
        request.send(comeAgain());
}

} // namespace

GroupLane::GroupLane(HttpGrouping grouping)
    : m_grouping(std::move(grouping))
{
}

GroupLane::~GroupLane()
{
    close();
    wait();
}

void GroupLane::add(Request request)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isClosed) {
            m_waiting.push_back(std::move(request));
            if (!m_thread.joinable())
                m_thread = std::thread([this] { run(); });
            m_wake.notify_one();
            return;
        }
    }
    request.send(comeAgain());
}

bool GroupLane::isClosed()
{
    const std::lock_guard lock(m_mutex);
    return m_isClosed;
}

void GroupLane::close()
{
    std::deque<Request> refused;
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        refused = std::exchange(m_waiting, {});
    }
    m_wake.notify_one();
    refuse(refused);
}

void GroupLane::wait()
{
    if (m_thread.joinable())
        m_thread.join();
}

void GroupLane::run()
{
    std::deque<Request> some;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_isClosed || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            while (!m_waiting.empty() && some.size() < mostTogether) {
                some.push_back(std::move(m_waiting.front()));
                m_waiting.pop_front();
            }
        }
        while (!some.empty() && !isClosed())
            answerSome(some);
        refuse(some);
    }
}

void GroupLane::answerSome(std::deque<Request> &waiting)
{
    std::vector<std::pair<Request, HttpResponse>> answered;
    const auto end = std::chrono::steady_clock::now() + longestTogether;
    const bool isKept = m_grouping.together([&] {
        do {
            Request request = std::move(waiting.front());
            waiting.pop_front();
            HttpResponse response = request.answer();
            answered.emplace_back(std::move(request), std::move(response));
        } while (!waiting.empty() && !isClosed() && std::chrono::steady_clock::now() < end);
    });
    for (const auto &[request, response] : answered)
        request.send(isKept ? response : comeAgain());
    // Whatever kept these from being kept, each of the others would wait for it again, one after the other.
    if (!isKept)
        refuse(waiting);
}

} // namespace accueil
