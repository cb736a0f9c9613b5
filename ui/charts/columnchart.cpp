#include "ui/charts/columnchart.h"

#include "ui/charts/charttext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QPainter>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <cmath>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr double barWidth = 0.84; // of the room of a column

} // namespace

ColumnChart::ColumnChart(QWidget *parent)
    : Chart(parent)
    , m_scene(std::make_unique<QGraphicsScene>())
    , m_chart(new QChart)
{
    m_scene->addItem(m_chart); // and owns it
    m_chart->legend()->hide();
    m_chart->setBackgroundVisible(false);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setMargins({});
}

ColumnChart::~ColumnChart() = default;

void ColumnChart::setContent(const Content &content)
{
    m_content = content;
    setTable(content.table);
}

QSize ColumnChart::sizeHint() const
{
    return {metrics::withText(330), metrics::withText(200)};
}

QSize ColumnChart::minimumSizeHint() const
{
    return {metrics::withText(240), metrics::withText(180)};
}

void ColumnChart::plot(const Colors &colors)
{
    m_chart->removeAllSeries();
    for (QAbstractAxis *axis : m_chart->axes())
        delete axis;
    auto *series = new QStackedBarSeries;
    series->setBarWidth(barWidth);
    for (qsizetype part = 0; part < m_content.parts.size(); ++part) {
        auto *set = new QBarSet(m_content.parts.at(part).name);
        set->setColor(hueColor(m_content.parts.at(part).hue));
        set->setPen(QPen(colors.surface, 1.5)); // a line between parts for eyes that do not tell the colours
        for (const Column &column : std::as_const(m_content.columns))
            set->append(column.shares.value(part) * 100);
        series->append(set);
    }
    m_chart->addSeries(series);
    auto *across = new QBarCategoryAxis;
    QStringList names;
    for (qsizetype i = 0; i < m_content.columns.size(); ++i)
        names += QString::number(i); // weeks of different years may have the same words
    across->append(names);
    across->setVisible(false);
    auto *upward = new QValueAxis;
    upward->setRange(0, 100);
    upward->setVisible(false); // painted by us
    m_chart->addAxis(across, Qt::AlignBottom);
    m_chart->addAxis(upward, Qt::AlignLeft);
    series->attachAxis(across);
    series->attachAxis(upward);
}

void ColumnChart::paintWords(QPainter &painter, const QRectF &box, const QRectF &plot, const Colors &colors) const
{
    const QFont mini = fontFor(TextRole::Mini);
    const qreal line = lineHeight(painter, mini);
    for (const int value : {0, 50, 100}) {
        const qreal y = plot.bottom() - plot.height() * value / 100;
        drawWords(painter, QRectF(box.left(), y - line / 2, plot.left() - box.left() - 8, line), QString::number(value),
            mini, colors.muted, Qt::AlignRight | Qt::AlignVCenter);
    }
    const qreal room = plot.width() / double(m_content.columns.size());
    qreal widest = 0;
    for (const Column &column : m_content.columns)
        widest = std::max(widest, widthOf(painter, column.label, mini));
    const auto every = std::max<qsizetype>(1, qsizetype(std::ceil((widest + 6) / room)));
    for (qsizetype i = 0; i < m_content.columns.size(); ++i) {
        const Column &column = m_content.columns.at(i);
        const QRectF place(plot.left() + room * double(i), plot.top(), room, plot.height());
        if ((m_content.columns.size() - 1 - i) % every == 0) {
            drawWords(painter, QRectF(place.center().x() - widest, plot.bottom() + 6, 2 * widest, line), column.label,
                mini, colors.muted, Qt::AlignHCenter | Qt::AlignVCenter);
        }
        if (column.shares.isEmpty()) {
            drawWords(painter, place, u"–"_s, mini, colors.muted, Qt::AlignHCenter | Qt::AlignBottom);
            continue;
        }
        const double share = column.shares.constLast();
        const QString words = QLocale().toString(qRound(share * 100));
        const QRectF top(place.left(), plot.top(), room, plot.height() * share);
        const QFont bold = fontFor(TextRole::SmallBold);
        if (top.height() > line + 2 && widthOf(painter, words, bold) < room * barWidth - 4)
            drawWords(painter, top, words, bold, inkOn(m_content.parts.constLast().hue), Qt::AlignCenter);
    }
}

// Beside the last column that is shown, each as high as its part, but never on another one.
void ColumnChart::paintNames(QPainter &painter, const QRectF &box, const QRectF &plot, const Colors &colors) const
{
    QList<double> shares;
    for (const Column &column : m_content.columns) {
        if (!column.shares.isEmpty())
            shares = column.shares;
    }
    const QFont font = fontFor(TextRole::SmallBold);
    const qreal line = lineHeight(painter, font);
    double below = 0;
    qreal floor = plot.bottom() + line / 2;
    for (qsizetype part = 0; part < m_content.parts.size(); ++part) {
        const double share = shares.value(part);
        qreal y = plot.bottom() - plot.height() * (below + share / 2);
        y = std::min(y, floor - line);
        floor = y;
        below += share;
        const QRectF place(plot.right() + 8, y - line / 2, box.right() - plot.right() - 8, line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(hueColor(m_content.parts.at(part).hue));
        painter.drawRoundedRect(QRectF(place.left(), y - 4.5, 9, 9), 2, 2);
        drawWords(painter, place.adjusted(14, 0, 0, 0), m_content.parts.at(part).name, font, colors.text2,
            Qt::AlignLeft | Qt::AlignVCenter);
    }
}

QList<ChartMark> ColumnChart::paint(QPainter &painter, const QRectF &box, const Colors &colors)
{
    if (m_content.columns.isEmpty())
        return {};
    const QFont mini = fontFor(TextRole::Mini);
    const qreal line = lineHeight(painter, mini);
    qreal names = 0;
    for (const Part &part : std::as_const(m_content.parts))
        names = std::max(names, widthOf(painter, part.name, fontFor(TextRole::SmallBold)));
    const QRectF plotArea = box.adjusted(widthOf(painter, u"100"_s, mini) + 8, line / 2 + 2, -names - 24, -line - 8);
    plot(colors);
    m_scene->setSceneRect(QRectF({}, box.size()));
    m_chart->setGeometry(QRectF({}, box.size()));
    m_chart->setPlotArea(plotArea.translated(-box.topLeft()));
    painter.setPen(QPen(colors.line, 1));
    for (const double share : {0.0, 0.5, 1.0}) {
        const qreal y = plotArea.bottom() - plotArea.height() * share;
        painter.drawLine(QPointF(plotArea.left(), y), QPointF(plotArea.right(), y));
    }
    m_scene->render(&painter, box, m_scene->sceneRect());
    paintWords(painter, box, plotArea, colors);
    paintNames(painter, box, plotArea, colors);
    QList<ChartMark> marks;
    const qreal room = plotArea.width() / double(m_content.columns.size());
    for (qsizetype i = 0; i < m_content.columns.size(); ++i)
        marks += ChartMark{QRectF(plotArea.left() + room * double(i), plotArea.top(), room, plotArea.height()), int(i)};
    return marks;
}

} // namespace accueil
