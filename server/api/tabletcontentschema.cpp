#include "server/api/feedbackjson.h"
#include "server/api/tabletcontentjson.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QJsonObject questionList(const QString &description)
{
    QJsonObject list = schema::listOf(schema::oneOfKeys(schema::keysOf(tabletQuestionTable)), 5);
    list.insert(u"description"_s, description);
    return list;
}

QJsonObject languageMap(const QJsonObject &values, const QString &description)
{
    QJsonObject languages{
        {u"type"_s, u"object"_s}, {u"description"_s, description}, {u"additionalProperties"_s, false}};
    QJsonObject members;
    for (const QString &key : schema::keysOf(languageTable))
        members.insert(key, values);
    languages.insert(u"properties"_s, members);
    return languages;
}

QJsonObject textsSchema()
{
    QJsonObject members;
    for (const auto &row : promptKeyTable.rows)
        members.insert(row.key.toString(), schema::text(0, longestTabletText(row.value)));
    return languageMap({{u"type"_s, u"object"_s}, {u"properties"_s, members}, {u"additionalProperties"_s, false}},
        u"The hospital's own words in place of the page's, by language and by what is said."_s);
}

QJsonObject idleSchema()
{
    using namespace schema;
    return object({
        {u"ask_seconds"_s,
            integer(shortestAsking, longestAsking, u"Without a touch, until the tablet asks if somebody is there."_s)},
        {u"wipe_seconds"_s,
            integer(shortestAsking + shortestCountdown, longestAsking + longestCountdown,
                u"Without a touch, until it forgets what was begun: 5 to 120 seconds after it asked."_s)},
    });
}

QJsonObject wardQuestionsSchema()
{
    return schema::mapOf(questionList(u"In their order; none: the faces only."_s), u"Wards that ask others."_s);
}

QJsonObject sha256()
{
    return schema::withPattern(schema::text(64, 64, u"SHA-256, hexadecimal."_s), u"^[0-9a-f]{64}$"_s);
}

QJsonObject promptKey()
{
    return schema::oneOfKeys(schema::keysOf(promptKeyTable));
}

QJsonObject language()
{
    return schema::oneOfKeys(schema::keysOf(languageTable));
}

} // namespace

QJsonObject tabletConfigurationSchema()
{
    using namespace schema;
    const QJsonObject pin = object({
        {u"salt"_s, anyText(u"Base64."_s)},
        {u"iterations"_s, integer(1, 10'000'000)},
        {u"hash"_s, anyText(u"PBKDF2-HMAC-SHA256 of the digits, base64."_s)},
    });
    const QJsonObject prompt = object({
        {u"key"_s, promptKey()},
        {u"language"_s, language()},
        {u"media_type"_s, oneOfKeys(audioMediaTypes())},
        {u"size"_s, count(u"Bytes."_s)},
        {u"sha256"_s, sha256()},
    });
    return object({
        {u"device"_s,
            object({{u"id"_s, identifier()}, {u"name"_s, anyText()}, {u"ward"_s, anyText(u"May be empty."_s)}})},
        {u"hospital"_s, object({{u"name"_s, anyText()}})},
        {u"languages"_s, listOf(language())},
        {u"questions"_s, questionList(u"Asked in this tablet's ward, in their order."_s)},
        {u"callback_offered"_s, boolean()},
        {u"texts"_s, textsSchema()},
        {u"prompts"_s, listOf(prompt)},
        {u"pin"_s, orNull(pin)},
        {u"idle"_s, idleSchema()},
    });
}

QJsonObject tabletContentSchema()
{
    using namespace schema;
    return object({
        {u"questions"_s, questionList(u"Asked where a ward says nothing else."_s)},
        {u"ward_questions"_s, wardQuestionsSchema()},
        {u"callback_offered"_s, boolean(u"Whether people may ask to be called."_s)},
        {u"idle"_s, idleSchema()},
        {u"texts"_s, textsSchema()},
        {u"has_pin"_s, boolean(u"Whether leaving the page asks for digits."_s)},
        {u"updated_at"_s, orNull(time())},
    });
}

QJsonObject tabletContentDraftSchema()
{
    using namespace schema;
    const QJsonObject draft = object(
        {
            {u"questions"_s, questionList(u"Asked where a ward says nothing else."_s)},
            {u"ward_questions"_s, wardQuestionsSchema()},
            {u"callback_offered"_s, boolean()},
            {u"idle"_s, idleSchema()},
            {u"texts"_s, textsSchema()},
            {u"has_pin"_s, ignored()},
            {u"updated_at"_s, ignored()},
        },
        {u"questions"_s, u"ward_questions"_s, u"callback_offered"_s, u"idle"_s, u"texts"_s});
    return withExample(draft,
        QJsonObject{
            {u"questions"_s, QJsonArray{u"treatment_satisfaction"_s, u"overall_experience"_s}},
            {u"ward_questions"_s,
                QJsonObject{{u"Maternité"_s, QJsonArray{u"treatment_satisfaction"_s, u"recommendation_likelihood"_s}}}},
            {u"callback_offered"_s, true},
            {u"idle"_s, QJsonObject{{u"ask_seconds"_s, 60}, {u"wipe_seconds"_s, 75}}},
            {u"texts"_s, QJsonObject{{u"fr"_s, QJsonObject{{u"thanks"_s, u"Merci de votre avis."_s}}}}},
        });
}

QJsonObject exitPinSchema()
{
    using namespace schema;
    return withExample(
        object({{u"pin"_s,
            orNull(withPattern(text(4, 8, u"Null: leaving the page asks for none."_s), u"^[0-9]{4,8}$"_s))}}),
        QJsonObject{{u"pin"_s, u"480213"_s}});
}

QJsonObject promptSchema()
{
    using namespace schema;
    return object({
        {u"id"_s, anyText(u"key.language"_s)},
        {u"key"_s, promptKey()},
        {u"language"_s, language()},
        {u"media_type"_s, oneOfKeys(audioMediaTypes())},
        {u"size"_s, count(u"Bytes."_s)},
        {u"sha256"_s, sha256()},
        {u"recorder"_s, anyText(u"The account that recorded it."_s)},
        {u"recorded_at"_s, time()},
        {u"reviewer"_s, orNull(anyText(u"The account that listened to it and found it right."_s))},
        {u"reviewed_at"_s, orNull(time())},
    });
}

QJsonObject promptCoverageSchema()
{
    using namespace schema;
    const QJsonObject counts = object({
        {u"wanted"_s, count(u"All that a tablet says."_s)},
        {u"recorded"_s, count()},
        {u"reviewed"_s, count()},
    });
    return object({
        {u"coverage"_s, languageMap(counts, u"Of the hospital's languages."_s)},
        {u"prompts"_s, listOf(reference(u"Prompt"_s))},
    });
}

QJsonObject promptReviewSchema()
{
    return schema::withExample(schema::object({{u"sha256"_s, sha256()}}),
        QJsonObject{{u"sha256"_s, u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s}});
}

} // namespace accueil
