#include "ui/dashboard/period.h"

#include <QLocale>

namespace accueil {

using namespace Qt::StringLiterals;

QString PeriodWords::day(const QDate &day)
{
    //: pattern of a day without its year, as short as possible: "11 Feb"
    return QLocale().toString(day, tr("d MMM"));
}

QString PeriodWords::of(const Period &period)
{
    //: pattern of a day with its year, as short as possible: "11 Feb 2026"
    const QString full = tr("d MMM yyyy");
    const QLocale locale;
    if (period.first == period.last)
        return locale.toString(period.last, full);
    const QString first
        = period.first.year() == period.last.year() ? day(period.first) : locale.toString(period.first, full);
    return u"%1 – %2"_s.arg(first, locale.toString(period.last, full));
}

QString PeriodWords::week(const QDate &monday)
{
    //: week of the year, under a chart
    return tr("wk %1").arg(monday.weekNumber());
}

QString PeriodWords::weekOf(const QDate &monday)
{
    //: pattern of a day and its month in a sentence: "2 March"
    return tr("Week of %1").arg(QLocale().toString(monday, tr("d MMMM")));
}

} // namespace accueil
