#pragma once

#include <QWidget>

class QVBoxLayout;

namespace accueil {

// Cards in rows that share the width as they are told; where the window is narrow or the text large, fewer stand side
// by side.
class CardGrid final : public QWidget
{
    Q_OBJECT
public:
    explicit CardGrid(QWidget *parent = nullptr);

    struct Cell
    {
        QWidget *card;
        int share = 1; // of the width
    };
    void addRow(const QList<Cell> &cells, int narrowPerRow = 1);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        QList<Cell> cells;
        int narrowPerRow;
    };
    void arrange();

    QList<Row> m_rows;
    QVBoxLayout *m_column;
    bool m_isNarrow = false;
};

} // namespace accueil
