#include "ui/dashboard/keyfigure.h"

#include "ui/charts/charttext.h"
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

    paintContent(painter, rect(), m_content, colors);
}

void KeyFigure::paintContent(QPainter &painter, const QRectF &box, const Content &content, const Colors &colors)
{
    const QRectF inside = box.adjusted(padding, padding - 3, -padding, -padding + 3);
    qreal top = inside.top();
    const auto line = [&](const QString &words, TextRole role, const QColor &ink) {
        const qreal height = lineHeight(painter, fontFor(role));
        drawWords(painter, QRectF(inside.left(), top, inside.width(), height), words, fontFor(role), ink,
            Qt::AlignLeft | Qt::AlignVCenter);
        top += height + lineGap;
    };
    line(content.name, TextRole::Small, colors.text2);
    const QFontMetricsF figure(figureFont(), painter.device());
    const qreal base = top + figure.ascent();
    painter.setFont(figureFont());
    painter.setPen(colors.text);
    painter.drawText(QPointF(inside.left(), base), content.value);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(colors.muted);
    painter.drawText(QPointF(inside.left() + figure.horizontalAdvance(content.value) + 5, base), content.unit);
    if (content.trend) {
        const QSize chip = chipSize(*content.trend);
        paintChip(painter,
            QPointF(inside.right() - chip.width() + 1, top + (figure.height() - chip.height()) / 2).toPoint(),
            *content.trend, colors);
    }
    top += figure.height() + lineGap;
    line(content.basis, TextRole::Mini, colors.muted);
    line(content.second, TextRole::Mini, colors.muted);
}

} // namespace accueil
