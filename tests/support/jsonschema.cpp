#include "tests/support/jsonschema.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUuid>

#include <cmath>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

class Checker
{
public:
    explicit Checker(const QJsonObject &root)
        : m_root(root)
    {
    }

    void check(const QJsonValue &value, const QJsonObject &schema, const QString &where)
    {
        for (auto keyword = schema.begin(); keyword != schema.end(); ++keyword)
            checkKeyword(value, keyword.key(), keyword.value(), schema, where);
    }
    QStringList errors() const { return m_errors; }

private:
    void checkKeyword(const QJsonValue &value, const QString &keyword, const QJsonValue &expected,
        const QJsonObject &schema, const QString &where);
    void checkText(const QString &text, const QString &keyword, const QJsonValue &expected, const QString &where);
    void checkNumber(double number, const QString &keyword, double expected, const QString &where);
    void checkObject(const QJsonObject &object, const QString &keyword, const QJsonValue &expected,
        const QJsonObject &schema, const QString &where);
    void checkArray(const QJsonArray &array, const QString &keyword, const QJsonValue &expected, const QString &where);
    void checkAlternatives(
        const QJsonValue &value, const QString &keyword, const QJsonArray &schemas, const QString &where);
    void checkFormat(const QString &text, const QString &format, const QString &where);
    void report(const QString &where, const QString &what) { m_errors.append(where + u": "_s + what); }

    QJsonObject m_root;
    QStringList m_errors;
};

bool hasType(const QJsonValue &value, const QString &type)
{
    if (type == u"integer")
        return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
    return (type == u"string" && value.isString()) || (type == u"number" && value.isDouble())
        || (type == u"boolean" && value.isBool()) || (type == u"null" && value.isNull())
        || (type == u"array" && value.isArray()) || (type == u"object" && value.isObject());
}

bool hasOneType(const QJsonValue &value, const QJsonValue &types)
{
    if (types.isString())
        return hasType(value, types.toString());
    const QJsonArray allowed = types.toArray();
    return std::any_of(
        allowed.begin(), allowed.end(), [&](const QJsonValue &type) { return hasType(value, type.toString()); });
}

void Checker::checkKeyword(const QJsonValue &value, const QString &keyword, const QJsonValue &expected,
    const QJsonObject &schema, const QString &where)
{
    static const QStringList notes{u"description"_s, u"examples"_s, u"default"_s};
    static const QStringList ofTexts{u"minLength"_s, u"maxLength"_s, u"pattern"_s, u"format"_s};
    static const QStringList ofNumbers{u"minimum"_s, u"maximum"_s};
    static const QStringList ofObjects{u"properties"_s, u"required"_s, u"additionalProperties"_s};
    static const QStringList ofArrays{u"items"_s, u"minItems"_s, u"maxItems"_s};
    if (notes.contains(keyword))
        return;
    if (keyword == u"$ref") {
        QJsonValue target = m_root;
        for (const QString &step : expected.toString().mid(2).split(u'/'))
            target = target.toObject().value(step);
        target.isObject() ? check(value, target.toObject(), where)
                          : report(where, u"no such schema: "_s + expected.toString());
    } else if (keyword == u"type") {
        if (!hasOneType(value, expected))
            report(where, u"wrong type"_s);
    } else if (keyword == u"enum") {
        if (!expected.toArray().contains(value))
            report(where, u"not one of the enumeration"_s);
    } else if (keyword == u"anyOf" || keyword == u"oneOf") {
        checkAlternatives(value, keyword, expected.toArray(), where);
    } else if (ofTexts.contains(keyword)) {
        if (value.isString())
            checkText(value.toString(), keyword, expected, where);
    } else if (ofNumbers.contains(keyword)) {
        if (value.isDouble())
            checkNumber(value.toDouble(), keyword, expected.toDouble(), where);
    } else if (ofObjects.contains(keyword)) {
        if (value.isObject())
            checkObject(value.toObject(), keyword, expected, schema, where);
    } else if (ofArrays.contains(keyword)) {
        if (value.isArray())
            checkArray(value.toArray(), keyword, expected, where);
    } else {
        report(where, u"the checker does not know "_s + keyword);
    }
}

void Checker::checkText(const QString &text, const QString &keyword, const QJsonValue &expected, const QString &where)
{
    const qsizetype length = text.toUcs4().size();
    if (keyword == u"minLength" && length < expected.toInt())
        report(where, u"too short"_s);
    else if (keyword == u"maxLength" && length > expected.toInt())
        report(where, u"too long"_s);
    else if (keyword == u"pattern" && !QRegularExpression(expected.toString()).match(text).hasMatch())
        report(where, u"does not match the pattern"_s);
    else if (keyword == u"format")
        checkFormat(text, expected.toString(), where);
}

void Checker::checkFormat(const QString &text, const QString &format, const QString &where)
{
    static const QRegularExpression dateTime(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$"_s);
    bool isFine = false;
    if (format == u"date-time")
        isFine = dateTime.match(text).hasMatch() && QDateTime::fromString(text, Qt::ISODateWithMs).isValid();
    else if (format == u"date")
        isFine = QDate::fromString(text, Qt::ISODate).isValid();
    else if (format == u"uuid")
        isFine = !QUuid::fromString(text).isNull();
    if (!isFine)
        report(where, u"is no "_s + format);
}

void Checker::checkNumber(double number, const QString &keyword, double expected, const QString &where)
{
    if (keyword == u"minimum" ? number < expected : number > expected)
        report(where, keyword + u" broken"_s);
}

void Checker::checkObject(const QJsonObject &object, const QString &keyword, const QJsonValue &expected,
    const QJsonObject &schema, const QString &where)
{
    if (keyword == u"required") {
        for (const QJsonValue &name : expected.toArray()) {
            if (!object.contains(name.toString()))
                report(where, name.toString() + u" is missing"_s);
        }
        return;
    }
    const QJsonObject properties = schema.value(u"properties").toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const bool isNamed = properties.contains(member.key());
        const QString inside = where + u'.' + member.key();
        if (keyword == u"properties" && isNamed)
            check(member.value(), properties.value(member.key()).toObject(), inside);
        else if (keyword == u"additionalProperties" && !isNamed && expected.isObject())
            check(member.value(), expected.toObject(), inside);
        else if (keyword == u"additionalProperties" && !isNamed && !expected.toBool())
            report(inside, u"is not declared"_s);
    }
}

void Checker::checkArray(
    const QJsonArray &array, const QString &keyword, const QJsonValue &expected, const QString &where)
{
    if (keyword == u"items") {
        for (qsizetype i = 0; i < array.size(); ++i)
            check(array[i], expected.toObject(), where + u'[' + QString::number(i) + u']');
    } else if (keyword == u"minItems" ? array.size() < expected.toInt() : array.size() > expected.toInt()) {
        report(where, keyword + u" broken"_s);
    }
}

void Checker::checkAlternatives(
    const QJsonValue &value, const QString &keyword, const QJsonArray &schemas, const QString &where)
{
    const auto fitting = std::count_if(schemas.begin(), schemas.end(),
        [&](const QJsonValue &schema) { return schemaErrors(value, schema.toObject(), m_root).isEmpty(); });
    if (fitting == 0 || (keyword == u"oneOf" && fitting > 1))
        report(where, u"fits %1 of the alternatives"_s.arg(fitting));
}

} // namespace

QStringList schemaErrors(const QJsonValue &value, const QJsonObject &schema, const QJsonObject &root)
{
    Checker checker(root);
    checker.check(value, schema, u"$"_s);
    return checker.errors();
}

} // namespace accueil
