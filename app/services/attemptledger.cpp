#include "app/services/attemptledger.h"

#include <QMutexLocker>

#include <algorithm>

using namespace std::chrono_literals;

namespace accueil {

namespace {

constexpr std::chrono::seconds longestWait = 900s;
constexpr std::chrono::milliseconds memory = 15min;

bool isForgotten(const AttemptRecord &record, const QDateTime &now)
{
    return record.nextTry && record.nextTry->addMSecs(memory.count()) < now;
}

} // namespace

std::chrono::seconds AttemptRecord::wait(const QDateTime &now, int freeFailures) const
{
    if (failures < freeFailures || !nextTry || *nextTry <= now)
        return 0s;
    // A clock that was set back must not lock anybody out for longer than the rule says.
    return std::min(
        std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(now.msecsTo(*nextTry))), longestWait);
}

AttemptRecord AttemptRecord::afterFailure(const QDateTime &now, int freeFailures) const
{
    const int count = isForgotten(*this, now) ? 1 : failures + 1;
    if (count < freeFailures)
        return {count, now};
    const int doublings = std::min(count - freeFailures, 10);
    return {count, now.addSecs(std::min(std::chrono::seconds(1LL << doublings), longestWait).count())};
}

AttemptLedger::AttemptLedger(int freeFailures, int capacity)
    : m_freeFailures(freeFailures)
    , m_capacity(capacity)
{
}

std::chrono::seconds AttemptLedger::wait(const QString &name, const QDateTime &now) const
{
    const QMutexLocker locker(&m_mutex);
    return m_records.value(name).wait(now, m_freeFailures);
}

void AttemptLedger::recordFailure(const QString &name, const QDateTime &now)
{
    const QMutexLocker locker(&m_mutex);
    if (!m_records.contains(name) && m_records.size() >= m_capacity)
        makeRoom(now);
    AttemptRecord &record = m_records[name];
    record = record.afterFailure(now, m_freeFailures);
}

void AttemptLedger::forget(const QString &name)
{
    const QMutexLocker locker(&m_mutex);
    m_records.remove(name);
}

qsizetype AttemptLedger::size() const
{
    const QMutexLocker locker(&m_mutex);
    return m_records.size();
}

// First what no longer counts; when a flood of fresh names fills the ledger, those with the fewest failures, so that a
// flood of new names cannot free a name that is locked.
void AttemptLedger::makeRoom(const QDateTime &now)
{
    m_records.removeIf([&](const auto &entry) { return isForgotten(entry.value(), now); });
    for (int failures = 1; m_records.size() >= m_capacity; ++failures)
        m_records.removeIf([&](const auto &entry) { return entry.value().failures <= failures; });
}

} // namespace accueil
