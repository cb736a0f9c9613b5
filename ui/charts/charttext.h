#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QColor;
class QPainter;

namespace accueil {

// Words on a chart, cut with "…" where the box is too narrow.
void drawWords(QPainter &painter, const QRectF &box, const QString &words, const QFont &font, const QColor &ink,
    Qt::Alignment where);
// The width of the words, as the painter's device draws them.
qreal widthOf(const QPainter &painter, const QString &words, const QFont &font);
qreal lineHeight(const QPainter &painter, const QFont &font);

// A step that divides `span` into at most `most` parts of 1, 2, 2.5 or 5 times a power of ten.
double niceStep(double span, int most);

} // namespace accueil
