#include "ui/widgets/chip.h"

#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QPainter>

namespace accueil {

namespace {

constexpr int sidePadding = 8;
constexpr int iconGap = 5;

} // namespace

QSize chipSize(const Chip &chip)
{
    const QFont font = fontFor(TextRole::Small);
    const int icon = chip.icon == Icon::None ? 0 : metrics::chipIcon() + iconGap;
    return {QFontMetrics(font).horizontalAdvance(chip.text) + icon + 2 * sidePadding + 1, metrics::chipHeight(font)};
}

void paintChip(QPainter &painter, const QPoint &topLeft, const Chip &chip, const Colors &colors, int maximumWidth)
{
    QRect box(topLeft, chipSize(chip));
    box.setWidth(std::min(box.width(), maximumWidth));
    const QColor ink = foreground(colors, chip.tone);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(background(colors, chip.tone));
    const qreal radius = chip.shape == Chip::Round ? box.height() / 2.0 : 4;
    painter.drawRoundedRect(box, radius, radius);
    int x = box.left() + sidePadding;
    if (chip.icon != Icon::None) {
        paintIcon(painter,
            QRectF(x, box.top() + (box.height() - metrics::chipIcon()) / 2.0, metrics::chipIcon(), metrics::chipIcon()),
            chip.icon, ink);
        x += metrics::chipIcon() + iconGap;
    }
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(ink);
    const QRect words(x, box.top(), box.right() - sidePadding - x + 2, box.height());
    painter.drawText(
        words, Qt::AlignVCenter, painter.fontMetrics().elidedText(chip.text, Qt::ElideRight, words.width()));
    painter.restore();
}

ChipLabel::ChipLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

ChipLabel::ChipLabel(const Chip &chip, QWidget *parent)
    : ChipLabel(parent)
{
    setChip(chip);
}

void ChipLabel::setChip(const Chip &chip)
{
    m_chip = chip;
    setAccessibleName(chip.text);
    updateGeometry();
    update();
}

void ChipLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, {0, 0}, m_chip, colorsOf(this), width());
}

} // namespace accueil
