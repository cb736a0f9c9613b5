#include "ui/widgets/keyfigure.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 16;

int lineHeight(TextRole role) { return QFontMetrics(fontFor(role)).height() + 2; }

} // namespace

KeyFigure::KeyFigure(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KeyFigure::setFigure(const QString &value, const QString &what, const QString &detail)
{
    m_value = value;
    m_what = what;
    m_detail = detail;
    setAccessibleName(u"%1 %2 %3"_s.arg(value, what, detail).simplified());
    updateGeometry();
    update();
}

QSize KeyFigure::sizeHint() const
{
    const int width = std::max(QFontMetrics(fontFor(TextRole::Figure)).horizontalAdvance(m_value),
                               QFontMetrics(fontFor(TextRole::Small)).horizontalAdvance(m_what));
    return {width + 2 * padding,
            2 * 12 + lineHeight(TextRole::Figure) + lineHeight(TextRole::Small) + (m_detail.isEmpty() ? 0 : lineHeight(TextRole::Mini))};
}

void KeyFigure::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.line, 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
    int y = 12;
    const auto line = [&](TextRole role, const QColor &ink, const QString &text) {
        painter.setFont(fontFor(role));
        painter.setPen(ink);
        painter.drawText(QRect(padding, y, width() - 2 * padding, lineHeight(role)), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, width() - 2 * padding));
        y += lineHeight(role);
    };
    line(TextRole::Figure, c.text, m_value.isEmpty() ? u"\u2014"_s : m_value);
    line(TextRole::Small, c.text2, m_what);
    if (!m_detail.isEmpty())
        line(TextRole::Mini, c.muted, m_detail);
}

} // namespace accueil
