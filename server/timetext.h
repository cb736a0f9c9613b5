#pragma once

#include <QDateTime>
#include <QStringView>

#include <optional>

namespace accueil {

// Reads ISO 8601 (the profile of RFC 3339): 2026-12-01T09:30:00Z, with up to nine decimals of a second, which are cut
// to milliseconds, and any offset. A time without an offset is UTC, as everything in the API is. The answer is in UTC.
std::optional<QDateTime> parseTime(QStringView text);

// 2026-12-01, years 1 to 9999.
std::optional<QDate> parseDate(QStringView text);

} // namespace accueil
