#include "ui/icons/icon.h"

#include "ui/theme/colors.h"

#include <QFile>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QWidget>

#include <array>
#include <cmath>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QByteArray tintedSvg(Icon icon, const QColor &color, IconFill fill)
{
    QFile file(iconResource(icon));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "tintedSvg", qPrintable(file.fileName()));
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    svg.replace("stroke-width=\"2\"", "stroke-width=\"1.9\"");
    if (fill == IconFill::Filled)
        svg.replace("fill=\"none\"", "fill=\"" + color.name().toLatin1() + "\"");
    return svg;
}

} // namespace

QString iconResource(Icon icon)
{
    static constexpr std::array files{
        QStringView(),
#define ACCUEIL_ICON(name, file) QStringView(u"" file),
#include "ui/icons/iconlist.inc"
#undef ACCUEIL_ICON
    };
    return u":/icons/"_s + files[static_cast<size_t>(icon)].toString() + u".svg"_s;
}

QPixmap iconPixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio, IconFill fill)
{
    if (icon == Icon::None || size <= 0)
        return {};
    const int pixels = static_cast<int>(std::ceil(size * devicePixelRatio));
    const QString key = u"accueil/%1/%2/%3/%4"_s.arg(static_cast<int>(icon))
                            .arg(color.rgba(), 0, 16)
                            .arg(pixels)
                            .arg(static_cast<int>(fill));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(pixels, pixels);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer renderer(tintedSvg(icon, color, fill));
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
        painter.end();
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &where, Icon icon, const QColor &color, IconFill fill)
{
    const int size = static_cast<int>(std::min(where.width(), where.height()));
    if (icon != Icon::None && painter.paintEngine()->type() == QPaintEngine::Pdf) { // paper is finer than any pixels
        QSvgRenderer renderer(tintedSvg(icon, color, fill));
        const QPointF middle = where.center() - QPointF(size / 2.0, size / 2.0);
        return renderer.render(&painter, QRectF(middle, QSizeF(size, size)));
    }
    const QPixmap pixmap = iconPixmap(icon, color, size, painter.device()->devicePixelRatioF(), fill);
    if (pixmap.isNull())
        return;
    const QPointF corner = where.center() - QPointF(size / 2.0, size / 2.0);
    painter.drawPixmap(QPointF(std::round(corner.x()), std::round(corner.y())), pixmap);
}

QIcon themedIcon(Icon icon, const QWidget *widget)
{
    const Colors &colors = colorsOf(widget);
    QIcon themed;
    for (const int size : {16, 18, 24}) {
        for (const qreal ratio : {1.0, 2.0}) {
            themed.addPixmap(iconPixmap(icon, colors.text2, size, ratio), QIcon::Normal);
            themed.addPixmap(iconPixmap(icon, colors.muted, size, ratio), QIcon::Disabled);
        }
    }
    return themed;
}

} // namespace accueil
