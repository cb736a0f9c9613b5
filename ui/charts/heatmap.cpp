#include "ui/charts/heatmap.h"

#include "ui/charts/chartcolors.h"
#include "ui/charts/charttext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace accueil {

void HeatMap::setContent(const Content &content)
{
    m_content = content;
    setTable(content.table);
}

QSize HeatMap::sizeHint() const
{
    return {metrics::withText(480), metrics::withText(220)};
}

QSize HeatMap::minimumSizeHint() const
{
    return {metrics::withText(320), metrics::withText(200)};
}

int HeatMap::neighbour(int row, Qt::Key key) const
{
    const int across = int(m_content.hours.size());
    switch (key) {
    case Qt::Key_Up:
        return row - across;
    case Qt::Key_Down:
        return row + across;
    case Qt::Key_Left:
        return row % across == 0 ? -1 : row - 1;
    default:
        return row % across == across - 1 ? -1 : row + 1;
    }
}

QList<ChartMark> HeatMap::paint(QPainter &painter, const QRectF &box, const Colors &colors)
{
    const auto across = m_content.hours.size();
    const auto down = m_content.days.size();
    if (across == 0 || down == 0)
        return {};
    const QFont mini = fontFor(TextRole::Mini);
    const qreal line = lineHeight(painter, mini);
    qreal left = 0;
    for (const QString &day : std::as_const(m_content.days))
        left = std::max(left, widthOf(painter, day, mini));
    const QRectF plot = box.adjusted(left + 8, 0, 0, -line - 6);
    const qreal width = plot.width() / double(across);
    const qreal height = plot.height() / double(down);
    qint64 most = 1;
    for (const std::optional<qint64> &count : std::as_const(m_content.counts))
        most = std::max(most, count.value_or(0));
    for (qsizetype day = 0; day < down; ++day) {
        drawWords(painter, QRectF(box.left(), plot.top() + height * double(day), left, height), m_content.days.at(day),
            mini, colors.muted, Qt::AlignRight | Qt::AlignVCenter);
    }
    qreal widest = 0;
    for (const QString &hour : std::as_const(m_content.hours))
        widest = std::max(widest, widthOf(painter, hour, mini));
    const auto every = std::max<qsizetype>(1, qsizetype(std::ceil((widest + 6) / width)));
    for (qsizetype hour = 0; hour < across; hour += every) {
        drawWords(painter,
            QRectF(plot.left() + width * (double(hour) + 0.5) - widest, plot.bottom() + 4, 2 * widest, line),
            m_content.hours.at(hour), mini, colors.muted, Qt::AlignCenter);
    }
    QList<ChartMark> marks;
    for (qsizetype i = 0; i < m_content.counts.size(); ++i) {
        const QRectF cell(
            plot.left() + width * double(i % across), plot.top() + height * double(i / across), width, height);
        const QRectF inside = cell.adjusted(1, 1, -1, -1);
        const std::optional<qint64> &count = m_content.counts.at(i);
        const double share = double(count.value_or(0)) / double(most);
        painter.setPen(Qt::NoPen);
        painter.setBrush(heat(colors, share));
        painter.drawRoundedRect(inside, 2, 2);
        if (!count) {
            painter.setBrush(QBrush(colors.field, Qt::BDiagPattern));
            painter.drawRoundedRect(inside, 2, 2);
        } else if (*count > 0) {
            const QString words = QLocale().toString(*count);
            if (widthOf(painter, words, mini) + 2 <= inside.width() && line <= inside.height())
                drawWords(painter, inside, words, mini, inkOnHeat(colors, share), Qt::AlignCenter);
        }
        marks += ChartMark{cell, int(i)};
    }
    return marks;
}

} // namespace accueil
