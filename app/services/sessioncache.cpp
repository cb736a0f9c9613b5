#include "app/services/sessioncache.h"

#include <QMutexLocker>

namespace accueil {

namespace {

constexpr qint64 lifetimeMilliseconds = 3000;
constexpr qsizetype mostEntries = 1000;

} // namespace

std::optional<Session> SessionCache::session(
    UserId user, const QString &family, const QDateTime &now, const std::function<std::optional<Session>()> &load)
{
    const Login login(user, family);
    QMutexLocker locker(&m_mutex);
    const auto known = m_entries.constFind(login);
    if (known != m_entries.constEnd()) {
        const qint64 age = known->readAt.msecsTo(now);
        if (age >= 0 && age < lifetimeMilliseconds)
            return known->session;
    }
    const quint64 changes = m_changes;
    locker.unlock();
    const std::optional<Session> loaded = load();
    locker.relock();
    if (changes == m_changes) {
        if (m_entries.size() >= mostEntries)
            m_entries.clear();
        m_entries.insert(login, {now, loaded});
    }
    return loaded;
}

void SessionCache::forget(UserId user)
{
    const QMutexLocker locker(&m_mutex);
    ++m_changes;
    m_entries.removeIf([user](std::pair<const Login &, Entry &> entry) { return entry.first.first == user; });
}

} // namespace accueil
