#pragma once

#include "ui/dashboard/dashboardview.h"

namespace accueil {

// The first view of the dashboard: whether it gets better, where, what is said, and what became of reminders.
class Overview final : public DashboardView
{
    Q_OBJECT
public:
    explicit Overview(QWidget *parent = nullptr);
    void fill(const DashboardAnswer &answer) override;

private:
    KeyFigure *m_satisfaction;
    KeyFigure *m_recommendation;
    KeyFigure *m_responses;
    KeyFigure *m_delivered;
    KeyFigure *m_missed;
    TimeChart *m_course = new TimeChart;
    RankChart *m_wards = new RankChart;
    ColumnChart *m_sentiments = new ColumnChart;
    BarChart *m_topics = new BarChart;
    BarChart *m_funnel = new BarChart;
    BarChart *m_languages = new BarChart;
    BarChart *m_methods = new BarChart;
    HeatMap *m_hours = new HeatMap;
    ChartCard *m_courseCard;
    ChartCard *m_wardsCard;
    ChartCard *m_sentimentsCard;
    ChartCard *m_topicsCard;
    ChartCard *m_funnelCard;
    ChartCard *m_languagesCard;
    ChartCard *m_methodsCard;
    ChartCard *m_hoursCard;
};

} // namespace accueil
