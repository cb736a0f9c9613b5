#include "ui/dashboard/keyfigure.h"

#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QPainter>

namespace accueil {

namespace {

constexpr int padding = 14;
constexpr int lineGap = 3;

QFont figureFont()
{
    QFont font = fontFor(TextRole::Title);
    font.setPointSizeF(20);
    return font;
}

} // namespace

KeyFigure::KeyFigure(QWidget *parent)
    : PressButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAutoDefault(false);
    setFlat(true);
}

void KeyFigure::setContent(const Content &content)
{
    m_content = content;
    setAccessibleName(content.spoken);
    setToolTip(content.spoken);
    setCursor(content.opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateGeometry();
    update();
}

QSize KeyFigure::sizeHint() const
{
    const int lines = QFontMetrics(fontFor(TextRole::Small)).height() + QFontMetrics(figureFont()).height()
        + 2 * QFontMetrics(fontFor(TextRole::Mini)).height();
    return {metrics::withText(200), lines + 3 * lineGap + 2 * padding - 6};
}

QSize KeyFigure::minimumSizeHint() const
{
    return {metrics::withText(168), sizeHint().height()};
}

void KeyFigure::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = colorsOf(this);
    painter.setPen(QPen(hasFocus() ? colors.accent : colors.line, hasFocus() ? 2 : 1));
    painter.setBrush(underMouse() && m_content.opens ? colors.surface2 : colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::cardRadius, metrics::cardRadius);

    const QRect inside = rect().adjusted(padding, padding - 3, -padding, -padding + 3);
    int top = inside.top();
    const auto line = [&](const QString &words, TextRole role, const QColor &ink) {
        painter.setFont(fontFor(role));
        painter.setPen(ink);
        const int height = painter.fontMetrics().height();
        painter.drawText(QRect(inside.left(), top, inside.width(), height), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(words, Qt::ElideRight, inside.width()));
        top += height + lineGap;
    };
    line(m_content.name, TextRole::Small, colors.text2);
    painter.setFont(figureFont());
    painter.setPen(colors.text);
    const int height = painter.fontMetrics().height();
    const int width = painter.fontMetrics().horizontalAdvance(m_content.value);
    const int base = top + painter.fontMetrics().ascent();
    painter.drawText(inside.left(), base, m_content.value);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(colors.muted);
    painter.drawText(inside.left() + width + 5, base, m_content.unit);
    if (m_content.trend) {
        const QSize chip = chipSize(*m_content.trend);
        paintChip(painter, QPoint(inside.right() - chip.width() + 1, top + (height - chip.height()) / 2),
            *m_content.trend, colors);
    }
    top += height + lineGap;
    line(m_content.basis, TextRole::Mini, colors.muted);
    line(m_content.second, TextRole::Mini, colors.muted);
}

} // namespace accueil
