#include "ui/dashboard/cardgrid.h"

#include "ui/theme/metrics.h"

#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace accueil {

namespace {

constexpr int roomForAll = 940; // at the designed size of text

} // namespace

CardGrid::CardGrid(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::cardGap);
}

void CardGrid::addRow(const QList<Cell> &cells, int narrowPerRow)
{
    for (const Cell &cell : cells) // its share alone decides on the width, not what is inside
        cell.card->setSizePolicy(QSizePolicy::Ignored, cell.card->sizePolicy().verticalPolicy());
    m_rows += Row{cells, narrowPerRow};
    arrange();
}

void CardGrid::arrange()
{
    while (QLayoutItem *item = m_column->takeAt(0))
        delete item; // the cards stay
    for (const Row &row : std::as_const(m_rows)) {
        const qsizetype perRow = m_isNarrow ? row.narrowPerRow : row.cells.size();
        for (qsizetype first = 0; first < row.cells.size(); first += perRow) {
            auto *line = new QHBoxLayout;
            line->setSpacing(metrics::cardGap);
            for (const Cell &cell : row.cells.mid(first, perRow))
                line->addWidget(cell.card, m_isNarrow ? 1 : cell.share);
            m_column->addLayout(line);
        }
    }
}

void CardGrid::resizeEvent(QResizeEvent *event)
{
    const bool isNarrow = event->size().width() < metrics::withText(roomForAll);
    if (isNarrow != m_isNarrow) {
        m_isNarrow = isNarrow;
        arrange();
    }
    QWidget::resizeEvent(event);
}

} // namespace accueil
