#include "app/countingthread.h"

#include "app/security/fieldcipher.h"

#include <QDeadlineTimer>

namespace accueil {

CountingThread::CountingThread(Database &database, Count count, std::chrono::milliseconds interval)
    : m_database(database)
    , m_count(std::move(count))
    , m_interval(interval)
{
    setObjectName(QStringLiteral("counting"));
}

CountingThread::~CountingThread()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_isStopping = true;
    }
    m_asked.wakeAll();
    wait();
}

bool CountingThread::isStale() const
{
    return !m_tried.isValid() || m_tried.hasExpired(m_interval.count());
}

std::optional<OperationFigures::Counted> CountingThread::counted(std::chrono::milliseconds patience)
{
    QMutexLocker lock(&m_mutex);
    if (isStale()) {
        if (!isRunning())
            start();
        m_isWanted = true;
        m_asked.wakeAll();
        const QDeadlineTimer deadline(patience);
        while (m_isWanted && !m_isStopping && m_answered.wait(&m_mutex, deadline)) { }
    }
    std::optional<OperationFigures::Counted> latest = m_latest;
    if (latest)
        latest->age = double(m_age.elapsed()) / 1000;
    return latest;
}

void CountingThread::run()
{
    QMutexLocker lock(&m_mutex);
    while (!m_isStopping) {
        if (m_isWanted)
            count(lock);
        else
            m_asked.wait(&m_mutex);
    }
    lock.unlock();
    m_database.closeThread();
}

// An outage is reported by accueil_database_up and by the age of the last numbers.
void CountingThread::count(QMutexLocker<QMutex> &lock)
{
    std::optional<OperationFigures::Counted> counted;
    lock.unlock();
    try {
        counted = m_count();
    } catch (const DatabaseError &) {
    } catch (const CipherError &) {
    }
    lock.relock();
    m_tried.start();
    if (counted) {
        m_latest = counted;
        m_age.start();
    }
    m_isWanted = false;
    m_answered.wakeAll();
}

} // namespace accueil
