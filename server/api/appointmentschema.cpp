#include "server/api/appointmentjson.h"
#include "server/api/planjson.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;
using namespace schema;

QJsonObject appointmentSchema()
{
    return object({
        {u"id"_s, identifier(u"The row."_s)},
        {u"client_id"_s, anyText(u"The UUID made by whoever scheduled it."_s)},
        {u"patient_id"_s, anyText(u"The hospital's number."_s)},
        {u"patient_name"_s, orNull(anyText())},
        {u"starts_at"_s, time()},
        {u"ward"_s, orNull(anyText())},
        {u"with_whom"_s, orNull(anyText())},
        {u"status"_s, oneOfKeys(keysOf(appointmentStatusTable), u"`moved` is still to come."_s)},
        {u"confirmed_at"_s, orNull(time(u"When the patient said that he comes; a move takes it back."_s))},
        {u"confirmed_by"_s, orNull(oneOfKeys(keysOf(answerPathTable)))},
        {u"plan"_s, orNull(anyText(u"The name of its plan when it was chosen."_s))},
        {u"steps"_s, stepsSchema()},
        {u"created_by"_s, orNull(identifier())},
        {u"created_at"_s, time()},
        {u"updated_at"_s, time()},
    });
}

QJsonObject appointmentDraftSchema()
{
    QJsonObject draft = object(
        {
            {u"client_id"_s,
                uuid(u"A repeat answers with the same row (200), the same client_id with another content is refused "
                     u"(409, `repeatDiffers`). Not changed by edits."_s)},
            {u"patient_id"_s,
                QJsonObject{{u"description"_s, u"The hospital's number as text, or the row as an integer."_s},
                    {u"oneOf"_s, QJsonArray{text(1, 64), identifier()}}}},
            {u"starts_at"_s, time(u"In the future."_s)},
            {u"ward"_s, orNull(text(0, 80))},
            {u"with_whom"_s, orNull(text(0, 100))},
            {u"plan"_s, orNull(text(0, longestPlanName, u"Default: the first of the plans."_s))},
            {u"steps"_s, orNull(stepsSchema())},
        },
        {u"patient_id"_s, u"starts_at"_s});
    QJsonObject members = draft.value(u"properties").toObject();
    for (const QString &name : {u"id"_s, u"patient_name"_s, u"status"_s, u"confirmed_at"_s, u"confirmed_by"_s,
             u"created_by"_s, u"created_at"_s, u"updated_at"_s})
        members.insert(name, ignored());
    draft.insert(u"properties"_s, members);
    return withExample(draft,
        QJsonObject{{u"patient_id"_s, u"P000123"_s}, {u"starts_at"_s, u"2030-01-15T08:30:00Z"_s},
            {u"ward"_s, u"Consultations"_s}});
}

QJsonObject outcomeSchema()
{
    QStringList keys = keysOf(appointmentStatusTable);
    keys.removeAll(appointmentStatusTable.key(AppointmentStatus::Moved));
    return withExample(
        object({{u"status"_s,
            oneOfKeys(keys, u"`planned` takes an outcome back; `late` and `missed` not before its time."_s)}}),
        QJsonObject{{u"status"_s, u"attended"_s}});
}

QJsonObject plannedMessageSchema()
{
    return object({
        {u"step"_s, integer(1, mostPlanSteps)},
        {u"hours_before"_s, integer(0, 2160)},
        {u"channel"_s, oneOfKeys(keysOf(channelTable))},
        {u"template"_s, anyText()},
        {u"only_unconfirmed"_s, boolean()},
        {u"time"_s, time()},
        {u"reminder_id"_s, orNull(identifier(u"Null: it was too late for it."_s))},
        {u"status"_s, orNull(oneOfKeys(keysOf(reminderStatusTable)))},
        {u"reason"_s, orNull(anyText())},
        {u"obstacle"_s,
            orNull(anyText(u"What forbids it as things stand: tooLate, consentRefused, noRecipient, numberFlagged, "
                           u"patientArchived, "
                           "alreadyConfirmed."_s))},
        {u"delayed_by"_s, orNull(oneOfKeys({u"quietHours"_s, u"holiday"_s}, u"Nothing is sent at its time."_s))},
        {u"delayed_until"_s, orNull(time())},
    });
}

QJsonObject calendarSchema()
{
    return object({{u"slots"_s,
        listOf(object({
            {u"start"_s, time(u"Of an hour on the hospital's clock."_s)},
            {u"channel"_s, oneOfKeys(keysOf(channelTable))},
            {u"status"_s, oneOfKeys(keysOf(reminderStatusTable))},
            {u"only_unconfirmed"_s, boolean()},
            {u"count"_s, count()},
        }))}});
}

QJsonObject noShowSchema()
{
    const QString interval = u"Of the 95 % score interval (Wilson)."_s;
    const schema::Properties figures{{u"appointments"_s, count(u"Attended, late or missed."_s)}, {u"missed"_s, count()},
        {u"too_few"_s, boolean(u"Fewer than 10: no rate is given."_s)}, {u"rate"_s, orNull(number(0, 1))},
        {u"low"_s, orNull(number(0, 1, interval))}, {u"high"_s, orNull(number(0, 1, interval))}};
    const auto groupsOf = [&](const QString &description) {
        QJsonObject group = object(figures);
        QJsonObject members = group.value(u"properties").toObject();
        members.insert(u"key"_s, orNull(anyText(description)));
        group.insert(u"properties"_s, members);
        QJsonArray required = group.value(u"required").toArray();
        required.append(u"key"_s);
        group.insert(u"required"_s, required);
        return listOf(group);
    };
    return object({
        {u"all"_s, object(figures)},
        {u"by_channel"_s, groupsOf(u"Of the last message that left; null: none did."_s)},
        {u"by_lead_time"_s, groupsOf(u"From making the appointment to its time."_s)},
        {u"by_language"_s, groupsOf(u"The patient's preferred."_s)},
        {u"by_ward"_s, groupsOf(u"Null: none was given."_s)},
    });
}

} // namespace accueil
