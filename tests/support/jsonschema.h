#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace accueil {

// Checks a value against the part of JSON Schema 2020-12 that our documents use: $ref, type, enum, properties,
// required, additionalProperties, items, minItems, maxItems, minimum, maximum, minLength, maxLength, pattern, format
// (date-time, date, uuid), anyOf, oneOf. A keyword it does not know is reported too, so that nothing passes unchecked.
// Empty: all is well.
QStringList schemaErrors(const QJsonValue &value, const QJsonObject &schema, const QJsonObject &root);

} // namespace accueil
