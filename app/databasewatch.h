#pragma once

#include "db/database.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <atomic>
#include <chrono>

namespace accueil {

// Knows whether the store answers without making anybody wait for it: asks it every second on a thread and a connection
// of its own. What it finds also tells the other connections when a server is back. stop() takes up to 2 s when the
// server is silent just then.
class DatabaseWatch final : public QThread
{
    Q_OBJECT
public:
    explicit DatabaseWatch(Database &database, std::chrono::milliseconds interval = std::chrono::seconds(1));
    ~DatabaseWatch() override;

    void stop();
    // The last answer, and no when the question has been open for longer than `patience`. Thread-safe, at once.
    bool isReachable() const;
    // What the last answer took, in seconds; nothing before the first. Thread-safe, at once.
    std::optional<double> lastDuration() const;

    static constexpr std::chrono::milliseconds patience{900};

protected:
    void run() override;

private:
    Database &m_database;
    const std::chrono::milliseconds m_interval;
    std::atomic<bool> m_isStopping = false;
    std::atomic<bool> m_isReachable = true; // the store was opened before anybody watches it
    std::atomic<qint64> m_askedAt = 0; // ms of the monotonic clock; 0: no question is open
    std::atomic<qint64> m_microseconds = -1; // of the last answer; -1: there was none
    QMutex m_mutex;
    QWaitCondition m_wake;
};

} // namespace accueil
