// Paints an SVG as a square PNG while the program is built: Android installs the tablet page only with such icons.
//   pngicon SVG PNG PIXELS [BACKGROUND SHARE]
// With a background the picture takes SHARE of the square, so that a round or cut icon (maskable) loses nothing.
#include <QColor>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

int main(int argc, char *argv[])
{
    if (argc != 4 && argc != 6)
        return 2;
    const int pixels = QByteArray(argv[3]).toInt();
    QImage image(pixels, pixels, QImage::Format_ARGB32);
    image.fill(argc == 6 ? QColor(QLatin1String(argv[4])) : QColor(Qt::transparent));
    QSvgRenderer renderer(QString::fromLocal8Bit(argv[1]));
    if (!renderer.isValid())
        return 1;
    const double side = pixels * (argc == 6 ? QByteArray(argv[5]).toDouble() : 1.0);
    QPainter painter(&image);
    renderer.render(&painter, QRectF((pixels - side) / 2, (pixels - side) / 2, side, side));
    painter.end();
    return image.save(QString::fromLocal8Bit(argv[2]), "PNG") ? 0 : 1;
}
