#include "app/domain/controlband.h"
#include "ui/dashboard/chartstory.h"
#include "ui/dashboard/figurewords.h"
#include "ui/records/recordwords.h"

#include <QLocale>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostColumns = 13; // of weeks; more would have no room for their shares

QDate mondayOf(const FeedbackGroup &week)
{
    return QDate::fromString(week.key, Qt::ISODate);
}

// All weeks of the period, also those without feedback, so that time runs evenly.
QList<FeedbackGroup> allWeeks(const DashboardAnswer &answer)
{
    QMap<QDate, FeedbackGroup> known;
    for (const FeedbackGroup &week : answer.course.byWeek)
        known.insert(mondayOf(week), week);
    if (known.isEmpty())
        return {};
    QList<FeedbackGroup> weeks;
    for (QDate monday = known.firstKey(); monday <= answer.question.period.last; monday = monday.addDays(7))
        weeks += known.value(monday, FeedbackGroup{.key = monday.toString(Qt::ISODate)});
    return weeks;
}

StatisticsFilter behindWeek(const DashboardAnswer &answer, const QDate &monday)
{
    const Period course = answer.question.course();
    return answer.question.during({std::max(monday, course.first), std::min(monday.addDays(6), course.last)});
}

} // namespace

ChartStory<TimeChart::Content> ChartStories::course(const DashboardAnswer &answer)
{
    ChartStory<TimeChart::Content> story;
    const QList<FeedbackGroup> weeks = allWeeks(answer);
    const int smallest = answer.course.smallestGroup;
    const auto isShown
        = [smallest](const FeedbackGroup &week) { return week.figures.overallExperience.n() >= smallest; };
    QList<RatingFigure> figures;
    qint64 n = 0;
    for (const FeedbackGroup &week : weeks) {
        figures += isShown(week) ? week.figures.overallExperience : RatingFigure{};
        n += figures.last().n();
    }
    const std::optional<ControlBand> band = controlBand(figures);
    TimeChart::Content &content = story.content;
    content.table.headers
        = {tr("Week of"), tr("Mean rating"), tr("n"), tr("95 % from"), tr("95 % to"), tr("Usual from"), tr("Usual to")};
    int shown = 0;
    int outside = 0;
    std::optional<qsizetype> latest;
    for (qsizetype i = 0; i < weeks.size(); ++i) {
        const FeedbackGroup &week = weeks.at(i);
        const QDate monday = mondayOf(week);
        const RatingFigure &figure = figures.at(i);
        TimeChart::Point point{.label = PeriodWords::week(monday), .mean = figure.mean(), .interval = {}, .limits = {}};
        ChartTable::Row row{.cells = {wordCell(QLocale().toString(monday, QLocale::ShortFormat))},
            .spoken = tr("%1: too few answers").arg(PeriodWords::weekOf(monday))};
        if (band)
            point.limits = band->limits.at(i);
        if (point.mean) {
            point.interval = figure.interval();
            row.spoken = tr("%1: %2 of 5, %3")
                             .arg(PeriodWords::weekOf(monday), FigureWords::number(*point.mean, 2),
                                 FigureWords::basis(figure.n(), FigureWords::between(point.interval, 2)));
            row.cells += {numberCell(*point.mean, 2), countCell(figure.n()), numberCell(point.interval.low, 2),
                numberCell(point.interval.high, 2)};
            row.opens = true;
            ++shown;
            latest = i;
            if (point.limits && !point.limits->holds(*point.mean)) {
                ++outside;
                row.spoken += u". "_s
                    + (*point.mean < point.limits->low ? tr("Below the usual range") : tr("Above the usual range"));
            }
        } else {
            row.cells += {hiddenCell(FigureWords::fewerThan(smallest)), hiddenCell({}), hiddenCell({}), hiddenCell({})};
        }
        if (point.limits)
            row.cells += {numberCell(point.limits->low, 2), numberCell(point.limits->high, 2)};
        content.points += point;
        content.table.rows += row;
        story.behind += behindWeek(answer, monday);
    }
    if (shown < 2)
        story.missing
            = tr("Not enough feedback for a course: two weeks with %n answer(s) or more are needed", nullptr, smallest);
    story.finding = tr("Satisfaction by week");
    story.subject = tr("Mean of the overall rating, 1 to 5 · %1 · bars: 95 % interval").arg(FigureWords::n(n));
    if (!band || !latest)
        return story;
    content.centre = band->centre;
    const TimeChart::Point &point = content.points.at(*latest);
    content.centreWords = tr("centre %1").arg(FigureWords::number(band->centre, 2));
    content.lowWords = tr("limit %1").arg(FigureWords::number(point.limits->low, 2));
    content.highWords = tr("limit %1").arg(FigureWords::number(point.limits->high, 2));
    story.subject
        = tr("Mean of the overall rating, 1 to 5 · %1 · band: usual range, three standard errors · bars: 95 % interval")
              .arg(FigureWords::n(n));
    if (*point.mean < point.limits->low)
        story.finding = tr("Satisfaction has fallen below its usual range");
    else if (*point.mean > point.limits->high)
        story.finding = tr("Satisfaction is above its usual range");
    else if (outside > 0)
        story.finding = tr("Satisfaction is back in its usual range, after %n unusual week(s)", nullptr, outside);
    else
        story.finding = tr("Satisfaction stays in its usual range, no clear change");
    return story;
}

ChartStory<ColumnChart::Content> ChartStories::sentiments(const DashboardAnswer &answer)
{
    ChartStory<ColumnChart::Content> story;
    const int smallest = answer.course.smallestGroup;
    constexpr std::array order{Sentiment::Negative, Sentiment::Neutral, Sentiment::Positive};
    constexpr std::array hues{Hue::Vermilion, Hue::Grey, Hue::Blue};
    ColumnChart::Content &content = story.content;
    content.table.headers = {tr("Week of"), tr("n")};
    for (size_t i = 0; i < order.size(); ++i) {
        content.parts += {RecordWords::sentiment(order[i]), hues[i]};
        content.table.headers += {tr("%1, %").arg(RecordWords::sentiment(order[i])), tr("95 % from"), tr("95 % to")};
    }
    QList<FeedbackGroup> weeks = allWeeks(answer);
    weeks = weeks.mid(std::max<qsizetype>(0, weeks.size() - mostColumns));
    int shown = 0;
    for (const FeedbackGroup &week : std::as_const(weeks)) {
        const QDate monday = mondayOf(week);
        const qint64 judged = week.figures.judged();
        ColumnChart::Column column{.label = PeriodWords::week(monday), .shares = {}};
        ChartTable::Row row{.cells = {wordCell(QLocale().toString(monday, QLocale::ShortFormat))}};
        if (judged < smallest) {
            row.cells += hiddenCell(FigureWords::fewerThan(smallest));
            row.spoken = tr("%1: too few answers").arg(PeriodWords::weekOf(monday));
        } else {
            row.cells += countCell(judged);
            QStringList parts;
            for (const Sentiment sentiment : order) {
                const ShareFigure share = week.figures.sentiment(sentiment);
                column.shares += *share.share();
                row.cells += {
                    percentCell(*share.share()), percentCell(share.interval().low), percentCell(share.interval().high)};
                parts += tr("%1 %2 % (%3)")
                             .arg(RecordWords::sentiment(sentiment), FigureWords::number(*share.share() * 100, 0),
                                 FigureWords::betweenPercents(share.interval()));
            }
            row.spoken = tr("%1: %2; %3").arg(PeriodWords::weekOf(monday), parts.join(u", "_s), FigureWords::n(judged));
            row.opens = true;
            ++shown;
        }
        content.columns += column;
        content.table.rows += row;
        story.behind += behindWeek(answer, monday);
    }
    const FeedbackFigures &all = answer.now.feedback.all;
    const ShareFigure positive = all.sentiment(Sentiment::Positive);
    if (shown == 0)
        story.missing = tr("Not enough comments that could be judged");
    if (all.judged() < smallest) {
        story.finding = tr("What is said, week by week");
        story.subject = tr("Share of the judged comments, %");
        return story;
    }
    story.finding = tr("%1 of 10 comments are positive").arg(qRound(*positive.share() * 10));
    story.subject = tr("Share of the judged comments by week, % · period: %1")
                        .arg(FigureWords::basis(positive.whole, FigureWords::betweenPercents(positive.interval())));
    return story;
}

} // namespace accueil
