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

// A group with the one figure by which it is ranked.
struct Ranked
{
    QString name;
    qint64 n = 0;
    std::optional<double> value;
    Interval interval;
    std::optional<Comparison> comparison; // with all others
    bool isIndicative = false;
    bool opens = false;
    StatisticsFilter behind;
};

// How the figure of a ranking is shown; per cent, if nothing else is said.
struct RankScale
{
    double lowest = 0;
    double highest = 100;
    int decimals = 0; // of values
    int axisDecimals = 0;
    bool hasSign = false;
    QString above = {}; // what is said of a group above the others: better, if nothing else is
    QString below = {};
};

// A share of one week.
struct WeekShare
{
    QDate monday;
    ShareFigure share;
    bool opens = false;
};

enum class WardMeasure { Overall, Positive, Recommendation };
enum class ChannelMeasure { Arrived, Confirmed };

// From figures to charts, on the screen and on paper alike. Groups of fewer than the smallest one that the settings
// allow are named and not shown; what cannot be told from the others is grey; "no clear change" is said where it is so.
class ChartStories
{
    Q_DECLARE_TR_FUNCTIONS(accueil::ChartStories)
public:
    static ChartStory<TimeChart::Content> course(const DashboardAnswer &answer);
    static ChartStory<RankChart::Content> wards(
        const DashboardAnswer &answer, WardMeasure measure = WardMeasure::Overall);
    static ChartStory<RankChart::Content> questions(const DashboardAnswer &answer);
    static ChartStory<ColumnChart::Content> sentiments(const DashboardAnswer &answer);
    static ChartStory<BarChart::Content> topics(const DashboardAnswer &answer);
    static ChartStory<BarChart::Content> languages(const DashboardAnswer &answer);
    static ChartStory<BarChart::Content> methods(const DashboardAnswer &answer);
    static ChartStory<HeatMap::Content> hours(const DashboardAnswer &answer);
    static ChartStory<BarChart::Content> funnel(const DashboardAnswer &answer);
    static ChartStory<RankChart::Content> topicByWard(const DashboardAnswer &answer);
    static ChartStory<TimeChart::Content> topicByWeek(const DashboardAnswer &answer);
    static ChartStory<TimeChart::Content> deliveredByWeek(const DashboardAnswer &answer);
    static ChartStory<RankChart::Content> deliveredByWard(const DashboardAnswer &answer);
    static ChartStory<RankChart::Content> channels(const DashboardAnswer &answer, ChannelMeasure measure);

private:
    static ChartStory<RankChart::Content> ranking(
        QList<Ranked> groups, RankScale scale, const QString &groupHeader, const QString &figureHeader, int smallest);
    static ChartStory<TimeChart::Content> shares(
        const DashboardAnswer &answer, const QList<WeekShare> &known, const QString &header);
};

} // namespace accueil
