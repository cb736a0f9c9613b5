#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/chartcolors.h"

#include <optional>

namespace accueil {

// Horizontal bars, each of one or several parts, with words in and beside them: topics, languages, steps of a funnel.
// Where a bar is a share with an interval, whiskers show it.
class BarChart final : public Chart
{
    Q_OBJECT
public:
    struct Part
    {
        double length = 0; // in the unit of the longest bar
        Hue hue = Hue::Blue;
        QString words; // in the bar, where there is room
    };
    struct Row
    {
        QString name;
        QList<Part> parts; // none: not shown
        QString words; // behind the bar
        QString note; // after them, lighter
        std::optional<std::pair<double, double>> whiskers; // in the unit of the bars
    };
    struct Legend
    {
        QString words;
        Hue hue = Hue::Blue;
    };
    struct Content
    {
        ChartTable table; // a row for each
        QList<Row> rows;
        QList<Legend> legend; // above the bars, where parts have names
    };

    using Chart::Chart;
    void setContent(const Content &content);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QList<ChartMark> paint(QPainter &painter, const QRectF &box, const Colors &colors) override;

private:
    qreal paintLegend(QPainter &painter, const QRectF &box, const Colors &colors) const; // answers with its height
    void paintRow(QPainter &painter, const QRectF &place, const QRectF &bars, double longest, const Row &row,
        const Colors &colors) const;

    Content m_content;
};

} // namespace accueil
