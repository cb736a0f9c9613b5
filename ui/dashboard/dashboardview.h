#pragma once

#include "ui/charts/chartcard.h"
#include "ui/dashboard/chartstory.h"
#include "ui/dashboard/keyfigure.h"

#include <QHash>
#include <QWidget>

namespace accueil {

class CardGrid;

// One view of the dashboard: cards that show an answer. What is wanted of the rows behind a mark, the page does.
class DashboardView : public QWidget
{
    Q_OBJECT
public:
    explicit DashboardView(QWidget *parent = nullptr);

    virtual void fill(const DashboardAnswer &answer) = 0;
    const QList<ChartCard *> &cards() const { return m_cards; }

Q_SIGNALS:
    // `words`: what the rows have in common.
    void rowsWanted(const accueil::StatisticsFilter &behind, const QString &words);

protected:
    CardGrid *grid() const { return m_grid; }
    ChartCard *makeCard(Chart *chart, const QString &name);
    KeyFigure *makeFigure(const QString &name);
    void present(KeyFigure *figure, const KeyFigure::Content &content, const StatisticsFilter &behind);

    template <typename Picture, typename Content>
    void present(ChartCard *card, Picture *chart, const ChartStory<Content> &story)
    {
        chart->setContent(story.content);
        card->setWords(story.finding, story.subject, story.missing);
        card->setNote(story.note);
        m_behind.insert(card, story.behind);
    }

private:
    void openRow(ChartCard *card, int row);

    CardGrid *m_grid;
    QList<ChartCard *> m_cards;
    QHash<ChartCard *, QList<StatisticsFilter>> m_behind;
    QHash<KeyFigure *, StatisticsFilter> m_behindFigures;
};

} // namespace accueil
