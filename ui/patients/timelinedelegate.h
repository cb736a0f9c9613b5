#pragma once

#include <QStyledItemDelegate>

namespace accueil {

struct TimelineEntry;

// Paints the rows of a TimelineModel: a round icon on a line, title and time, state or stars, what was said (two lines
// at most).
class TimelineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintMark(QPainter &painter, const QStyleOptionViewItem &option, const TimelineEntry &entry) const;
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const TimelineEntry &entry) const;
    int paintState(QPainter &painter, const QStyleOptionViewItem &option, const TimelineEntry &entry, int top) const;
};

} // namespace accueil
