#include "ui/widgets/flowlayout.h"

#include <QWidget>

namespace accueil {

FlowLayout::FlowLayout(int horizontalGap, int verticalGap, Side side)
    : m_horizontalGap(horizontalGap)
    , m_verticalGap(verticalGap)
    , m_side(side)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? m_horizontalGap : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return QSize(width, height).grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, Place);
}

int FlowLayout::arrange(const QRect &whole, Mode mode) const
{
    const QRect rect = whole.marginsRemoved(contentsMargins());
    QList<std::pair<QLayoutItem *, QRect>> line;
    int x = rect.left();
    int y = rect.top();
    int lineHeight = 0;
    const auto finishLine = [&] {
        for (const auto &[item, place] : std::as_const(line)) {
            if (mode == Place) // in the middle of its line
                item->setGeometry(place.translated(m_side == FromRight ? rect.right() + 1 + m_horizontalGap - x : 0,
                    (lineHeight - place.height()) / 2));
        }
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size(std::min(item->sizeHint().width(), std::max(rect.width(), item->minimumSize().width())),
            item->sizeHint().height());
        if (x > rect.left() && x + size.width() > rect.right() + 1) {
            finishLine();
            x = rect.left();
            y += lineHeight + m_verticalGap;
            lineHeight = 0;
        }
        line.append({item, QRect(QPoint(x, y), size)});
        x += size.width() + m_horizontalGap;
        lineHeight = std::max(lineHeight, size.height());
    }
    finishLine();
    return y + lineHeight - whole.top() + contentsMargins().bottom();
}

} // namespace accueil
