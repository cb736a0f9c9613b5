#include "server/api/understandingjson.h"

#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QString undetermined = u"undetermined"_s; // a label that a correction gives when nobody can tell

std::optional<QString> keyOf(std::optional<Sentiment> sentiment)
{
    return sentiment ? std::optional(sentimentTable.key(*sentiment)) : std::nullopt;
}

void writeKeys(JsonWriter &json, const QStringList &keys)
{
    json.beginArray();
    for (const QString &key : keys)
        json.value(key);
    json.endArray();
}

void writeReading(JsonWriter &json, const Explanation &explanation)
{
    const TextReading &reading = explanation.reading;
    const QString &text = explanation.text.text;
    ObjectWriter object(json);
    object.member("engine_version", explanation.engineVersion);
    object.member("source", textSourceTable.key(explanation.text.source));
    object.member("sentiment", keyOf(reading.sentiment));
    object.member("score", reading.score);
    object.member("ironic", reading.isIronic);
    object.begin("topics");
    writeKeys(json, topicKeys(reading.topics));
    object.begin("evidence");
    json.beginArray();
    for (const Evidence &evidence : reading.evidence) {
        ObjectWriter span(json);
        span.member("start", evidence.start);
        span.member("length", evidence.length);
        span.member("text", text.mid(evidence.start, evidence.length));
        span.member("weight", evidence.weight);
    }
    json.endArray();
    object.begin("topic_evidence");
    json.beginArray();
    for (const TopicEvidence &evidence : reading.topicEvidence) {
        ObjectWriter span(json);
        span.member("topic", topicTable.key(evidence.topic));
        span.member("start", evidence.start);
        span.member("length", evidence.length);
        span.member("text", text.mid(evidence.start, evidence.length));
    }
    json.endArray();
}

void writeCorrection(JsonWriter &json, const UnderstandingCorrection &correction)
{
    ObjectWriter object(json);
    object.member("sentiment", keyOf(correction.sentiment));
    object.begin("topics");
    writeKeys(json, correction.topics);
    object.member("engine_sentiment", keyOf(correction.engineSentiment));
    object.begin("engine_topics");
    writeKeys(json, correction.engineTopics);
    object.member("engine_version", correction.engineVersion);
    object.member("author", correction.authorName);
    object.member("created_at", correction.createdAt);
}

QJsonObject labelSchema()
{
    return schema::orNull(schema::oneOfKeys(schema::keysOf(sentimentTable), u"Null: undetermined."_s));
}

QJsonObject topicsSchema()
{
    return schema::listOf(schema::oneOfKeys(schema::keysOf(topicTable)));
}

QJsonObject correctionSchema()
{
    using namespace schema;
    return object({
        {u"sentiment"_s, labelSchema()},
        {u"topics"_s, topicsSchema()},
        {u"engine_sentiment"_s, labelSchema()},
        {u"engine_topics"_s, topicsSchema()},
        {u"engine_version"_s, anyText(u"Of the engine that was corrected."_s)},
        {u"author"_s, anyText()},
        {u"created_at"_s, time()},
    });
}

QJsonObject readingSchema()
{
    using namespace schema;
    const QJsonObject start = count(u"Where it begins, in UTF-16 units of the text."_s);
    return object({
        {u"engine_version"_s, anyText(u"Of the engine that reads now."_s)},
        {u"source"_s, oneOfKeys(keysOf(textSourceTable), u"Which text was read."_s)},
        {u"sentiment"_s, labelSchema()},
        {u"score"_s, number(-1, 1)},
        {u"ironic"_s, boolean(u"Why there is no label: the words may not be meant."_s)},
        {u"topics"_s, topicsSchema()},
        {u"evidence"_s,
            listOf(object({
                {u"start"_s, start},
                {u"length"_s, count()},
                {u"text"_s, anyText()},
                {u"weight"_s, number(-2, 2, u"What the score would lose without it."_s)},
            }))},
        {u"topic_evidence"_s,
            listOf(object({
                {u"topic"_s, oneOfKeys(keysOf(topicTable))},
                {u"start"_s, start},
                {u"length"_s, count()},
                {u"text"_s, anyText()},
            }))},
    });
}

} // namespace

void writeExplanation(JsonWriter &json, const Explanation &explanation)
{
    const Feedback &feedback = explanation.feedback;
    ObjectWriter object(json);
    object.member("feedback_id", feedback.id.value);
    object.member("sentiment", keyOf(feedback.sentiment));
    object.member("sentiment_score", feedback.sentimentScore);
    object.member("decided_by", labelSourceTable.key(feedback.labelSource));
    object.begin("topics");
    writeKeys(json, feedback.topics);
    object.textOrNull("engine_version", feedback.understandingVersion);
    object.begin("reading");
    writeReading(json, explanation);
    object.begin("corrections");
    json.beginArray();
    for (const UnderstandingCorrection &correction : explanation.corrections)
        writeCorrection(json, correction);
    json.endArray();
}

void writeUnderstandingState(JsonWriter &json, const UnderstandingState &state)
{
    ObjectWriter object(json);
    object.member("engine_version", state.engineVersion);
    object.member("feedback", state.feedback);
    object.member("remaining", state.remaining);
    object.begin("agreement");
    json.beginArray();
    for (const Agreement &agreement : state.agreement) {
        ObjectWriter item(json);
        item.member("language", languageTable.key(agreement.language));
        item.member("corrections", agreement.corrections);
        item.member("labels_agreed", agreement.labels);
        item.member("topics_agreed", agreement.topics);
    }
    json.endArray();
}

void writeAnalysis(JsonWriter &json, const AnalysisProgress &progress)
{
    ObjectWriter object(json);
    object.member("analysed", progress.analysed);
    object.member("changed", progress.changed);
    object.member("remaining", progress.remaining);
}

void readCorrection(FieldReader &reader, CorrectionDraft &draft)
{
    reader.require({u"sentiment"_s, u"topics"_s});
    reader.enumeration(
        u"sentiment"_s, draft.sentiment, [](const QString &key) -> std::optional<std::optional<Sentiment>> {
            if (key == undetermined)
                return std::optional<Sentiment>();
            if (const std::optional<Sentiment> sentiment = sentimentTable.value(key))
                return sentiment;
            return std::nullopt;
        });
    reader.list(u"topics"_s, [&](const QJsonValue &entry) {
        if (!entry.isString())
            return u"wrongType"_s;
        draft.topics += entry.toString();
        return QString();
    });
}

QJsonObject explanationSchema()
{
    using namespace schema;
    return object({
        {u"feedback_id"_s, identifier()},
        {u"sentiment"_s, labelSchema()},
        {u"sentiment_score"_s, orNull(number(-1, 1))},
        {u"decided_by"_s,
            oneOfKeys(keysOf(labelSourceTable),
                u"A person's own rating decides before any words, a correction before the engine."_s)},
        {u"topics"_s, listOf(anyText())},
        {u"engine_version"_s, orNull(anyText(u"Of the engine that read it when it was stored."_s))},
        {u"reading"_s, readingSchema()},
        {u"corrections"_s, listOf(correctionSchema())},
    });
}

QJsonObject correctionDraftSchema()
{
    using namespace schema;
    return withExample(object({
                           {u"sentiment"_s, oneOfKeys(keysOf(sentimentTable) + QStringList{undetermined})},
                           {u"topics"_s, topicsSchema()},
                       }),
        QJsonObject{{u"sentiment"_s, u"negative"_s}, {u"topics"_s, QJsonArray{u"waiting_time"_s}}});
}

QJsonObject understandingStateSchema()
{
    using namespace schema;
    return object({
        {u"engine_version"_s, anyText()},
        {u"feedback"_s, count(u"All there is."_s)},
        {u"remaining"_s, count(u"What this engine has not read yet."_s)},
        {u"agreement"_s,
            listOf(object({
                {u"language"_s, oneOfKeys(keysOf(languageTable))},
                {u"corrections"_s, count(u"Feedback that people corrected or confirmed."_s)},
                {u"labels_agreed"_s, count(u"Of them, those with the engine's label."_s)},
                {u"topics_agreed"_s, count(u"Of them, those with exactly the engine's topics."_s)},
            }))},
    });
}

QJsonObject analysisSchema()
{
    using namespace schema;
    return object({
        {u"analysed"_s, count(u"By this request, at most 500."_s)},
        {u"changed"_s, count(u"Of them, those with another label, score or topics than before."_s)},
        {u"remaining"_s, count(u"0: done. Else ask again."_s)},
    });
}

} // namespace accueil
