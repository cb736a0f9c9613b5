#include "server/schema.h"

namespace accueil::schema {

using namespace Qt::StringLiterals;

namespace {

QJsonObject typed(const QString &type, const QString &description)
{
    QJsonObject schema{{u"type"_s, type}};
    if (!description.isEmpty())
        schema.insert(u"description"_s, description);
    return schema;
}

QJsonObject formatted(const QString &format, const QString &description)
{
    QJsonObject schema = typed(u"string"_s, description);
    schema.insert(u"format"_s, format);
    return schema;
}

} // namespace

QJsonObject anyText(const QString &description)
{
    return typed(u"string"_s, description);
}

QJsonObject text(int minimumLength, int maximumLength, const QString &description)
{
    QJsonObject schema = typed(u"string"_s, description);
    if (minimumLength > 0)
        schema.insert(u"minLength"_s, minimumLength);
    schema.insert(u"maxLength"_s, maximumLength);
    return schema;
}

QJsonObject integer(qint64 minimum, qint64 maximum, const QString &description)
{
    QJsonObject schema = typed(u"integer"_s, description);
    schema.insert(u"minimum"_s, minimum);
    schema.insert(u"maximum"_s, maximum);
    return schema;
}

QJsonObject identifier(const QString &description)
{
    QJsonObject schema = typed(u"integer"_s, description);
    schema.insert(u"minimum"_s, 1);
    return schema;
}

QJsonObject count(const QString &description)
{
    QJsonObject schema = typed(u"integer"_s, description);
    schema.insert(u"minimum"_s, 0);
    return schema;
}

QJsonObject number(double minimum, double maximum, const QString &description)
{
    QJsonObject schema = typed(u"number"_s, description);
    schema.insert(u"minimum"_s, minimum);
    schema.insert(u"maximum"_s, maximum);
    return schema;
}

QJsonObject boolean(const QString &description)
{
    return typed(u"boolean"_s, description);
}

QJsonObject time(const QString &description)
{
    return formatted(u"date-time"_s, description);
}

QJsonObject date(const QString &description)
{
    return formatted(u"date"_s, description);
}

QJsonObject uuid(const QString &description)
{
    return formatted(u"uuid"_s, description);
}

QJsonObject oneOfKeys(const QStringList &keys, const QString &description)
{
    QJsonObject schema = typed(u"string"_s, description);
    schema.insert(u"enum"_s, QJsonArray::fromStringList(keys));
    return schema;
}

QJsonObject listOf(const QJsonObject &items, int maximumItems)
{
    QJsonObject schema{{u"type"_s, u"array"_s}, {u"items"_s, items}};
    if (maximumItems > 0)
        schema.insert(u"maxItems"_s, maximumItems);
    return schema;
}

QJsonObject mapOf(const QJsonObject &values, const QString &description)
{
    QJsonObject schema = typed(u"object"_s, description);
    schema.insert(u"additionalProperties"_s, values);
    return schema;
}

QJsonObject reference(const QString &component)
{
    return {{u"$ref"_s, QString(u"#/components/schemas/"_s + component)}};
}

QJsonObject orNull(QJsonObject schema)
{
    if (schema.contains(u"$ref"))
        return {{u"anyOf"_s, QJsonArray{schema, QJsonObject{{u"type"_s, u"null"_s}}}}};
    schema.insert(u"type"_s, QJsonArray{schema.value(u"type"), u"null"_s});
    if (schema.contains(u"enum")) {
        QJsonArray keys = schema.value(u"enum").toArray();
        keys.append(QJsonValue::Null);
        schema.insert(u"enum"_s, keys);
    }
    return schema;
}

QJsonObject ignored()
{
    return {{u"description"_s, u"Ignored; taken so that what was read can be sent back."_s}};
}

QJsonObject object(Properties properties)
{
    QStringList names;
    for (const auto &[name, schema] : properties)
        names += name;
    return object(properties, names);
}

QJsonObject object(Properties properties, const QStringList &required)
{
    QJsonObject members;
    for (const auto &[name, schema] : properties)
        members.insert(name, schema);
    QJsonObject schema{{u"type"_s, u"object"_s}, {u"properties"_s, members}, {u"additionalProperties"_s, false}};
    if (!required.isEmpty())
        schema.insert(u"required"_s, QJsonArray::fromStringList(required));
    return schema;
}

QJsonObject withExample(QJsonObject schema, const QJsonValue &example)
{
    schema.insert(u"examples"_s, QJsonArray{example});
    return schema;
}

QJsonObject withPattern(QJsonObject schema, const QString &pattern)
{
    schema.insert(u"pattern"_s, pattern);
    return schema;
}

} // namespace accueil::schema
