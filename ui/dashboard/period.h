#pragma once

#include <QCoreApplication>
#include <QDate>
#include <QString>

namespace accueil {

// Days of the hospital, both included.
struct Period
{
    QDate first;
    QDate last;

    int days() const { return int(first.daysTo(last)) + 1; }
    Period before() const { return {first.addDays(-days()), first.addDays(-1)}; } // as long, just before
    static Period untilToday(const QDate &today, int days) { return {today.addDays(1 - days), today}; }
    friend bool operator==(const Period &, const Period &) = default;
};

// A period in words: "11 Feb – 12 Mar 2026".
class PeriodWords
{
    Q_DECLARE_TR_FUNCTIONS(accueil::PeriodWords)
public:
    static QString of(const Period &period);
    static QString day(const QDate &day); // "11 Feb"
    static QString week(const QDate &monday); // "wk 10"
    static QString weekOf(const QDate &monday); // "week of 2 March"
};

} // namespace accueil
