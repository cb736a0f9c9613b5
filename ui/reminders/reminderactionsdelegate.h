#pragma once

#include "ui/reminders/reminderaction.h"

#include <QStyledItemDelegate>

namespace accueil {

// Paints the actions of a reminder as small buttons at the right of its row and answers clicks on them. The row's menu holds
// the same actions for the keyboard.
class ReminderActionsDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

    // Where each action's button is, from left to right; the tests press them there.
    static QList<std::pair<ReminderAction, QRect>> buttons(const QRect &cell, const QModelIndex &index);

Q_SIGNALS:
    void triggered(accueil::ReminderId id, accueil::ReminderAction action);
};

} // namespace accueil
