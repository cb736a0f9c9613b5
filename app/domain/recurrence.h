#pragma once

#include "app/domain/enumtable.h"
#include "app/domain/result.h"

#include <QDateTime>

#include <optional>

namespace accueil {

enum class RecurrenceUnit { Hours, Days, Weeks, Months };

inline constexpr EnumTable<RecurrenceUnit, 4> recurrenceUnitTable{{{
    {RecurrenceUnit::Hours, u"hours"},
    {RecurrenceUnit::Days, u"days"},
    {RecurrenceUnit::Weeks, u"weeks"},
    {RecurrenceUnit::Months, u"months"},
}}};

// Keys of Qt::DayOfWeek.
inline constexpr EnumTable<Qt::DayOfWeek, 7> weekdayTable{{{
    {Qt::Monday, u"mon"},
    {Qt::Tuesday, u"tue"},
    {Qt::Wednesday, u"wed"},
    {Qt::Thursday, u"thu"},
    {Qt::Friday, u"fri"},
    {Qt::Saturday, u"sat"},
    {Qt::Sunday, u"sun"},
}}};

constexpr int weekdayBit(int day) // of Qt::DayOfWeek: Monday 1, Tuesday 2, Wednesday 4 ... Sunday 64
{
    return 1 << (day - 1);
}
inline constexpr int allWeekdays = 127;

struct Recurrence
{
    int every = 1; // 1..366
    RecurrenceUnit unit = RecurrenceUnit::Days;
    // Bits of weekdayBit(); 0: whatever comes. With days: of every Nth day only those. With weeks: on those days of
    // every Nth week, which begins on Monday.
    int weekdays = 0;
    std::optional<QDateTime> until; // UTC, inclusive
    std::optional<int> count; // occurrences in all, 1..999

    friend bool operator==(const Recurrence &, const Recurrence &) = default;
};

// The occurrence after number `index` (the first is 1, always at `first`, whatever its weekday) of a series. Hours are
// elapsed time. Days, weeks and months keep the time on the clock of `zone`, also across daylight saving: a time that
// the clock skips is the first moment after the gap, one that it shows twice the first of the two. Months end where
// they end: 31 January, 28 February, 31 March. Nothing when the series is over.
std::optional<QDateTime> nextOccurrence(
    const Recurrence &recurrence, const QDateTime &first, int index, const QByteArray &zone);

// When the clock of `zone` first shows `time` on `day` or later; UTC.
QDateTime firstMomentAt(QDate day, QTime time, const QByteArray &zone);

QList<FieldError> validate(const Recurrence &recurrence, const std::optional<QDateTime> &first);

} // namespace accueil
