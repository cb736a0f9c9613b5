#pragma once

#include "server/http/httpserver.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace accueil {

// Requests that would each wait for the disk: one thread answers those that have come together, in their order, and
// sends their answers when what they wrote is kept. Thread-safe.
class GroupLane
{
public:
    struct Request
    {
        std::function<HttpResponse()> answer; // throws nothing
        std::function<void(const HttpResponse &)> send;
    };

    explicit GroupLane(HttpGrouping grouping);
    ~GroupLane(); // waits

    bool takes(Method method, const QByteArray &path) const
    {
        return m_grouping.includes && m_grouping.includes(method, path);
    }
    // Bounded by the connections, each of which has one request in hand.
    void add(Request request);

    void close(); // what waits is answered 503, as is what comes
    void wait(); // for what is in hand, and the end of the thread

private:
    void run();
    void answerSome(std::deque<Request> &waiting);
    bool isClosed();

    const HttpGrouping m_grouping;
    std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    std::deque<Request> m_waiting;
    bool m_isClosed = false;
    std::thread m_thread; // from the first request on
};

} // namespace accueil
