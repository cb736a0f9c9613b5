#pragma once

#include <QStyledItemDelegate>

namespace accueil {

// Paints an hour of the calendar: its blocks side by side, quiet hours hatched, the line of now, a frame around the
// hour that has the focus.
class CalendarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace accueil
