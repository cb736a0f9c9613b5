#pragma once

#include <QSqlDriver>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

namespace accueil {

// Ends the wait for a PostgreSQL server that took a statement and never answers it, as one does that is stopped or
// frozen: libpq waits for ever, and the system notices only cables that are cut. A thread looks after the connections
// of one store and shuts the socket down under the one that has waited too long; its statement then fails as with any
// lost connection. Thread-safe. Does nothing on Windows, and where libpq cannot be asked for the socket.
class AnswerLimit
{
public:
    AnswerLimit() = default;
    ~AnswerLimit(); // after every Line
    AnswerLimit(const AnswerLimit &) = delete;
    AnswerLimit &operator=(const AnswerLimit &) = delete;

    // How long a statement may take: longer than any is expected to, locks included; a question that costs nothing; and
    // what changes the schema of a large store.
    static constexpr std::chrono::seconds statement{20};
    static constexpr std::chrono::seconds probe{2};
    static constexpr std::chrono::hours script{1};

    // The server does not even answer a probe: who has waited for longer than that waits in vain.
    void giveUpWaiting();

    // The socket of one open connection.
    class Line
    {
    public:
        Line(AnswerLimit &limit, const QSqlDriver &driver);
        ~Line();
        Line(const Line &) = delete;
        Line &operator=(const Line &) = delete;

        // Between them the server owes an answer. Called by the thread of the connection.
        void asked(std::chrono::milliseconds patience);
        bool answered(); // false: it had been given up

    private:
        friend class AnswerLimit;
        AnswerLimit &m_limit;
        int m_socket = -1; // a duplicate: its number is nobody else's even when libpq closes its own
        std::atomic<qint64> m_patience = 0; // ms
        std::atomic<qint64> m_asked = 0; // ms of the monotonic clock; 0: nothing is owed
        std::list<Line *>::iterator m_place;
    };

private:
    void add(Line &line);
    void remove(Line &line);
    void run();
    void giveUp(Line &line, qint64 asked);

    std::mutex m_mutex;
    std::list<Line *> m_lines; // guarded by m_mutex, as are the sockets of those in it
    std::condition_variable m_wake;
    bool m_isEnding = false; // guarded by m_mutex
    std::thread m_thread; // from the first line on
};

} // namespace accueil
