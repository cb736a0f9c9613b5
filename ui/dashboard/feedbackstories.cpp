#include "ui/dashboard/chartstory.h"
#include "ui/dashboard/figurewords.h"
#include "ui/records/recordwords.h"

#include <QLocale>

#include <algorithm>
#include <functional>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTopics = 8;

using Narrow = std::function<void(StatisticsFilter &, const QString &)>;
using Name = std::function<QString(const QString &)>;

ChartStory<BarChart::Content> groupsStory(const DashboardAnswer &answer, QList<FeedbackGroup> groups, const Name &name,
    const Narrow &narrow, const QStringList &headers, const QString &tooFew, const QString &spoken)
{
    ChartStory<BarChart::Content> story;
    const FeedbackStatistics &now = answer.now.feedback;
    std::stable_sort(groups.begin(), groups.end(), [](const FeedbackGroup &one, const FeedbackGroup &other) {
        return one.figures.responses > other.figures.responses;
    });
    story.content.table.headers = headers;
    for (const FeedbackGroup &group : std::as_const(groups)) {
        const qint64 n = group.figures.responses;
        const QString words = name(group.key);
        BarChart::Row row{
            .name = words, .parts = {}, .words = FigureWords::fewerThan(now.smallestGroup), .note = {}, .whiskers = {}};
        ChartTable::Row cells{.cells = {wordCell(words)}, .spoken = tooFew.arg(words)};
        if (n >= now.smallestGroup) {
            const ShareFigure share{n, now.all.responses};
            const RatingFigure &rating = group.figures.overallExperience;
            row.parts = {{double(n), Hue::Blue, {}}};
            row.words = QLocale().toString(n);
            cells.cells += {countCell(n), percentCell(*share.share()), percentCell(share.interval().low),
                percentCell(share.interval().high)};
            cells.spoken = spoken.arg(words, row.words, FigureWords::number(*share.share() * 100, 0),
                FigureWords::betweenPercents(share.interval()));
            if (rating.n() >= now.smallestGroup) {
                row.note = u"%1 ★"_s.arg(FigureWords::number(*rating.mean(), 2));
                cells.cells += {numberCell(*rating.mean(), 2), countCell(rating.n()),
                    numberCell(rating.interval().low, 2), numberCell(rating.interval().high, 2)};
                cells.spoken += u". "_s + row.note + u", "_s
                    + FigureWords::basis(rating.n(), FigureWords::between(rating.interval(), 2));
            }
            cells.opens = true;
        } else {
            cells.cells += hiddenCell(FigureWords::fewerThan(now.smallestGroup));
        }
        story.content.rows += row;
        story.content.table.rows += cells;
        StatisticsFilter behind = answer.question.during(answer.question.period);
        narrow(behind, group.key);
        story.behind += behind;
    }
    return story;
}

} // namespace

ChartStory<BarChart::Content> ChartStories::topics(const DashboardAnswer &answer)
{
    ChartStory<BarChart::Content> story;
    const FeedbackStatistics &now = answer.now.feedback;
    QStringList topics = now.topics.keys();
    std::stable_sort(topics.begin(), topics.end(),
        [&](const QString &one, const QString &other) { return now.topics.value(one) > now.topics.value(other); });
    topics = topics.mid(0, mostTopics);
    BarChart::Content &content = story.content;
    content.legend = {{tr("Complaints"), Hue::Vermilion}, {tr("Others"), Hue::Blue}};
    content.table.headers = {tr("Topic"), tr("Responses"), tr("of them complaints"),
        tr("Share of responses with a topic, %"), tr("95 % from"), tr("95 % to"), tr("An example")};
    for (const QString &topic : std::as_const(topics)) {
        const qint64 n = now.topics.value(topic);
        const qint64 complaints = now.topicSentiments.value(topic)[size_t(Sentiment::Negative)];
        const QString name = RecordWords::topic(topic);
        BarChart::Row row{
            .name = name, .parts = {}, .words = FigureWords::fewerThan(now.smallestGroup), .note = {}, .whiskers = {}};
        ChartTable::Row cells{.cells = {wordCell(name)}, .spoken = tr("%1: too few answers").arg(name)};
        if (n >= now.smallestGroup) {
            const ShareFigure share{n, now.withTopics};
            const QString example = answer.examples.value(topic).words;
            const QString count = QLocale().toString(complaints);
            row.parts = {{double(complaints), Hue::Vermilion, count}, {double(n - complaints), Hue::Blue, {}}};
            row.words = QLocale().toString(n);
            cells.cells += {countCell(n), countCell(complaints), percentCell(*share.share()),
                percentCell(share.interval().low), percentCell(share.interval().high), wordCell(example)};
            cells.spoken = tr("%1: %2 responses, %3 of them complaints").arg(name, row.words, count);
            if (!example.isEmpty())
                cells.spoken += u". "_s + tr("For example: “%1”").arg(example);
            cells.opens = topicTable.value(topic).has_value();
        } else {
            cells.cells += hiddenCell(FigureWords::fewerThan(now.smallestGroup));
        }
        content.rows += row;
        content.table.rows += cells;
        StatisticsFilter behind = answer.question.during(answer.question.period);
        behind.topic = topicTable.value(topic);
        story.behind += behind;
    }
    story.subject = tr("Responses by topic, several possible · %1").arg(FigureWords::n(now.withTopics));
    if (topics.isEmpty() || now.topics.value(topics.first()) < now.smallestGroup) {
        story.finding = tr("What patients speak about");
        story.missing = tr("Not enough comments whose topic is known");
        return story;
    }
    const QString &first = topics.first();
    const bool isComplaint
        = 2 * now.topicSentiments.value(first)[size_t(Sentiment::Negative)] > now.topics.value(first);
    story.finding = (isComplaint ? tr("Most spoken about, mostly in complaints: %1") : tr("Most spoken about: %1"))
                        .arg(RecordWords::topic(first));
    if (const QString example = answer.examples.value(first).words; !example.isEmpty())
        story.note = tr("“%1”").arg(example);
    return story;
}

ChartStory<BarChart::Content> ChartStories::languages(const DashboardAnswer &answer)
{
    const FeedbackStatistics &now = answer.now.feedback;
    ChartStory<BarChart::Content> story = groupsStory(
        answer, now.byLanguage, [](const QString &key) { return RecordWords::language(*languageTable.value(key)); },
        [](StatisticsFilter &filter, const QString &key) { filter.language = languageTable.value(key); },
        {tr("Language"), tr("Responses"), tr("Share, %"), tr("95 % from"), tr("95 % to"), tr("Mean rating"), tr("n"),
            tr("95 % from"), tr("95 % to")},
        tr("%1: too few answers"), tr("%1: %2 responses, %3 % (%4)"));
    story.subject = tr("Responses by language and their mean rating · %1").arg(FigureWords::n(now.all.responses));
    if (story.content.rows.isEmpty() || story.content.rows.first().parts.isEmpty())
        story.missing = tr("Not enough feedback");
    story.finding = story.missing.isEmpty()
        ? tr("Most answer in this language: %1").arg(story.content.rows.first().name)
        : tr("Languages");
    return story;
}

ChartStory<BarChart::Content> ChartStories::methods(const DashboardAnswer &answer)
{
    const FeedbackStatistics &now = answer.now.feedback;
    ChartStory<BarChart::Content> story = groupsStory(
        answer, now.byMethod, [](const QString &key) { return RecordWords::method(*submissionMethodTable.value(key)); },
        [](StatisticsFilter &filter, const QString &key) { filter.method = submissionMethodTable.value(key); },
        {tr("Taken by"), tr("Responses"), tr("Share, %"), tr("95 % from"), tr("95 % to"), tr("Mean rating"), tr("n"),
            tr("95 % from"), tr("95 % to")},
        tr("%1: too few answers"), tr("%1: %2 responses, %3 % (%4)"));
    story.subject = tr("Responses by how they came and their mean rating · %1").arg(FigureWords::n(now.all.responses));
    if (story.content.rows.isEmpty() || story.content.rows.first().parts.isEmpty())
        story.missing = tr("Not enough feedback");
    story.finding = story.missing.isEmpty() ? tr("Most feedback comes by: %1").arg(story.content.rows.first().name)
                                            : tr("How feedback comes");
    return story;
}

ChartStory<HeatMap::Content> ChartStories::hours(const DashboardAnswer &answer)
{
    ChartStory<HeatMap::Content> story;
    const FeedbackStatistics &now = answer.now.feedback;
    int first = 8;
    int last = 16;
    for (const auto &day : now.hours) {
        for (int hour = 0; hour < 24; ++hour) {
            if (day[size_t(hour)] == 0)
                continue;
            first = std::min(first, hour);
            last = std::max(last, hour);
        }
    }
    HeatMap::Content &content = story.content;
    content.table.headers = {tr("Day"), tr("Hour"), tr("Responses")};
    const QLocale locale;
    //: hour of the day, as in "9 h"
    const QString hourWords = tr("%1 h");
    for (int hour = first; hour <= last; ++hour)
        content.hours += hourWords.arg(hour);
    qint64 most = 0;
    QString finding;
    for (int day = 1; day <= 7; ++day) {
        const QString name = locale.standaloneDayName(day, QLocale::LongFormat);
        content.days += locale.standaloneDayName(day, QLocale::ShortFormat);
        for (int hour = first; hour <= last; ++hour) {
            const qint64 n = now.hours[size_t(day - 1)][size_t(hour)];
            const bool isHidden = n > 0 && n < now.smallestGroup;
            ChartTable::Row row{.cells = {wordCell(name), wordCell(hourWords.arg(hour)),
                                    isHidden ? hiddenCell(FigureWords::fewerThan(now.smallestGroup)) : countCell(n)},
                .spoken = tr("%1, %2: %3")
                              .arg(name, hourWords.arg(hour),
                                  isHidden ? FigureWords::fewerThan(now.smallestGroup) : FigureWords::n(n)),
                .opens = n > 0 && !isHidden};
            content.counts += isHidden ? std::nullopt : std::optional(n);
            content.table.rows += row;
            StatisticsFilter behind = answer.question.during(answer.question.period);
            behind.weekday = day;
            behind.hour = hour;
            story.behind += behind;
            if (n > most && !isHidden) {
                most = n;
                finding = tr("Most feedback comes on this day around this hour: %1, %2").arg(name, hourWords.arg(hour));
            }
        }
    }
    story.subject = tr("Responses by weekday and hour of the hospital · %1 · hatched: too few to be told")
                        .arg(FigureWords::n(now.all.responses));
    story.finding = most > 0 ? finding : tr("When feedback comes");
    if (most == 0)
        story.missing = tr("Not enough feedback");
    return story;
}

} // namespace accueil
