#pragma once

#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QString>

#include <chrono>
#include <optional>

namespace accueil {

// How often somebody failed and when the next try may be. The rule is one for accounts (kept in the store) and for what
// is only kept in memory (addresses, names that do not exist), so that they answer alike.
struct AttemptRecord
{
    int failures = 0;
    std::optional<QDateTime> nextTry; // UTC; when nothing is locked the time of the last failure

    // How long from `now` until the next try; 0 when it may be now. `freeFailures` as in afterFailure(): they lock
    // nobody, also not where `now` was read before the last of them or on a desk whose clock is behind.
    std::chrono::seconds wait(const QDateTime &now, int freeFailures) const;
    // After one more failure. `freeFailures` of them cost nothing, the next wait 1, 2, 4 ... 900 s. What is 15 minutes
    // past its last wait is forgotten.
    AttemptRecord afterFailure(const QDateTime &now, int freeFailures) const;
};

// Failures by name, in memory, never more than a bounded number of names. Thread-safe.
class AttemptLedger
{
public:
    AttemptLedger(int freeFailures, int capacity = 10'000);

    std::chrono::seconds wait(const QString &name, const QDateTime &now) const;
    void recordFailure(const QString &name, const QDateTime &now);
    void forget(const QString &name);
    qsizetype size() const;

private:
    void makeRoom(const QDateTime &now);

    const int m_freeFailures;
    const int m_capacity;
    mutable QMutex m_mutex;
    QHash<QString, AttemptRecord> m_records;
};

} // namespace accueil
