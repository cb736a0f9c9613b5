#include "server/api/reminderjson.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QJsonObject weekdaysSchema()
{
    QJsonObject days = schema::listOf(schema::oneOfKeys(schema::keysOf(weekdayTable)), 7);
    days.insert(u"description"_s,
        u"With days: of every Nth day only these. With weeks: these days of every Nth week, which begins on Monday. "
        "Empty: whatever comes."_s);
    return days;
}

QJsonObject recurrenceSchema(const QStringList &required)
{
    using namespace schema;
    return object(
        {
            {u"every"_s, integer(1, 366)},
            {u"unit"_s, oneOfKeys(keysOf(recurrenceUnitTable))},
            {u"weekdays"_s, weekdaysSchema()},
            {u"until"_s, orNull(time(u"Inclusive."_s))},
            {u"count"_s, orNull(integer(1, 999, u"Occurrences in all."_s))},
        },
        required);
}

QJsonObject example()
{
    return {
        {u"patient_id"_s, u"P000123"_s},
        {u"channel"_s, u"sms"_s},
        {u"message"_s, u"Rappel : consultation demain a 9 h 30."_s},
        {u"scheduled_time"_s, u"2030-01-14T08:30:00Z"_s},
        {u"appointment_time"_s, u"2030-01-15T08:30:00Z"_s},
        {u"purpose"_s, u"appointment"_s},
    };
}

} // namespace

QJsonObject reminderSchema()
{
    using namespace schema;
    return object({
        {u"id"_s, identifier(u"The row."_s)},
        {u"client_id"_s, anyText(u"The UUID made by whoever scheduled it."_s)},
        {u"patient_id"_s, anyText(u"The hospital's number."_s)},
        {u"patient_name"_s, orNull(anyText())},
        {u"phone_number"_s, orNull(anyText(u"E.164."_s))},
        {u"email"_s, orNull(anyText())},
        {u"message"_s, anyText()},
        {u"language"_s, oneOfKeys(keysOf(languageTable))},
        {u"scheduled_time"_s, time()},
        {u"status"_s, oneOfKeys(keysOf(reminderStatusTable))},
        {u"reason"_s, orNull(anyText(u"Why it is where it is: a stable word such as notConfigured or quietHours."_s))},
        {u"channel"_s, oneOfKeys(keysOf(channelTable))},
        {u"template"_s, orNull(anyText())},
        {u"recurrence"_s, orNull(recurrenceSchema({u"every"_s, u"unit"_s, u"weekdays"_s, u"until"_s, u"count"_s}))},
        {u"series"_s, identifier(u"The first reminder of its series."_s)},
        {u"occurrence"_s, integer(1, 100'000)},
        {u"step"_s,
            integer(1, 100,
                u"Of a plan. 91, 92: an email that moves the appointment in the patient's calendar, or ends it."_s)},
        {u"appointment_id"_s, orNull(identifier(u"The appointment whose plan it is a step of."_s))},
        {u"only_unconfirmed"_s, boolean(u"Not sent once the patient has confirmed."_s)},
        {u"purpose"_s, oneOfKeys(keysOf(purposeTable))},
        {u"appointment_time"_s, orNull(time())},
        {u"created_by"_s, orNull(identifier())},
        {u"fallback"_s,
            listOf(oneOfKeys(keysOf(channelTable), u"Taken in turn when the channel before refuses for good."_s))},
        {u"attempts"_s, count()},
        {u"next_try"_s, orNull(time(u"When it is tried again; null: at its scheduled time."_s))},
        {u"sent_at"_s, orNull(time())},
        {u"delivered_at"_s, orNull(time())},
        {u"settled_at"_s, orNull(time(u"When a person dealt with one that failed or expired."_s))},
        {u"created_at"_s, time()},
        {u"updated_at"_s, time()},
    });
}

QJsonObject reminderDraftSchema()
{
    using namespace schema;
    QJsonObject draft = object(
        {
            {u"client_id"_s,
                uuid(u"A repeat answers with the same row (200), the same client_id with another content is refused "
                     u"(409, `repeatDiffers`). Not changed by edits."_s)},
            {u"patient_id"_s,
                QJsonObject{{u"description"_s, u"The hospital's number as text, or the row as an integer."_s},
                    {u"oneOf"_s, QJsonArray{text(1, 64), identifier()}}}},
            {u"phone_number"_s, orNull(text(0, 40, u"Default: the patient's."_s))},
            {u"email"_s, orNull(text(0, 254, u"Default: the patient's."_s))},
            {u"message"_s,
                orNull(text(0, 1600, u"Without words of its own a reminder takes those of its template."_s))},
            {u"language"_s, orNull(anyText(u"Default: the patient's."_s))},
            {u"scheduled_time"_s, time(u"In the future."_s)},
            {u"channel"_s, oneOfKeys(keysOf(channelTable))},
            {u"template"_s, orNull(text(0, 64, u"The name of a template, needed where there is no message."_s))},
            {u"recurrence"_s, orNull(recurrenceSchema({u"unit"_s}))},
            {u"purpose"_s, oneOfKeys(keysOf(purposeTable))},
            {u"appointment_time"_s, orNull(time())},
            {u"fallback"_s, orNull(listOf(oneOfKeys(keysOf(channelTable)), 2))},
        },
        {u"patient_id"_s, u"scheduled_time"_s});
    const auto written = [](const QString &member) {
        return QJsonObject{{u"required"_s, QJsonArray{member}},
            {u"properties"_s, QJsonObject{{member, withPattern(text(1, 1600), u"\\S"_s)}}}};
    };
    draft.insert(u"anyOf"_s, QJsonArray{written(u"message"_s), written(u"template"_s)});
    QJsonObject members = draft.value(u"properties").toObject();
    for (const QString &name : {u"id"_s, u"patient_name"_s, u"status"_s, u"reason"_s, u"series"_s, u"occurrence"_s,
             u"created_by"_s, u"attempts"_s, u"step"_s, u"appointment_id"_s, u"only_unconfirmed"_s, u"next_try"_s,
             u"sent_at"_s, u"delivered_at"_s, u"settled_at"_s, u"created_at"_s, u"updated_at"_s})
        members.insert(name, ignored());
    draft.insert(u"properties"_s, members);
    return withExample(draft, example());
}

QJsonObject attemptSchema()
{
    using namespace schema;
    return object({
        {u"id"_s, identifier()},
        {u"reminder_id"_s, identifier()},
        {u"number"_s, integer(1, 100'000)},
        {u"channel"_s, oneOfKeys(keysOf(channelTable))},
        {u"started_at"_s, time()},
        {u"finished_at"_s, orNull(time())},
        {u"outcome"_s, oneOfKeys(keysOf(attemptOutcomeTable))},
        {u"provider"_s, orNull(anyText())},
        {u"provider_message_id"_s, orNull(anyText())},
        {u"provider_code"_s, orNull(anyText(u"The provider's own code, as in 21211 or 550 5.1.1."_s))},
        {u"reason"_s, orNull(anyText())},
        {u"segments"_s, orNull(integer(0, 100, u"As the provider counted them."_s))},
        {u"price"_s, orNull(anyText(u"As the provider wrote it."_s))},
        {u"price_unit"_s, orNull(anyText(u"ISO 4217."_s))},
        {u"next_check"_s, orNull(time(u"When the provider is asked again what became of it."_s))},
    });
}

QJsonObject lateDecisionSchema()
{
    using namespace schema;
    return withExample(
        object({{u"decision"_s, oneOfKeys({u"send"_s, u"cancel"_s})}}), QJsonObject{{u"decision"_s, u"send"_s}});
}

QJsonObject reminderCountSchema()
{
    return schema::object({{u"count"_s, schema::count(u"How many it was done to."_s)}});
}

QJsonObject decisionSchema()
{
    using namespace schema;
    return withExample(
        object({{u"decision"_s, oneOfKeys({u"sent"_s, u"resend"_s})}}), QJsonObject{{u"decision"_s, u"sent"_s}});
}

} // namespace accueil
