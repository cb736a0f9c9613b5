#include "ui/widgets/qrmatrix.h"

#include <QPainter>
#include <QPainterPath>

#include <memory>

#include <qrencode.h>

namespace accueil {

QrMatrix::QrMatrix(const QString &text)
{
    if (text.isEmpty())
        return;
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(
            int(bytes.size()), reinterpret_cast<const unsigned char *>(bytes.constData()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    Q_ASSERT_X(code, "QrMatrix", "the text is too long");
    if (!code)
        return;
    m_side = code->width;
    m_dark.resize(m_side * m_side);
    for (int i = 0; i < m_dark.size(); ++i)
        m_dark.setBit(i, code->data[i] & 1);
}

namespace {

// One shape, so that no seam shows between two squares that touch.
QPainterPath darkSquares(const QrMatrix &matrix, QPointF corner, qreal square)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (int y = 0; y < matrix.side(); ++y) {
        for (int x = 0; x < matrix.side();) {
            int end = x;
            while (end < matrix.side() && matrix.isDark(end, y))
                ++end;
            if (end > x)
                path.addRect(QRectF(corner + QPointF(x, y) * square, QSizeF((end - x) * square, square)));
            x = std::max(end, x + 1);
        }
    }
    return path;
}

} // namespace

void paintQr(QPainter &painter, const QRectF &where, const QrMatrix &matrix)
{
    if (matrix.side() == 0)
        return;
    const int squares = matrix.side() + 2 * QrMatrix::quietZone;
    const QTransform device = painter.deviceTransform();
    const qreal pixels = std::min(where.width() * device.m11(), where.height() * device.m22());
    const qreal square = std::max(1.0, std::floor(pixels / squares + 1e-6));
    QRectF box(0, 0, square * squares, square * squares);
    box.moveCenter(device.mapRect(where).center());
    box.moveTopLeft(box.topLeft().toPoint());

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    // In the device's own pixels: what lies before them in the chain of transformations is taken back.
    painter.setTransform(device.inverted() * painter.transform(), false);
    painter.fillRect(box, Qt::white);
    const QPointF corner = box.topLeft() + QPointF(QrMatrix::quietZone, QrMatrix::quietZone) * square;
    painter.fillPath(darkSquares(matrix, corner, square), Qt::black);
    painter.restore();
}

} // namespace accueil
