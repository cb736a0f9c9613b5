#include "server/route.h"

#include "server/timetext.h"

namespace accueil {

using namespace Qt::StringLiterals;

std::optional<qint64> Query::integer(const QString &name) const
{
    return has(name) ? std::optional(text(name).toLongLong()) : std::nullopt;
}

std::optional<bool> Query::boolean(const QString &name) const
{
    return has(name) ? std::optional(text(name) == u"true") : std::nullopt;
}

std::optional<QDateTime> Query::from(const QString &name) const
{
    if (!has(name))
        return std::nullopt;
    if (const std::optional<QDate> day = parseDate(text(name)))
        return day->startOfDay(Qt::UTC);
    return parseTime(text(name));
}

std::optional<QDateTime> Query::until(const QString &name) const
{
    if (!has(name))
        return std::nullopt;
    if (const std::optional<QDate> day = parseDate(text(name)))
        return day->addDays(1).startOfDay(Qt::UTC);
    return parseTime(text(name));
}

PageRequest Query::page() const
{
    const PageRequest standard;
    return {int(integer(u"limit"_s).value_or(standard.limit)), integer(u"offset"_s).value_or(standard.offset)};
}

FieldSelection Query::fields() const
{
    const QString names = text(u"fields"_s);
    return names.isEmpty() ? FieldSelection() : names.toUtf8().split(',');
}

Result<std::optional<qint64>> ApiRequest::expectedVersion(qint64 current) const
{
    if (!precondition || precondition->any)
        return std::optional<qint64>();
    if (!precondition->versions.contains(current))
        return fail(ErrorCode::VersionMismatch);
    return std::optional(current);
}

qint64 ApiRequest::rowNumber() const
{
    const bool isDigits
        = !id.isEmpty() && std::all_of(id.begin(), id.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isDigits ? id.toLongLong() : 0;
}

} // namespace accueil
