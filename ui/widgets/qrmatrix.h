#pragma once

#include <QBitArray>
#include <QString>

class QPainter;
class QRectF;

namespace accueil {

// The squares of a QR code (ISO/IEC 18004, correction level M: 15 % may be scratched), without the quiet zone around
// them.
class QrMatrix
{
public:
    QrMatrix() = default;
    explicit QrMatrix(const QString &text); // at most 2,331 bytes in UTF-8; an empty text has no squares

    static constexpr int quietZone = 4; // squares of white on every side that readers need

    int side() const { return m_side; } // squares; 0: nothing
    bool isDark(int x, int y) const { return m_dark.testBit(y * m_side + x); }
    friend bool operator==(const QrMatrix &, const QrMatrix &) = default;

private:
    int m_side = 0;
    QBitArray m_dark;
};

// Paints black squares on white, quiet zone included, in the middle of `where` and as large as fits with every square
// of the same whole number of the device's pixels: a reader then finds sharp edges at every scale.
void paintQr(QPainter &painter, const QRectF &where, const QrMatrix &matrix);

} // namespace accueil
