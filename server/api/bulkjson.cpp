#include "server/api/bulkjson.h"

#include "server/api/reminderjson.h"
#include "server/schema.h"

#include <QJsonArray>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

void readNumbers(FieldReader &reader, QStringList &numbers)
{
    reader.list(u"patients"_s, [&numbers](const QJsonValue &number) {
        numbers << number.toString();
        return number.isString() ? QString() : u"wrongType"_s;
    });
}

void readFilter(FieldReader &reader, PatientFilter &filter)
{
    const QString field = u"filter"_s;
    const QJsonValue value = reader.raw(field);
    if (value.isUndefined() || value.isNull())
        return;
    if (!value.isObject()) {
        reader.refuse(field, u"wrongType"_s);
        return;
    }
    FieldReader members(value.toObject(), u"filter."_s);
    members.text(u"q"_s, filter.search);
    members.text(u"ward"_s, filter.ward);
    if (members.has(u"language"_s)) {
        Language language = Language::French;
        members.enumeration(u"language"_s, language, [](const QString &text) { return parseLanguage(text); });
        filter.language = language;
    }
    reader.refuseAll(members.finish());
}

} // namespace

Result<BulkOrder> readBulkOrder(const QJsonObject &body)
{
    BulkOrder order;
    FieldReader reader(body);
    reader.require({u"client_id"_s, u"scheduled_time"_s});
    readNumbers(reader, order.patientNumbers);
    readFilter(reader, order.filter);
    if (reader.has(u"patients"_s) == reader.has(u"filter"_s))
        reader.refuse(u"patients"_s, u"required"_s);
    // One reminder's own patient and recipient make no sense for many.
    for (const QString &name : {u"patient_id"_s, u"phone_number"_s, u"email"_s}) {
        if (reader.has(name))
            reader.refuse(name, u"unknownField"_s);
    }
    readReminder(reader, order.draft);
    order.clientId = order.draft.clientId;
    if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    return order;
}

void writeBulkOutcome(JsonWriter &json, const BulkOutcome &outcome)
{
    ObjectWriter object(json);
    object.member("patients", outcome.patients);
    object.member("accepted", outcome.accepted);
    object.member("repeated", outcome.repeated);
    object.begin("refused");
    json.beginObject();
    for (auto reason = outcome.refused.cbegin(); reason != outcome.refused.cend(); ++reason) {
        json.textKey(reason.key());
        json.value(reason.value());
    }
    json.endObject();
    object.member("segments", outcome.segments);
    object.member("cost", outcome.cost);
    object.member("currency", outcome.currency);
}

QJsonObject bulkOrderSchema()
{
    using namespace schema;
    QJsonObject order = reminderDraftSchema();
    QJsonObject members = order.value(u"properties").toObject();
    for (const QString &name : {u"patient_id"_s, u"phone_number"_s, u"email"_s})
        members.remove(name);
    members.insert(u"client_id"_s,
        uuid(u"Every patient's reminder gets one that follows from it: an order that is repeated makes none twice."_s));
    members.insert(u"patients"_s, listOf(text(1, 64, u"The hospital's number."_s), mostBulkPatients));
    members.insert(
        u"filter"_s, object({{u"q"_s, text(0, 200)}, {u"ward"_s, text(0, 80)}, {u"language"_s, anyText()}}, {}));
    order.insert(u"properties"_s, members);
    order.insert(u"required"_s, QJsonArray{u"client_id"_s, u"scheduled_time"_s});
    order.insert(u"oneOf"_s,
        QJsonArray{QJsonObject{{u"required"_s, QJsonArray{u"patients"_s}}},
            QJsonObject{{u"required"_s, QJsonArray{u"filter"_s}}}});
    return withExample(order,
        QJsonObject{{u"client_id"_s, u"3d0c8a52-1d55-4f0e-9a53-64d3b6a8a0c1"_s},
            {u"filter"_s, QJsonObject{{u"ward"_s, u"Maternité"_s}}}, {u"template"_s, u"survey"_s},
            {u"purpose"_s, u"survey"_s}, {u"scheduled_time"_s, u"2030-01-14T08:30:00Z"_s}});
}

QJsonObject bulkOutcomeSchema()
{
    using namespace schema;
    return object({
        {u"patients"_s, count()},
        {u"accepted"_s, count(u"Made, or to be made."_s)},
        {u"repeated"_s, count(u"Made by the same order before."_s)},
        {u"refused"_s, mapOf(count(), u"How many by reason: consentRefused, noRecipient, unknownPatient ..."_s)},
        {u"segments"_s, count(u"Of SMS."_s)},
        {u"cost"_s, orNull(number(0, 1e12))},
        {u"currency"_s, anyText(u"ISO 4217."_s)},
    });
}

} // namespace accueil
