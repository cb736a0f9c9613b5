#include "ui/charts/rankchart.h"

#include "ui/charts/chartcolors.h"
#include "ui/charts/charttext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace accueil {

namespace {

constexpr int rowHeight = 25; // at the designed size of text
constexpr double gap = 10;
constexpr int mostTicks = 5;
constexpr double roomForCounts = 380; // narrower, the number of answers is in the tooltip and the table only

} // namespace

struct RankChart::Frame
{
    QRectF box;
    QRectF plot;
    double nameWidth = 0;
    double countWidth = 0;
    double row = 1;
    double low = 0;
    double high = 1;
    double step = 1;

    qreal x(double value) const { return plot.left() + plot.width() * (value - low) / (high - low); }
};

void RankChart::setContent(const Content &content)
{
    m_content = content;
    setTable(content.table);
}

QSize RankChart::sizeHint() const
{
    const int rows = std::max(3, int(m_content.rows.size()));
    return {metrics::withText(430), metrics::withText(rows * rowHeight + 30)};
}

QSize RankChart::minimumSizeHint() const
{
    return {metrics::withText(300), sizeHint().height()};
}

RankChart::Frame RankChart::frameOf(const QPainter &painter, const QRectF &box) const
{
    Frame frame{.box = box, .plot = box};
    const QFont name = fontFor(TextRole::Small);
    const QFont mini = fontFor(TextRole::Mini);
    double wordsWidth = 0;
    double low = m_content.highest;
    double high = m_content.lowest;
    for (const Row &row : m_content.rows) {
        frame.nameWidth = std::max(frame.nameWidth, widthOf(painter, row.name, fontFor(TextRole::SmallBold)));
        frame.countWidth = std::max(frame.countWidth, widthOf(painter, row.count, mini));
        wordsWidth = std::max(wordsWidth, widthOf(painter, row.words, fontFor(TextRole::SmallBold)));
        if (row.value) {
            low = std::min(low, row.interval.low);
            high = std::max(high, row.interval.high);
        }
    }
    if (low >= high) {
        low = m_content.lowest;
        high = m_content.highest;
    }
    if (m_content.reference) {
        low = std::min(low, *m_content.reference);
        high = std::max(high, *m_content.reference);
    }
    frame.step = niceStep(high - low, mostTicks);
    frame.low = std::max(m_content.lowest, std::floor(low / frame.step) * frame.step);
    frame.high = std::min(m_content.highest, std::ceil(high / frame.step) * frame.step);
    frame.nameWidth = std::min(frame.nameWidth, box.width() * 0.38);
    if (box.width() < metrics::withText(int(roomForCounts)))
        frame.countWidth = 0;
    const qreal axis = lineHeight(painter, mini) + 6;
    const qreal left = frame.nameWidth + (frame.countWidth > 0 ? gap + frame.countWidth : 0) + gap + 4;
    frame.plot.adjust(left, 0, -wordsWidth - gap - 4, -axis);
    frame.row = std::min(
        frame.plot.height() / double(std::max<qsizetype>(1, m_content.rows.size())), double(metrics::withText(34)));
    frame.plot.setHeight(frame.row * double(m_content.rows.size()));
    return frame;
}

void RankChart::paintAxis(QPainter &painter, const Frame &frame, const Colors &colors) const
{
    const QFont mini = fontFor(TextRole::Mini);
    const qreal line = lineHeight(painter, mini);
    const QLocale locale;
    for (double value = frame.low; value <= frame.high + frame.step / 100; value += frame.step) {
        painter.setPen(QPen(colors.line, 1));
        painter.drawLine(QPointF(frame.x(value), frame.plot.top()), QPointF(frame.x(value), frame.plot.bottom()));
        drawWords(painter, QRectF(frame.x(value) - 40, frame.plot.bottom() + 4, 80, line),
            locale.toString(value, 'f', m_content.decimals), mini, colors.muted, Qt::AlignHCenter | Qt::AlignVCenter);
    }
    if (m_content.reference) {
        painter.setPen(QPen(colors.text2, 1, Qt::DashLine));
        const qreal x = frame.x(*m_content.reference);
        painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    }
}

void RankChart::paintRow(QPainter &painter, const Frame &frame, int number, const Colors &colors) const
{
    const Row &row = m_content.rows.at(number);
    const qreal top = frame.plot.top() + frame.row * number;
    const bool isTold = row.value && row.standing != Standing::Same;
    const QColor ink = isTold ? colors.text : colors.muted;
    drawWords(painter, QRectF(frame.box.left(), top, frame.nameWidth, frame.row), row.name,
        fontFor(isTold ? TextRole::SmallBold : TextRole::Small), ink, Qt::AlignRight | Qt::AlignVCenter);
    if (frame.countWidth > 0) {
        drawWords(painter, QRectF(frame.box.left() + frame.nameWidth + gap, top, frame.countWidth, frame.row),
            row.count, fontFor(TextRole::Mini), colors.muted, Qt::AlignRight | Qt::AlignVCenter);
    }
    drawWords(painter, QRectF(frame.plot.right() + gap, top, frame.box.right() - frame.plot.right() - gap, frame.row),
        row.words, fontFor(isTold ? TextRole::SmallBold : TextRole::Small), ink, Qt::AlignRight | Qt::AlignVCenter);
    if (!row.value)
        return;
    const QColor color = hueColor(row.standing == Standing::Above ? Hue::Blue
            : row.standing == Standing::Below                     ? Hue::Vermilion
                                                                  : Hue::Grey);
    const qreal y = top + frame.row / 2;
    const qreal low = frame.x(row.interval.low);
    const qreal high = frame.x(row.interval.high);
    painter.setPen(QPen(color, 2.4));
    painter.drawLine(QPointF(low, y), QPointF(high, y));
    painter.drawLine(QPointF(low, y - 5), QPointF(low, y + 5));
    painter.drawLine(QPointF(high, y - 5), QPointF(high, y + 5));
    painter.setPen(row.isIndicative ? QPen(color, 2) : QPen(colors.surface, 1.2));
    painter.setBrush(row.isIndicative ? colors.surface : color);
    const QPointF place(frame.x(*row.value), y);
    if (row.standing == Standing::Below) {
        const QPointF corners[]{{place.x(), y - 7}, {place.x() + 7, y}, {place.x(), y + 7}, {place.x() - 7, y}};
        painter.drawPolygon(corners, 4);
    } else {
        painter.drawEllipse(place, 5.2, 5.2);
    }
}

QList<ChartMark> RankChart::paint(QPainter &painter, const QRectF &box, const Colors &colors)
{
    if (m_content.rows.isEmpty())
        return {};
    const Frame frame = frameOf(painter, box);
    paintAxis(painter, frame, colors);
    QList<ChartMark> marks;
    for (int number = 0; number < m_content.rows.size(); ++number) {
        paintRow(painter, frame, number, colors);
        marks += ChartMark{QRectF(box.left(), frame.plot.top() + frame.row * number, box.width(), frame.row), number};
    }
    return marks;
}

} // namespace accueil
