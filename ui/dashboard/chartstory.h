#pragma once

#include "app/domain/statistics.h"
#include "ui/charts/barchart.h"
#include "ui/charts/columnchart.h"
#include "ui/charts/heatmap.h"
#include "ui/charts/rankchart.h"
#include "ui/charts/timechart.h"
#include "ui/dashboard/dashboardanswer.h"

#include <QCoreApplication>

namespace accueil {

// A chart with what it says, written from the figures themselves.
template <typename Content>
struct ChartStory
{
    Content content;
    QString finding; // a sentence, the title
    QString subject; // of what, n, interval
    QString missing = {}; // why there is nothing to see; empty: there is
    QString note = {}; // what has to be known to read it
    QList<StatisticsFilter> behind = {}; // the rows that each mark stands for
};

// From figures to charts, on the screen and on paper alike. Groups of fewer than the smallest one that the settings
// allow are named and not shown; what cannot be told from the others is grey; "no clear change" is said where it is so.
class ChartStories
{
    Q_DECLARE_TR_FUNCTIONS(accueil::ChartStories)
public:
    static ChartStory<TimeChart::Content> course(const DashboardAnswer &answer);
    static ChartStory<RankChart::Content> wards(const DashboardAnswer &answer);
    static ChartStory<ColumnChart::Content> sentiments(const DashboardAnswer &answer);
    static ChartStory<BarChart::Content> topics(const DashboardAnswer &answer);
    static ChartStory<BarChart::Content> languages(const DashboardAnswer &answer);
    static ChartStory<BarChart::Content> methods(const DashboardAnswer &answer);
    static ChartStory<HeatMap::Content> hours(const DashboardAnswer &answer);
    static ChartStory<BarChart::Content> funnel(const DashboardAnswer &answer);
};

} // namespace accueil
