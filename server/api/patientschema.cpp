#include "server/api/patientjson.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QJsonObject consentSchema(const QJsonObject &state)
{
    QJsonObject purposes;
    for (const QString &purpose : schema::keysOf(purposeTable))
        purposes.insert(purpose, state);
    const QJsonObject ofChannel{
        {u"type"_s, u"object"_s}, {u"properties"_s, purposes}, {u"additionalProperties"_s, false}};
    QJsonObject channels;
    for (const QString &channel : schema::keysOf(channelTable))
        channels.insert(channel, ofChannel);
    return {{u"type"_s, u"object"_s}, {u"description"_s, u"Per channel and purpose; absent: never asked."_s},
        {u"properties"_s, channels}, {u"additionalProperties"_s, false}};
}

QJsonObject example()
{
    return {
        {u"patient_id"_s, u"P000123"_s},
        {u"name"_s, u"Ewané Ngo Bassa"_s},
        {u"phone_number"_s, u"+237670000123"_s},
        {u"birth_date"_s, u"1984-03-09"_s},
        {u"gender"_s, u"female"_s},
        {u"preferred_language"_s, u"dua"_s},
        {u"ward"_s, u"Maternité"_s},
        {u"consent"_s, QJsonObject{{u"sms"_s, QJsonObject{{u"appointment"_s, u"granted"_s}}}}},
    };
}

} // namespace

QJsonObject patientSchema()
{
    using namespace schema;
    return object({
        {u"id"_s, identifier(u"The row."_s)},
        {u"patient_id"_s, text(1, 32, u"The hospital's number."_s)},
        {u"user_id"_s, orNull(identifier())},
        {u"name"_s, text(1, 200)},
        {u"email"_s, orNull(anyText())},
        {u"phone_number"_s, orNull(anyText(u"E.164."_s))},
        {u"birth_date"_s, orNull(date())},
        {u"birth_year"_s, orNull(integer(1850, 2200))},
        {u"birth_year_estimated"_s, boolean(u"Known from an age only."_s)},
        {u"age"_s, orNull(integer(0, 200, u"Whole years, today."_s))},
        {u"gender"_s, oneOfKeys(keysOf(genderTable))},
        {u"condition"_s, orNull(anyText())},
        {u"preferred_language"_s, oneOfKeys(keysOf(languageTable))},
        {u"ward"_s, orNull(anyText())},
        {u"registration_date"_s, time()},
        {u"consent"_s, consentSchema(oneOfKeys(keysOf(consentStateTable)))},
        {u"phone_is_shared"_s, boolean()},
        {u"archived"_s, boolean()},
        {u"last_activity"_s, time(u"Last feedback, reminder or edit."_s)},
        {u"updated_at"_s, time()},
    });
}

QJsonObject patientDraftSchema()
{
    using namespace schema;
    const QJsonObject schema = object(
        {
            {u"patient_id"_s, orNull(text(0, 32, u"The hospital's number; absent: the next free one."_s))},
            {u"user_id"_s, orNull(identifier())},
            {u"name"_s, withPattern(text(1, 200), u"\\S"_s)},
            {u"email"_s, orNull(text(0, 254))},
            {u"phone_number"_s,
                orNull(text(0, 40, u"As people write it; without a country code it is a number of Cameroon."_s))},
            {u"birth_date"_s, orNull(date())},
            {u"birth_year"_s, orNull(integer(1850, 2200))},
            {u"age"_s, orNull(integer(0, 130, u"Taken when neither date nor year of birth is known."_s))},
            {u"gender"_s, anyText(u"female, male, other or unknown, or a usual spelling in French or English."_s)},
            {u"condition"_s, orNull(text(0, 500))},
            {u"preferred_language"_s, anyText(u"en, fr, dua, bas, ewo, or the language's name. Default: fr."_s)},
            {u"ward"_s, orNull(text(0, 80))},
            {u"registration_date"_s, orNull(time(u"Default: now."_s))},
            {u"consent"_s, consentSchema(orNull(oneOfKeys(keysOf(consentStateTable))))},
            {u"phone_is_shared"_s, boolean()},
            {u"archived"_s, boolean()},
            {u"id"_s, ignored()},
            {u"birth_year_estimated"_s, ignored()},
            {u"last_activity"_s, ignored()},
            {u"updated_at"_s, ignored()},
        },
        {u"name"_s});
    return withExample(schema, example());
}

QJsonObject removalSchema()
{
    using namespace schema;
    return object({
        {u"result"_s, oneOfKeys({u"deleted"_s, u"archived"_s}, u"A patient with history is archived."_s)},
        {u"patient"_s, orNull(reference(u"Patient"_s))},
    });
}

QJsonObject historyItemSchema()
{
    using namespace schema;
    return object(
        {
            {u"at"_s, time()},
            {u"type"_s, oneOfKeys({u"feedback"_s, u"reminder"_s, u"attempt"_s, u"edit"_s})},
            {u"feedback"_s, reference(u"Feedback"_s)},
            {u"reminder"_s, reference(u"Reminder"_s)},
            {u"attempt"_s, reference(u"Attempt"_s)},
            {u"edit"_s,
                object({{u"entity"_s, oneOfKeys({u"patient"_s, u"feedback"_s, u"reminder"_s}, u"What was changed."_s)},
                    {u"entity_id"_s, identifier(u"Its row."_s)}, {u"action"_s, anyText()}, {u"actor"_s, anyText()},
                    {u"detail"_s, orNull(anyText(u"The members that were changed."_s))}})},
        },
        {u"at"_s, u"type"_s});
}

} // namespace accueil
