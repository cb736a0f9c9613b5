#pragma once

#include <QColor>
#include <QPageSize>
#include <QString>

#include <functional>

class QPainter;
class QRectF;
class QWidget;

namespace accueil {

class QrMatrix;

// A sheet that we paint ourselves, always as if it were A4 in tenths of a millimetre: 2100 wide and 2970 high. Larger
// formats of the A series are the same, larger.
struct Paper
{
    QString title; // in the file's properties and in the printer's queue
    QString fileName; // proposed, without ending
    QPageSize::PageSizeId size = QPageSize::A4;
    std::function<void(QPainter &)> paint;

    static constexpr qreal width = 2100;
    static constexpr qreal height = 2970;
};

// A column of words and pictures on a sheet, from top to bottom.
class PaperColumn
{
public:
    PaperColumn(QPainter &painter, qreal left, qreal top, qreal width);

    enum Weight { Regular, Bold };
    PaperColumn &align(Qt::Alignment alignment); // of what follows
    PaperColumn &ink(const QColor &color); // likewise
    PaperColumn &gap(qreal height);
    PaperColumn &text(const QString &words, qreal size, Weight weight = Regular); // `size` in tenths of a millimetre
    PaperColumn &code(const QString &words, qreal size); // in a fixed-width face
    PaperColumn &qr(const QrMatrix &matrix, qreal side);
    PaperColumn &rule();
    qreal y() const { return m_y; }

private:
    PaperColumn &words(const QString &words, const QFont &font);

    QPainter &m_painter;
    qreal m_left;
    qreal m_y;
    qreal m_width;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    QColor m_ink = Qt::black;
};

// Fits the sheet into `where`, in its proportions.
void paintPaper(QPainter &painter, const QRectF &where, const Paper &paper);
bool writePdf(const Paper &paper, const QString &file); // false when the file cannot be written
// These ask where to, and say when it could not be done. They do not block.
void askToSave(QWidget *parent, const Paper &paper);
void askToPrint(QWidget *parent, const Paper &paper);

} // namespace accueil
