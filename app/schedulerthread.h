#pragma once

#include "db/database.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <atomic>
#include <chrono>
#include <functional>

namespace accueil {

// Does its duties one after the other, every `interval`, on a thread and a database connection of its own. Trouble with
// the database in one of them is logged once, keeps none of the others from its work and is tried again at the next
// round. Starts with start(); stop() ends it within 2 s: what is asked of a provider gets a moment to be answered and
// is then given up.
class SchedulerThread final : public QThread
{
    Q_OBJECT
public:
    using Stop = std::function<bool()>;
    using Duty = std::function<void(const Stop &stop)>; // looks at `stop` where it takes its time

    // `giveUp`: ends what a provider is being asked, from any thread.
    SchedulerThread(const QString &name, Database &database, QList<Duty> duties, std::function<void()> giveUp,
        std::chrono::milliseconds interval = std::chrono::seconds(1), QObject *parent = nullptr);
    ~SchedulerThread() override;

    void stop();

protected:
    void run() override;

private:
    void runRound();
    bool succeeds(const Duty &duty) const;
    void sleepUntilNextRound();

    Database &m_database;
    QList<Duty> m_duties;
    std::function<void()> m_giveUp;
    std::chrono::milliseconds m_interval;
    std::atomic<bool> m_stopping = false;
    bool m_inTrouble = false; // the last round failed and was logged
    QMutex m_mutex;
    QWaitCondition m_wake;
};

} // namespace accueil
