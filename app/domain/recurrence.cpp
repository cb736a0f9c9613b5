#include "app/domain/recurrence.h"

#include "app/domain/fieldrules.h"

#include <QTimeZone>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// No zone was ever further from UTC than this.
constexpr qint64 widestOffset = 26 * 3600;

bool isIn(int weekdays, QDate day)
{
    return (weekdays & weekdayBit(day.dayOfWeek())) != 0;
}

// The `number`th (from 1) day after `first` in steps of `every` days that is one of `weekdays`.
std::optional<QDate> dayAmong(int weekdays, QDate first, int every, int number)
{
    if (weekdays == 0)
        return first.addDays(qint64(every) * number);
    // Weekdays come round after seven steps at the latest.
    QList<int> fitting;
    for (int step = 1; step <= 7; ++step) {
        if (isIn(weekdays, first.addDays(qint64(every) * step)))
            fitting << step;
    }
    if (fitting.isEmpty())
        return std::nullopt;
    const qint64 rounds = (number - 1) / fitting.size();
    const qint64 step = rounds * 7 + fitting.at((number - 1) % fitting.size());
    return first.addDays(step * every);
}

// The `number`th (from 1) day after `first` that is one of `weekdays` of its week or of every `every`th week after it.
QDate dayInWeeks(int weekdays, QDate first, int every, int number)
{
    if (weekdays == 0)
        return first.addDays(qint64(every) * 7 * number);
    const QDate monday = first.addDays(1 - first.dayOfWeek());
    QList<int> ofWeek; // days after Monday
    for (int day = 0; day < 7; ++day) {
        if (isIn(weekdays, monday.addDays(day)))
            ofWeek << day;
    }
    const auto later = std::count_if(ofWeek.cbegin(), ofWeek.cend(), [&](int day) { return day >= first.dayOfWeek(); });
    if (number <= later)
        return monday.addDays(ofWeek.at(ofWeek.size() - later + number - 1));
    const qint64 index = number - later - 1;
    const qint64 week = (1 + index / ofWeek.size()) * every;
    return monday.addDays(week * 7 + ofWeek.at(index % ofWeek.size()));
}

std::optional<QDate> dayOf(const Recurrence &recurrence, QDate first, int number)
{
    switch (recurrence.unit) {
    case RecurrenceUnit::Days:
        return dayAmong(recurrence.weekdays, first, recurrence.every, number);
    case RecurrenceUnit::Weeks:
        return dayInWeeks(recurrence.weekdays, first, recurrence.every, number);
    case RecurrenceUnit::Months:
        // Counted from the first, not from the one before, so that 31 January does not become 28 March.
        return first.addMonths(recurrence.every * number);
    case RecurrenceUnit::Hours:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace

QDateTime firstMomentAt(QDate day, QTime time, const QByteArray &zone)
{
    const QTimeZone timeZone(zone);
    Q_ASSERT(timeZone.isValid());
    // QDateTime answers a skipped or doubled time differently from one version of Qt to the next, so each stretch
    // between two changes of the clock is looked at in turn.
    const QDateTime asUtc(day, time, Qt::UTC);
    QDateTime begin = asUtc.addSecs(-widestOffset);
    const QDateTime end = asUtc.addSecs(widestOffset);
    int offset = timeZone.offsetFromUtc(begin);
    for (const QTimeZone::OffsetData &change : timeZone.transitions(begin, end)) {
        const QDateTime moment = std::max(begin, asUtc.addSecs(-offset));
        if (moment < change.atUtc)
            return moment;
        begin = change.atUtc;
        offset = change.offsetFromUtc;
    }
    return std::max(begin, asUtc.addSecs(-offset));
}

std::optional<QDateTime> nextOccurrence(
    const Recurrence &recurrence, const QDateTime &first, int index, const QByteArray &zone)
{
    if (recurrence.count && index >= *recurrence.count)
        return std::nullopt;
    QDateTime next;
    if (recurrence.unit == RecurrenceUnit::Hours) {
        next = first.toUTC().addSecs(qint64(recurrence.every) * index * 3600);
    } else {
        const QDateTime start = first.toTimeZone(QTimeZone(zone));
        const std::optional<QDate> day = dayOf(recurrence, start.date(), index);
        if (!day || !day->isValid())
            return std::nullopt;
        next = firstMomentAt(*day, start.time(), zone);
    }
    if (!next.isValid() || (recurrence.until && next > *recurrence.until))
        return std::nullopt;
    return next;
}

QList<FieldError> validate(const Recurrence &recurrence, const std::optional<QDateTime> &first)
{
    const QString field = u"recurrence"_s;
    FieldRules rules;
    rules.range(field, recurrence.every, 1, 366);
    rules.range(field, recurrence.count, 1, 999);
    rules.range(field, recurrence.weekdays, 0, allWeekdays);
    const bool takesWeekdays = recurrence.unit == RecurrenceUnit::Days || recurrence.unit == RecurrenceUnit::Weeks;
    if (recurrence.weekdays != 0 && !takesWeekdays)
        rules.add(field, u"weekdaysNotAllowed"_s);
    const bool endsBeforeItBegins = recurrence.until && first && *recurrence.until < *first;
    if (endsBeforeItBegins || (recurrence.until && !recurrence.until->isValid()))
        rules.add(field, u"badRecurrence"_s);
    return rules.errors();
}

} // namespace accueil
