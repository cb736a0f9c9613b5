#pragma once

#include "ui/reminders/reminderaction.h"
#include "ui/widgets/tableview.h"

namespace accueil {

// Paints the two-line rows of reminders: state, person and time, what it is about, and what can be done as small
// buttons at the right, which answer clicks. The row's menu holds the same actions for the keyboard.
class ReminderRowDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    ReminderRowDelegate(bool mayAct, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

    static int rowHeight();
    // Whether the buttons show their icons only; their words are then in the tooltip (and in the row's menu as ever).
    void setCompact(bool compact) { m_compact = compact; }
    bool isCompact() const { return m_compact; }
    // Where each action's button is, from left to right.
    QList<std::pair<ReminderAction, QRect>> buttons(const QRect &cell, const QModelIndex &index) const;

Q_SIGNALS:
    void triggered(accueil::ReminderId id, accueil::ReminderAction action);

private:
    void paintLines(
        QPainter &painter, const QRect &inside, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintButtons(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    bool m_mayAct;
    bool m_compact = false;
};

} // namespace accueil
