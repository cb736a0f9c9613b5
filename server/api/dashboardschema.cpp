#include "server/api/dashboardjson.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;
using namespace schema;

namespace {

const QString indicativeText = u"Fewer than 30: not to be relied on."_s;
const QString intervalText = u"Of the 95 % interval; null without answers."_s;

// Members after those of another object; all required.
QJsonObject extended(QJsonObject base, std::initializer_list<std::pair<QString, QJsonValue>> members)
{
    QJsonObject properties = base.value(u"properties").toObject();
    QJsonArray required = base.value(u"required").toArray();
    for (const auto &[name, schema] : members) {
        properties.insert(name, schema);
        required.append(name);
    }
    base.insert(u"properties"_s, properties);
    base.insert(u"required"_s, required);
    return base;
}

QJsonObject described(QJsonObject schema, const QString &description)
{
    schema.insert(u"description"_s, description);
    return schema;
}

QJsonObject share(const QString &description)
{
    return described(object({{u"n"_s, count(u"The denominator."_s)}, {u"part"_s, count()},
                         {u"share"_s, orNull(number(0, 1))}, {u"low"_s, orNull(number(0, 1, intervalText))},
                         {u"high"_s, orNull(number(0, 1, intervalText))}, {u"indicative"_s, boolean(indicativeText)}}),
        description + u" The interval is Wilson's."_s);
}

QJsonObject rating()
{
    return object({
        {u"n"_s, count(u"Answers, the denominator."_s)},
        {u"blank"_s, count(u"Responses without an answer; in no denominator."_s)},
        {u"mean"_s, orNull(number(1, 5))},
        {u"low"_s, orNull(number(1, 5, intervalText + u" Bootstrap, percentiles."_s))},
        {u"high"_s, orNull(number(1, 5, intervalText + u" Bootstrap, percentiles."_s))},
        {u"indicative"_s, boolean(indicativeText)},
        {u"counts"_s, described(listOf(count(), 5), u"Of the answers 1, 2, 3, 4, 5."_s)},
        {u"top_box"_s, share(u"The best answer, 5."_s)},
        {u"positive"_s, share(u"4 and 5."_s)},
        {u"negative"_s, share(u"1 and 2."_s)},
    });
}

QJsonObject figures()
{
    const QString bootstrap = intervalText + u" Bootstrap, percentiles."_s;
    return object({
        {u"responses"_s, count()},
        {u"not_matched"_s, count(u"With a number that is nobody's."_s)},
        {u"ratings"_s,
            object({{u"treatment_satisfaction"_s, rating()}, {u"communication_rating"_s, rating()},
                {u"facility_rating"_s, rating()}, {u"overall_experience"_s, rating()},
                {u"emoji_rating"_s, described(rating(), u"The five faces: a scale of its own."_s)}})},
        {u"recommendation"_s,
            object({{u"answers"_s, count(u"The denominator."_s)}, {u"blank"_s, count(u"In no denominator."_s)},
                {u"promoters"_s, count(u"9-10."_s)}, {u"passives"_s, count(u"7-8."_s)},
                {u"detractors"_s, count(u"0-6."_s)},
                {u"net_promoter_score"_s, orNull(number(-100, 100, u"% promoters minus % detractors."_s))},
                {u"low"_s, orNull(number(-100, 100, bootstrap))}, {u"high"_s, orNull(number(-100, 100, bootstrap))},
                {u"indicative"_s, boolean(indicativeText)}})},
        {u"sentiment"_s,
            object({{u"positive"_s, share(u"Of those that were judged."_s)},
                {u"neutral"_s, share(u"Of those that were judged."_s)},
                {u"negative"_s, share(u"Of those that were judged."_s)},
                {u"not_judged"_s, count(u"In no denominator."_s)}})},
    });
}

QJsonObject hidden()
{
    return boolean(u"Too few for their words to be shown (setting smallestGroup)."_s);
}

QJsonObject groupsOf(const QString &key)
{
    const QJsonObject comparison = orNull(oneOfKeys({u"higher"_s, u"lower"_s, u"overlaps"_s},
        u"Than all others together; overlaps: the intervals do. Null: one side has no answers."_s));
    return listOf(extended(figures(),
        {{u"key"_s, orNull(anyText(key))}, {u"comments_hidden"_s, hidden()},
            {u"compared_to_others"_s,
                object({{u"overall_experience"_s, comparison}, {u"positive"_s, comparison},
                    {u"net_promoter_score"_s, comparison}})}}));
}

QJsonObject topics()
{
    return listOf(extended(share(u"Of the responses that speak of any topic; one may speak of several."_s),
        {{u"key"_s, anyText()}, {u"comments_hidden"_s, hidden()}}));
}

QJsonObject visits()
{
    return count(u"Appointments in the same filter that patients came to, in time or late."_s);
}

QJsonObject responsesPerVisit()
{
    return orNull(number(
        0, 1e9, u"Null: no visit is known. Feedback also comes without an appointment, so that it can exceed 1."_s));
}

QJsonObject withoutTopics()
{
    return count(u"Responses without a topic; in no denominator."_s);
}

QJsonObject delivered()
{
    return share(u"Of the SMS and calls whose fate is known; without news they are in no denominator."_s);
}

QJsonObject confirmed()
{
    return share(u"Of the reminders about an appointment that left: those whose patient said that he comes."_s);
}

QJsonObject noShows()
{
    return share(u"Missed, of the appointments that were attended, late or missed."_s);
}

QJsonObject reminderFigures()
{
    return object({
        {u"reminders"_s, count()},
        {u"by_status"_s, mapOf(count())},
        {u"delivered"_s, delivered()},
        {u"confirmed"_s, confirmed()},
        {u"cost"_s,
            listOf(object({{u"currency"_s, anyText(u"ISO 4217."_s)},
                {u"amount"_s, number(0, 1e12, u"Of all tries, as the provider told it."_s)}}))},
        {u"priced"_s, count(u"Reminders whose cost the provider has told."_s)},
    });
}

} // namespace

QJsonObject statisticsSchema()
{
    return extended(figures(),
        {
            {u"patients"_s, count(u"Of the registry as it stands, not archived; times do not apply."_s)},
            {u"feedback"_s, count()},
            {u"feedback_not_matched"_s, count(u"With a number that is nobody's."_s)},
            {u"visits"_s, visits()},
            {u"responses_per_visit"_s, responsesPerVisit()},
            {u"feedback_by_language"_s, mapOf(count())},
            {u"feedback_by_method"_s, mapOf(count())},
            {u"feedback_by_ward"_s, mapOf(count())},
            {u"topics"_s, topics()},
            {u"without_topics"_s, withoutTopics()},
            {u"reminders_by_status"_s, mapOf(count())},
            {u"reminders_by_channel"_s, mapOf(count())},
            {u"delivered"_s, delivered()},
            {u"confirmed"_s, confirmed()},
            {u"no_shows"_s, noShows()},
        });
}

QJsonObject feedbackStatisticsSchema()
{
    return object({
        {u"smallest_group"_s, integer(1, 100, u"Comments of fewer responses are not shown."_s)},
        {u"visits"_s, visits()},
        {u"responses_per_visit"_s, responsesPerVisit()},
        {u"all"_s, figures()},
        {u"by_ward"_s, groupsOf(u"Null: none was given."_s)},
        {u"by_week"_s, groupsOf(u"Its Monday by the hospital's clock: 2026-03-02."_s)},
        {u"by_language"_s, groupsOf({})},
        {u"by_method"_s, groupsOf({})},
        {u"by_gender"_s, groupsOf({})},
        {u"by_age_band"_s, groupsOf({})},
        {u"topics"_s, topics()},
        {u"without_topics"_s, withoutTopics()},
    });
}

QJsonObject reminderStatisticsSchema()
{
    const auto groups = [](const QString &key) {
        return listOf(extended(reminderFigures(), {{u"key"_s, orNull(anyText(key))}}));
    };
    return object({
        {u"all"_s, reminderFigures()},
        {u"by_channel"_s, groups({})},
        {u"by_ward"_s, groups(u"The patient's; null: none."_s)},
        {u"by_week"_s, groups(u"Its Monday by the hospital's clock: 2026-03-02."_s)},
        {u"no_shows"_s, noShows()},
    });
}

} // namespace accueil
