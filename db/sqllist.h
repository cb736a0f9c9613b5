#pragma once

#include "app/domain/identifier.h"
#include "db/database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

namespace accueil {

// A whole list of numbers as one bound value, so that the text of the statement does not depend on how many there are:
// u"... WHERE id IN (%1)"_s.arg(listed(dialect)), bound to listValue(dialect, ids).
inline QString listed(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? QStringLiteral("SELECT value FROM json_each(?)")
                                      : QStringLiteral("SELECT unnest(CAST(? AS BIGINT[]))");
}

inline QString listValue(Dialect dialect, const QList<qint64> &numbers)
{
    QStringList texts;
    texts.reserve(numbers.size());
    for (qint64 number : numbers)
        texts += QString::number(number);
    const QString inside = texts.join(u',');
    return dialect == Dialect::Sqlite ? u'[' + inside + u']' : u'{' + inside + u'}';
}

// The same for texts: u"... WHERE name IN (%1)"_s.arg(listedTexts(dialect)), bound to listValue(texts).
inline QString listedTexts(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? QStringLiteral("SELECT value FROM json_each(?)")
                                      : QStringLiteral("SELECT json_array_elements_text(CAST(? AS JSON))");
}

inline QString listValue(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

template <typename Tag>
QString listValue(Dialect dialect, const QList<Identifier<Tag>> &ids)
{
    QList<qint64> numbers;
    numbers.reserve(ids.size());
    for (Identifier<Tag> id : ids)
        numbers += id.value;
    return listValue(dialect, numbers);
}

} // namespace accueil
