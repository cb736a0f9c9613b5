#include "server/api/reminderjson.h"

#include "server/api/channeljson.h"
#include "server/api/patientreference.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

void writeRecurrence(JsonWriter &json, const Recurrence &recurrence)
{
    ObjectWriter object(json);
    object.member("every", recurrence.every);
    object.member("unit", recurrenceUnitTable.key(recurrence.unit));
    if (object.begin("weekdays")) {
        json.beginArray();
        for (const auto &row : weekdayTable.rows) {
            if (recurrence.weekdays & weekdayBit(row.value))
                json.value(row.key);
        }
        json.endArray();
    }
    object.member("until", recurrence.until);
    object.member("count", recurrence.count);
}

void readWeekdays(FieldReader &reader, int &weekdays)
{
    const QString field = u"weekdays"_s;
    if (!reader.has(field))
        return;
    weekdays = 0;
    reader.list(field, [&weekdays](const QJsonValue &day) {
        if (const std::optional<Qt::DayOfWeek> known = weekdayTable.value(day.toString())) {
            weekdays |= weekdayBit(*known);
            return QString();
        }
        return day.isString() ? u"unknownValue"_s : u"wrongType"_s;
    });
}

void readRecurrence(FieldReader &reader, std::optional<Recurrence> &target)
{
    const QJsonValue value = reader.raw(u"recurrence"_s);
    if (value.isUndefined())
        return;
    target.reset();
    if (value.isNull())
        return;
    if (!value.isObject()) {
        reader.refuse(u"recurrence"_s, u"wrongType"_s);
        return;
    }
    Recurrence recurrence;
    FieldReader members(value.toObject(), u"recurrence."_s);
    members.require({u"unit"_s});
    std::optional<int> every = recurrence.every;
    members.integer(u"every"_s, every);
    if (every)
        recurrence.every = *every;
    else
        members.refuse(u"every"_s, u"wrongType"_s);
    members.enumeration(
        u"unit"_s, recurrence.unit, [](const QString &text) { return recurrenceUnitTable.value(text); });
    readWeekdays(members, recurrence.weekdays);
    members.time(u"until"_s, recurrence.until);
    members.integer(u"count"_s, recurrence.count);
    reader.refuseAll(members.finish());
    target = recurrence;
}

void readLanguage(FieldReader &reader, std::optional<Language> &target)
{
    if (reader.raw(u"language"_s).isNull()) {
        target.reset();
        return;
    }
    Language language = target.value_or(Language::French);
    reader.enumeration(u"language"_s, language, [](const QString &text) { return parseLanguage(text); });
    if (reader.has(u"language"_s))
        target = language;
}

template <typename Enum, std::size_t count>
Result<Enum> readDecisionOf(const EnumTable<Enum, count> &table, const QJsonObject &body)
{
    FieldReader reader(body);
    reader.require({u"decision"_s});
    Enum decision{};
    reader.enumeration(u"decision"_s, decision, [&table](const QString &text) { return table.value(text); });
    if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    return decision;
}

} // namespace

void writeReminder(JsonWriter &json, const Reminder &reminder, const FieldSelection &fields)
{
    ObjectWriter object(json, fields);
    object.member("id", reminder.id.value);
    object.member("client_id", reminder.clientId);
    object.member("patient_id", reminder.patientNumber);
    object.textOrNull("patient_name", reminder.patientName);
    object.textOrNull("phone_number", reminder.phoneNumber);
    object.textOrNull("email", reminder.email);
    object.member("message", reminder.message);
    object.member("language", languageTable.key(reminder.language));
    object.member("scheduled_time", reminder.scheduledTime);
    object.member("status", reminderStatusTable.key(reminder.status));
    object.textOrNull("reason", reminder.reason);
    object.member("channel", channelTable.key(reminder.channel));
    object.textOrNull("template", reminder.templateName);
    if (object.begin("recurrence")) {
        if (reminder.recurrence)
            writeRecurrence(json, *reminder.recurrence);
        else
            json.null();
    }
    object.member("series", reminder.series.value);
    object.member("occurrence", reminder.occurrence);
    object.member("step", reminder.step);
    object.member("appointment_id", reminder.appointment ? std::optional(reminder.appointment->value) : std::nullopt);
    object.member("only_unconfirmed", reminder.onlyUnconfirmed);
    object.member("purpose", purposeTable.key(reminder.purpose));
    object.member("appointment_time", reminder.appointmentTime);
    if (object.begin("fallback"))
        writeChannels(json, reminder.fallback);
    object.member("created_by", reminder.createdBy ? std::optional(reminder.createdBy->value) : std::nullopt);
    object.member("attempts", reminder.attempts);
    object.member("next_try", reminder.nextTry);
    object.member("sent_at", reminder.sentAt);
    object.member("delivered_at", reminder.deliveredAt);
    object.member("settled_at", reminder.settledAt);
    object.member("created_at", reminder.createdAt);
    object.member("updated_at", reminder.updatedAt);
}

void readReminder(FieldReader &reader, ReminderDraft &draft)
{
    reader.text(u"client_id"_s, draft.clientId);
    readPatientReference(reader, draft);
    reader.text(u"phone_number"_s, draft.phoneNumber);
    reader.text(u"email"_s, draft.email);
    reader.text(u"message"_s, draft.message);
    readLanguage(reader, draft.language);
    reader.time(u"scheduled_time"_s, draft.scheduledTime);
    reader.enumeration(u"channel"_s, draft.channel, [](const QString &text) { return channelTable.value(text); });
    reader.text(u"template"_s, draft.templateName);
    readRecurrence(reader, draft.recurrence);
    reader.enumeration(u"purpose"_s, draft.purpose, [](const QString &text) { return purposeTable.value(text); });
    reader.time(u"appointment_time"_s, draft.appointmentTime);
    readFallback(reader, draft.fallback);
    reader.ignore({u"id"_s, u"patient_name"_s, u"status"_s, u"reason"_s, u"series"_s, u"occurrence"_s, u"created_by"_s,
        u"attempts"_s, u"step"_s, u"appointment_id"_s, u"only_unconfirmed"_s, u"next_try"_s, u"sent_at"_s,
        u"delivered_at"_s, u"settled_at"_s, u"created_at"_s, u"updated_at"_s});
}

void writeAttempt(JsonWriter &json, const Attempt &attempt, ReminderId reminder)
{
    ObjectWriter object(json);
    object.member("id", attempt.id.value);
    object.member("reminder_id", reminder.value);
    object.member("number", attempt.number);
    object.member("channel", channelTable.key(attempt.channel));
    object.member("started_at", attempt.startedAt);
    object.member("finished_at", attempt.finishedAt);
    object.member("outcome", attemptOutcomeTable.key(attempt.outcome));
    object.textOrNull("provider", attempt.provider);
    object.textOrNull("provider_message_id", attempt.providerMessageId);
    object.textOrNull("provider_code", attempt.providerCode);
    object.textOrNull("reason", attempt.reason);
    object.member("segments", attempt.segments);
    object.textOrNull("price", attempt.price);
    object.textOrNull("price_unit", attempt.priceUnit);
    object.member("next_check", attempt.nextCheck);
}

Result<UnknownDecision> readDecision(const QJsonObject &body)
{
    return readDecisionOf(unknownDecisionTable, body);
}

Result<LateDecision> readLateDecision(const QJsonObject &body)
{
    return readDecisionOf(lateDecisionTable, body);
}

} // namespace accueil
