#pragma once

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

class QSocketNotifier;

namespace accueil {

// Tells, on the thread that made it, that the operator wants the program to end (SIGTERM, SIGINT). The signal handler
// only sets a flag and writes one byte to a pipe. A second signal ends the program at once, as the system does by
// default. One object per program.
class StopSignals : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

    bool wasRequested() const; // from any thread, also without an event loop

    // From a request on the program has this long; what then still waits, for a database that does not answer say, is
    // cut off as kill -9 would, which the store stands. Ends with this object.
    void endWithin(std::chrono::milliseconds time);

Q_SIGNALS:
    void stopRequested();

private:
    void startDeadline();

    std::unique_ptr<QSocketNotifier> m_notifier;
    std::chrono::milliseconds m_deadline{0}; // 0: none
    std::mutex m_mutex; // guards m_ended
    std::condition_variable m_wakes;
    bool m_ended = false;
    std::thread m_watch;
};

} // namespace accueil
