#pragma once

#include "app/domain/device.h"
#include "app/domain/devicecondition.h"
#include "ui/records/timewords.h"
#include "ui/widgets/chip.h"

#include <QAbstractTableModel>

namespace accueil {

// Which tablets a list shows.
enum class TabletView { Active, OutOfReach, Revoked };

// The tablets of one view as rows; all of them, there are few.
class TabletModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Ward, State, Seen, Waiting, Battery, Version, ColumnCount };
    TabletModel(const TimeWords &times, const Clock &clock, QObject *parent = nullptr);

    void setDevices(const QList<Device> &devices);
    void setView(TabletView view);
    TabletView view() const { return m_view; }
    int count(TabletView view) const;
    int waitingAnswers() const; // of all tablets that are not revoked
    const Device *at(int row) const;
    int rowOf(DeviceId id) const; // -1: none
    static Chip chipOf(DeviceCondition condition);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool isIn(const Device &device, TabletView view) const;
    QString text(const Device &device, int column) const;
    QString tooltip(const Device &device, int column) const;
    QList<Device> shown() const;
    void show(const QList<Device> &rows);

    const TimeWords &m_times;
    const Clock &m_clock;
    TabletView m_view = TabletView::Active;
    QList<Device> m_devices;
    QList<Device> m_rows;
};

} // namespace accueil
