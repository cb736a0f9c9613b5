#pragma once

#include "ui/charts/chart.h"

namespace accueil {

// How much of something there is in each cell of a week: days from top to bottom, hours from left to right, the deeper
// the colour the more. Small numbers, which would point at people, are hatched and not told.
class HeatMap final : public Chart
{
    Q_OBJECT
public:
    struct Content
    {
        ChartTable table; // a row for each cell, day by day
        QStringList days;
        QStringList hours;
        QList<std::optional<qint64>> counts; // of each cell; none: too few to tell
    };

    using Chart::Chart;
    void setContent(const Content &content);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QList<ChartMark> paint(QPainter &painter, const QRectF &box, const Colors &colors) override;
    int neighbour(int row, Qt::Key key) const override;

private:
    Content m_content;
};

} // namespace accueil
