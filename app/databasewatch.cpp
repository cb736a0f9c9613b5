#include "app/databasewatch.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QLoggingCategory>

namespace accueil {

namespace {

Q_LOGGING_CATEGORY(watchLog, "accueil.database")

qint64 monotonicMilliseconds()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

} // namespace

DatabaseWatch::DatabaseWatch(Database &database, std::chrono::milliseconds interval)
    : m_database(database)
    , m_interval(interval)
{
    setObjectName(QStringLiteral("database watch"));
}

DatabaseWatch::~DatabaseWatch()
{
    stop();
}

void DatabaseWatch::stop()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_isStopping = true;
    }
    m_wake.wakeAll();
    wait();
}

bool DatabaseWatch::isReachable() const
{
    const qint64 askedAt = m_askedAt;
    return m_isReachable && (askedAt == 0 || monotonicMilliseconds() - askedAt < patience.count());
}

std::optional<double> DatabaseWatch::lastDuration() const
{
    const qint64 microseconds = m_microseconds;
    return microseconds < 0 ? std::nullopt : std::optional(double(microseconds) / 1e6);
}

void DatabaseWatch::run()
{
    while (!m_isStopping) {
        m_askedAt = monotonicMilliseconds();
        QElapsedTimer elapsed;
        elapsed.start();
        const bool isReachable = m_database.isReachable();
        m_microseconds = elapsed.nsecsElapsed() / 1000;
        if (m_isReachable.exchange(isReachable) != isReachable)
            qCWarning(watchLog, "%s", isReachable ? "the database answers again" : "the database does not answer");
        m_askedAt = 0;
        QMutexLocker lock(&m_mutex);
        if (!m_isStopping)
            m_wake.wait(&m_mutex, QDeadlineTimer(m_interval));
    }
    m_database.closeThread();
}

} // namespace accueil
