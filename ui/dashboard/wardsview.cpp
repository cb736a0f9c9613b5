#include "ui/dashboard/wardsview.h"

#include "ui/dashboard/cardgrid.h"
#include "ui/dashboard/keyfigures.h"

namespace accueil {

using namespace Qt::StringLiterals;

WardsView::WardsView(QWidget *parent)
    : DashboardView(parent)
    , m_overallCard(makeCard(m_overall, u"wardsOverall"_s))
    , m_positiveCard(makeCard(m_positive, u"wardsPositive"_s))
    , m_recommendationCard(makeCard(m_recommendation, u"wardsRecommendation"_s))
    , m_satisfaction(makeFigure(u"wardSatisfaction"_s))
    , m_score(makeFigure(u"wardRecommendation"_s))
    , m_responses(makeFigure(u"wardResponses"_s))
    , m_courseCard(makeCard(m_course, u"wardCourse"_s))
    , m_questionsCard(makeCard(m_questions, u"wardQuestions"_s))
    , m_sentimentsCard(makeCard(m_sentiments, u"wardSentiments"_s))
    , m_topicsCard(makeCard(m_topics, u"wardTopics"_s))
    , m_hoursCard(makeCard(m_hours, u"wardHours"_s))
    , m_all(makeAll())
    , m_one(makeOne())
{
    grid()->addRow({{m_all}});
    grid()->addRow({{m_one}});
    m_one->hide();
    for (ChartCard *card : {m_overallCard, m_positiveCard, m_recommendationCard}) {
        goInside(card, [this](const StatisticsFilter &behind) { Q_EMIT wardWanted(behind.ward); });
    }
}

QWidget *WardsView::makeAll()
{
    auto *cards = new CardGrid;
    cards->addRow({{m_overallCard}, {m_positiveCard}});
    cards->addRow({{m_recommendationCard}});
    return cards;
}

QWidget *WardsView::makeOne()
{
    constexpr int figuresPerRow = 3;
    auto *cards = new CardGrid;
    cards->addRow({{m_satisfaction}, {m_score}, {m_responses}}, figuresPerRow);
    cards->addRow({{m_courseCard, 57}, {m_questionsCard, 43}});
    cards->addRow({{m_sentimentsCard}, {m_topicsCard}, {m_hoursCard}});
    return cards;
}

void WardsView::fill(const DashboardAnswer &answer)
{
    const bool isOne = !answer.question.filter.ward.isEmpty();
    m_all->setVisible(!isOne);
    m_one->setVisible(isOne);
    showOnly(isOne ? QList<ChartCard *>{m_courseCard, m_questionsCard, m_sentimentsCard, m_topicsCard, m_hoursCard}
                   : QList<ChartCard *>{m_overallCard, m_positiveCard, m_recommendationCard});
    if (!isOne) {
        present(m_overallCard, m_overall, ChartStories::wards(answer, WardMeasure::Overall));
        present(m_positiveCard, m_positive, ChartStories::wards(answer, WardMeasure::Positive));
        present(m_recommendationCard, m_recommendation, ChartStories::wards(answer, WardMeasure::Recommendation));
        return;
    }
    const StatisticsFilter period = answer.question.during(answer.question.period);
    present(m_satisfaction, KeyFigures::satisfaction(answer), period);
    present(m_score, KeyFigures::recommendation(answer), period);
    present(m_responses, KeyFigures::responses(answer), period);
    present(m_courseCard, m_course, ChartStories::course(answer));
    present(m_questionsCard, m_questions, ChartStories::questions(answer));
    present(m_sentimentsCard, m_sentiments, ChartStories::sentiments(answer));
    present(m_topicsCard, m_topics, ChartStories::topics(answer));
    present(m_hoursCard, m_hours, ChartStories::hours(answer));
}

} // namespace accueil
