#pragma once

#include "ui/charts/chartcard.h"
#include "ui/dashboard/chartstory.h"
#include "ui/dashboard/keyfigure.h"

#include <QHash>
#include <QWidget>

#include <functional>

namespace accueil {

class CardGrid;

// One view of the dashboard: cards that show an answer. What is wanted of the rows behind a mark, the page does.
class DashboardView : public QWidget
{
    Q_OBJECT
public:
    explicit DashboardView(QWidget *parent = nullptr);

    virtual void fill(const DashboardAnswer &answer) = 0;
    const QList<ChartCard *> &cards() const { return m_shown; } // that are shown

Q_SIGNALS:
    // `words`: what the rows have in common.
    void rowsWanted(const accueil::StatisticsFilter &behind, const QString &words);

protected:
    CardGrid *grid() const { return m_grid; }
    void showOnly(const QList<ChartCard *> &cards) { m_shown = cards; } // of all that were made
    // A mark of this chart leads deeper into the dashboard, not to its rows.
    void goInside(ChartCard *card, const std::function<void(const StatisticsFilter &)> &way)
    {
        m_inside.insert(card, way);
    }
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
    QList<ChartCard *> m_shown;
    QHash<ChartCard *, std::function<void(const StatisticsFilter &)>> m_inside;
    QHash<ChartCard *, QList<StatisticsFilter>> m_behind;
    QHash<KeyFigure *, StatisticsFilter> m_behindFigures;
};

} // namespace accueil
