#pragma once

#include "app/domain/proportion.h"
#include "ui/charts/chart.h"

#include <optional>

namespace accueil {

// Groups in the order of a figure: each a point with its interval on one axis, the mean of all as a dashed line. Grey
// is what cannot be told from the others; what can is blue above and a vermilion diamond below. The points of few
// answers are hollow.
class RankChart final : public Chart
{
    Q_OBJECT
public:
    enum class Standing { Above, Below, Same };
    struct Row
    {
        QString name;
        QString count; // "n = 94"
        std::optional<double> value; // none: not shown
        Interval interval;
        Standing standing = Standing::Same;
        bool isIndicative = false; // of few: a hollow point
        QString words; // the value at the right, or why there is none
    };
    struct Content
    {
        ChartTable table; // a row for each
        QList<Row> rows; // the highest first
        std::optional<double> reference;
        double lowest = 1; // of the scale
        double highest = 5;
        int decimals = 1; // of the axis
    };

    using Chart::Chart;
    void setContent(const Content &content);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QList<ChartMark> paint(QPainter &painter, const QRectF &box, const Colors &colors) override;

private:
    struct Frame;
    Frame frameOf(const QPainter &painter, const QRectF &box) const;
    void paintAxis(QPainter &painter, const Frame &frame, const Colors &colors) const;
    void paintRow(QPainter &painter, const Frame &frame, int number, const Colors &colors) const;

    Content m_content;
};

} // namespace accueil
