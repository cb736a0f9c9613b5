#pragma once

#include <QDateTime>
#include <QVariant>

#include <optional>

namespace accueil {

// Times are kept as milliseconds since 1970-01-01 UTC; nothing is NULL.
inline QVariant timeValue(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

inline QVariant timeValue(const std::optional<QDateTime> &time)
{
    return time ? timeValue(*time) : QVariant();
}

// Of a column that is never NULL.
inline QDateTime storedTime(const QVariant &milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

inline std::optional<QDateTime> optionalTime(const QVariant &value)
{
    if (value.isNull())
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

} // namespace accueil
