#pragma once

#include "app/domain/controlband.h"
#include "ui/charts/chart.h"

class QChart;
class QGraphicsScene;

namespace accueil {

// A mean over time: a line with the interval of each point, before the band where it is usually found. Points outside
// the band are diamonds, green above and vermilion below, with their value; the last point has its value too. Periods
// without a figure leave a gap. Drawn with Qt Charts; where there are more points than pixels it shows those that
// downsampled() keeps and every one outside.
class TimeChart final : public Chart
{
    Q_OBJECT
public:
    struct Point
    {
        QString label; // under the axis
        std::optional<double> mean; // none: not shown
        Interval interval;
        std::optional<ControlLimits> limits;
    };
    struct Content
    {
        ChartTable table; // a row for each point
        QList<Point> points;
        std::optional<double> centre;
        QString centreWords;
        QString lowWords; // of the last limits
        QString highWords;
        double lowest = 1; // of the scale
        double highest = 5;
        int decimals = 2; // of the values
    };

    explicit TimeChart(QWidget *parent = nullptr);
    ~TimeChart() override;
    void setContent(const Content &content);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QList<ChartMark> paint(QPainter &painter, const QRectF &box, const Colors &colors) override;

private:
    struct Frame;
    Frame frameOf(const QPainter &painter, const QRectF &box) const;
    void plot(const Frame &frame, const Colors &colors);
    QList<qsizetype> shownPoints(qreal width) const;
    void paintAxes(QPainter &painter, const Frame &frame, const Colors &colors) const;
    void paintPoints(QPainter &painter, const Frame &frame, const Colors &colors) const;
    void paintBandWords(QPainter &painter, const Frame &frame, const Colors &colors) const;

    Content m_content;
    std::unique_ptr<QGraphicsScene> m_scene;
    QChart *m_chart;
};

} // namespace accueil
