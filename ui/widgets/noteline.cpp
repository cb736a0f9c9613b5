#include "ui/widgets/noteline.h"

#include "ui/icons/icon.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QPainter>

namespace accueil {

namespace {

int indent()
{
    return metrics::smallIcon() + 6;
}

Icon iconOf(NoteLine::Kind kind)
{
    switch (kind) {
    case NoteLine::Wrong:
        return Icon::CircleAlert;
    case NoteLine::Locked:
        return Icon::Lock;
    case NoteLine::Good:
        return Icon::Check;
    case NoteLine::Plain:
        return Icon::Info;
    }
    Q_UNREACHABLE();
}

QColor inkOf(const Colors &colors, NoteLine::Kind kind)
{
    switch (kind) {
    case NoteLine::Wrong:
        return colors.danger;
    case NoteLine::Good:
        return colors.success;
    case NoteLine::Locked:
    case NoteLine::Plain:
        return colors.muted;
    }
    Q_UNREACHABLE();
}

} // namespace

NoteLine::NoteLine(QWidget *parent)
    : QWidget(parent)
{
    setFont(fontFor(TextRole::Small));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void NoteLine::show(const QString &text, Kind kind)
{
    m_text = text;
    m_kind = kind;
    setAccessibleName(text);
    updateGeometry();
    update();
    QWidget::show();
}

QSize NoteLine::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + indent() + 2, std::max(18, fontMetrics().height())};
}

QSize NoteLine::minimumSizeHint() const
{
    return {80, std::max(18, fontMetrics().height())};
}

int NoteLine::heightForWidth(int width) const
{
    const QRect words
        = fontMetrics().boundingRect(QRect(0, 0, std::max(40, width - indent()), 10000), Qt::TextWordWrap, m_text);
    return std::max(18, words.height());
}

void NoteLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ink = inkOf(colorsOf(this), m_kind);
    const int line = fontMetrics().height();
    const int top
        = std::max(0, (height() - heightForWidth(width())) / 2); // beside a taller control it keeps to the middle
    paintIcon(painter,
        QRectF(0, top + (std::max(18, line) - metrics::smallIcon()) / 2.0, metrics::smallIcon(), metrics::smallIcon()),
        iconOf(m_kind), ink);
    painter.setPen(ink);
    painter.setFont(font());
    painter.drawText(rect().adjusted(indent(), 0, 0, 0), Qt::AlignVCenter | Qt::TextWordWrap, m_text);
}

} // namespace accueil
