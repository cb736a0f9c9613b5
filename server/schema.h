#pragma once

#include "app/domain/enumtable.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

// The few JSON Schema (2020-12) shapes the API's documentation is made of.
namespace accueil::schema {

using Properties = std::initializer_list<std::pair<QString, QJsonValue>>;

QJsonObject text(int minimumLength, int maximumLength, const QString &description = {});
QJsonObject anyText(const QString &description = {});
QJsonObject identifier(const QString &description = {}); // a row's number
QJsonObject integer(qint64 minimum, qint64 maximum, const QString &description = {});
QJsonObject count(const QString &description = {});
QJsonObject number(double minimum, double maximum, const QString &description = {});
QJsonObject boolean(const QString &description = {});
QJsonObject time(const QString &description = {});
QJsonObject date(const QString &description = {});
QJsonObject uuid(const QString &description = {});
QJsonObject oneOfKeys(const QStringList &keys, const QString &description = {});
QJsonObject listOf(const QJsonObject &items, int maximumItems = 0);
QJsonObject mapOf(const QJsonObject &values, const QString &description = {});
QJsonObject reference(const QString &component);
QJsonObject orNull(QJsonObject schema);
// Taken so that what was read can be sent back as it is, and ignored.
QJsonObject ignored();

// Nothing but these members; all of them required unless `required` names fewer.
QJsonObject object(Properties properties);
QJsonObject object(Properties properties, const QStringList &required);

QJsonObject withExample(QJsonObject schema, const QJsonValue &example);
QJsonObject withPattern(QJsonObject schema, const QString &pattern);

template <typename Enum, size_t N>
QStringList keysOf(const EnumTable<Enum, N> &table)
{
    QStringList keys;
    for (const auto &row : table.rows)
        keys += row.key.toString();
    return keys;
}

} // namespace accueil::schema
