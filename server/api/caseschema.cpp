#include "server/api/casejson.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;
using namespace schema;

namespace {

QJsonObject extended(QJsonObject base, const QJsonObject &more)
{
    QJsonObject members = base.value(u"properties"_s).toObject();
    QJsonArray required = base.value(u"required"_s).toArray();
    for (auto member = more.begin(); member != more.end(); ++member) {
        members.insert(member.key(), member.value());
        required.append(member.key());
    }
    base.insert(u"properties"_s, members);
    base.insert(u"required"_s, required);
    return base;
}

QJsonObject noteText(int minimum)
{
    return text(minimum, longestCaseNote, u"For colleagues; stored encrypted."_s);
}

QJsonObject duration(const QString &description)
{
    QJsonObject figure = object({
        {u"n"_s, count()},
        {u"median_minutes"_s, orNull(number(0, 1e9))},
        {u"low"_s, orNull(number(0, 1e9, u"95 % interval of the median; null under 6."_s))},
        {u"high"_s, orNull(number(0, 1e9))},
        {u"indicative"_s, boolean(u"Fewer than 30."_s)},
    });
    figure.insert(u"description"_s, description);
    return figure;
}

QJsonObject inTime()
{
    return object({
        {u"n"_s, count(u"In time or not; what is still owed within its time is not in it."_s)},
        {u"part"_s, count()},
        {u"share"_s, orNull(number(0, 1))},
        {u"low"_s, orNull(number(0, 1, u"95 %, Wilson."_s))},
        {u"high"_s, orNull(number(0, 1))},
        {u"indicative"_s, boolean(u"Fewer than 30."_s)},
    });
}

QJsonObject figures()
{
    return object({
        {u"opened"_s, count()},
        {u"open"_s, count(u"Not acknowledged yet."_s)},
        {u"acknowledged"_s, count(u"And not resolved."_s)},
        {u"resolved"_s, count()},
        {u"overdue"_s, count(u"Now."_s)},
        {u"reopened"_s, count()},
        {u"time_to_acknowledge"_s, duration(u"From the opening to the first acknowledgement."_s)},
        {u"time_to_resolve"_s, duration(u"From the opening to the last resolution."_s)},
        {u"acknowledged_in_time"_s, inTime()},
        {u"resolved_in_time"_s, inTime()},
        {u"outcomes"_s, mapOf(count())},
    });
}

QJsonObject keywords()
{
    return listOf(text(1, longestCaseKeyword, u"A word or phrase; * at the end of a word stands for any end."_s),
        mostCaseKeywords);
}

} // namespace

QJsonObject caseSchema()
{
    return object({
        {u"id"_s, identifier()},
        {u"number"_s, anyText(u"How people name it: S-0221."_s)},
        {u"feedback_id"_s, identifier(u"The one it is about; it has no other case."_s)},
        {u"patient_id"_s, anyText(u"The hospital's number; empty when anonymous."_s)},
        {u"ward"_s, anyText(u"Of the feedback."_s)},
        {u"topics"_s, anyText(u"Of the feedback, separated by spaces."_s)},
        {u"status"_s, oneOfKeys(keysOf(caseStatusTable))},
        {u"severity"_s, oneOfKeys(keysOf(caseSeverityTable))},
        {u"reasons"_s, listOf(oneOfKeys(keysOf(caseReasonTable), u"What opened it."_s))},
        {u"owner_id"_s, orNull(identifier())},
        {u"owner"_s, orNull(anyText(u"The account's name."_s))},
        {u"opened_at"_s, time()},
        {u"acknowledge_by"_s, time()},
        {u"resolve_by"_s, time()},
        {u"acknowledged_at"_s, orNull(time())},
        {u"resolved_at"_s, orNull(time())},
        {u"outcome"_s, orNull(oneOfKeys(keysOf(caseOutcomeTable)))},
        {u"escalated"_s, boolean(u"A deadline passed, and the managers were told."_s)},
        {u"reopened"_s, count(u"How often."_s)},
        {u"merged_into"_s, orNull(identifier(u"It is worked on there."_s))},
        {u"merged"_s, count(u"How many were merged into it."_s)},
        {u"heard"_s, orNull(anyText(u"For the poster."_s))},
        {u"done"_s, orNull(anyText(u"For the poster."_s))},
        {u"published"_s, boolean(u"Approved for the poster."_s)},
        {u"has_voice"_s, boolean()},
        {u"updated_at"_s, time()},
    });
}

QJsonObject caseFileSchema()
{
    return extended(caseSchema(),
        {
            {u"call_number"_s,
                orNull(anyText(u"Where the patient wants to be called; null: must not be called about it."_s))},
            {u"events"_s,
                listOf(object({
                    {u"at"_s, time()},
                    {u"kind"_s, oneOfKeys(keysOf(caseEventKindTable))},
                    {u"actor"_s, orNull(anyText(u"Null: the program itself."_s))},
                    {u"detail"_s, orNull(anyText(u"An outcome, the result of a call, another case ..."_s))},
                    {u"note"_s, orNull(anyText())},
                }))},
            {u"merged_cases"_s, listOf(identifier())},
        });
}

QJsonObject caseDraftSchema()
{
    return object(
        {
            {u"feedback_id"_s, identifier()},
            {u"severity"_s, oneOfKeys(keysOf(caseSeverityTable))},
            {u"note"_s, orNull(noteText(0))},
        },
        {u"feedback_id"_s});
}

QJsonObject caseChangeSchema()
{
    const QString poster = u"For administrators and managers; must not tell who the patient is."_s;
    return object(
        {
            {u"owner_id"_s, orNull(identifier(u"Null: nobody."_s))},
            {u"severity"_s, oneOfKeys(keysOf(caseSeverityTable))},
            {u"heard"_s, orNull(text(0, longestPosterText, poster))},
            {u"done"_s, orNull(text(0, longestPosterText, poster))},
            {u"published"_s, boolean(u"Other words than were approved take it back."_s)},
        },
        {});
}

QJsonObject caseResolutionSchema()
{
    return withExample(object({{u"outcome"_s, oneOfKeys(keysOf(caseOutcomeTable))}, {u"note"_s, noteText(1)}}),
        QJsonObject{{u"outcome"_s, u"improved"_s}, {u"note"_s, u"Des tickets d'ordre sont en place."_s}});
}

QJsonObject caseNoteSchema()
{
    return object({{u"note"_s, noteText(1)}});
}

QJsonObject caseCallSchema()
{
    return object({{u"result"_s, oneOfKeys(keysOf(callResultTable))}, {u"note"_s, orNull(noteText(0))}}, {u"result"_s});
}

QJsonObject caseMergeSchema()
{
    return object({{u"into"_s, identifier(u"The case that goes on."_s)}});
}

QJsonObject casePersonSchema()
{
    return object({
        {u"id"_s, identifier()},
        {u"username"_s, anyText()},
        {u"role"_s, oneOfKeys(keysOf(roleTable))},
    });
}

QJsonObject caseRulesSchema()
{
    const QString off = u" Null: the rule is off."_s;
    return object(
        {
            {u"overall_at_most"_s, orNull(integer(1, 5, u"Of the overall rating, else of the faces."_s + off))},
            {u"recommendation_at_most"_s, orNull(integer(0, 10, u"Where there are words or a recording."_s + off))},
            {u"sentiment_at_most"_s, orNull(number(-1, 0, u"What the words are read as."_s + off))},
            {u"keywords_fr"_s, keywords()},
            {u"keywords_en"_s, keywords()},
            {u"acknowledge_hours"_s, integer(1, longestCaseDelay)},
            {u"resolve_hours"_s, integer(1, longestCaseDelay)},
            {u"owners"_s,
                listOf(object({
                    {u"ward"_s, orNull(anyText(u"Null: every other ward."_s))},
                    {u"user_id"_s, identifier()},
                }))},
        },
        {u"acknowledge_hours"_s, u"resolve_hours"_s});
}

QJsonObject caseStatisticsSchema()
{
    return object({
        {u"all"_s, figures()},
        {u"by_ward"_s, listOf(extended(figures(), {{u"key"_s, orNull(anyText(u"Null: none was given."_s))}}))},
    });
}

} // namespace accueil
