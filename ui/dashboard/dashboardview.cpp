#include "ui/dashboard/dashboardview.h"

#include "ui/dashboard/cardgrid.h"

#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

DashboardView::DashboardView(QWidget *parent)
    : QWidget(parent)
    , m_grid(new CardGrid)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_grid);
    column->addStretch(1);
}

ChartCard *DashboardView::makeCard(Chart *chart, const QString &name)
{
    auto *card = new ChartCard(chart);
    card->setObjectName(name);
    m_shown += card;
    connect(card, &ChartCard::opened, this, [this, card](int row) { openRow(card, row); });
    return card;
}

KeyFigure *DashboardView::makeFigure(const QString &name)
{
    auto *figure = new KeyFigure;
    figure->setObjectName(name);
    connect(figure, &QAbstractButton::clicked, this, [this, figure] {
        if (figure->content().opens)
            Q_EMIT rowsWanted(m_behindFigures.value(figure), figure->content().name);
    });
    return figure;
}

void DashboardView::present(KeyFigure *figure, const KeyFigure::Content &content, const StatisticsFilter &behind)
{
    figure->setContent(content);
    m_behindFigures.insert(figure, behind);
}

void DashboardView::openRow(ChartCard *card, int row)
{
    const QList<StatisticsFilter> behind = m_behind.value(card);
    if (row >= behind.size())
        return;
    if (m_inside.contains(card))
        return m_inside.value(card)(behind.at(row));
    const QList<ChartCell> &cells = card->chart()->table().rows.at(row).cells;
    Q_EMIT rowsWanted(behind.at(row), cells.constFirst().text);
}

} // namespace accueil
