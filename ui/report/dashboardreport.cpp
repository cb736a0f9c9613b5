#include "ui/report/dashboardreport.h"

#include "app/domain/controlband.h"
#include "ui/dashboard/chartstory.h"
#include "ui/dashboard/keyfigures.h"
#include "ui/report/reportsheets.h"

#include <QLocale>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Everything that a report shows, worked out once.
struct Stories
{
    explicit Stories(const DashboardAnswer &answer)
        : course(ChartStories::course(answer))
        , wards(ChartStories::wards(answer))
        , questions(ChartStories::questions(answer))
        , sentiments(ChartStories::sentiments(answer))
        , topics(ChartStories::topics(answer))
        , languages(ChartStories::languages(answer))
        , methods(ChartStories::methods(answer))
        , hours(ChartStories::hours(answer))
        , funnel(ChartStories::funnel(answer))
        , figures({KeyFigures::satisfaction(answer), KeyFigures::recommendation(answer), KeyFigures::responses(answer),
              KeyFigures::delivered(answer), KeyFigures::confirmed(answer), KeyFigures::missed(answer)})
    {
    }
    ChartStory<TimeChart::Content> course;
    ChartStory<RankChart::Content> wards;
    ChartStory<RankChart::Content> questions;
    ChartStory<ColumnChart::Content> sentiments;
    ChartStory<BarChart::Content> topics;
    ChartStory<BarChart::Content> languages;
    ChartStory<BarChart::Content> methods;
    ChartStory<HeatMap::Content> hours;
    ChartStory<BarChart::Content> funnel;
    QList<KeyFigure::Content> figures;
};

template <typename Picture, typename Content>
void draw(ReportSheets &sheets, const ChartStory<Content> &story, qreal height)
{
    Picture picture;
    picture.setContent(story.content);
    sheets.chart(&picture, story.finding, story.subject, story.missing, story.note, height);
}

template <typename Content>
void tabulate(ReportSheets &sheets, const ChartStory<Content> &story)
{
    if (story.missing.isEmpty())
        sheets.table(story.finding, story.content.table);
}

void drawCharts(ReportSheets &sheets, const Stories &stories)
{
    constexpr qreal row = 25; // of a ranking
    draw<TimeChart>(sheets, stories.course, 250);
    draw<RankChart>(
        sheets, stories.wards, row * double(std::max<qsizetype>(3, stories.wards.content.rows.size())) + 30);
    draw<RankChart>(sheets, stories.questions, row * 5 + 30);
    draw<ColumnChart>(sheets, stories.sentiments, 200);
    draw<BarChart>(
        sheets, stories.topics, row * double(std::max<qsizetype>(3, stories.topics.content.rows.size())) + 30);
    draw<BarChart>(sheets, stories.funnel, 130);
    draw<BarChart>(
        sheets, stories.languages, row * double(std::max<qsizetype>(2, stories.languages.content.rows.size())) + 8);
    draw<BarChart>(
        sheets, stories.methods, row * double(std::max<qsizetype>(2, stories.methods.content.rows.size())) + 8);
    draw<HeatMap>(sheets, stories.hours, 210);
}

} // namespace

QString DashboardReport::monthName(const QDate &month)
{
    //: pattern of a month and its year: "October 2026"
    return QLocale().toString(month, tr("MMMM yyyy"));
}

QByteArray DashboardReport::pdf(const DashboardAnswer &answer, const ReportHead &head)
{
    const Stories stories(answer);
    const QStringList method{
        tr("Every figure is counted anew from the feedback and reminders of the period; its last day is included. n is "
           "the "
           "number of answers that it rests on: a question that somebody left out is in no denominator."),
        tr("Intervals are 95 % intervals: of shares by Wilson's score (1927), of means and of the recommendation score "
           "by the "
           "bootstrap (Efron, Tibshirani 1993)."),
        tr("Two figures are called different only where their intervals do not overlap; what cannot be told from the "
           "others is "
           "grey. Figures of fewer than 30 answers are indicative, and nothing is called better or worse by them."),
        tr("Groups of fewer than %1 answers are not shown, so that nobody can be recognised.")
            .arg(answer.now.feedback.smallestGroup),
        tr("The usual range is that of a control chart: the mean of the weeks shown and three standard errors around "
           "it, from "
           "the spread within the weeks (Montgomery 2013). A week outside it is a signal to look for a cause."),
        tr("The recommendation score is the share of 9 and 10 minus the share of 0 to 6 (Reichheld 2003), from −100 to "
           "+100. "
           "Different scales are never averaged with each other."),
        tr("Sentiment and topics are read from words in French and English by a program, corrected by people; a rating "
           "that "
           "somebody gave is never changed by it."),
        tr("Reminders whose fate is not known are in no share. Changes are against the period of as many days just "
           "before: %1.")
            .arg(PeriodWords::of(answer.question.period.before())),
    };
    const auto lay = [&](int total) {
        const QString title = tr("What patients say – %1").arg(head.period);
        ReportSheets sheets(title, u"%1 · %2"_s.arg(head.hospital, title), total);
        sheets.cover(tr("What patients say"), head.period,
            {head.hospital, tr("Report for the board, made on %1").arg(head.made),
                tr("Aggregates only: no patient is named, groups of fewer than %1 are not shown.")
                    .arg(answer.now.feedback.smallestGroup)});
        sheets.newSheet();
        sheets.heading(tr("In short"));
        sheets.figures(stories.figures);
        for (const QString &finding : {stories.course.finding, stories.wards.finding, stories.sentiments.finding,
                 stories.topics.finding, stories.funnel.finding})
            sheets.paragraph(u"•  "_s + finding);
        sheets.newSheet();
        sheets.heading(tr("Charts"));
        drawCharts(sheets, stories);
        sheets.newSheet();
        sheets.heading(tr("Tables"));
        tabulate(sheets, stories.course);
        tabulate(sheets, stories.wards);
        tabulate(sheets, stories.questions);
        tabulate(sheets, stories.sentiments);
        ChartStory<BarChart::Content> topics = stories.topics; // the examples have no room beside the figures
        topics.content.table.headers.removeLast();
        for (ChartTable::Row &row : topics.content.table.rows)
            row.cells.resize(std::min(row.cells.size(), topics.content.table.headers.size()));
        tabulate(sheets, topics);
        tabulate(sheets, stories.funnel);
        tabulate(sheets, stories.languages);
        tabulate(sheets, stories.methods);
        sheets.heading(tr("How this was counted"));
        for (const QString &words : method)
            sheets.paragraph(words);
        const QByteArray bytes = sheets.finish();
        return std::pair(bytes, sheets.count());
    };
    return lay(lay(0).second).first; // the foot says of how many
}

} // namespace accueil
