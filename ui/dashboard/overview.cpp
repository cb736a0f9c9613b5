#include "ui/dashboard/overview.h"

#include "ui/dashboard/cardgrid.h"
#include "ui/dashboard/keyfigures.h"

namespace accueil {

using namespace Qt::StringLiterals;

Overview::Overview(QWidget *parent)
    : DashboardView(parent)
    , m_satisfaction(makeFigure(u"satisfaction"_s))
    , m_recommendation(makeFigure(u"recommendation"_s))
    , m_responses(makeFigure(u"responses"_s))
    , m_delivered(makeFigure(u"delivered"_s))
    , m_missed(makeFigure(u"missed"_s))
    , m_courseCard(makeCard(m_course, u"course"_s))
    , m_wardsCard(makeCard(m_wards, u"wards"_s))
    , m_sentimentsCard(makeCard(m_sentiments, u"sentiments"_s))
    , m_topicsCard(makeCard(m_topics, u"topics"_s))
    , m_funnelCard(makeCard(m_funnel, u"funnel"_s))
    , m_languagesCard(makeCard(m_languages, u"languages"_s))
    , m_methodsCard(makeCard(m_methods, u"methods"_s))
    , m_hoursCard(makeCard(m_hours, u"hours"_s))
{
    constexpr int figuresPerRow = 3;
    grid()->addRow({{m_satisfaction}, {m_recommendation}, {m_responses}, {m_delivered}, {m_missed}}, figuresPerRow);
    grid()->addRow({{m_courseCard, 57}, {m_wardsCard, 43}});
    grid()->addRow({{m_sentimentsCard}, {m_topicsCard}, {m_funnelCard}});
    grid()->addRow({{m_languagesCard, 3}, {m_methodsCard, 3}, {m_hoursCard, 5}});
}

void Overview::fill(const DashboardAnswer &answer)
{
    const StatisticsFilter period = answer.question.during(answer.question.period);
    present(m_satisfaction, KeyFigures::satisfaction(answer), period);
    present(m_recommendation, KeyFigures::recommendation(answer), period);
    present(m_responses, KeyFigures::responses(answer), period);
    present(m_delivered, KeyFigures::delivered(answer), period);
    present(m_missed, KeyFigures::missed(answer), period);
    present(m_courseCard, m_course, ChartStories::course(answer));
    present(m_wardsCard, m_wards, ChartStories::wards(answer));
    present(m_sentimentsCard, m_sentiments, ChartStories::sentiments(answer));
    present(m_topicsCard, m_topics, ChartStories::topics(answer));
    present(m_funnelCard, m_funnel, ChartStories::funnel(answer));
    present(m_languagesCard, m_languages, ChartStories::languages(answer));
    present(m_methodsCard, m_methods, ChartStories::methods(answer));
    present(m_hoursCard, m_hours, ChartStories::hours(answer));
}

} // namespace accueil
