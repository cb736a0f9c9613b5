#include "ui/widgets/keyhint.h"

#include "ui/theme/type.h"

#include <QFontMetrics>
#include <QPainter>

namespace accueil {

QString keyHintText(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

QSize keyHintSize(const QString &text)
{
    const QFontMetrics small(fontFor(TextRole::Key));
    return {small.horizontalAdvance(text) + 10, small.height() + 2};
}

void paintKeyHint(QPainter &painter, const QRect &where, const QString &text, const QColor &ink, const QColor &border)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontFor(TextRole::Key));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(border, 1));
    painter.drawRoundedRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(ink);
    painter.drawText(where, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace accueil
