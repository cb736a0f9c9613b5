#pragma once

#include "app/services/deliveryservice.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <atomic>
#include <chrono>
#include <functional>

namespace accueil {

// Lets DeliveryService work on a thread and a database connection of its own, every `interval`, and does there what
// else the program looks after at every round. Trouble with the database is logged once and tried again at the next
// round. Starts with start(); stop() ends it within 2 s: a message in hand gets a moment to be answered and is then
// given up, which leaves it `unknown`.
class SchedulerThread final : public QThread
{
    Q_OBJECT
public:
    SchedulerThread(DeliveryService &delivery, Database &database, QList<MessageSender *> senders,
        std::chrono::milliseconds interval = std::chrono::seconds(1), std::function<void()> everyRound = {},
        QObject *parent = nullptr);
    ~SchedulerThread() override;

    void stop();

protected:
    void run() override;

private:
    void runRound();
    bool succeeds(const std::function<void()> &work) const;
    void sleepUntilNextRound();

    DeliveryService &m_delivery;
    Database &m_database;
    QList<MessageSender *> m_senders;
    std::chrono::milliseconds m_interval;
    std::function<void()> m_everyRound;
    std::atomic<bool> m_stopping = false;
    bool m_inTrouble = false; // the last round failed and was logged
    QMutex m_mutex;
    QWaitCondition m_wake;
};

} // namespace accueil
