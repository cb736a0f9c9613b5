#pragma once

#include <QColor>
#include <QKeySequence>
#include <QRect>
#include <QSize>
#include <QString>

class QPainter;

namespace accueil {

// The little box with a key in it, inside buttons, fields and beside sidebar items.
QString keyHintText(const QKeySequence &keys); // in the words of the person's keyboard
QSize keyHintSize(const QString &text);
void paintKeyHint(QPainter &painter, const QRect &where, const QString &text, const QColor &ink, const QColor &border);

} // namespace accueil
