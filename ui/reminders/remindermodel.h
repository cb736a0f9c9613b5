#pragma once

#include "app/services/reminderservice.h"
#include "ui/records/pagedmodel.h"
#include "ui/records/recordcontext.h"

namespace accueil {

// Reminders as two-line rows: state, person, reason in plain words; what can be done is painted at the right.
class ReminderModel final : public PagedRows<Reminder>
{
    Q_OBJECT
public:
    enum Column { Status, Who, Reason, Actions, ColumnCount };
    enum Role { SecondLineRole = FirstFreeRole }; // QString

    explicit ReminderModel(const RecordContext &desk, QObject *parent = nullptr);

    const ReminderFilter &filter() const { return m_filter; }
    void setFilter(const ReminderFilter &filter); // reads again

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    Query query() const override;
    qint64 keyOf(const Reminder &reminder) const override { return reminder.id.value; }

private:
    QString text(const Reminder &reminder, int column) const;

    const RecordContext &m_desk;
    ReminderFilter m_filter;
};

} // namespace accueil
