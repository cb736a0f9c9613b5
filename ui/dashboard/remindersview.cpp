#include "ui/dashboard/remindersview.h"

#include "ui/dashboard/cardgrid.h"
#include "ui/dashboard/keyfigures.h"

namespace accueil {

using namespace Qt::StringLiterals;

RemindersView::RemindersView(QWidget *parent)
    : DashboardView(parent)
    , m_delivered(makeFigure(u"remindersDelivered"_s))
    , m_confirmed(makeFigure(u"remindersConfirmed"_s))
    , m_missed(makeFigure(u"appointmentsMissed"_s))
    , m_cost(makeFigure(u"remindersCost"_s))
    , m_funnelCard(makeCard(m_funnel, u"remindersFunnel"_s))
    , m_courseCard(makeCard(m_course, u"remindersCourse"_s))
    , m_arrivedCard(makeCard(m_arrived, u"remindersByChannel"_s))
    , m_confirmedByCard(makeCard(m_confirmedBy, u"confirmationsByChannel"_s))
    , m_wardsCard(makeCard(m_wards, u"remindersByWard"_s))
{
    constexpr int figuresPerRow = 2;
    grid()->addRow({{m_delivered}, {m_confirmed}, {m_missed}, {m_cost}}, figuresPerRow);
    grid()->addRow({{m_funnelCard, 43}, {m_courseCard, 57}});
    grid()->addRow({{m_arrivedCard}, {m_confirmedByCard}, {m_wardsCard}});
}

void RemindersView::fill(const DashboardAnswer &answer)
{
    present(m_delivered, KeyFigures::delivered(answer), {});
    present(m_confirmed, KeyFigures::confirmed(answer), {});
    present(m_missed, KeyFigures::missed(answer), {});
    present(m_cost, KeyFigures::cost(answer), {});
    present(m_funnelCard, m_funnel, ChartStories::funnel(answer));
    present(m_courseCard, m_course, ChartStories::deliveredByWeek(answer));
    present(m_arrivedCard, m_arrived, ChartStories::channels(answer, ChannelMeasure::Arrived));
    present(m_confirmedByCard, m_confirmedBy, ChartStories::channels(answer, ChannelMeasure::Confirmed));
    present(m_wardsCard, m_wards, ChartStories::deliveredByWard(answer));
}

} // namespace accueil
