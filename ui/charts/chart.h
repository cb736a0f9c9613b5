#pragma once

#include "ui/charts/charttable.h"

#include <QWidget>

namespace accueil {

struct Colors;

// Where on the chart a row of its table is.
struct ChartMark
{
    QRectF place;
    int row = 0;
};

// A picture of figures that is painted the same way on the screen, on a picture and on paper. Its marks are reached
// with the arrows, spoken as sentences and opened with Enter or a click. What it shows, subclasses know; the words of
// it come with the table.
class Chart : public QWidget
{
    Q_OBJECT
public:
    explicit Chart(QWidget *parent = nullptr);

    const ChartTable &table() const { return m_table; }
    QList<ChartMark> draw(QPainter &painter, const QRectF &box, const Colors &colors);
    int currentRow() const { return m_current; } // -1: none

Q_SIGNALS:
    void opened(int row); // what is behind this mark is wanted

protected:
    void setTable(const ChartTable &table);
    // Paints into `box` and says where the marks are. Fonts are those of ui/theme/type.h.
    virtual QList<ChartMark> paint(QPainter &painter, const QRectF &box, const Colors &colors) = 0;
    virtual int neighbour(int row, Qt::Key key) const; // where an arrow leads

    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    int rowAt(const QPointF &point) const;
    void stand(int row);
    void open(int row);

    ChartTable m_table;
    QList<ChartMark> m_marks;
    int m_current = -1;
    int m_hover = -1;
};

} // namespace accueil
