#pragma once

#include "ui/dashboard/dashboardview.h"

namespace accueil {

// What became of reminders, and whether patients came.
class RemindersView final : public DashboardView
{
    Q_OBJECT
public:
    explicit RemindersView(QWidget *parent = nullptr);
    void fill(const DashboardAnswer &answer) override;

private:
    KeyFigure *m_delivered;
    KeyFigure *m_confirmed;
    KeyFigure *m_missed;
    KeyFigure *m_cost;
    BarChart *m_funnel = new BarChart;
    TimeChart *m_course = new TimeChart;
    RankChart *m_arrived = new RankChart;
    RankChart *m_confirmedBy = new RankChart;
    RankChart *m_wards = new RankChart;
    ChartCard *m_funnelCard;
    ChartCard *m_courseCard;
    ChartCard *m_arrivedCard;
    ChartCard *m_confirmedByCard;
    ChartCard *m_wardsCard;
};

} // namespace accueil
