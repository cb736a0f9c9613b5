#pragma once

#include "app/domain/tabletfile.h"
#include "ui/records/timewords.h"

#include <QAbstractTableModel>

namespace accueil {

// What became of each answer of a tablet's file, in the order of the file.
class TabletFileModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Given, Result, Voice, Reason, Columns };
    explicit TabletFileModel(const TimeWords &time, QObject *parent = nullptr);

    void setReport(const TabletFileReport &report);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString result(const SyncOutcome &outcome);
    static QString voice(LeftVoice voice);
    static QString reason(const SyncOutcome &outcome);

    const TimeWords &m_time;
    QList<TabletFileLine> m_lines;
};

} // namespace accueil
