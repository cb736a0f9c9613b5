#include "server/api/syncjson.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QJsonObject rating(const QString &description = {})
{
    return schema::orNull(schema::integer(1, 5, description));
}

QJsonObject sha256()
{
    return schema::withPattern(schema::anyText(u"Of the whole recording."_s), u"^[0-9A-Fa-f]{64}$"_s);
}

QJsonObject claimSchema()
{
    using namespace schema;
    return object(
        {
            {u"sha256"_s, sha256()},
            {u"size"_s, integer(1, largestRecording, u"Bytes."_s)},
            {u"media_type"_s, orNull(anyText(u"Not relied upon: the bytes tell."_s))},
        },
        {u"sha256"_s, u"size"_s});
}

// What is wrong with one item is told in its result and refuses no other, so that here any value stands for it.
QJsonObject itemSchema()
{
    using namespace schema;
    return object(
        {
            {u"client_id"_s,
                uuid(u"Made by the tablet. A repeat is `known`; another body under it is `kept` for a person."_s)},
            {u"submitted_at"_s, orNull(time(u"By the tablet's clock. It is no part of what makes a body another."_s))},
            {u"patient_id"_s, orNull(text(0, 100, u"The hospital's number; one that nobody has is kept as given."_s))},
            {u"ward"_s, orNull(text(0, 80, u"Default: that of the tablet."_s))},
            {u"language"_s, anyText(u"en, fr, dua, bas, ewo, or the language's name. Default: fr."_s)},
            {u"emoji_rating"_s, rating(u"1 very bad, 5 very good: the five faces."_s)},
            {u"treatment_satisfaction"_s, rating()},
            {u"communication_rating"_s, rating()},
            {u"facility_rating"_s, rating()},
            {u"overall_experience"_s, rating()},
            {u"recommendation_likelihood"_s, orNull(integer(0, 10))},
            {u"comments"_s, orNull(text(0, 2000))},
            {u"phone_number"_s, orNull(text(0, 64))},
            {u"callback_requested"_s, boolean(u"Whether the patient asks to be called about this."_s)},
            {u"audio"_s, orNull(claimSchema())},
        },
        {u"client_id"_s});
}

QJsonObject example()
{
    const QJsonObject item{{u"client_id"_s, u"6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a2d11"_s},
        {u"submitted_at"_s, u"2026-03-12T09:40:00Z"_s}, {u"language"_s, u"dua"_s}, {u"emoji_rating"_s, 4},
        {u"recommendation_likelihood"_s, 9},
        {u"audio"_s, QJsonObject{{u"sha256"_s, u"ab"_s.repeated(32)}, {u"size"_s, 123456}}}};
    return {{u"client_time"_s, u"2026-03-12T09:42:00Z"_s}, {u"version"_s, u"1.0"_s}, {u"queue_length"_s, 1},
        {u"battery"_s, 0.8}, {u"items"_s, QJsonArray{item}}};
}

} // namespace

QJsonObject syncBatchSchema()
{
    using namespace schema;
    return withExample(
        object(
            {
                {u"client_time"_s, orNull(time(u"The tablet's clock now: it corrects the times of the items."_s))},
                {u"version"_s, orNull(text(0, 200, u"Of the page."_s))},
                {u"queue_length"_s, orNull(count(u"Submissions that the tablet holds."_s))},
                {u"battery"_s, orNull(number(0, 1))},
                {u"items"_s, listOf(itemSchema(), longestBatch)},
            },
            {u"items"_s}),
        example());
}

QJsonObject audioProgressSchema()
{
    using namespace schema;
    return object({
        {u"received"_s, count(u"Bytes that are there: the offset of the next piece."_s)},
        {u"complete"_s, boolean()},
    });
}

QJsonObject syncAnswerSchema()
{
    using namespace schema;
    const QJsonObject error = object(
        {
            {u"field"_s, anyText()},
            {u"key"_s, anyText()},
            {u"parameters"_s, QJsonObject{{u"type"_s, u"object"_s}}},
        },
        {u"field"_s, u"key"_s});
    const QJsonObject outcome = object({
        {u"client_id"_s, anyText(u"As given."_s)},
        {u"status"_s,
            oneOfKeys(keysOf(syncStatusTable),
                u"created, known (a repeat), kept (another body: a person looks at it), invalid (breaks rules), retry "
                u"(nothing was stored: send it again)."_s)},
        {u"id"_s, orNull(identifier())},
        {u"deleted"_s,
            boolean(u"Of a repeat: a person deleted what it made, and it stays so. Then there is no `id`, and its "
                    "recording is complete without being sent."_s)},
        {u"errors"_s, listOf(error)},
        {u"audio"_s, orNull(audioProgressSchema())},
    });
    return object({
        {u"server_time"_s, time()},
        {u"items"_s, listOf(outcome, longestBatch)},
    });
}

QJsonObject disputeSchema()
{
    using namespace schema;
    return object({
        {u"id"_s, identifier()},
        {u"client_id"_s, anyText()},
        {u"feedback_id"_s, identifier(u"The row that has this client_id."_s)},
        {u"device"_s, orNull(identifier(u"The tablet that sent the other body."_s))},
        {u"device_name"_s, orNull(anyText())},
        {u"received_at"_s, time()},
        {u"kept"_s, orNull(oneOfKeys(keysOf(disputeChoiceTable), u"What a person chose."_s))},
        {u"resolved_at"_s, orNull(time())},
    });
}

QJsonObject disputeComparisonSchema()
{
    using namespace schema;
    QJsonObject comparison = disputeSchema();
    QJsonObject members = comparison.value(u"properties").toObject();
    members.insert(u"stored"_s, reference(u"Feedback"_s));
    members.insert(u"received"_s, orNull(reference(u"Feedback"_s))); // null once a person has chosen
    members.insert(u"differing"_s, listOf(anyText(u"A member in which the two differ."_s)));
    QJsonArray required = comparison.value(u"required").toArray();
    for (const QString &name : {u"stored"_s, u"received"_s, u"differing"_s})
        required.append(name);
    comparison.insert(u"properties"_s, members);
    comparison.insert(u"required"_s, required);
    return comparison;
}

QJsonObject disputeDecisionSchema()
{
    using namespace schema;
    return withExample(
        object({{u"keep"_s, oneOfKeys(keysOf(disputeChoiceTable))}}), QJsonObject{{u"keep"_s, u"stored"_s}});
}

} // namespace accueil
