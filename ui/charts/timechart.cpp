#include "ui/charts/timechart.h"

#include "ui/charts/chartcolors.h"
#include "ui/charts/charttext.h"
#include "ui/charts/downsampling.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <cmath>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr double above = 12; // pixels for the value over the highest point
constexpr double tickWidth = 8;
constexpr int mostTicks = 6;

} // namespace

// What is where: the plot, and how values become places.
struct TimeChart::Frame
{
    QRectF box;
    QRectF plot;
    double low = 0; // of the axis
    double high = 1;
    double step = 1;
    qsizetype count = 0;

    qreal x(qsizetype point) const { return plot.left() + plot.width() * (double(point) + 0.5) / double(count); }
    qreal y(double value) const { return plot.bottom() - plot.height() * (value - low) / (high - low); }
};

TimeChart::TimeChart(QWidget *parent)
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

TimeChart::~TimeChart() = default;

void TimeChart::setContent(const Content &content)
{
    m_content = content;
    setTable(content.table);
}

QSize TimeChart::sizeHint() const
{
    return {metrics::withText(560), metrics::withText(230)};
}

QSize TimeChart::minimumSizeHint() const
{
    return {metrics::withText(260), metrics::withText(200)};
}

TimeChart::Frame TimeChart::frameOf(const QPainter &painter, const QRectF &box) const
{
    Frame frame{.box = box, .plot = box, .count = m_content.points.size()};
    double low = m_content.highest;
    double high = m_content.lowest;
    for (const Point &point : m_content.points) {
        if (!point.mean)
            continue;
        low = std::min({low, point.interval.low, point.limits ? point.limits->low : low});
        high = std::max({high, point.interval.high, point.limits ? point.limits->high : high});
    }
    if (low >= high) {
        low = m_content.lowest;
        high = m_content.highest;
    }
    frame.step = niceStep(high - low, mostTicks);
    frame.low = std::max(m_content.lowest, std::floor(low / frame.step) * frame.step);
    frame.high = std::min(m_content.highest, std::ceil(high / frame.step) * frame.step);
    const QFont mini = fontFor(TextRole::Mini);
    const qreal line = lineHeight(painter, mini);
    qreal right = 0;
    for (const QString &words : {m_content.centreWords, m_content.lowWords, m_content.highWords})
        right = std::max(right, widthOf(painter, words, mini));
    frame.plot.adjust(widthOf(painter, u"88,8"_s, mini) + tickWidth, line / 2 + above,
        right > 0 ? -right - tickWidth : -4, -line - 8);
    return frame;
}

QList<qsizetype> TimeChart::shownPoints(qreal width) const
{
    QList<QPointF> known;
    QList<qsizetype> numbers;
    for (qsizetype i = 0; i < m_content.points.size(); ++i) {
        if (const auto &mean = m_content.points.at(i).mean) {
            known += QPointF(double(i), *mean);
            numbers += i;
        }
    }
    QList<qsizetype> shown;
    for (const qsizetype i : downsampled(known, std::max<qsizetype>(3, qsizetype(width))))
        shown += numbers.at(i);
    for (const qsizetype i : std::as_const(numbers)) {
        const Point &point = m_content.points.at(i);
        if (point.limits && !point.limits->holds(*point.mean) && !shown.contains(i))
            shown.insert(std::lower_bound(shown.begin(), shown.end(), i) - shown.begin(), i);
    }
    return shown;
}

void TimeChart::plot(const Frame &frame, const Colors &colors)
{
    m_chart->removeAllSeries();
    for (QAbstractAxis *axis : m_chart->axes())
        delete axis;
    auto *across = new QValueAxis;
    across->setRange(-0.5, double(frame.count) - 0.5);
    across->setVisible(false);
    auto *upward = new QValueAxis;
    upward->setRange(frame.low, frame.high);
    upward->setVisible(false); // painted by us, where nothing is cut and the lines follow every change of size
    m_chart->addAxis(across, Qt::AlignBottom);
    m_chart->addAxis(upward, Qt::AlignLeft);
    const auto add = [&](QAbstractSeries *series) {
        m_chart->addSeries(series);
        series->attachAxis(across);
        series->attachAxis(upward);
    };

    auto *lower = new QLineSeries(m_chart);
    auto *upper = new QLineSeries(m_chart);
    const auto widen = [&](double x, const ControlLimits &limits) {
        lower->append(x, limits.low);
        upper->append(x, limits.high);
    };
    std::optional<ControlLimits> last;
    for (qsizetype i = 0; i < frame.count; ++i) {
        const auto &limits = m_content.points.at(i).limits;
        if (!limits)
            continue; // the band goes straight on to the next one
        if (!last)
            widen(-0.5, *limits);
        widen(double(i), *limits);
        last = limits;
    }
    if (last)
        widen(double(frame.count) - 0.5, *last);
    if (upper->count() > 1) {
        auto *band = new QAreaSeries(upper, lower);
        upper->setParent(band);
        lower->setParent(band);
        band->setBrush(colors.neutralSoft);
        band->setPen(Qt::NoPen);
        add(band);
    }
    if (m_content.centre) {
        auto *centre = new QLineSeries;
        centre->append(-0.5, *m_content.centre);
        centre->append(double(frame.count) - 0.5, *m_content.centre);
        centre->setPen(QPen(colors.text2, 1, Qt::DashLine));
        add(centre);
    }
    const QPen pen(hueColor(Hue::Blue), 2);
    QLineSeries *line = nullptr;
    qsizetype before = -2;
    for (const qsizetype i : shownPoints(frame.plot.width())) {
        bool isGap = !line;
        for (qsizetype between = before + 1; between < i && !isGap; ++between)
            isGap = !m_content.points.at(between).mean;
        if (isGap) {
            if (line)
                add(line);
            line = new QLineSeries;
            line->setPen(pen);
        }
        line->append(double(i), *m_content.points.at(i).mean);
        before = i;
    }
    if (line)
        add(line);
}

void TimeChart::paintAxes(QPainter &painter, const Frame &frame, const Colors &colors) const
{
    const QFont mini = fontFor(TextRole::Mini);
    const qreal line = lineHeight(painter, mini);
    const QLocale locale;
    const int decimals = frame.step < 0.1 ? 2 : frame.step < 1 ? 1 : 0;
    for (double value = frame.low; value <= frame.high + frame.step / 100; value += frame.step) {
        painter.setPen(QPen(colors.line, 1));
        painter.drawLine(QPointF(frame.plot.left(), frame.y(value)), QPointF(frame.plot.right(), frame.y(value)));
        drawWords(painter,
            QRectF(frame.box.left(), frame.y(value) - line / 2, frame.plot.left() - frame.box.left() - tickWidth, line),
            locale.toString(value, 'f', decimals), mini, colors.muted, Qt::AlignRight | Qt::AlignVCenter);
    }
    qreal widest = 0;
    for (const Point &point : m_content.points)
        widest = std::max(widest, widthOf(painter, point.label, mini));
    const qreal room = frame.plot.width() / double(std::max<qsizetype>(1, frame.count));
    const qsizetype every = std::max<qsizetype>(1, qsizetype(std::ceil((widest + 8) / room)));
    for (qsizetype i = (frame.count - 1) % every; i < frame.count; i += every) { // the last one always has its words
        drawWords(painter, QRectF(frame.x(i) - widest, frame.plot.bottom() + 6, 2 * widest, line),
            m_content.points.at(i).label, mini, colors.muted, Qt::AlignHCenter | Qt::AlignVCenter);
    }
}

void TimeChart::paintPoints(QPainter &painter, const Frame &frame, const Colors &colors) const
{
    const QList<qsizetype> shown = shownPoints(frame.plot.width());
    const bool roomy = frame.plot.width() / double(std::max<qsizetype>(1, frame.count)) >= 7;
    QColor soft = hueColor(Hue::Blue);
    soft.setAlphaF(0.55F);
    const QLocale locale;
    for (const qsizetype i : shown) {
        const Point &point = m_content.points.at(i);
        const QPointF place(frame.x(i), frame.y(*point.mean));
        painter.setPen(QPen(soft, 1.6));
        painter.drawLine(
            QPointF(place.x(), frame.y(point.interval.low)), QPointF(place.x(), frame.y(point.interval.high)));
        const bool isOutside = point.limits && !point.limits->holds(*point.mean);
        const bool isLow = isOutside && *point.mean < point.limits->low;
        painter.setPen(QPen(colors.surface, 1.4));
        if (isOutside) {
            painter.setBrush(hueColor(isLow ? Hue::Vermilion : Hue::Green));
            const QPointF corners[]{{place.x(), place.y() - 7}, {place.x() + 7, place.y()}, {place.x(), place.y() + 7},
                {place.x() - 7, place.y()}};
            painter.drawPolygon(corners, 4);
        } else if (roomy) {
            painter.setBrush(hueColor(Hue::Blue));
            painter.drawEllipse(place, 4.2, 4.2);
        }
        if (!isOutside && i != shown.last())
            continue;
        const QFont font = fontFor(TextRole::SmallBold);
        const qreal line = lineHeight(painter, font);
        const QString words = locale.toString(*point.mean, 'f', m_content.decimals);
        const qreal width = widthOf(painter, words, font);
        // Outside the interval mark, on the side that has room.
        const qreal top = frame.y(point.interval.high) - line - 1;
        const qreal under = frame.y(point.interval.low) + 1;
        const bool goesUnder = isLow && under + line <= frame.plot.bottom();
        const qreal left = std::clamp(place.x() - width / 2, frame.box.left(), frame.box.right() - width);
        drawWords(painter, QRectF(left, goesUnder ? under : std::max(frame.box.top(), top), width, line), words, font,
            isLow ? colors.danger : colors.text, Qt::AlignCenter);
    }
}

void TimeChart::paintBandWords(QPainter &painter, const Frame &frame, const Colors &colors) const
{
    const auto last = std::find_if(m_content.points.rbegin(), m_content.points.rend(),
        [](const Point &point) { return point.limits.has_value(); });
    if (!m_content.centre || last == m_content.points.rend())
        return;
    const QFont mini = fontFor(TextRole::Mini);
    const qreal line = lineHeight(painter, mini);
    const ControlLimits &limits = *last->limits;
    const qreal centre = frame.y(*m_content.centre);
    // Never on each other.
    const qreal high = std::min(frame.y(limits.high), centre - line);
    const qreal low = std::max(frame.y(limits.low), centre + line);
    const auto say = [&](qreal y, const QString &words) {
        drawWords(painter,
            QRectF(
                frame.plot.right() + tickWidth, y - line / 2, frame.box.right() - frame.plot.right() - tickWidth, line),
            words, mini, colors.muted, Qt::AlignLeft | Qt::AlignVCenter);
    };
    say(high, m_content.highWords);
    say(centre, m_content.centreWords);
    say(low, m_content.lowWords);
}

QList<ChartMark> TimeChart::paint(QPainter &painter, const QRectF &box, const Colors &colors)
{
    if (m_content.points.isEmpty())
        return {};
    const Frame frame = frameOf(painter, box);
    plot(frame, colors);
    m_scene->setSceneRect(QRectF({}, box.size()));
    m_chart->setGeometry(QRectF({}, box.size()));
    m_chart->setPlotArea(frame.plot.translated(-box.topLeft()));
    paintAxes(painter, frame, colors);
    m_scene->render(&painter, box, m_scene->sceneRect());
    paintBandWords(painter, frame, colors);
    paintPoints(painter, frame, colors);
    QList<ChartMark> marks;
    const qreal half = std::clamp(frame.plot.width() / double(frame.count) / 2, 2.0, 14.0);
    for (qsizetype i = 0; i < frame.count; ++i) {
        const Point &point = m_content.points.at(i);
        const double top = point.mean ? point.interval.high : frame.high;
        const double bottom = point.mean ? point.interval.low : frame.low;
        marks += ChartMark{
            QRectF(QPointF(frame.x(i) - half, frame.y(top) - 8), QPointF(frame.x(i) + half, frame.y(bottom) + 8)),
            int(i)};
    }
    return marks;
}

} // namespace accueil
