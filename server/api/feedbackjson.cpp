#include "server/api/feedbackjson.h"

#include "server/api/patientreference.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QString audioUrl(FeedbackId feedback)
{
    return u"/api/feedback/"_s + QString::number(feedback.value) + u"/audio"_s;
}

// A row that is not there is kept as a number that matches nobody.
void readWhose(FieldReader &reader, FeedbackDraft &draft)
{
    const bool isGiven = reader.has(u"patient_id"_s);
    readPatientReference(reader, draft);
    if (isGiven && draft.patient)
        draft.patientReference = QString::number(draft.patient->value);
}

// The short form's name for something that has a long one; both at once would contradict each other.
bool usesShortName(FieldReader &reader, const QString &shortName, const QString &longName)
{
    if (!reader.has(shortName))
        return false;
    if (reader.has(longName))
        reader.refuse(shortName, u"givenTwice"_s);
    return true;
}

void readRatings(FieldReader &reader, Ratings &ratings)
{
    reader.integer(u"treatment_satisfaction"_s, ratings.treatmentSatisfaction);
    reader.integer(u"communication_rating"_s, ratings.communicationRating);
    reader.integer(u"facility_rating"_s, ratings.facilityRating);
    const bool isShort = usesShortName(reader, u"rating"_s, u"overall_experience"_s);
    reader.integer(isShort ? u"rating"_s : u"overall_experience"_s, ratings.overallExperience);
    reader.integer(u"recommendation_likelihood"_s, ratings.recommendationLikelihood);
    reader.integer(u"emoji_rating"_s, ratings.emojiRating);
}

void writeRatings(ObjectWriter &object, const Ratings &ratings)
{
    object.member("treatment_satisfaction", ratings.treatmentSatisfaction);
    object.member("communication_rating", ratings.communicationRating);
    object.member("facility_rating", ratings.facilityRating);
    object.member("overall_experience", ratings.overallExperience);
    object.member("recommendation_likelihood", ratings.recommendationLikelihood);
    object.member("emoji_rating", ratings.emojiRating);
}

void writeUnderstanding(ObjectWriter &object, const Feedback &feedback)
{
    const auto sentiment = feedback.sentiment;
    object.member("sentiment", sentiment ? std::optional(sentimentTable.key(*sentiment)) : std::nullopt);
    object.member("sentiment_score", feedback.sentimentScore);
    if (object.begin("topics")) {
        object.json().beginArray();
        for (const QString &topic : feedback.topics)
            object.json().value(topic);
        object.json().endArray();
    }
    object.textOrNull("transcript", feedback.transcript);
    object.textOrNull("translation", feedback.translation);
}

} // namespace

void writeFeedback(JsonWriter &json, const Feedback &feedback, const FieldSelection &fields, FeedbackForm form)
{
    ObjectWriter object(json, fields);
    object.member("id", feedback.id.value);
    object.member("client_id", feedback.clientId);
    object.textOrNull("patient_id", feedback.patientReference);
    object.member("matched", feedback.patient.has_value());
    object.textOrNull("patient_name", feedback.patientName);
    object.member("age", feedback.age);
    object.member("gender", genderTable.key(feedback.gender));
    object.textOrNull("phone_number", feedback.phoneNumber);
    object.textOrNull("condition", feedback.condition);
    object.textOrNull("ward", feedback.ward);
    writeRatings(object, feedback.ratings);
    object.member("feedback_date", feedback.feedbackDate);
    object.textOrNull("comments", feedback.comments);
    object.member("language", languageTable.key(feedback.language));
    object.member("submission_method", submissionMethodTable.key(feedback.method));
    writeUnderstanding(object, feedback);
    object.textOrNull("audio_url", feedback.audio ? audioUrl(feedback.id) : QString());
    object.member("is_synced", true); // it is in the hospital's store; a tablet says false of what it still holds
    object.member("processed", feedback.processed);
    object.member("callback_requested", feedback.callbackRequested);
    object.member("client_time", feedback.clientTime);
    object.member("device", feedback.device ? std::optional(feedback.device->value) : std::nullopt);
    object.member("created_at", feedback.createdAt);
    object.member("updated_at", feedback.updatedAt);
    if (form == FeedbackForm::Short) {
        object.textOrNull("content", feedback.comments);
        object.member("rating", feedback.ratings.overallExperience);
        object.member("date_submitted", feedback.feedbackDate);
    }
}

void readFeedback(FieldReader &reader, FeedbackDraft &draft)
{
    reader.text(u"client_id"_s, draft.clientId);
    readWhose(reader, draft);
    reader.text(u"patient_name"_s, draft.patientName);
    reader.integer(u"age"_s, draft.age);
    reader.enumeration(u"gender"_s, draft.gender, [](const QString &text) { return parseGender(text); });
    reader.text(u"phone_number"_s, draft.phoneNumber);
    reader.text(u"condition"_s, draft.condition);
    reader.text(u"ward"_s, draft.ward);
    readRatings(reader, draft.ratings);
    const bool isShortDate = usesShortName(reader, u"date_submitted"_s, u"feedback_date"_s);
    reader.time(isShortDate ? u"date_submitted"_s : u"feedback_date"_s, draft.feedbackDate);
    const bool isShortText = usesShortName(reader, u"content"_s, u"comments"_s);
    reader.text(isShortText ? u"content"_s : u"comments"_s, draft.comments);
    reader.enumeration(u"language"_s, draft.language, [](const QString &text) { return parseLanguage(text); });
    reader.enumeration(
        u"submission_method"_s, draft.method, [](const QString &text) { return submissionMethodTable.value(text); });
    reader.text(u"transcript"_s, draft.transcript);
    reader.text(u"translation"_s, draft.translation);
    reader.boolean(u"processed"_s, draft.processed);
    reader.boolean(u"callback_requested"_s, draft.callbackRequested);
    reader.time(u"client_time"_s, draft.clientTime);
    reader.ignore({u"id"_s, u"matched"_s, u"sentiment"_s, u"sentiment_score"_s, u"topics"_s, u"audio_url"_s,
        u"device"_s, u"is_synced"_s, u"created_at"_s, u"updated_at"_s});
}

QByteArray readVoice(FieldReader &reader)
{
    QString text;
    reader.text(u"voice_data"_s, text);
    if (text.isEmpty())
        return {};
    QByteArray encoded = text.toLatin1();
    if (encoded.startsWith("data:"))
        encoded = encoded.sliced(encoded.indexOf(',') + 1);
    const auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        reader.refuse(u"voice_data"_s, u"notBase64"_s);
        return {};
    }
    return *decoded;
}

FeedbackForm formOf(const QJsonObject &body)
{
    const bool isShort = body.contains(u"content") || body.contains(u"rating") || body.contains(u"voice_data");
    return isShort ? FeedbackForm::Short : FeedbackForm::Long;
}

void writeAudio(JsonWriter &json, const Attachment &attachment)
{
    ObjectWriter object(json);
    object.member("feedback_id", attachment.feedback.value);
    object.member("audio_url", audioUrl(attachment.feedback));
    object.member("media_type", attachment.mediaType);
    object.member("size", attachment.size);
    object.member("sha256", attachment.sha256);
    object.member("created_at", attachment.createdAt);
}

} // namespace accueil
