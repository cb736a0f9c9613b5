#include "ui/frame/searchdelegate.h"

#include "ui/icons/icon.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QPainter>

namespace accueil {

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = colorsOf(option.palette);
    const bool chosen = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (chosen || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(chosen ? c.selection : c.surface2);
        painter->drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), metrics::fieldRadius, metrics::fieldRadius);
    }
    QRect inside = option.rect.adjusted(16, 0, -16, 0);
    paintIcon(*painter, QRectF(inside.left(), inside.top(), metrics::lineIcon(), inside.height()),
        static_cast<Icon>(index.data(IconRole).toInt()), chosen ? c.accent : c.text2);
    inside.setLeft(inside.left() + metrics::lineIcon() + 10);
    const QString detail = index.data(DetailRole).toString();
    painter->setFont(fontFor(TextRole::Small));
    painter->setPen(c.muted);
    painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter, detail);
    inside.setRight(inside.right() - painter->fontMetrics().horizontalAdvance(detail) - 12);
    painter->setFont(fontFor(TextRole::Body));
    painter->setPen(c.text);
    painter->drawText(inside, Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, inside.width()));
    painter->restore();
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, metrics::rowHeight(fontFor(TextRole::Body))};
}

} // namespace accueil
