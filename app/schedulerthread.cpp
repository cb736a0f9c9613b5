#include "app/schedulerthread.h"

#include "app/security/fieldcipher.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>

namespace accueil {

namespace {

Q_LOGGING_CATEGORY(schedulerLog, "accueil.scheduler")

// What is left to a message in hand when the program ends; stop() promises 2 s in all.
constexpr std::chrono::milliseconds patience{700};

} // namespace

SchedulerThread::SchedulerThread(const QString &name, Database &database, QList<Duty> duties,
    std::function<void()> giveUp, std::chrono::milliseconds interval, QObject *parent)
    : QThread(parent)
    , m_database(database)
    , m_duties(std::move(duties))
    , m_giveUp(std::move(giveUp))
    , m_interval(interval)
{
    setObjectName(name);
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
    m_giveUp();
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
    bool inTrouble = false;
    for (const Duty &duty : std::as_const(m_duties))
        inTrouble |= !succeeds(duty);
    if (m_inTrouble && !inTrouble)
        qCInfo(schedulerLog, "%s works again", qPrintable(objectName()));
    m_inTrouble = inTrouble;
}

bool SchedulerThread::succeeds(const Duty &duty) const
{
    try {
        duty([this] { return m_stopping.load(); });
        return true;
    } catch (const DatabaseError &error) {
        if (!m_inTrouble)
            qCWarning(schedulerLog, "%s waits for the database: %s", qPrintable(objectName()), error.what());
    } catch (const CipherError &error) {
        if (!m_inTrouble)
            qCWarning(schedulerLog, "%s cannot read a reminder: %s", qPrintable(objectName()), error.what());
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
