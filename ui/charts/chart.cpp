#include "ui/charts/chart.h"

#include "ui/theme/colors.h"
#include "ui/widgets/speak.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace accueil {

Chart::Chart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void Chart::setTable(const ChartTable &table)
{
    m_table = table;
    m_marks.clear();
    m_current = std::min(m_current, int(table.rows.size()) - 1);
    setFocusPolicy(table.rows.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    updateGeometry();
    update();
}

QList<ChartMark> Chart::draw(QPainter &painter, const QRectF &box, const Colors &colors)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<ChartMark> marks = paint(painter, box, colors);
    painter.restore();
    return marks;
}

void Chart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(this);
    m_marks = draw(painter, rect(), colors);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const ChartMark &mark : std::as_const(m_marks)) {
        const bool isCurrent = hasFocus() && mark.row == m_current;
        if (!isCurrent && mark.row != m_hover)
            continue;
        painter.setPen(QPen(isCurrent ? colors.accent : colors.field, isCurrent ? 2 : 1));
        painter.drawRoundedRect(
            mark.place.adjusted(-1, -1, 1, 1).intersected(QRectF(rect()).adjusted(1, 1, -1, -1)), 3, 3);
    }
}

int Chart::rowAt(const QPointF &point) const
{
    const auto found = std::find_if(
        m_marks.rbegin(), m_marks.rend(), [&](const ChartMark &mark) { return mark.place.contains(point); });
    return found == m_marks.rend() ? -1 : found->row;
}

bool Chart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const int row = rowAt(help->pos()); row >= 0)
            QToolTip::showText(help->globalPos(), m_table.rows.at(row).spoken, this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void Chart::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position());
    if (row == m_hover)
        return;
    m_hover = row;
    setCursor(row >= 0 && m_table.rows.at(row).opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void Chart::leaveEvent(QEvent *)
{
    m_hover = -1;
    update();
}

void Chart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        open(rowAt(event->position()));
}

void Chart::open(int row)
{
    if (row < 0 || row >= m_table.rows.size())
        return;
    stand(row);
    if (m_table.rows.at(row).opens)
        Q_EMIT opened(row);
}

void Chart::stand(int row)
{
    m_current = row;
    speak(this, m_table.rows.at(row).spoken);
    update();
}

int Chart::neighbour(int row, Qt::Key key) const
{
    return key == Qt::Key_Left || key == Qt::Key_Up ? row - 1 : row + 1;
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_table.rows.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier)
            return QWidget::keyPressEvent(event);
        if (const int row = m_current < 0 ? 0 : neighbour(m_current, Qt::Key(event->key())); row >= 0 && row <= last)
            stand(row);
        return;
    case Qt::Key_Home:
        return stand(0);
    case Qt::Key_End:
        return stand(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return open(std::max(0, m_current));
    default:
        QWidget::keyPressEvent(event);
    }
}

void Chart::focusInEvent(QFocusEvent *event)
{
    if (m_current < 0 && !m_table.rows.isEmpty())
        stand(0);
    QWidget::focusInEvent(event);
    update();
}

} // namespace accueil
