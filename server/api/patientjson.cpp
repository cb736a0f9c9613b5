#include "server/api/patientjson.h"

#include "server/api/feedbackjson.h"
#include "server/api/reminderjson.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

void writeConsent(JsonWriter &json, const Consent &consent)
{
    ObjectWriter channels(json);
    for (const auto &channel : channelTable.rows) {
        bool isAsked = false;
        for (const auto &purpose : purposeTable.rows)
            isAsked = isAsked || consent.contains({channel.value, purpose.value});
        if (!isAsked)
            continue;
        channels.begin(channel.key.toLatin1());
        ObjectWriter purposes(json);
        for (const auto &purpose : purposeTable.rows) {
            const auto state = consent.constFind({channel.value, purpose.value});
            if (state != consent.constEnd())
                purposes.member(purpose.key.toLatin1(), consentStateTable.key(*state));
        }
    }
}

void readConsentOfChannel(FieldReader &reader, const QJsonObject &purposes, Channel channel, Consent &consent)
{
    for (auto entry = purposes.begin(); entry != purposes.end(); ++entry) {
        const std::optional<Purpose> purpose = purposeTable.value(entry.key());
        const std::optional<ConsentState> state = consentStateTable.value(entry.value().toString());
        if (purpose && entry.value().isNull())
            consent.remove({channel, *purpose});
        else if (purpose && state)
            consent.insert({channel, *purpose}, *state);
        else
            reader.refuse(u"consent"_s, u"unknownValue"_s);
    }
}

void readConsent(FieldReader &reader, Consent &consent)
{
    const QJsonValue value = reader.raw(u"consent"_s);
    if (value.isUndefined())
        return;
    if (!value.isObject()) {
        reader.refuse(u"consent"_s, u"wrongType"_s);
        return;
    }
    const QJsonObject channels = value.toObject();
    for (auto entry = channels.begin(); entry != channels.end(); ++entry) {
        const std::optional<Channel> channel = channelTable.value(entry.key());
        if (channel && entry.value().isObject())
            readConsentOfChannel(reader, entry.value().toObject(), *channel, consent);
        else
            reader.refuse(u"consent"_s, u"unknownValue"_s);
    }
}

// A less exact answer about someone's age, given alone, replaces a more exact one that was there.
void readAge(FieldReader &reader, PatientDraft &draft)
{
    const bool hasDate = reader.has(u"birth_date"_s);
    const bool hasYear = reader.has(u"birth_year"_s);
    if (hasYear && !hasDate)
        draft.birthDate.reset();
    if (reader.has(u"age"_s) && !hasDate && !hasYear) {
        draft.birthDate.reset();
        draft.birthYear.reset();
    }
    reader.date(u"birth_date"_s, draft.birthDate);
    reader.integer(u"birth_year"_s, draft.birthYear);
    reader.integer(u"age"_s, draft.age);
}

void readUser(FieldReader &reader, std::optional<UserId> &user)
{
    std::optional<int> number;
    if (!reader.has(u"user_id"_s))
        return;
    reader.integer(u"user_id"_s, number);
    user = number ? std::optional(UserId{*number}) : std::nullopt;
}

void writeEdit(JsonWriter &json, const AuditEntry &entry)
{
    ObjectWriter object(json);
    object.member("entity", entry.entity);
    object.member("entity_id", entry.entityId);
    object.member("action", entry.action);
    object.member("actor", entry.actorName);
    object.textOrNull("detail", entry.detail);
}

} // namespace

void writePatient(JsonWriter &json, const Patient &patient, QDate today, const FieldSelection &fields)
{
    ObjectWriter object(json, fields);
    object.member("id", patient.id.value);
    object.member("patient_id", patient.patientNumber);
    object.member("user_id", patient.user ? std::optional(patient.user->value) : std::nullopt);
    object.member("name", patient.name);
    object.textOrNull("email", patient.email);
    object.textOrNull("phone_number", patient.phoneNumber);
    object.member("birth_date", patient.birthDate);
    object.member("birth_year", patient.birthYear);
    object.member("birth_year_estimated", patient.birthYearEstimated);
    object.member("age", patient.age(today));
    object.member("gender", genderTable.key(patient.gender));
    object.textOrNull("condition", patient.condition);
    object.member("preferred_language", languageTable.key(patient.preferredLanguage));
    object.textOrNull("ward", patient.ward);
    object.member("registration_date", patient.registrationDate);
    if (object.begin("consent"))
        writeConsent(json, patient.consent);
    object.member("phone_is_shared", patient.phoneIsShared);
    object.member("archived", patient.archived);
    object.member("last_activity", patient.lastActivity);
    object.member("updated_at", patient.updatedAt);
}

void readPatient(FieldReader &reader, PatientDraft &draft)
{
    reader.text(u"patient_id"_s, draft.patientNumber);
    reader.text(u"name"_s, draft.name);
    reader.text(u"email"_s, draft.email);
    reader.text(u"phone_number"_s, draft.phoneNumber);
    readAge(reader, draft);
    reader.enumeration(u"gender"_s, draft.gender, [](const QString &text) { return parseGender(text); });
    reader.text(u"condition"_s, draft.condition);
    reader.enumeration(
        u"preferred_language"_s, draft.preferredLanguage, [](const QString &text) { return parseLanguage(text); });
    reader.text(u"ward"_s, draft.ward);
    reader.time(u"registration_date"_s, draft.registrationDate);
    readConsent(reader, draft.consent);
    reader.boolean(u"phone_is_shared"_s, draft.phoneIsShared);
    reader.boolean(u"archived"_s, draft.archived);
    readUser(reader, draft.user);
    reader.ignore({u"id"_s, u"birth_year_estimated"_s, u"last_activity"_s, u"updated_at"_s});
}

void writeHistoryItem(JsonWriter &json, const HistoryItem &item)
{
    ObjectWriter object(json);
    object.member("at", item.at);
    if (const auto *feedback = std::get_if<Feedback>(&item.what)) {
        object.member("type", u"feedback"_s);
        object.begin("feedback");
        writeFeedback(json, *feedback);
    } else if (const auto *reminder = std::get_if<Reminder>(&item.what)) {
        object.member("type", u"reminder"_s);
        object.begin("reminder");
        writeReminder(json, *reminder);
    } else if (const auto *attempt = std::get_if<AttemptOfReminder>(&item.what)) {
        object.member("type", u"attempt"_s);
        object.begin("attempt");
        writeAttempt(json, attempt->attempt, attempt->reminder);
    } else if (const auto *edit = std::get_if<AuditEntry>(&item.what)) {
        object.member("type", u"edit"_s);
        object.begin("edit");
        writeEdit(json, *edit);
    }
}

} // namespace accueil
