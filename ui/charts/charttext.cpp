#include "ui/charts/charttext.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace accueil {

void drawWords(QPainter &painter, const QRectF &box, const QString &words, const QFont &font, const QColor &ink,
    Qt::Alignment where)
{
    painter.setFont(font);
    painter.setPen(ink);
    const QFontMetricsF metrics(font, painter.device());
    const QString shown = metrics.horizontalAdvance(words) <= box.width() + 0.5
        ? words
        : metrics.elidedText(words, Qt::ElideRight, box.width());
    painter.drawText(box, int(where) | Qt::TextSingleLine | Qt::TextDontClip, shown);
}

qreal widthOf(const QPainter &painter, const QString &words, const QFont &font)
{
    return QFontMetricsF(font, painter.device()).horizontalAdvance(words);
}

qreal lineHeight(const QPainter &painter, const QFont &font)
{
    return QFontMetricsF(font, painter.device()).height();
}

double niceStep(double span, int most)
{
    const double least = span / most;
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= least - 1e-9)
            return factor * power;
    }
    return 10 * power;
}

} // namespace accueil
