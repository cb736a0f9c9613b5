#include "ui/records/pagedmodel.h"

namespace accueil {

using namespace std::chrono_literals;

PagedModel::PagedModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(150ms);
    connect(&m_refresh, &QTimer::timeout, this, [this] { request(Load::Refresh); });
}

void PagedModel::reload()
{
    m_refresh.stop();
    request(Load::Reload);
}

void PagedModel::refreshSoon()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

bool PagedModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_busy && m_state == State::Ready;
}

void PagedModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        request(Load::More);
}

void PagedModel::request(Load kind)
{
    if (m_busy) {
        m_wanted = std::max(kind, m_wanted.value_or(kind));
        return;
    }
    m_busy = true;
    if (kind == Load::Reload)
        m_showsWhatIsAsked = false;
    if (kind == Load::Reload || m_state == State::Failed) {
        m_state = m_showsWhatIsAsked && rowCount() > 0 ? State::Ready : State::Loading;
        Q_EMIT stateChanged();
    }
    start(kind);
}

bool PagedModel::isOutdated()
{
    if (m_wanted != Load::Reload)
        return false;
    m_busy = false;
    goOn();
    return true;
}

void PagedModel::goOn()
{
    if (m_wanted)
        request(*std::exchange(m_wanted, std::nullopt));
}

void PagedModel::setLoaded(qint64 total, bool complete)
{
    // Not before the rows are in: a view that asks for more while they are inserted would ask for the same ones again.
    m_busy = false;
    m_showsWhatIsAsked = true;
    m_total = total;
    m_complete = complete;
    m_state = rowCount() == 0 ? State::Empty : State::Ready;
    Q_EMIT stateChanged();
    goOn();
}

void PagedModel::setFailed(const Error &error)
{
    m_busy = false;
    m_error = error;
    m_state = State::Failed;
    Q_EMIT stateChanged();
    goOn();
}

} // namespace accueil
