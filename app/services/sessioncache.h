#pragma once

#include "app/domain/session.h"

#include <QDateTime>
#include <QHash>
#include <QMutex>

#include <functional>
#include <optional>

namespace accueil {

// Remembers for a few seconds who an account is, so that a request with an access token costs no query. Another desk's
// change is seen when the entry is old; this program's own at once. Thread-safe.
class SessionCache
{
public:
    // The session of `user` as `load` last said; nothing for an account that is gone or disabled.
    std::optional<Session> session(
        UserId user, const QDateTime &now, const std::function<std::optional<Session>()> &load);
    void forget(UserId user);

private:
    struct Entry
    {
        QDateTime readAt;
        std::optional<Session> session;
    };
    QMutex m_mutex;
    QHash<UserId, Entry> m_entries;
    quint64 m_changes = 0; // so that what was read before a change is not kept after it
};

} // namespace accueil
