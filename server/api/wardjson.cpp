#include "server/api/wardjson.h"

#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

void writeWard(JsonWriter &json, const Ward &ward, const FieldSelection &fields)
{
    ObjectWriter object(json, fields);
    object.member("name", ward.name);
    object.member("listed", ward.isListed);
    object.member("patients", ward.patients);
    object.member("feedback", ward.feedback);
    object.member("appointments", ward.appointments);
    object.member("devices", ward.devices);
}

QJsonObject wardSchema()
{
    using namespace schema;
    return object({
        {u"name"_s, anyText()},
        {u"listed"_s, boolean(u"Offered by forms and tablets; false: only records carry the name."_s)},
        {u"patients"_s, count()},
        {u"feedback"_s, count()},
        {u"appointments"_s, count()},
        {u"devices"_s, count(u"Tablets, also revoked ones."_s)},
    });
}

QJsonObject wardDraftSchema()
{
    return schema::withExample(
        schema::object({{u"name"_s, schema::text(1, longestWardName)}}), QJsonObject{{u"name"_s, u"Maternité"_s}});
}

QJsonObject wardPatchSchema()
{
    using namespace schema;
    return withExample(object(
                           {
                               {u"name"_s, text(1, longestWardName, u"Everywhere it is stored."_s)},
                               {u"position"_s, integer(0, lastPosition, u"In the list, from 0; the last at most."_s)},
                           },
                           {}),
        QJsonObject{{u"name"_s, u"Maternité et néonatologie"_s}});
}

} // namespace accueil
