#include "ui/tablets/tabletmodel.h"

#include "ui/widgets/tableview.h"

#include <QLocale>

namespace accueil {

using namespace Qt::StringLiterals;

TabletModel::TabletModel(const TimeWords &times, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_times(times)
    , m_clock(clock)
{
}

Chip TabletModel::chipOf(DeviceCondition condition)
{
    switch (condition) {
    case DeviceCondition::Waiting:
        return {tr("To pair"), Tone::Info, Icon::Clock};
    case DeviceCondition::Online:
        return {tr("Online"), Tone::Success, Icon::Check};
    case DeviceCondition::BatteryLow:
        return {tr("Battery low"), Tone::Warning, Icon::BatteryLow};
    case DeviceCondition::OutOfReach:
        return {tr("Out of reach"), Tone::Warning, Icon::WifiOff};
    case DeviceCondition::Revoked:
        return {tr("Revoked"), Tone::Danger, Icon::Ban};
    }
    Q_UNREACHABLE();
}

bool TabletModel::isIn(const Device &device, TabletView view) const
{
    const DeviceCondition condition = conditionOf(device, m_clock.now());
    switch (view) {
    case TabletView::Active:
        return condition != DeviceCondition::Revoked;
    case TabletView::OutOfReach:
        return condition == DeviceCondition::OutOfReach;
    case TabletView::Revoked:
        return condition == DeviceCondition::Revoked;
    }
    Q_UNREACHABLE();
}

int TabletModel::count(TabletView view) const
{
    return int(
        std::count_if(m_devices.begin(), m_devices.end(), [&](const Device &device) { return isIn(device, view); }));
}

int TabletModel::waitingAnswers() const
{
    int sum = 0;
    for (const Device &device : m_devices)
        sum += device.status == DeviceStatus::Revoked ? 0 : device.queueLength.value_or(0);
    return sum;
}

QList<Device> TabletModel::shown() const
{
    QList<Device> rows;
    std::copy_if(m_devices.begin(), m_devices.end(), std::back_inserter(rows),
        [this](const Device &device) { return isIn(device, m_view); });
    return rows;
}

// The same tablets in the same order stay rows, so that the view keeps its place through every heartbeat.
void TabletModel::show(const QList<Device> &rows)
{
    const bool sameTablets = rows.size() == m_rows.size()
        && std::equal(
            rows.begin(), rows.end(), m_rows.begin(), [](const Device &a, const Device &b) { return a.id == b.id; });
    if (sameTablets) {
        m_rows = rows;
        if (!rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void TabletModel::setDevices(const QList<Device> &devices)
{
    m_devices = devices;
    show(shown());
}

void TabletModel::setView(TabletView view)
{
    m_view = view;
    show(shown());
}

const Device *TabletModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int TabletModel::rowOf(DeviceId id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id)
            return row;
    }
    return -1;
}

void TabletModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int TabletModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString TabletModel::text(const Device &device, int column) const
{
    switch (column) {
    case Name:
        return device.name;
    case Ward:
        return device.ward.isEmpty() ? u"—"_s : device.ward;
    case State:
        return chipOf(conditionOf(device, m_clock.now())).text;
    case Seen:
        return device.lastSeen ? m_times.ago(*device.lastSeen) : tr("never");
    case Waiting:
        return device.queueLength ? QLocale().toString(*device.queueLength) : u"—"_s;
    case Battery:
        return device.battery ? tr("%1%").arg(qRound(*device.battery * 100)) : u"—"_s;
    case Version:
        return device.version.isEmpty() ? u"—"_s : device.version;
    default:
        return {};
    }
}

QString TabletModel::tooltip(const Device &device, int column) const
{
    switch (column) {
    case Seen:
        return device.lastSeen ? m_times.toTheSecond(*device.lastSeen) : QString();
    case State:
        return device.revokedAt ? tr("Revoked on %1").arg(m_times.exact(*device.revokedAt))
            : device.pairedAt   ? tr("Paired on %1").arg(m_times.exact(*device.pairedAt))
                                : QString();
    case Version:
        return device.platform;
    default:
        return {};
    }
}

QVariant TabletModel::data(const QModelIndex &index, int role) const
{
    const Device *device = at(index.row());
    if (!device)
        return {};
    const bool isNumber = index.column() == Waiting || index.column() == Battery;
    switch (role) {
    case Qt::DisplayRole:
        return text(*device, index.column());
    case Qt::ToolTipRole:
        return tooltip(*device, index.column());
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case cell::ChipRole:
        return index.column() == State ? QVariant::fromValue(chipOf(conditionOf(*device, m_clock.now()))) : QVariant();
    case cell::IconRole:
        return index.column() == Name ? QVariant(int(Icon::Tablet)) : QVariant();
    case cell::StrongRole:
        return index.column() == Name;
    case cell::BoldRole:
        return index.column() == Waiting && device->queueLength.value_or(0) > 0;
    case cell::MutedRole:
        return index.column() != Name && !(index.column() == Waiting && device->queueLength.value_or(0) > 0);
    case cell::SmallRole:
        return index.column() == Seen || index.column() == Version;
    default:
        return {};
    }
}

QVariant TabletModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Waiting || section == Battery;
        return QVariant(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Tablet");
    case Ward:
        return tr("Ward");
    case State:
        return tr("State");
    case Seen:
        return tr("Seen");
    case Waiting:
        return tr("Waiting");
    case Battery:
        return tr("Battery");
    case Version:
        return tr("Version");
    default:
        return {};
    }
}

} // namespace accueil
