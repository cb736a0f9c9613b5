#pragma once

#include "db/database.h"
#include "server/operationfigures.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QThread>
#include <QWaitCondition>

namespace accueil {

// Counts for /metrics what needs a query, on a thread and a connection of its own, so that a silent database keeps no
// scrape waiting: only when someone asks, and every 5 s at the most. Starts with the first question.
class CountingThread final : public QThread
{
    Q_OBJECT
public:
    using Count = std::function<OperationFigures::Counted()>; // may throw what the store throws

    CountingThread(Database &database, Count count, std::chrono::milliseconds interval = std::chrono::seconds(5));
    ~CountingThread() override;

    // The newest numbers. Those that are too old are counted again: waits for that, `patience` at the most. Nothing
    // before the first are there. Thread-safe.
    std::optional<OperationFigures::Counted> counted(std::chrono::milliseconds patience);

protected:
    void run() override;

private:
    bool isStale() const;
    void count(QMutexLocker<QMutex> &lock);

    Database &m_database;
    const Count m_count;
    const std::chrono::milliseconds m_interval;
    QMutex m_mutex; // guards what follows
    QWaitCondition m_asked;
    QWaitCondition m_answered;
    bool m_isWanted = false;
    bool m_isStopping = false;
    QElapsedTimer m_age; // invalid before the first
    QElapsedTimer m_tried; // also what failed
    std::optional<OperationFigures::Counted> m_latest;
};

} // namespace accueil
