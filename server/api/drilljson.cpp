#include "server/api/drilljson.h"

#include "server/fieldreader.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

void writeMessage(JsonWriter &json, const DrillMessage &message)
{
    ObjectWriter object(json);
    object.member("id", message.id);
    object.member("channel", channelTable.key(message.channel));
    object.member("recipient", message.recipient);
    object.member("text", message.text);
    object.member("outcome", attemptOutcomeTable.key(message.outcome));
    object.member("taken_at", message.takenAt);
}

QJsonObject messageSchema()
{
    using namespace schema;
    return object({
        {u"id"_s, anyText(u"The provider's."_s)},
        {u"channel"_s, oneOfKeys(keysOf(channelTable))},
        {u"recipient"_s, anyText(u"Number or email address; invented."_s)},
        {u"text"_s, anyText()},
        {u"outcome"_s, oneOfKeys(keysOf(attemptOutcomeTable))},
        {u"taken_at"_s, time()},
    });
}

} // namespace

void writeDrill(JsonWriter &json, const DrillState &state, const QDateTime &now)
{
    const bool isStopped = state.stoppedUntil.isValid() && state.stoppedUntil > now;
    ObjectWriter object(json);
    object.member("fault", drillFaultTable.key(state.dial.fault));
    object.member("percent", state.dial.percent);
    object.member("stopped_until", isStopped ? std::optional(state.stoppedUntil) : std::nullopt);
    object.member("taken", state.counts.taken);
    object.member("delivered", state.counts.delivered);
    object.member("refused", state.counts.refused);
    object.member("in_doubt", state.counts.inDoubt);
    object.begin("messages");
    json.beginArray();
    for (const DrillMessage &message : state.messages)
        writeMessage(json, message);
    json.endArray();
}

Result<DrillDial> readDrillDial(const QJsonObject &body)
{
    DrillDial dial;
    std::optional<int> percent = dial.percent;
    FieldReader reader(body);
    reader.require({u"fault"_s});
    reader.enumeration(u"fault"_s, dial.fault, [](const QString &key) { return drillFaultTable.value(key); });
    reader.integer(u"percent"_s, percent);
    if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    dial.percent = percent.value_or(dial.percent);
    return dial;
}

Result<int> readDrillNumber(const QJsonObject &body, const QString &name)
{
    std::optional<int> number;
    FieldReader reader(body);
    reader.require({name});
    reader.integer(name, number);
    if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    return number.value();
}

QJsonObject drillSchemas()
{
    using namespace schema;
    const QJsonObject fault = oneOfKeys(keysOf(drillFaultTable),
        u"What goes wrong: busy (429), unreachable, invalid_numbers (21211), switched_off (taken, never arrives), "
        "lost_answers (taken, no answer comes), slow."_s);
    const QJsonObject percent = integer(0, 100, u"How many of a hundred messages it hits."_s);
    return {
        {u"Drill"_s,
            object({
                {u"fault"_s, fault},
                {u"percent"_s, percent},
                {u"stopped_until"_s, orNull(time(u"Until then the provider is out of reach."_s))},
                {u"taken"_s, count(u"Messages that would have left."_s)},
                {u"delivered"_s, count()},
                {u"refused"_s, count(u"For good."_s)},
                {u"in_doubt"_s, count(u"Taken without an answer."_s)},
                {u"messages"_s, listOf(messageSchema(), DrillService::shownMessages)},
            })},
        {u"DrillDial"_s,
            withExample(object({{u"fault"_s, fault}, {u"percent"_s, percent}}, {u"fault"_s}),
                QJsonObject{{u"fault"_s, u"lost_answers"_s}, {u"percent"_s, 20}})},
        {u"DrillStop"_s,
            object({{u"seconds"_s, integer(1, DrillService::longestStop.count(), u"From now on."_s)}}, {u"seconds"_s})},
        {u"DrillReminders"_s,
            object({{u"count"_s, integer(1, DrillService::mostDue, u"Of other patients each time."_s)}}, {u"count"_s})},
        {u"DrillPlanned"_s,
            object({{u"planned"_s, count(u"Fewer than asked for where patients refuse or cannot be reached."_s)}})},
    };
}

} // namespace accueil
