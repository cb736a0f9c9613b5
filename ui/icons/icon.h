#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QRectF>

class QPainter;
class QWidget;

namespace accueil {

// One outline set (lucide, ISC licence), embedded by the build and tinted when it is painted. To use a new one, add its
// line to iconlist.inc.
enum class Icon {
    None,
#define ACCUEIL_ICON(name, file) name,
#include "ui/icons/iconlist.inc"
#undef ACCUEIL_ICON
};

enum class IconFill { Outline, Filled };

// Paints the icon in the middle of `where`, as large as fits, sharp on every screen. Cheap: the picture is cached.
void paintIcon(
    QPainter &painter, const QRectF &where, Icon icon, const QColor &color, IconFill fill = IconFill::Outline);

QPixmap iconPixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio, IconFill fill = IconFill::Outline);

// For what Qt paints itself (menus, actions, labels): the colours of the present scheme. Make it again when
// QEvent::PaletteChange arrives; widgets that paint themselves use paintIcon and need not.
QIcon themedIcon(Icon icon, const QWidget *widget);

QString iconResource(Icon icon); // ":/icons/bell.svg"

} // namespace accueil
