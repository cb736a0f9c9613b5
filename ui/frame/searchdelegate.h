#pragma once

#include <QStyledItemDelegate>

namespace accueil {

// One line of what was found: icon, words, and a second word at the right.
class SearchDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { IconRole = Qt::UserRole + 1, DetailRole };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace accueil
