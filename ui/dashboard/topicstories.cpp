#include "ui/dashboard/chartstory.h"
#include "ui/dashboard/figurewords.h"
#include "ui/records/recordwords.h"

#include <QLocale>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QString topicName(const DashboardAnswer &answer)
{
    const std::optional<Topic> topic = answer.question.filter.topic;
    return topic ? RecordWords::topic(topicTable.key(*topic)) : QString();
}

} // namespace

// How often the chosen topic is spoken of in each ward: of all responses there, so that large wards do not lead by
// their size.
ChartStory<RankChart::Content> ChartStories::topicByWard(const DashboardAnswer &answer)
{
    QMap<QString, qint64> about;
    for (const FeedbackGroup &ward : answer.now.feedback.byWard)
        about.insert(ward.key, ward.figures.responses);
    const FeedbackStatistics whole = answer.whole.value_or(FeedbackStatistics{});
    QList<Ranked> groups;
    for (const FeedbackGroup &ward : whole.byWard) {
        const ShareFigure share{about.value(ward.key), ward.figures.responses};
        const ShareFigure others{answer.now.feedback.all.responses - share.part, whole.all.responses - share.whole};
        const Interval interval = share.interval();
        Ranked group{.name = FigureWords::ward(ward.key),
            .n = share.whole,
            .value = *share.share() * 100,
            .interval = {interval.low * 100, interval.high * 100},
            .comparison = {},
            .isIndicative = share.isIndicative(),
            .opens = !ward.key.isEmpty() && share.part > 0,
            .behind = answer.question.during(answer.question.period)};
        if (others.whole > 0)
            group.comparison = compared(interval, others.interval());
        group.behind.ward = ward.key;
        groups += group;
    }
    ChartStory<RankChart::Content> story = ranking(groups, {.above = tr("more often"), .below = tr("less often")},
        tr("Ward"), tr("Share of its responses, %"), answer.now.feedback.smallestGroup);
    story.finding = tr("Where it is spoken of: %1").arg(topicName(answer));
    // More of a topic is neither good nor bad, so that none is drawn as a warning.
    for (RankChart::Row &row : story.content.rows) {
        if (row.standing == RankChart::Standing::Below)
            row.standing = RankChart::Standing::Above;
    }
    story.subject
        = tr("Share of the responses of each ward, %, 95 % interval · %1").arg(FigureWords::n(whole.all.responses));
    return story;
}

// The share of the week's responses that speak of it, whoever speaks more or less in all.
ChartStory<TimeChart::Content> ChartStories::topicByWeek(const DashboardAnswer &answer)
{
    QList<WeekShare> weeks;
    QMap<QString, qint64> about;
    for (const FeedbackGroup &week : answer.course.byWeek)
        about.insert(week.key, week.figures.responses);
    for (const FeedbackGroup &week : answer.wholeCourse.byWeek)
        weeks += {QDate::fromString(week.key, Qt::ISODate), {about.value(week.key), week.figures.responses}, true};
    ChartStory<TimeChart::Content> story = shares(answer, weeks, tr("Share of responses, %"));
    story.finding = tr("How often it is spoken of: %1").arg(topicName(answer));
    story.subject = tr("Share of the responses of each week, % · %1 · bars: 95 % interval")
                        .arg(FigureWords::n(answer.wholeCourse.all.responses));
    return story;
}

// Of the reminders of each week whose fate is known.
ChartStory<TimeChart::Content> ChartStories::deliveredByWeek(const DashboardAnswer &answer)
{
    QList<WeekShare> weeks;
    qint64 n = 0;
    const QMap<QString, ReminderFigures> &course = answer.courseReminders.byWeek;
    for (auto week = course.cbegin(); week != course.cend(); ++week) {
        weeks += {QDate::fromString(week.key(), Qt::ISODate), week->delivered(), false};
        n += week->delivered().whole;
    }
    ChartStory<TimeChart::Content> story = shares(answer, weeks, tr("Arrived, %"));
    story.finding = tr("Reminders that arrived, week by week");
    story.subject = tr("Share of those whose fate is known, % · %1 · bars: 95 % interval").arg(FigureWords::n(n));
    return story;
}

ChartStory<TimeChart::Content> ChartStories::shares(
    const DashboardAnswer &answer, const QList<WeekShare> &known, const QString &header)
{
    ChartStory<TimeChart::Content> story;
    TimeChart::Content &content = story.content;
    content.lowest = 0;
    content.highest = 100;
    content.decimals = 0;
    content.table.headers = {tr("Week of"), header, tr("n"), tr("95 % from"), tr("95 % to")};
    const int smallest = answer.now.feedback.smallestGroup;
    QMap<QDate, WeekShare> weeks;
    for (const WeekShare &week : known)
        weeks.insert(week.monday, week);
    const Period course = answer.question.course();
    int shown = 0;
    for (QDate monday = weeks.isEmpty() ? QDate() : weeks.firstKey(); monday.isValid() && monday <= course.last;
         monday = monday.addDays(7)) {
        const WeekShare week = weeks.value(monday);
        TimeChart::Point point{.label = PeriodWords::week(monday), .mean = {}, .interval = {}, .limits = {}};
        ChartTable::Row row{.cells = {wordCell(QLocale().toString(monday, QLocale::ShortFormat))},
            .spoken = tr("%1: too few answers").arg(PeriodWords::weekOf(monday))};
        if (week.share.whole >= smallest) {
            const Interval interval = week.share.interval();
            point.mean = *week.share.share() * 100;
            point.interval = {interval.low * 100, interval.high * 100};
            row.spoken = tr("%1: %2 %, %3")
                             .arg(PeriodWords::weekOf(monday), FigureWords::number(*point.mean, 0),
                                 FigureWords::basis(week.share.whole, FigureWords::betweenPercents(interval)));
            row.cells += {percentCell(*week.share.share()), countCell(week.share.whole), percentCell(interval.low),
                percentCell(interval.high)};
            row.opens = week.opens && week.share.part > 0;
            ++shown;
        } else {
            row.cells += hiddenCell(FigureWords::fewerThan(smallest));
        }
        content.points += point;
        content.table.rows += row;
        story.behind
            += answer.question.during({std::max(monday, course.first), std::min(monday.addDays(6), course.last)});
    }
    if (shown < 2)
        story.missing = tr("Not enough for a course: two weeks with %n or more are needed", nullptr, smallest);
    return story;
}

} // namespace accueil
