#pragma once

#include "app/services/drillprovider.h"
#include "ui/records/timewords.h"

#include <QAbstractTableModel>

namespace accueil {

// The messages that would have left, newest first.
class DrillModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Taken, Channel, Recipient, Text, State, ColumnCount };
    explicit DrillModel(const TimeWords &times, QObject *parent = nullptr);

    void setMessages(const QList<DrillMessage> &messages); // what did not change keeps its place and choice
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString words(const DrillMessage &message, int column) const;

    const TimeWords &m_times;
    QList<DrillMessage> m_messages;
};

} // namespace accueil
