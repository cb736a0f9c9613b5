#include "server/api/syncjson.h"

#include "server/api/feedbackjson.h"

#include <QJsonDocument>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

std::optional<AudioClaim> readClaim(FieldReader &reader)
{
    const QJsonValue value = reader.raw(u"audio"_s);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isObject()) {
        reader.refuse(u"audio"_s, u"wrongType"_s);
        return std::nullopt;
    }
    FieldReader claim(value.toObject(), u"audio."_s);
    QString sha256;
    std::optional<int> size;
    claim.require({u"sha256"_s, u"size"_s});
    claim.text(u"sha256"_s, sha256);
    claim.integer(u"size"_s, size);
    claim.ignore({u"media_type"_s}); // the bytes tell
    reader.refuseAll(claim.finish());
    return AudioClaim{sha256.toLatin1(), size.value_or(0)};
}

SubmittedItem readItem(const QJsonValue &value)
{
    SubmittedItem item;
    item.draft.method = SubmissionMethod::Tablet;
    if (!value.isObject()) {
        item.errors += FieldError{u"items"_s, u"wrongType"_s};
        return item;
    }
    FieldReader reader(value.toObject());
    FeedbackDraft &draft = item.draft;
    reader.text(u"client_id"_s, draft.clientId);
    reader.time(u"submitted_at"_s, draft.feedbackDate);
    reader.text(u"patient_id"_s, draft.patientReference);
    reader.text(u"ward"_s, draft.ward);
    reader.enumeration(u"language"_s, draft.language, [](const QString &text) { return parseLanguage(text); });
    reader.integer(u"treatment_satisfaction"_s, draft.ratings.treatmentSatisfaction);
    reader.integer(u"communication_rating"_s, draft.ratings.communicationRating);
    reader.integer(u"facility_rating"_s, draft.ratings.facilityRating);
    reader.integer(u"overall_experience"_s, draft.ratings.overallExperience);
    reader.integer(u"recommendation_likelihood"_s, draft.ratings.recommendationLikelihood);
    reader.integer(u"emoji_rating"_s, draft.ratings.emojiRating);
    reader.text(u"comments"_s, draft.comments);
    reader.text(u"phone_number"_s, draft.phoneNumber);
    reader.boolean(u"callback_requested"_s, draft.callbackRequested);
    item.audio = readClaim(reader);
    item.errors = reader.finish();
    return item;
}

void readReport(FieldReader &reader, DeviceReport &report)
{
    reader.text(u"version"_s, report.version);
    reader.integer(u"queue_length"_s, report.queueLength);
    if (report.queueLength && *report.queueLength < 0)
        reader.refuse(u"queue_length"_s, u"outOfRange"_s);
    const QJsonValue battery = reader.raw(u"battery"_s);
    if (battery.isUndefined() || battery.isNull())
        return;
    if (!battery.isDouble())
        reader.refuse(u"battery"_s, u"wrongType"_s);
    else if (const double charge = battery.toDouble(); charge < 0 || charge > 1)
        reader.refuse(u"battery"_s, u"outOfRange"_s);
    else
        report.battery = charge;
}

void writeErrors(JsonWriter &json, const QList<FieldError> &errors)
{
    json.beginArray();
    for (const FieldError &error : errors) {
        ObjectWriter object(json);
        object.member("field", error.field);
        object.member("key", error.key);
        if (!error.parameters.isEmpty()) {
            object.begin("parameters");
            json.raw(QJsonDocument(QJsonObject::fromVariantMap(error.parameters)).toJson(QJsonDocument::Compact));
        }
    }
    json.endArray();
}

void writeOutcome(JsonWriter &json, const SyncOutcome &outcome)
{
    ObjectWriter object(json);
    object.member("client_id", outcome.clientId);
    object.member("status", syncStatusTable.key(outcome.status));
    object.member("id", outcome.feedback ? std::optional(outcome.feedback->value) : std::nullopt);
    object.member("deleted", outcome.isDeleted);
    object.begin("errors");
    writeErrors(json, outcome.errors);
    if (!outcome.audio) {
        object.null("audio");
        return;
    }
    object.begin("audio");
    writeProgress(json, *outcome.audio);
}

void writeMembers(ObjectWriter &object, const Dispute &dispute)
{
    object.member("id", dispute.id.value);
    object.member("client_id", dispute.clientId);
    object.member("feedback_id", dispute.feedback.value);
    object.member("device", dispute.device ? std::optional(dispute.device->value) : std::nullopt);
    object.textOrNull("device_name", dispute.deviceName);
    object.member("received_at", dispute.receivedAt);
    object.member("kept", dispute.kept ? std::optional(disputeChoiceTable.key(*dispute.kept)) : std::nullopt);
    object.member("resolved_at", dispute.resolvedAt);
}

} // namespace

void readBatch(FieldReader &reader, SyncBatch &batch)
{
    reader.time(u"client_time"_s, batch.clientTime);
    readReport(reader, batch.report);
    reader.require({u"items"_s});
    reader.list(u"items"_s, [&](const QJsonValue &value) {
        batch.items += readItem(value);
        return QString();
    });
}

void writeProgress(JsonWriter &json, const AudioProgress &progress)
{
    ObjectWriter object(json);
    object.member("received", progress.received);
    object.member("complete", progress.isComplete);
}

void writeSyncAnswer(JsonWriter &json, const SyncAnswer &answer)
{
    ObjectWriter object(json);
    object.member("server_time", answer.serverTime);
    object.begin("items");
    json.beginArray();
    for (const SyncOutcome &outcome : answer.items)
        writeOutcome(json, outcome);
    json.endArray();
}

void writeDispute(JsonWriter &json, const Dispute &dispute, const FieldSelection &fields)
{
    ObjectWriter object(json, fields);
    writeMembers(object, dispute);
}

void writeComparison(JsonWriter &json, const DisputeComparison &comparison)
{
    ObjectWriter object(json);
    writeMembers(object, comparison.dispute);
    object.begin("stored");
    writeFeedback(json, comparison.stored);
    if (comparison.received) {
        object.begin("received");
        writeFeedback(json, *comparison.received);
    } else {
        object.null("received");
    }
    object.begin("differing");
    json.beginArray();
    for (const QString &name : comparison.differing)
        json.value(name);
    json.endArray();
}

} // namespace accueil
