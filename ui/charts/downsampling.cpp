#include "ui/charts/downsampling.h"

#include <cmath>

namespace accueil {

namespace {

QPointF meanOf(const QList<QPointF> &points, qsizetype from, qsizetype until)
{
    QPointF sum;
    for (qsizetype i = from; i < until; ++i)
        sum += points.at(i);
    return sum / double(until - from);
}

// Twice the area.
double triangle(const QPointF &a, const QPointF &b, const QPointF &c)
{
    return std::abs((a.x() - c.x()) * (b.y() - a.y()) - (a.x() - b.x()) * (c.y() - a.y()));
}

} // namespace

QList<qsizetype> downsampled(const QList<QPointF> &points, qsizetype most)
{
    Q_ASSERT(most >= 3);
    QList<qsizetype> kept;
    if (points.size() <= most) {
        for (qsizetype i = 0; i < points.size(); ++i)
            kept += i;
        return kept;
    }
    const double bucket = double(points.size() - 2) / double(most - 2);
    const auto startOf = [&](qsizetype number) { return qsizetype(std::floor(double(number) * bucket)) + 1; };
    kept += 0;
    for (qsizetype number = 0; number < most - 2; ++number) {
        const qsizetype from = startOf(number);
        const qsizetype until = startOf(number + 1);
        const QPointF next = meanOf(points, until, std::min(startOf(number + 2), points.size()));
        qsizetype best = from;
        double largest = -1;
        for (qsizetype i = from; i < until; ++i) {
            const double area = triangle(points.at(kept.last()), points.at(i), next);
            if (area > largest) {
                largest = area;
                best = i;
            }
        }
        kept += best;
    }
    kept += points.size() - 1;
    return kept;
}

} // namespace accueil
