#include "ui/records/chiprow.h"

#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {
constexpr int spacing = 6;
}

ChipRow::ChipRow(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::setChips(const QList<Chip> &chips)
{
    if (m_chips == chips)
        return;
    m_chips = chips;
    QStringList words;
    for (const Chip &chip : chips)
        words += chip.text;
    setAccessibleName(words.join(u", "_s));
    updateGeometry();
    update();
}

QList<QPoint> ChipRow::places(int width) const
{
    QList<QPoint> places;
    QPoint next;
    for (const Chip &chip : m_chips) {
        const QSize size = chipSize(chip);
        if (next.x() > 0 && next.x() + size.width() > width)
            next = {0, next.y() + size.height() + spacing};
        places += next;
        next.rx() += size.width() + spacing;
    }
    return places;
}

int ChipRow::heightForWidth(int width) const
{
    return m_chips.isEmpty() ? 0 : places(width).last().y() + chipSize(m_chips.last()).height();
}

QSize ChipRow::sizeHint() const
{
    int width = 0;
    for (const Chip &chip : m_chips)
        width += chipSize(chip).width() + spacing;
    return {width, heightForWidth(width)};
}

QSize ChipRow::minimumSizeHint() const
{
    int widest = 0;
    for (const Chip &chip : m_chips)
        widest = std::max(widest, chipSize(chip).width());
    return {widest, m_chips.isEmpty() ? 0 : chipSize(m_chips.first()).height()};
}

void ChipRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<QPoint> where = places(width());
    for (int i = 0; i < m_chips.size(); ++i)
        paintChip(painter, where[i], m_chips[i], colorsOf(this), width());
}

} // namespace accueil
