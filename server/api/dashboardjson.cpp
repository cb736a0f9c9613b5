#include "server/api/dashboardjson.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QStringView comparisonKey(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Higher:
        return u"higher";
    case Comparison::Lower:
        return u"lower";
    case Comparison::Overlaps:
        return u"overlaps";
    }
    Q_UNREACHABLE();
}

void writeInterval(ObjectWriter &object, const Interval &interval, qint64 n)
{
    object.member("low", n > 0 ? std::optional(interval.low) : std::nullopt);
    object.member("high", n > 0 ? std::optional(interval.high) : std::nullopt);
    object.member("indicative", n < enoughAnswers);
}

void writeShare(ObjectWriter &parent, QByteArrayView name, const ShareFigure &figure)
{
    parent.begin(name);
    ObjectWriter object(parent.json());
    object.member("n", figure.whole);
    object.member("part", figure.part);
    object.member("share", figure.share());
    writeInterval(object, figure.interval(), figure.whole);
}

void writeRating(ObjectWriter &parent, QByteArrayView name, const RatingFigure &figure, qint64 responses)
{
    parent.begin(name);
    ObjectWriter object(parent.json());
    object.member("n", figure.n());
    object.member("blank", responses - figure.n());
    object.member("mean", figure.mean());
    writeInterval(object, figure.interval(), figure.n());
    object.begin("counts");
    object.json().beginArray();
    for (const qint64 count : figure.counts)
        object.json().value(count);
    object.json().endArray();
    writeShare(object, "top_box", figure.topBox());
    writeShare(object, "positive", figure.positive());
    writeShare(object, "negative", figure.negative());
}

void writeRecommendation(ObjectWriter &parent, const RecommendationFigure &figure, qint64 responses)
{
    parent.begin("recommendation");
    ObjectWriter object(parent.json());
    object.member("answers", figure.n());
    object.member("blank", responses - figure.n());
    object.member("promoters", figure.promoters());
    object.member("passives", figure.passives());
    object.member("detractors", figure.detractors());
    object.member("net_promoter_score", figure.score());
    writeInterval(object, figure.interval(), figure.n());
}

// The members that every number of responses has.
void writeFigures(ObjectWriter &object, const FeedbackFigures &figures)
{
    object.member("responses", figures.responses);
    object.member("not_matched", figures.notMatched);
    object.begin("ratings");
    {
        ObjectWriter ratings(object.json());
        writeRating(ratings, "treatment_satisfaction", figures.treatmentSatisfaction, figures.responses);
        writeRating(ratings, "communication_rating", figures.communicationRating, figures.responses);
        writeRating(ratings, "facility_rating", figures.facilityRating, figures.responses);
        writeRating(ratings, "overall_experience", figures.overallExperience, figures.responses);
        writeRating(ratings, "emoji_rating", figures.emojiRating, figures.responses);
    }
    writeRecommendation(object, figures.recommendation, figures.responses);
    object.begin("sentiment");
    ObjectWriter sentiment(object.json());
    for (const auto &row : sentimentTable.rows)
        writeShare(sentiment, row.key.toString().toLatin1(), figures.sentiment(row.value));
    sentiment.member("not_judged", figures.responses - figures.judged());
}

void writeComparison(ObjectWriter &object, QByteArrayView name, const std::optional<Comparison> &comparison)
{
    object.textOrNull(name, comparison ? comparisonKey(*comparison) : QStringView());
}

void writeGroups(ObjectWriter &parent, QByteArrayView name, const QList<FeedbackGroup> &groups, int smallestGroup)
{
    parent.begin(name);
    parent.json().beginArray();
    for (const FeedbackGroup &group : groups) {
        ObjectWriter object(parent.json());
        object.textOrNull("key", group.key);
        writeFigures(object, group.figures);
        object.member("comments_hidden", group.hidesComments(smallestGroup));
        object.begin("compared_to_others");
        ObjectWriter compared(object.json());
        writeComparison(compared, "overall_experience", group.overall);
        writeComparison(compared, "positive", group.positive);
        writeComparison(compared, "net_promoter_score", group.recommendation);
    }
    parent.json().endArray();
}

void writeTopics(ObjectWriter &parent, const FeedbackStatistics &statistics)
{
    parent.begin("topics");
    parent.json().beginArray();
    for (auto topic = statistics.topics.cbegin(); topic != statistics.topics.cend(); ++topic) {
        ObjectWriter object(parent.json());
        object.member("key", topic.key());
        const ShareFigure figure{*topic, statistics.withTopics};
        object.member("n", figure.whole);
        object.member("part", figure.part);
        object.member("share", figure.share());
        writeInterval(object, figure.interval(), figure.whole);
        object.member("comments_hidden", figure.part < statistics.smallestGroup);
    }
    parent.json().endArray();
    parent.member("without_topics", statistics.all.responses - statistics.withTopics);
}

void writeCounts(ObjectWriter &object, QByteArrayView name, const QMap<QString, qint64> &counts)
{
    object.begin(name);
    JsonWriter &json = object.json();
    json.beginObject();
    for (auto entry = counts.begin(); entry != counts.end(); ++entry) {
        json.textKey(entry.key());
        json.value(entry.value());
    }
    json.endObject();
}

QMap<QString, qint64> responsesOf(const QList<FeedbackGroup> &groups)
{
    QMap<QString, qint64> counts;
    for (const FeedbackGroup &group : groups)
        counts.insert(group.key, group.figures.responses);
    return counts;
}

QMap<QString, qint64> statusesOf(const ReminderFigures &figures)
{
    QMap<QString, qint64> counts;
    for (const auto &row : reminderStatusTable.rows) {
        if (figures.with(row.value) > 0)
            counts.insert(row.key.toString(), figures.with(row.value));
    }
    return counts;
}

void writeReminderFigures(ObjectWriter &object, const ReminderFigures &figures)
{
    object.member("reminders", figures.reminders);
    writeCounts(object, "by_status", statusesOf(figures));
    writeShare(object, "delivered", figures.delivered());
    writeShare(object, "confirmed", figures.confirmed());
    object.begin("cost");
    object.json().beginArray();
    for (auto cost = figures.costs.cbegin(); cost != figures.costs.cend(); ++cost) {
        ObjectWriter amount(object.json());
        amount.member("currency", cost.key());
        amount.member("amount", double(*cost) / 1e6);
    }
    object.json().endArray();
    object.member("priced", figures.priced);
}

void writeReminderGroups(ObjectWriter &parent, QByteArrayView name, const QMap<QString, ReminderFigures> &groups)
{
    parent.begin(name);
    parent.json().beginArray();
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        ObjectWriter object(parent.json());
        object.textOrNull("key", group.key());
        writeReminderFigures(object, *group);
    }
    parent.json().endArray();
}

} // namespace

void writeStatistics(JsonWriter &json, const Statistics &statistics)
{
    ObjectWriter object(json);
    const FeedbackStatistics &feedback = statistics.feedback;
    object.member("patients", statistics.patients);
    object.member("feedback", feedback.all.responses);
    object.member("feedback_not_matched", feedback.all.notMatched);
    object.member("visits", feedback.visits);
    object.member("responses_per_visit", feedback.responsesPerVisit());
    writeFigures(object, feedback.all);
    writeCounts(object, "feedback_by_language", responsesOf(feedback.byLanguage));
    writeCounts(object, "feedback_by_method", responsesOf(feedback.byMethod));
    writeCounts(object, "feedback_by_ward", responsesOf(feedback.byWard));
    writeTopics(object, feedback);
    writeCounts(object, "reminders_by_status", statusesOf(statistics.reminders.all));
    QMap<QString, qint64> channels;
    for (auto channel = statistics.reminders.byChannel.cbegin(); channel != statistics.reminders.byChannel.cend();
         ++channel)
        channels.insert(channel.key(), channel->reminders);
    writeCounts(object, "reminders_by_channel", channels);
    writeShare(object, "delivered", statistics.reminders.all.delivered());
    writeShare(object, "confirmed", statistics.reminders.all.confirmed());
    writeShare(object, "no_shows", statistics.reminders.noShows);
}

void writeFeedbackStatistics(JsonWriter &json, const FeedbackStatistics &statistics)
{
    ObjectWriter object(json);
    object.member("smallest_group", statistics.smallestGroup);
    object.member("visits", statistics.visits);
    object.member("responses_per_visit", statistics.responsesPerVisit());
    object.begin("all");
    {
        ObjectWriter all(json);
        writeFigures(all, statistics.all);
    }
    writeGroups(object, "by_ward", statistics.byWard, statistics.smallestGroup);
    writeGroups(object, "by_week", statistics.byWeek, statistics.smallestGroup);
    writeGroups(object, "by_language", statistics.byLanguage, statistics.smallestGroup);
    writeGroups(object, "by_method", statistics.byMethod, statistics.smallestGroup);
    writeGroups(object, "by_gender", statistics.byGender, statistics.smallestGroup);
    writeGroups(object, "by_age_band", statistics.byAgeBand, statistics.smallestGroup);
    writeTopics(object, statistics);
}

void writeReminderStatistics(JsonWriter &json, const ReminderStatistics &statistics)
{
    ObjectWriter object(json);
    object.begin("all");
    {
        ObjectWriter all(json);
        writeReminderFigures(all, statistics.all);
    }
    writeReminderGroups(object, "by_channel", statistics.byChannel);
    writeReminderGroups(object, "by_ward", statistics.byWard);
    writeReminderGroups(object, "by_week", statistics.byWeek);
    writeShare(object, "no_shows", statistics.noShows);
}

} // namespace accueil
