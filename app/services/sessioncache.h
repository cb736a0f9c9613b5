#pragma once

#include "app/domain/session.h"

#include <QDateTime>
#include <QHash>
#include <QMutex>

#include <functional>
#include <optional>

namespace accueil {

// Remembers for 3 s whom a login belongs to, so that a request with an access token costs no query. Another desk's
// change is seen when the entry is old; this program's own at once. Thread-safe.
class SessionCache
{
public:
    // The session of that login of `user` as `load` last said; nothing when the account or the login has ended.
    std::optional<Session> session(
        UserId user, const QString &family, const QDateTime &now, const std::function<std::optional<Session>()> &load);
    void forget(UserId user); // every login of it

private:
    struct Entry
    {
        QDateTime readAt;
        std::optional<Session> session;
    };
    QMutex m_mutex;
    using Login = std::pair<UserId, QString>; // whose, and its family of refresh tokens
    QHash<Login, Entry> m_entries;
    quint64 m_changes = 0; // so that what was read before a change is not kept after it
};

} // namespace accueil
