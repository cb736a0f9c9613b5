#include "server/api/planjson.h"

#include "server/api/channeljson.h"
#include "server/schema.h"

#include <QJsonArray>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

PlanStep readStep(const QJsonObject &object, const QString &prefix, QList<FieldError> &errors)
{
    PlanStep step;
    FieldReader reader(object, prefix);
    reader.require({u"hours_before"_s, u"channel"_s, u"template"_s});
    std::optional<int> hours;
    reader.integer(u"hours_before"_s, hours);
    step.hoursBefore = hours.value_or(step.hoursBefore);
    reader.enumeration(u"channel"_s, step.channel, [](const QString &text) { return channelTable.value(text); });
    reader.text(u"template"_s, step.templateName);
    reader.boolean(u"only_unconfirmed"_s, step.onlyUnconfirmed);
    readFallback(reader, step.fallback);
    errors += reader.finish();
    return step;
}

QList<PlanStep> readStepList(const QJsonValue &value, QList<FieldError> &errors)
{
    QList<PlanStep> steps;
    if (!value.isArray()) {
        errors << FieldError{u"steps"_s, u"wrongType"_s};
        return steps;
    }
    const QJsonArray rows = value.toArray();
    for (const QJsonValue row : rows) {
        if (row.isObject()) {
            steps << readStep(row.toObject(), u"steps.%1."_s.arg(steps.size() + 1), errors);
        } else {
            errors << FieldError{u"steps"_s, u"wrongType"_s};
            break;
        }
    }
    return steps;
}

} // namespace

void writeSteps(JsonWriter &json, const QList<PlanStep> &steps)
{
    json.beginArray();
    for (const PlanStep &step : steps) {
        ObjectWriter object(json);
        object.member("hours_before", step.hoursBefore);
        object.member("channel", channelTable.key(step.channel));
        object.member("template", step.templateName);
        object.member("only_unconfirmed", step.onlyUnconfirmed);
        object.begin("fallback");
        writeChannels(json, step.fallback);
    }
    json.endArray();
}

void readSteps(FieldReader &reader, std::optional<QList<PlanStep>> &target)
{
    const QJsonValue value = reader.raw(u"steps"_s);
    if (value.isUndefined())
        return;
    target.reset();
    if (value.isNull())
        return;
    QList<FieldError> errors;
    target = readStepList(value, errors);
    reader.refuseAll(errors);
}

void writePlans(JsonWriter &json, const QList<ReminderPlan> &plans)
{
    ObjectWriter all(json);
    all.begin("plans");
    json.beginArray();
    for (const ReminderPlan &plan : plans) {
        ObjectWriter object(json);
        object.member("name", plan.name);
        object.begin("steps");
        writeSteps(json, plan.steps);
    }
    json.endArray();
}

void readPlans(FieldReader &reader, QList<ReminderPlan> &target)
{
    const QJsonValue value = reader.raw(u"plans"_s);
    if (!value.isArray()) {
        reader.refuse(u"plans"_s, value.isUndefined() || value.isNull() ? u"required"_s : u"wrongType"_s);
        return;
    }
    const QJsonArray rows = value.toArray();
    for (const QJsonValue row : rows) {
        if (!row.isObject()) {
            reader.refuse(u"plans"_s, u"wrongType"_s);
            return;
        }
        ReminderPlan plan;
        FieldReader members(row.toObject());
        members.require({u"name"_s, u"steps"_s});
        members.text(u"name"_s, plan.name);
        std::optional<QList<PlanStep>> steps;
        readSteps(members, steps);
        plan.steps = steps.value_or(QList<PlanStep>());
        reader.refuseAll(members.finish());
        target << plan;
    }
}

QJsonObject stepsSchema()
{
    using namespace schema;
    const QJsonObject channel = oneOfKeys(keysOf(channelTable));
    QJsonObject steps
        = listOf(object(
                     {
                         {u"hours_before"_s, integer(0, 2160, u"Before the appointment, elapsed."_s)},
                         {u"channel"_s, channel},
                         {u"template"_s, text(1, 64)},
                         {u"only_unconfirmed"_s, boolean(u"Not when the patient has said that he comes."_s)},
                         {u"fallback"_s, listOf(channel, 2)},
                     },
                     {u"hours_before"_s, u"channel"_s, u"template"_s}),
            mostPlanSteps);
    steps.insert(u"description"_s, u"What is sent when. None: nobody is reminded."_s);
    return steps;
}

namespace {

QJsonObject plansObject(int fewest)
{
    using namespace schema;
    QJsonObject plans = listOf(object({{u"name"_s, text(1, longestPlanName)}, {u"steps"_s, stepsSchema()}}), mostPlans);
    plans.insert(u"minItems"_s, fewest);
    plans.insert(u"description"_s, u"The first is that of an appointment that names none."_s);
    return object({{u"plans"_s, plans}});
}

} // namespace

QJsonObject plansSchema()
{
    return plansObject(1);
}

QJsonObject plansDraftSchema()
{
    const QJsonObject sms{{u"hours_before"_s, 72}, {u"channel"_s, u"sms"_s}, {u"template"_s, u"appointment"_s},
        {u"fallback"_s, QJsonArray{u"email"_s}}};
    const QJsonObject call{{u"hours_before"_s, 48}, {u"channel"_s, u"ivr"_s}, {u"template"_s, u"appointment"_s},
        {u"only_unconfirmed"_s, true}};
    const QJsonObject plan{{u"name"_s, u"Standard"_s}, {u"steps"_s, QJsonArray{sms, call}}};
    return schema::withExample(plansObject(1), QJsonObject{{u"plans"_s, QJsonArray{plan}}});
}

} // namespace accueil
