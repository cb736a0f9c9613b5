#pragma once

#include "ui/dashboard/dashboardview.h"

namespace accueil {

// The wards beside each other; once one is chosen, all about it against the rest of the hospital.
class WardsView final : public DashboardView
{
    Q_OBJECT
public:
    explicit WardsView(QWidget *parent = nullptr);
    void fill(const DashboardAnswer &answer) override;

Q_SIGNALS:
    void wardWanted(const QString &ward);

private:
    QWidget *makeAll();
    QWidget *makeOne();

    RankChart *m_overall = new RankChart;
    RankChart *m_positive = new RankChart;
    RankChart *m_recommendation = new RankChart;
    ChartCard *m_overallCard;
    ChartCard *m_positiveCard;
    ChartCard *m_recommendationCard;
    KeyFigure *m_satisfaction;
    KeyFigure *m_score;
    KeyFigure *m_responses;
    TimeChart *m_course = new TimeChart;
    RankChart *m_questions = new RankChart;
    ColumnChart *m_sentiments = new ColumnChart;
    BarChart *m_topics = new BarChart;
    HeatMap *m_hours = new HeatMap;
    ChartCard *m_courseCard;
    ChartCard *m_questionsCard;
    ChartCard *m_sentimentsCard;
    ChartCard *m_topicsCard;
    ChartCard *m_hoursCard;
    QWidget *m_all;
    QWidget *m_one;
};

} // namespace accueil
