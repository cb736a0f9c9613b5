#include "ui/dashboard/topicsview.h"

#include "ui/dashboard/cardgrid.h"
#include "ui/dashboard/keyfigures.h"

namespace accueil {

using namespace Qt::StringLiterals;

TopicsView::TopicsView(QWidget *parent)
    : DashboardView(parent)
    , m_topicsCard(makeCard(m_topics, u"allTopics"_s))
    , m_responses(makeFigure(u"topicResponses"_s))
    , m_satisfaction(makeFigure(u"topicSatisfaction"_s))
    , m_complaints(makeFigure(u"topicComplaints"_s))
    , m_courseCard(makeCard(m_course, u"topicCourse"_s))
    , m_wardsCard(makeCard(m_wards, u"topicWards"_s))
    , m_sentimentsCard(makeCard(m_sentiments, u"topicSentiments"_s))
    , m_one(makeOne())
{
    grid()->addRow({{m_topicsCard}});
    grid()->addRow({{m_one}});
    m_one->hide();
    goInside(m_topicsCard, [this](const StatisticsFilter &behind) { Q_EMIT topicWanted(behind.topic); });
}

QWidget *TopicsView::makeOne()
{
    constexpr int figuresPerRow = 3;
    auto *cards = new CardGrid;
    cards->addRow({{m_responses}, {m_complaints}, {m_satisfaction}}, figuresPerRow);
    cards->addRow({{m_courseCard, 57}, {m_wardsCard, 43}});
    cards->addRow({{m_sentimentsCard}});
    return cards;
}

void TopicsView::fill(const DashboardAnswer &answer)
{
    const bool isOne = answer.question.filter.topic.has_value();
    m_topicsCard->setVisible(!isOne);
    m_one->setVisible(isOne);
    showOnly(
        isOne ? QList<ChartCard *>{m_courseCard, m_wardsCard, m_sentimentsCard} : QList<ChartCard *>{m_topicsCard});
    if (!isOne)
        return present(m_topicsCard, m_topics, ChartStories::topics(answer));
    const StatisticsFilter period = answer.question.during(answer.question.period);
    present(m_responses, KeyFigures::topicShare(answer), period);
    StatisticsFilter complaints = period;
    complaints.sentiment = Sentiment::Negative;
    present(m_complaints, KeyFigures::complaints(answer), complaints);
    present(m_satisfaction, KeyFigures::satisfaction(answer), period);
    present(m_courseCard, m_course, ChartStories::topicByWeek(answer));
    present(m_wardsCard, m_wards, ChartStories::topicByWard(answer));
    present(m_sentimentsCard, m_sentiments, ChartStories::sentiments(answer));
}

} // namespace accueil
