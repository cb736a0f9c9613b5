#include "ui/widgets/segmented.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/speak.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace accueil {

Segmented::Segmented(QWidget *parent, Width width)
    : QWidget(parent)
    , m_width(width)
{
    setFont(fontFor(TextRole::Body));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(width == Spread ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Segmented::setOptions(const QList<Option> &options)
{
    const QVariant kept = value();
    m_options = options;
    setValue(kept);
    updateGeometry();
}

void Segmented::setValue(const QVariant &value)
{
    m_current = -1;
    for (int i = 0; value.isValid() && i < m_options.size(); ++i) {
        if (m_options.at(i).value == value)
            m_current = i;
    }
    const Option chosenOption = m_current < 0 ? Option() : m_options.at(m_current);
    setAccessibleDescription(chosenOption.spoken.isEmpty() ? chosenOption.text : chosenOption.spoken);
    update();
}

QVariant Segmented::value() const
{
    return m_current < 0 ? QVariant() : m_options.at(m_current).value;
}

void Segmented::choose(int index)
{
    if (index < 0 || index >= m_options.size() || index == m_current)
        return;
    setValue(m_options.at(index).value);
    speak(this, accessibleDescription());
    Q_EMIT chosen(value());
}

QSize Segmented::sizeHint() const
{
    const QFontMetrics bold(fontFor(TextRole::BodyBold));
    int widest = 0;
    for (const Option &option : m_options)
        widest = std::max(widest, bold.horizontalAdvance(option.text) + 24);
    return {widest * static_cast<int>(m_options.size()) + 1,
        m_width == Compact ? metrics::smallControlHeight(font()) + 2 : metrics::controlHeight(font())};
}

QRect Segmented::part(int index) const
{
    const int count = static_cast<int>(m_options.size());
    const int left = index * width() / count;
    return {left, 0, (index + 1) * width() / count - left, height()};
}

int Segmented::partAt(const QPoint &point) const
{
    for (int i = 0; i < m_options.size(); ++i) {
        if (part(i).contains(point))
            return i;
    }
    return -1;
}

void Segmented::mousePressEvent(QMouseEvent *event)
{
    choose(partAt(event->position().toPoint()));
}

void Segmented::mouseMoveEvent(QMouseEvent *event)
{
    m_hover = partAt(event->position().toPoint());
    update();
}

void Segmented::leaveEvent(QEvent *)
{
    m_hover = -1;
    update();
}

void Segmented::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        choose(std::max(0, m_current - 1));
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        choose(m_current + 1);
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(static_cast<int>(m_options.size()) - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Segmented::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF outline = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(outline, metrics::fieldRadius, metrics::fieldRadius);
    painter.setClipPath(shape);
    for (int i = 0; i < m_options.size(); ++i) {
        const bool on = i == m_current;
        painter.fillRect(part(i),
            !isEnabled()       ? c.surface2
                : on           ? c.accentSoft
                : i == m_hover ? c.surface2
                               : c.surface);
        if (i > 0)
            painter.fillRect(QRect(part(i).left(), 0, 1, height()), c.line2);
        painter.setFont(on ? fontFor(TextRole::BodyBold) : font());
        painter.setPen(!isEnabled() ? c.muted : on ? c.accent : c.text2);
        painter.drawText(part(i), Qt::AlignCenter, m_options.at(i).text);
    }
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    const bool wrong = property("wrong").toBool();
    painter.setPen(QPen(wrong ? c.danger : c.line2, wrong ? 2 : 1));
    painter.drawPath(shape);
    if (hasFocus()) {
        painter.setPen(QPen(c.accent, 2));
        painter.drawRoundedRect(QRectF(part(std::max(0, m_current))).adjusted(1, 1, -1, -1), metrics::fieldRadius - 1,
            metrics::fieldRadius - 1);
    }
}

} // namespace accueil
