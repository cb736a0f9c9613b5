#include "ui/reminders/calendardelegate.h"

#include "ui/reminders/calendarmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QAbstractItemView>
#include <QPainter>

namespace accueil {

namespace {

void paintBlock(QPainter &painter, const QRect &where, const CalendarBlock &block, const Colors &colors)
{
    const QColor ink = foreground(colors, block.chip.tone);
    QPen frame(block.onlyUnconfirmed ? ink : background(colors, block.chip.tone));
    if (block.onlyUnconfirmed)
        frame.setStyle(Qt::DashLine);
    painter.setPen(frame);
    painter.setBrush(block.onlyUnconfirmed ? colors.surface : background(colors, block.chip.tone));
    painter.drawRoundedRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const int icon = metrics::chipIcon();
    const QFont font = fontFor(TextRole::Small);
    const QFontMetrics size(font);
    // Where even the number has no room beside the icon, the number alone stands there.
    const QString count = QLocale().toString(block.count);
    const bool hasIcon = where.width() >= icon + 8 + size.horizontalAdvance(count) + 4;
    int left = where.left() + 4;
    if (hasIcon) {
        paintIcon(painter, QRectF(left, where.center().y() - icon / 2.0, icon, icon), block.chip.icon, ink);
        left += icon + 4;
    }
    const QRect words(left, where.top(), where.right() - left, where.height());
    const bool fits = size.horizontalAdvance(block.chip.text) <= words.width();
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, fits ? block.chip.text : count);
}

} // namespace

void CalendarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    const QRect cell = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(cell, colors.surface);
    if (index.data(CalendarModel::QuietRole).toBool()) {
        painter->fillRect(cell, colors.side);
        painter->fillRect(cell, QBrush(colors.line, Qt::BDiagPattern));
    }
    painter->setPen(colors.line);
    painter->drawLine(cell.bottomLeft(), cell.bottomRight());
    painter->drawLine(cell.topRight(), cell.bottomRight());
    const auto blocks = index.data(CalendarModel::BlocksRole).value<QList<CalendarBlock>>();
    const int gap = 3;
    const int room = cell.width() - 2 * gap;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const int left = cell.left() + gap + int(room * i / blocks.size());
        const int right = cell.left() + gap + int(room * (i + 1) / blocks.size());
        paintBlock(*painter, QRect(left, cell.top() + 2, right - left - 2, cell.height() - 5), blocks.at(i), colors);
    }
    if (const QVariant now = index.data(CalendarModel::NowRole); now.isValid()) {
        const qreal y = cell.top() + now.toReal() * cell.height();
        painter->setPen(QPen(colors.danger, 2));
        painter->drawLine(QPointF(cell.left(), y), QPointF(cell.right(), y));
    }
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(option.state.testFlag(QStyle::State_HasFocus) ? colors.accent : colors.line2, 2));
        painter->drawRoundedRect(QRectF(cell).adjusted(1, 1, -2, -2), 4, 4);
    }
    painter->restore();
}

} // namespace accueil
