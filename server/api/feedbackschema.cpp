#include "server/api/feedbackjson.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QJsonObject rating(const QString &description = {})
{
    return schema::orNull(schema::integer(1, 5, description));
}

QJsonObject patientReference()
{
    return {{u"description"_s,
                u"The hospital's number as text, or the row as an integer. A number that nobody has is kept "
                u"as given; null: anonymous."_s},
        {u"oneOf"_s, QJsonArray{schema::text(0, 100), schema::identifier(), QJsonObject{{u"type"_s, u"null"_s}}}}};
}

QJsonObject example()
{
    return {
        {u"client_id"_s, u"6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a2d11"_s},
        {u"patient_id"_s, u"P000123"_s},
        {u"ward"_s, u"Maternité"_s},
        {u"treatment_satisfaction"_s, 4},
        {u"overall_experience"_s, 5},
        {u"recommendation_likelihood"_s, 9},
        {u"comments"_s, u"Les sages-femmes ont pris le temps d'expliquer."_s},
        {u"language"_s, u"fr"_s},
        {u"submission_method"_s, u"tablet"_s},
    };
}

QJsonObject shortExample()
{
    return {{u"patient_id"_s, u"P000123"_s}, {u"language"_s, u"english"_s},
        {u"content"_s, u"The nurse explained everything."_s}, {u"rating"_s, 5}};
}

} // namespace

QStringList audioMediaTypes()
{
    return {u"audio/wav"_s, u"audio/ogg"_s, u"audio/webm"_s, u"audio/mp4"_s, u"audio/mpeg"_s};
}

QJsonObject feedbackSchema()
{
    using namespace schema;
    QJsonObject feedback = object({
        {u"id"_s, identifier(u"The row."_s)},
        {u"client_id"_s, anyText(u"The UUID made by whoever submitted."_s)},
        {u"patient_id"_s, orNull(anyText(u"The patient's number, as given when it matches nobody."_s))},
        {u"matched"_s, boolean(u"Whether the number is one of the registry."_s)},
        {u"patient_name"_s, orNull(anyText())},
        {u"age"_s, orNull(integer(0, 130))},
        {u"gender"_s, oneOfKeys(keysOf(genderTable))},
        {u"phone_number"_s, orNull(anyText())},
        {u"condition"_s, orNull(anyText())},
        {u"ward"_s, orNull(anyText())},
        {u"treatment_satisfaction"_s, rating()},
        {u"communication_rating"_s, rating()},
        {u"facility_rating"_s, rating()},
        {u"overall_experience"_s, rating()},
        {u"recommendation_likelihood"_s, orNull(integer(0, 10))},
        {u"emoji_rating"_s, rating()},
        {u"feedback_date"_s, time()},
        {u"comments"_s, orNull(anyText())},
        {u"language"_s, oneOfKeys(keysOf(languageTable))},
        {u"submission_method"_s, oneOfKeys(keysOf(submissionMethodTable))},
        {u"sentiment"_s, orNull(oneOfKeys(keysOf(sentimentTable)))},
        {u"sentiment_score"_s, orNull(number(-1, 1))},
        {u"topics"_s, listOf(anyText())},
        {u"transcript"_s, orNull(anyText())},
        {u"translation"_s, orNull(anyText(u"French."_s))},
        {u"audio_url"_s, orNull(anyText(u"Where the recording can be fetched."_s))},
        {u"is_synced"_s, boolean()},
        {u"processed"_s, boolean()},
        {u"callback_requested"_s, boolean(u"Whether the patient asks to be called about this."_s)},
        {u"client_time"_s, orNull(time(u"What the clock of the tablet said, where feedback_date is corrected."_s))},
        {u"device"_s, orNull(identifier(u"The tablet that submitted it."_s))},
        {u"created_at"_s, time()},
        {u"updated_at"_s, time()},
    });
    // Written only to clients that used the short form, so not required.
    QJsonObject members = feedback.value(u"properties").toObject();
    members.insert(u"content"_s, orNull(anyText(u"comments, for the short form."_s)));
    members.insert(u"rating"_s, rating(u"overall_experience, for the short form."_s));
    members.insert(u"date_submitted"_s, time(u"feedback_date, for the short form."_s));
    feedback.insert(u"properties"_s, members);
    return feedback;
}

QJsonObject feedbackDraftSchema()
{
    using namespace schema;
    QJsonObject draft = object(
        {
            {u"client_id"_s,
                uuid(u"Made by whoever submits. A repeat answers with the same row (200), the same client_id with "
                     u"another "
                     u"content is refused (409, `repeatDiffers`), as is a repeat of one that was deleted "
                     u"(`wasDeleted`). Not changed by edits."_s)},
            {u"patient_id"_s, patientReference()},
            {u"patient_name"_s, orNull(text(0, 200))},
            {u"age"_s, orNull(integer(0, 130))},
            {u"gender"_s, anyText(u"female, male, other or unknown, or a usual spelling in French or English."_s)},
            {u"phone_number"_s, orNull(text(0, 64))},
            {u"condition"_s, orNull(text(0, 500))},
            {u"ward"_s, orNull(text(0, 80))},
            {u"treatment_satisfaction"_s, rating()},
            {u"communication_rating"_s, rating()},
            {u"facility_rating"_s, rating()},
            {u"overall_experience"_s, rating()},
            {u"recommendation_likelihood"_s, orNull(integer(0, 10))},
            {u"emoji_rating"_s, rating(u"1 very bad, 5 very good: the five faces."_s)},
            {u"feedback_date"_s, orNull(time(u"Default: now."_s))},
            {u"comments"_s, orNull(text(0, 2000))},
            {u"language"_s, anyText(u"en, fr, dua, bas, ewo, or the language's name. Default: fr."_s)},
            {u"submission_method"_s, oneOfKeys(keysOf(submissionMethodTable))},
            {u"transcript"_s, orNull(text(0, 20000))},
            {u"translation"_s, orNull(text(0, 20000))},
            {u"processed"_s, boolean()},
            {u"callback_requested"_s, boolean(u"Whether the patient asks to be called about this."_s)},
            {u"client_time"_s, orNull(time(u"By the submitter's own clock. Not changed by edits."_s))},
            {u"content"_s, orNull(text(0, 2000, u"Short form of comments."_s))},
            {u"rating"_s, rating(u"Short form of overall_experience."_s)},
            {u"date_submitted"_s, orNull(time(u"Short form of feedback_date."_s))},
            {u"voice_data"_s, orNull(anyText(u"A recording in base64; only when submitting."_s))},
        },
        {});
    QJsonObject members = draft.value(u"properties").toObject();
    for (const QString &name : {u"id"_s, u"matched"_s, u"sentiment"_s, u"sentiment_score"_s, u"topics"_s,
             u"audio_url"_s, u"device"_s, u"is_synced"_s, u"created_at"_s, u"updated_at"_s})
        members.insert(name, ignored());
    draft.insert(u"properties"_s, members);
    draft.insert(u"examples"_s, QJsonArray{example(), shortExample()});
    return draft;
}

QJsonObject audioSchema()
{
    using namespace schema;
    return object({
        {u"feedback_id"_s, identifier()},
        {u"audio_url"_s, anyText()},
        {u"media_type"_s, oneOfKeys(audioMediaTypes())},
        {u"size"_s, count(u"Bytes."_s)},
        {u"sha256"_s, withPattern(anyText(), u"^[0-9a-f]{64}$"_s)},
        {u"created_at"_s, time()},
    });
}

} // namespace accueil
