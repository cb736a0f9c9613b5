#pragma once

#include "app/domain/calendarslot.h"
#include "app/domain/deliveryrules.h"
#include "app/domain/result.h"
#include "ui/records/recordcontext.h"
#include "ui/widgets/chip.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace accueil {

// Reminders of one hour that look alike: what became of them, and by which channel.
struct CalendarBlock
{
    Chip chip; // "12 SMS"
    qint64 count = 0;
    bool onlyUnconfirmed = false; // all of them
};

// The hours of some days, a column a day, with what they hold. Reads in the background, again soon after reminders
// changed. The display text of a cell says all of it, for screen readers.
class CalendarModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { BlocksRole = Qt::UserRole + 1, QuietRole, NowRole }; // QList<CalendarBlock>; bool; 0..1 of the hour

    explicit CalendarModel(const RecordContext &desk, QObject *parent = nullptr);

    void show(const QDate &first, int days);
    QDate first() const { return m_first; }
    int days() const { return m_days; }
    QDate dayOf(int column) const { return m_first.addDays(column); }
    int hourOf(int row) const { return m_firstHour + row; }
    int rowOf(int hour) const { return hour - m_firstHour; }
    std::pair<QDateTime, QDateTime> spanOf(const QModelIndex &cell) const; // UTC, until exclusive
    void refreshSoon() { m_soon.start(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void failed(const accueil::Error &error);
    void loaded();

private:
    void read();
    struct Hours
    {
        QList<CalendarSlot> found;
        DeliveryRules rules;
    };
    void setHours(const Hours &hours);
    QList<CalendarBlock> blocksOf(const QModelIndex &index) const;
    QString words(const QModelIndex &index) const;
    bool isQuiet(const QModelIndex &index) const;

    const RecordContext m_desk; // its own: the view asks for headings while the page goes
    QDate m_first;
    int m_days = 7;
    int m_firstHour = 7;
    int m_lastHour = 20;
    QMap<std::pair<int, int>, QList<CalendarSlot>> m_slots; // column and hour
    DeliveryRules m_rules; // quiet hours and holidays
    QTimer m_soon;
    QTimer m_minute; // the line of now
    int m_question = 0; // answers to earlier ones are dropped
};

} // namespace accueil
Q_DECLARE_METATYPE(QList<accueil::CalendarBlock>)
