#pragma once

#include "ui/charts/charttable.h"
#include "ui/dashboard/keyfigure.h"
#include "ui/theme/type.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <memory>

namespace accueil {

class Chart;

// Sheets of A4 as a PDF, filled from top to bottom, with a line at the foot of each: what it is and "3 / 9". Everything
// is drawn as lines and letters, so that it stays sharp. GUI thread only.
class ReportSheets
{
public:
    // `total`: how many sheets there will be, for the foot; 0 while nobody knows.
    ReportSheets(const QString &title, const QString &foot, int total);
    ~ReportSheets();

    int count() const { return m_number; }
    QByteArray finish(); // the file; nothing can be drawn afterwards

    void cover(const QString &title, const QString &subtitle, const QStringList &lines);
    void newSheet();
    void heading(const QString &words); // begins a new sheet where only a few lines are left
    void paragraph(const QString &words, TextRole role = TextRole::Body);
    void figures(const QList<KeyFigure::Content> &figures);
    void chart(Chart *chart, const QString &finding, const QString &subject, const QString &missing,
        const QString &note, qreal height);
    void table(const QString &title, const ChartTable &table);

private:
    QRectF room() const; // of the sheet, without foot and margins
    void need(qreal height); // a new sheet, unless there is as much room
    qreal write(const QRectF &box, const QString &words, const QFont &font, const QColor &ink, int flags);
    void foot();
    // How a table lies on the sheet.
    struct Grid
    {
        QFont font;
        QFont heading = {};
        qreal gap = 0; // between columns
        QList<qreal> widths; // with the gap
    };
    Grid gridOf(const ChartTable &table) const;
    void tableHead(const ChartTable &table, const Grid &grid);

    QByteArray m_bytes;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter;
    QString m_foot;
    int m_total;
    int m_number = 1;
    bool m_isCover = false;
    qreal m_y = 0;
};

} // namespace accueil
