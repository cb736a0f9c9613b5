#include "ui/dashboard/chartstory.h"
#include "ui/dashboard/figurewords.h"
#include "ui/records/recordwords.h"

#include <QLocale>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRows = 16; // that have room below each other

Interval inPercent(const Interval &interval)
{
    return {interval.low * 100, interval.high * 100};
}

// Of few answers nothing is called better or worse.
RankChart::Standing standingOf(const Ranked &group)
{
    if (group.isIndicative || !group.comparison || *group.comparison == Comparison::Overlaps)
        return RankChart::Standing::Same;
    return *group.comparison == Comparison::Higher ? RankChart::Standing::Above : RankChart::Standing::Below;
}

QString wordsOf(double value, const RankScale &scale)
{
    return scale.hasSign ? FigureWords::withSign(value, scale.decimals) : FigureWords::number(value, scale.decimals);
}

const RankScale ratingScale{.lowest = 1, .highest = 5, .decimals = 2, .axisDecimals = 1};
const RankScale scoreScale{.lowest = -100, .highest = 100, .hasSign = true};
const RankScale percentScale{};

Ranked rankedShare(const QString &name, const ShareFigure &share)
{
    Ranked group{.name = name,
        .n = share.whole,
        .value = {},
        .interval = inPercent(share.interval()),
        .comparison = {},
        .isIndicative = share.isIndicative(),
        .behind = {}};
    if (share.share())
        group.value = *share.share() * 100;
    return group;
}

Ranked rankedRating(const QString &name, const RatingFigure &figure)
{
    return {.name = name,
        .n = figure.n(),
        .value = figure.mean(),
        .interval = figure.interval(),
        .comparison = {},
        .isIndicative = figure.isIndicative(),
        .behind = {}};
}

QStringList namesOf(const RankChart::Content &content, RankChart::Standing standing)
{
    QStringList names;
    for (const RankChart::Row &row : content.rows) {
        if (row.value && row.standing == standing)
            names += row.name;
    }
    return names;
}

} // namespace

ChartStory<RankChart::Content> ChartStories::ranking(
    QList<Ranked> groups, RankScale scale, const QString &groupHeader, const QString &figureHeader, int smallest)
{
    if (scale.above.isEmpty()) {
        scale.above = tr("better");
        scale.below = tr("worse");
    }
    ChartStory<RankChart::Content> story;
    const auto isShown = [smallest](const Ranked &group) { return group.value && group.n >= smallest; };
    std::stable_sort(groups.begin(), groups.end(), [&](const Ranked &one, const Ranked &other) {
        return isShown(one) != isShown(other) ? isShown(one) : isShown(one) && *one.value > *other.value;
    });
    const qsizetype all = groups.size();
    if (all > mostRows) {
        const auto shown = std::count_if(groups.begin(), groups.end(), isShown);
        groups.remove(mostRows / 2, std::max<qsizetype>(0, shown - mostRows));
        groups.resize(std::min(groups.size(), mostRows));
        story.note = tr("The best and the last ones; %n more are not drawn", nullptr, int(all - groups.size()));
    }
    RankChart::Content &content = story.content;
    content.lowest = scale.lowest;
    content.highest = scale.highest;
    content.decimals = scale.axisDecimals;
    content.table.headers
        = {groupHeader, figureHeader, tr("n"), tr("95 % from"), tr("95 % to"), tr("Against all others")};
    for (const Ranked &group : std::as_const(groups)) {
        RankChart::Row row{.name = group.name,
            .count = FigureWords::fewerThan(smallest),
            .value = {},
            .interval = {},
            .words = u"–"_s};
        ChartTable::Row cells{.cells = {wordCell(group.name)}, .spoken = tr("%1: too few answers").arg(group.name)};
        if (isShown(group)) {
            row.count = FigureWords::n(group.n);
            row.value = group.value;
            row.interval = group.interval;
            row.standing = standingOf(group);
            row.isIndicative = group.isIndicative;
            row.words = wordsOf(*group.value, scale);
            const QString standing = row.isIndicative        ? tr("indicative")
                : row.standing == RankChart::Standing::Above ? scale.above
                : row.standing == RankChart::Standing::Below ? scale.below
                : group.comparison                           ? tr("no clear difference")
                                                             : QString();
            cells.spoken = tr("%1: %2, %3")
                               .arg(group.name, row.words,
                                   FigureWords::basis(group.n, FigureWords::between(row.interval, scale.decimals)));
            if (group.comparison && !standing.isEmpty())
                cells.spoken = tr("%1; against all others: %2").arg(cells.spoken, standing);
            cells.cells += {numberCell(*group.value, scale.decimals), countCell(group.n),
                numberCell(row.interval.low, scale.decimals), numberCell(row.interval.high, scale.decimals),
                wordCell(standing)};
            cells.opens = group.opens;
        } else {
            cells.cells += hiddenCell(FigureWords::fewerThan(smallest));
        }
        content.rows += row;
        content.table.rows += cells;
        story.behind += group.behind;
    }
    if (std::none_of(groups.begin(), groups.end(), isShown))
        story.missing = tr("Nothing has %n answer(s) yet", nullptr, smallest);
    return story;
}

ChartStory<RankChart::Content> ChartStories::wards(const DashboardAnswer &answer, WardMeasure measure)
{
    const FeedbackStatistics &now = answer.now.feedback;
    QList<Ranked> groups;
    for (const FeedbackGroup &ward : now.byWard) {
        const QString name = FigureWords::ward(ward.key);
        Ranked group;
        switch (measure) {
        case WardMeasure::Overall:
            group = rankedRating(name, ward.figures.overallExperience);
            group.comparison = ward.overall;
            break;
        case WardMeasure::Positive:
            group = rankedShare(name, ward.figures.overallExperience.positive());
            group.comparison = ward.positive;
            break;
        case WardMeasure::Recommendation: {
            const RecommendationFigure &figure = ward.figures.recommendation;
            group = {.name = name,
                .n = figure.n(),
                .value = figure.score(),
                .interval = figure.interval(),
                .comparison = ward.recommendation,
                .isIndicative = figure.isIndicative(),
                .behind = {}};
            break;
        }
        }
        group.opens = !ward.key.isEmpty();
        group.behind = answer.question.during(answer.question.period);
        group.behind.ward = ward.key;
        groups += group;
    }
    const bool isScore = measure == WardMeasure::Recommendation;
    const bool isShare = measure == WardMeasure::Positive;
    ChartStory<RankChart::Content> story = ranking(groups,
        isScore       ? scoreScale
            : isShare ? percentScale
                      : ratingScale,
        tr("Ward"),
        isScore       ? tr("NPS")
            : isShare ? tr("Positive, %")
                      : tr("Mean rating"),
        now.smallestGroup);
    const QString subject = isScore ? tr("Recommendation, 9 and 10 minus 0 to 6, 95 % interval · %1")
        : isShare                   ? tr("Share of 4 and 5 stars, %, 95 % interval · %1")
                                    : tr("Overall rating, 95 % interval · %1");
    const qint64 n = isScore ? now.all.recommendation.n() : now.all.overallExperience.n();
    story.subject = subject.arg(FigureWords::n(n)) + u" · "_s
        + tr("grey: cannot be told from the others · hollow: indicative, n < 30");
    if (n >= now.smallestGroup) {
        const ShareFigure positive = now.all.overallExperience.positive();
        story.content.reference = isScore ? now.all.recommendation.score()
            : isShare                     ? std::optional(*positive.share() * 100)
                                          : now.all.overallExperience.mean();
        story.subject += u" · "_s
            + tr("dashed: all, %1")
                  .arg(wordsOf(*story.content.reference,
                      isScore       ? scoreScale
                          : isShare ? percentScale
                                    : ratingScale));
    }
    const QStringList lower = namesOf(story.content, RankChart::Standing::Below);
    const QStringList higher = namesOf(story.content, RankChart::Standing::Above);
    story.finding = lower.size() == 1 ? tr("%1: clearly below the other wards").arg(lower.first())
        : lower.size() > 1            ? tr("%n wards are clearly below the others", nullptr, int(lower.size()))
        : higher.size() == 1          ? tr("%1: clearly above the other wards").arg(higher.first())
        : higher.size() > 1           ? tr("%n wards are clearly above the others", nullptr, int(higher.size()))
                                      : tr("No ward can be told from the others");
    return story;
}

// Each question on its own; their scale is the same, but they are never averaged with each other.
ChartStory<RankChart::Content> ChartStories::questions(const DashboardAnswer &answer)
{
    const FeedbackFigures &now = answer.now.feedback.all;
    const bool isPart = answer.whole.has_value();
    const FeedbackFigures others = isPart ? answer.whole->all - now : FeedbackFigures{};
    QList<Ranked> groups;
    const auto add = [&](const QString &name, RatingFigure FeedbackFigures::*question) {
        Ranked group = rankedRating(name, now.*question);
        if (isPart && (now.*question).n() > 0 && (others.*question).n() > 0)
            group.comparison = compared((now.*question).interval(), (others.*question).interval());
        groups += group;
    };
    add(tr("Treatment"), &FeedbackFigures::treatmentSatisfaction);
    add(tr("Explanations"), &FeedbackFigures::communicationRating);
    add(tr("Rooms and equipment"), &FeedbackFigures::facilityRating);
    add(tr("Overall"), &FeedbackFigures::overallExperience);
    add(tr("Faces"), &FeedbackFigures::emojiRating);
    ChartStory<RankChart::Content> story
        = ranking(groups, ratingScale, tr("Question"), tr("Mean"), answer.now.feedback.smallestGroup);
    story.subject = tr("Mean of each question, 1 to 5, 95 % interval");
    if (isPart)
        story.subject += u" · "_s + tr("grey: cannot be told from the rest of the hospital");
    const QStringList lower = namesOf(story.content, RankChart::Standing::Below);
    const QStringList higher = namesOf(story.content, RankChart::Standing::Above);
    story.finding = !lower.isEmpty() ? tr("Clearly below the rest of the hospital: %1").arg(lower.join(u", "_s))
        : !higher.isEmpty()          ? tr("Clearly above the rest of the hospital: %1").arg(higher.join(u", "_s))
        : isPart                     ? tr("No question stands out from the rest of the hospital")
                                     : tr("What patients rate, question by question");
    return story;
}

// Of the wards whose patients were reminded.
ChartStory<RankChart::Content> ChartStories::deliveredByWard(const DashboardAnswer &answer)
{
    QList<Ranked> groups;
    const QMap<QString, ReminderFigures> &wards = answer.now.reminders.byWard;
    for (auto ward = wards.cbegin(); ward != wards.cend(); ++ward)
        groups += rankedShare(FigureWords::ward(ward.key()), ward->delivered());
    ChartStory<RankChart::Content> story
        = ranking(groups, percentScale, tr("Ward"), tr("Arrived, %"), answer.now.feedback.smallestGroup);
    const ShareFigure all = answer.now.reminders.all.delivered();
    story.content.reference
        = all.whole >= answer.now.feedback.smallestGroup ? std::optional(*all.share() * 100) : std::nullopt;
    story.finding = tr("Reminders that arrived, by ward of the patient");
    story.subject = tr("Share of those whose fate is known, %, 95 % interval · %1").arg(FigureWords::n(all.whole));
    return story;
}

ChartStory<RankChart::Content> ChartStories::channels(const DashboardAnswer &answer, ChannelMeasure measure)
{
    QList<Ranked> groups;
    qint64 n = 0;
    for (const auto &channel : channelTable.rows) {
        const ReminderFigures figures = answer.now.reminders.byChannel.value(channel.key.toString());
        if (figures.reminders == 0)
            continue;
        const ShareFigure share = measure == ChannelMeasure::Arrived ? figures.delivered() : figures.confirmed();
        n += share.whole;
        groups += rankedShare(RecordWords::channel(channel.value), share);
    }
    const bool isArrived = measure == ChannelMeasure::Arrived;
    ChartStory<RankChart::Content> story = ranking(groups, percentScale, tr("Channel"),
        isArrived ? tr("Arrived, %") : tr("Confirmed, %"), answer.now.feedback.smallestGroup);
    story.finding = isArrived ? tr("Reminders that arrived, by channel") : tr("Appointments confirmed, by channel");
    story.subject = (isArrived ? tr("Share of those whose fate is known, %, 95 % interval · %1")
                               : tr("Share of the reminders that left about an appointment, %, 95 % interval · %1"))
                        .arg(FigureWords::n(n));
    if (isArrived)
        story.note = tr("Email does not tell whether it arrived.");
    return story;
}

} // namespace accueil
