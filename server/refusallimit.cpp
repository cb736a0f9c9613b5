#include "server/refusallimit.h"

#include "server/http/countedaddress.h"

#include <QMutexLocker>

namespace accueil {

namespace {

constexpr int mostRefusals = 30; // a minute
constexpr qsizetype mostAddresses = 10'000; // of whom the rest of a minute is kept; who is not known begins at one

} // namespace

int RefusalLimit::wait(const QHostAddress &peer)
{
    const qint64 seconds = m_clock.now().toSecsSinceEpoch();
    const QMutexLocker locker(&m_mutex);
    beginMinute(seconds);
    return m_refusals.value(countedAddressOf(peer)) >= mostRefusals ? int(60 - seconds % 60) : 0;
}

void RefusalLimit::beginMinute(qint64 seconds)
{
    if (m_minute != seconds / 60 || m_refusals.size() >= mostAddresses) {
        m_refusals.clear();
        m_minute = seconds / 60;
    }
}

int RefusalLimit::refused(const QHostAddress &peer)
{
    const qint64 seconds = m_clock.now().toSecsSinceEpoch();
    const QMutexLocker locker(&m_mutex);
    beginMinute(seconds);
    return ++m_refusals[countedAddressOf(peer)] > mostRefusals ? int(60 - seconds % 60) : 0;
}

} // namespace accueil
