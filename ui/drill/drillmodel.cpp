#include "ui/drill/drillmodel.h"

#include "app/domain/phonenumber.h"
#include "ui/records/recordchips.h"
#include "ui/records/recordwords.h"
#include "ui/widgets/tableview.h"

namespace accueil {

DrillModel::DrillModel(const TimeWords &times, QObject *parent)
    : QAbstractTableModel(parent)
    , m_times(times)
{
}

void DrillModel::setMessages(const QList<DrillMessage> &messages)
{
    const auto ids = [](const QList<DrillMessage> &list) {
        QStringList all;
        for (const DrillMessage &message : list)
            all.append(message.id);
        return all;
    };
    if (messages == m_messages)
        return;
    if (ids(messages) == ids(m_messages)) {
        m_messages = messages;
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_messages.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_messages = messages;
    endResetModel();
}

void DrillModel::retranslate()
{
    if (!m_messages.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_messages.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int DrillModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

int DrillModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DrillModel::words(const DrillMessage &message, int column) const
{
    switch (column) {
    case Taken:
        return m_times.clockTime(message.takenAt);
    case Channel:
        return RecordWords::channel(message.channel);
    case Recipient:
        return message.channel == accueil::Channel::Email ? message.recipient
                                                          : PhoneNumber::fromStored(message.recipient).international();
    case Text:
        return message.text.simplified();
    case State:
        return RecordChips::of(message.outcome).text;
    default:
        return {};
    }
}

QVariant DrillModel::data(const QModelIndex &index, int role) const
{
    const DrillMessage &message = m_messages.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return words(message, index.column());
    case Qt::ToolTipRole:
        return index.column() == Text ? message.text : QVariant();
    case cell::ChipRole:
        return index.column() == State ? QVariant::fromValue(RecordChips::of(message.outcome)) : QVariant();
    case cell::MutedRole:
        return index.column() != Text;
    case cell::SmallRole:
        return index.column() == Taken;
    default:
        return {};
    }
}

QVariant DrillModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Taken:
        return tr("Taken at");
    case Channel:
        return tr("Channel");
    case Recipient:
        return tr("To");
    case Text:
        return tr("Words");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace accueil
