#include "ui/charts/barchart.h"

#include "ui/charts/charttext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QPainter>

#include <algorithm>

namespace accueil {

namespace {

constexpr int rowHeight = 26; // at the designed size of text
constexpr double gap = 10;

double lengthOf(const BarChart::Row &row)
{
    double sum = row.whiskers ? row.whiskers->second : 0;
    double bar = 0;
    for (const BarChart::Part &part : row.parts)
        bar += part.length;
    return std::max(sum, bar);
}

} // namespace

void BarChart::setContent(const Content &content)
{
    m_content = content;
    setTable(content.table);
}

QSize BarChart::sizeHint() const
{
    const int rows = std::max(3, int(m_content.rows.size()));
    return {metrics::withText(330), metrics::withText(rows * rowHeight + (m_content.legend.isEmpty() ? 4 : 26))};
}

QSize BarChart::minimumSizeHint() const
{
    return {metrics::withText(240), sizeHint().height()};
}

qreal BarChart::paintLegend(QPainter &painter, const QRectF &box, const Colors &colors) const
{
    if (m_content.legend.isEmpty())
        return 0;
    const QFont font = fontFor(TextRole::Mini);
    const qreal line = lineHeight(painter, font);
    qreal x = box.left();
    for (const Legend &entry : m_content.legend) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(hueColor(entry.hue));
        painter.drawRoundedRect(QRectF(x, box.top() + line / 2 - 4.5, 9, 9), 2, 2);
        const qreal width = widthOf(painter, entry.words, font);
        drawWords(painter, QRectF(x + 14, box.top(), width + 1, line), entry.words, font, colors.text2,
            Qt::AlignLeft | Qt::AlignVCenter);
        x += width + 30;
    }
    return line + 8;
}

void BarChart::paintRow(QPainter &painter, const QRectF &place, const QRectF &bars, double longest, const Row &row,
    const Colors &colors) const
{
    const QFont bold = fontFor(TextRole::SmallBold);
    const QFont mini = fontFor(TextRole::Mini);
    drawWords(painter, QRectF(place.left(), place.top(), bars.left() - place.left() - gap, place.height()), row.name,
        fontFor(TextRole::Small), row.parts.isEmpty() ? colors.muted : colors.text, Qt::AlignRight | Qt::AlignVCenter);
    const qreal thick = std::min(place.height() * 0.7, double(metrics::withText(22)));
    const qreal top = place.center().y() - thick / 2;
    const double scale = longest > 0 ? bars.width() / longest : 0;
    qreal x = bars.left();
    for (const Part &part : row.parts) {
        const QRectF bar(x, top, part.length * scale, thick);
        painter.fillRect(bar, hueColor(part.hue));
        if (x > bars.left() && bar.width() > 2)
            painter.fillRect(
                QRectF(x - 0.75, top, 1.5, thick), colors.surface); // for eyes that do not tell the colours
        if (!part.words.isEmpty() && widthOf(painter, part.words, bold) + 12 <= bar.width())
            drawWords(painter, bar.adjusted(8, 0, -4, 0), part.words, bold, inkOn(part.hue),
                Qt::AlignLeft | Qt::AlignVCenter);
        x += bar.width();
    }
    if (row.whiskers) {
        const qreal low = bars.left() + row.whiskers->first * scale;
        const qreal high = bars.left() + row.whiskers->second * scale;
        const qreal y = place.center().y();
        painter.setPen(QPen(colors.text, 1.4));
        painter.drawLine(QPointF(low, y), QPointF(high, y));
        painter.drawLine(QPointF(low, y - 4), QPointF(low, y + 4));
        painter.drawLine(QPointF(high, y - 4), QPointF(high, y + 4));
        x = std::max(x, high);
    }
    const bool isShown = !row.parts.isEmpty();
    const QRectF words(x + (isShown ? 7 : 0), place.top(), place.right() - x - 7, place.height());
    drawWords(painter, words, row.words, isShown ? bold : mini, isShown ? colors.text : colors.muted,
        Qt::AlignLeft | Qt::AlignVCenter);
    const qreal used = row.words.isEmpty() ? 0 : widthOf(painter, row.words, bold) + 8;
    if (!row.note.isEmpty() && words.width() - used > 30)
        drawWords(
            painter, words.adjusted(used, 0, 0, 0), row.note, mini, colors.muted, Qt::AlignLeft | Qt::AlignVCenter);
}

QList<ChartMark> BarChart::paint(QPainter &painter, const QRectF &box, const Colors &colors)
{
    if (m_content.rows.isEmpty())
        return {};
    const qreal head = paintLegend(painter, box, colors);
    const QRectF body = box.adjusted(0, head, 0, 0);
    qreal names = 0;
    qreal words = 0;
    double longest = 0;
    for (const Row &row : std::as_const(m_content.rows)) {
        names = std::max(names, widthOf(painter, row.name, fontFor(TextRole::Small)));
        longest = std::max(longest, lengthOf(row));
        if (row.parts.isEmpty())
            continue;
        const qreal note = row.note.isEmpty() ? 0 : widthOf(painter, row.note, fontFor(TextRole::Mini)) + 8;
        words = std::max(words, widthOf(painter, row.words, fontFor(TextRole::SmallBold)) + note);
    }
    names = std::min(names, body.width() * 0.42);
    words = std::min(words + 10, body.width() * 0.4);
    const qreal row
        = std::min(body.height() / double(m_content.rows.size()), double(metrics::withText(rowHeight + 14)));
    const QRectF bars(body.left() + names + gap, body.top(), body.width() - names - gap - words, body.height());
    QList<ChartMark> marks;
    for (int number = 0; number < m_content.rows.size(); ++number) {
        const QRectF place(body.left(), body.top() + row * number, body.width(), row);
        paintRow(painter, place, bars, longest, m_content.rows.at(number), colors);
        marks += ChartMark{place, number};
    }
    return marks;
}

} // namespace accueil
