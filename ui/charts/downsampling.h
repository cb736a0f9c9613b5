#pragma once

#include <QList>
#include <QPointF>

namespace accueil {

// Which of `points` (in the order of x) to draw where there is room for `most` (3 or more): Largest Triangle Three
// Buckets, which keeps the first, the last and of each bucket between them the point that spans the largest triangle
// with its neighbours, so that peaks stay (Steinarsson: Downsampling Time Series for Visual Representation, University
// of Iceland, 2013, section 4.2). Answers with their indexes, ascending; all of them where there is room.
QList<qsizetype> downsampled(const QList<QPointF> &points, qsizetype most);

} // namespace accueil
