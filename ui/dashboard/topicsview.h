#pragma once

#include "ui/dashboard/dashboardview.h"

class QLabel;

namespace accueil {

// What patients speak about; once a topic is chosen, where and how often it is spoken of, how content those are who do,
// and some of their words.
class TopicsView final : public DashboardView
{
    Q_OBJECT
public:
    explicit TopicsView(QWidget *parent = nullptr);
    void fill(const DashboardAnswer &answer) override;

Q_SIGNALS:
    void topicWanted(std::optional<accueil::Topic> topic);

private:
    QWidget *makeOne();

    BarChart *m_topics = new BarChart;
    ChartCard *m_topicsCard;
    KeyFigure *m_responses;
    KeyFigure *m_satisfaction;
    KeyFigure *m_complaints;
    TimeChart *m_course = new TimeChart;
    RankChart *m_wards = new RankChart;
    ColumnChart *m_sentiments = new ColumnChart;
    ChartCard *m_courseCard;
    ChartCard *m_wardsCard;
    ChartCard *m_sentimentsCard;
    QWidget *m_one;
};

} // namespace accueil
