#include "server/api/appointmentjson.h"

#include "server/api/patientreference.h"
#include "server/api/planjson.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

void writeRate(JsonWriter &json, const NoShowRate &rate, bool hasKey)
{
    ObjectWriter object(json);
    if (hasKey)
        object.textOrNull("key", rate.key);
    object.member("appointments", rate.appointments);
    object.member("missed", rate.missed);
    object.member("too_few", !rate.isEnough());
    const auto ifEnough = [&](double value) { return rate.isEnough() ? std::optional(value) : std::nullopt; };
    object.member("rate", ifEnough(rate.rate()));
    object.member("low", ifEnough(rate.interval().low));
    object.member("high", ifEnough(rate.interval().high));
}

} // namespace

void writeAppointment(JsonWriter &json, const Appointment &appointment, const FieldSelection &fields)
{
    ObjectWriter object(json, fields);
    object.member("id", appointment.id.value);
    object.member("client_id", appointment.clientId);
    object.member("patient_id", appointment.patientNumber);
    object.textOrNull("patient_name", appointment.patientName);
    object.member("starts_at", appointment.startsAt);
    object.textOrNull("ward", appointment.ward);
    object.textOrNull("with_whom", appointment.withWhom);
    object.member("status", appointmentStatusTable.key(appointment.status));
    object.member("confirmed_at", appointment.confirmedAt);
    object.textOrNull(
        "confirmed_by", appointment.confirmedBy ? answerPathTable.key(*appointment.confirmedBy) : QString());
    object.textOrNull("plan", appointment.plan);
    if (object.begin("steps"))
        writeSteps(json, appointment.steps);
    object.member("created_by", appointment.createdBy ? std::optional(appointment.createdBy->value) : std::nullopt);
    object.member("created_at", appointment.createdAt);
    object.member("updated_at", appointment.updatedAt);
}

void readAppointment(FieldReader &reader, AppointmentDraft &draft)
{
    reader.text(u"client_id"_s, draft.clientId);
    readPatientReference(reader, draft);
    reader.time(u"starts_at"_s, draft.startsAt);
    reader.text(u"ward"_s, draft.ward);
    reader.text(u"with_whom"_s, draft.withWhom);
    reader.text(u"plan"_s, draft.plan);
    readSteps(reader, draft.steps);
    reader.ignore({u"id"_s, u"patient_name"_s, u"status"_s, u"confirmed_at"_s, u"confirmed_by"_s, u"created_by"_s,
        u"created_at"_s, u"updated_at"_s});
}

Result<AppointmentStatus> readOutcome(const QJsonObject &body)
{
    AppointmentStatus status = AppointmentStatus::Planned;
    FieldReader reader(body);
    reader.require({u"status"_s});
    reader.enumeration(u"status"_s, status, [](const QString &text) { return appointmentStatusTable.value(text); });
    if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    return status;
}

void writePlannedMessage(JsonWriter &json, const PlannedMessage &message)
{
    ObjectWriter object(json);
    object.member("step", message.number);
    object.member("hours_before", message.step.hoursBefore);
    object.member("channel", channelTable.key(message.step.channel));
    object.member("template", message.step.templateName);
    object.member("only_unconfirmed", message.step.onlyUnconfirmed);
    object.member("time", message.reminder ? message.reminder->scheduledTime : message.time);
    object.member("reminder_id", message.reminder ? std::optional(message.reminder->id.value) : std::nullopt);
    object.textOrNull("status", message.reminder ? reminderStatusTable.key(message.reminder->status) : QString());
    object.textOrNull("reason", message.reminder ? message.reminder->reason : QString());
    object.textOrNull("obstacle", message.obstacle);
    object.textOrNull("delayed_by", message.delay ? message.delay->reason : QString());
    object.member("delayed_until", message.delay ? message.delay->until : std::nullopt);
}

void writeCalendar(JsonWriter &json, const QList<CalendarSlot> &hours)
{
    ObjectWriter calendar(json);
    calendar.begin("slots");
    json.beginArray();
    for (const CalendarSlot &slot : hours) {
        ObjectWriter object(json);
        object.member("start", slot.start);
        object.member("channel", channelTable.key(slot.channel));
        object.member("status", reminderStatusTable.key(slot.status));
        object.member("only_unconfirmed", slot.onlyUnconfirmed);
        object.member("count", slot.count);
    }
    json.endArray();
}

void writeNoShows(JsonWriter &json, const NoShowFigures &figures)
{
    ObjectWriter object(json);
    object.begin("all");
    writeRate(json, figures.all, false);
    for (const auto &grouping : noShowGroupingTable.rows) {
        object.begin(("by_"_L1 + grouping.key.toString()).toLatin1());
        json.beginArray();
        for (const NoShowRate &rate : figures.groups.value(grouping.value))
            writeRate(json, rate, true);
        json.endArray();
    }
}

} // namespace accueil
