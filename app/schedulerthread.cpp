#include "app/schedulerthread.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>

namespace accueil {

namespace {

Q_LOGGING_CATEGORY(schedulerLog, "accueil.scheduler")

// What is left to a message in hand when the program ends; stop() promises 2 s in all.
constexpr std::chrono::milliseconds patience{700};

} // namespace

SchedulerThread::SchedulerThread(DeliveryService &delivery, Database &database, QList<MessageSender *> senders,
    std::chrono::milliseconds interval, std::function<void()> everyRound, QObject *parent)
    : QThread(parent)
    , m_delivery(delivery)
    , m_database(database)
    , m_senders(std::move(senders))
    , m_interval(interval)
    , m_everyRound(std::move(everyRound))
{
    setObjectName(QStringLiteral("scheduler"));
}

SchedulerThread::~SchedulerThread()
{
    stop();
}

void SchedulerThread::stop()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_stopping = true;
    }
    m_wake.wakeAll();
    if (wait(QDeadlineTimer(patience)))
        return;
    for (MessageSender *sender : std::as_const(m_senders))
        sender->abort();
    wait();
}

void SchedulerThread::run()
{
    while (!m_stopping) {
        runRound();
        sleepUntilNextRound();
    }
    m_database.closeThread();
}

void SchedulerThread::runRound()
{
    // Trouble with one of them must not keep the others from their work.
    const bool recovered = succeeds([this] { m_delivery.recoverInterrupted(); });
    const bool delivered = succeeds([this] { m_delivery.deliverDue([this] { return m_stopping.load(); }); });
    const bool lookedAfter = !m_everyRound || succeeds(m_everyRound);
    const bool inTrouble = !recovered || !delivered || !lookedAfter;
    if (m_inTrouble && !inTrouble)
        qCInfo(schedulerLog, "delivery works again");
    m_inTrouble = inTrouble;
}

bool SchedulerThread::succeeds(const std::function<void()> &work) const
{
    try {
        work();
        return true;
    } catch (const DatabaseError &error) {
        if (!m_inTrouble)
            qCWarning(schedulerLog, "delivery waits for the database: %s", error.what());
    } catch (const CipherError &error) {
        if (!m_inTrouble)
            qCWarning(schedulerLog, "delivery cannot read a reminder: %s", error.what());
    }
    return false;
}

void SchedulerThread::sleepUntilNextRound()
{
    QMutexLocker lock(&m_mutex);
    if (!m_stopping)
        m_wake.wait(&m_mutex, QDeadlineTimer(m_interval));
}

} // namespace accueil
