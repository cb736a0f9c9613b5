#include "server/api/dashboardjson.h"

#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

void writeRating(ObjectWriter &ratings, QByteArrayView name, const RatingFigure &figure)
{
    ratings.begin(name);
    ObjectWriter object(ratings.json());
    object.member("n", figure.n);
    object.member("mean", figure.n > 0 ? std::optional(figure.mean) : std::nullopt);
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

} // namespace

void writeStatistics(JsonWriter &json, const Statistics &statistics)
{
    ObjectWriter object(json);
    object.member("patients", statistics.patients);
    object.member("feedback", statistics.feedback);
    object.member("feedback_not_matched", statistics.feedbackNotMatched);
    object.begin("ratings");
    {
        ObjectWriter ratings(json);
        writeRating(ratings, "treatment_satisfaction", statistics.treatmentSatisfaction);
        writeRating(ratings, "communication_rating", statistics.communicationRating);
        writeRating(ratings, "facility_rating", statistics.facilityRating);
        writeRating(ratings, "overall_experience", statistics.overallExperience);
    }
    object.begin("recommendation");
    {
        ObjectWriter recommendation(json);
        recommendation.member("answers", statistics.recommendationAnswers);
        recommendation.member("promoters", statistics.promoters);
        recommendation.member("detractors", statistics.detractors);
        recommendation.member("net_promoter_score", statistics.netPromoterScore());
    }
    writeCounts(object, "feedback_by_language", statistics.feedbackByLanguage);
    writeCounts(object, "feedback_by_method", statistics.feedbackByMethod);
    writeCounts(object, "feedback_by_ward", statistics.feedbackByWard);
    writeCounts(object, "reminders_by_status", statistics.remindersByStatus);
    writeCounts(object, "reminders_by_channel", statistics.remindersByChannel);
}

QJsonObject statisticsSchema()
{
    using namespace schema;
    const QJsonObject rating
        = object({{u"n"_s, count(u"Answers; blanks do not count."_s)}, {u"mean"_s, orNull(number(1, 5))}});
    return object({
        {u"patients"_s, count(u"Of the registry as it stands, not archived; times do not apply."_s)},
        {u"feedback"_s, count()},
        {u"feedback_not_matched"_s, count(u"With a number that is nobody's."_s)},
        {u"ratings"_s,
            object({{u"treatment_satisfaction"_s, rating}, {u"communication_rating"_s, rating},
                {u"facility_rating"_s, rating}, {u"overall_experience"_s, rating}})},
        {u"recommendation"_s,
            object({{u"answers"_s, count()}, {u"promoters"_s, count(u"9-10."_s)}, {u"detractors"_s, count(u"0-6."_s)},
                {u"net_promoter_score"_s, orNull(number(-100, 100))}})},
        {u"feedback_by_language"_s, mapOf(count())},
        {u"feedback_by_method"_s, mapOf(count())},
        {u"feedback_by_ward"_s, mapOf(count())},
        {u"reminders_by_status"_s, mapOf(count())},
        {u"reminders_by_channel"_s, mapOf(count())},
    });
}

} // namespace accueil
