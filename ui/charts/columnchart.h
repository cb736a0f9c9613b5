#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/chartcolors.h"

class QChart;
class QGraphicsScene;

namespace accueil {

// Shares of a whole over time: one column of 100 per cent for each period, stacked, with the names of the parts beside
// the last one. Drawn with Qt Charts.
class ColumnChart final : public Chart
{
    Q_OBJECT
public:
    struct Part
    {
        QString name;
        Hue hue = Hue::Blue;
    };
    struct Column
    {
        QString label;
        QList<double> shares; // 0..1, from below, in the order of the parts; empty: not shown
    };
    struct Content
    {
        ChartTable table; // a row for each column
        QList<Part> parts; // from below
        QList<Column> columns;
    };

    explicit ColumnChart(QWidget *parent = nullptr);
    ~ColumnChart() override;
    void setContent(const Content &content);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QList<ChartMark> paint(QPainter &painter, const QRectF &box, const Colors &colors) override;

private:
    void plot(const Colors &colors);
    void paintWords(QPainter &painter, const QRectF &box, const QRectF &plot, const Colors &colors) const;
    void paintNames(QPainter &painter, const QRectF &box, const QRectF &plot, const Colors &colors) const;

    Content m_content;
    std::unique_ptr<QGraphicsScene> m_scene;
    QChart *m_chart;
};

} // namespace accueil
