#include "ui/dashboard/figurewords.h"

#include <QLocale>

#include <cmath>

namespace accueil {

using namespace Qt::StringLiterals;

QString FigureWords::number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString FigureWords::withSign(double value, int decimals)
{
    const QString words = number(std::abs(value), decimals);
    if (words == number(0, decimals))
        return u"±"_s + words;
    return (value < 0 ? u"−"_s : u"+"_s) + words;
}

QString FigureWords::n(qint64 count)
{
    return tr("n = %1").arg(QLocale().toString(count));
}

QString FigureWords::between(const Interval &interval, int decimals)
{
    return tr("%1 to %2").arg(number(interval.low, decimals), number(interval.high, decimals));
}

QString FigureWords::betweenPercents(const Interval &interval)
{
    return tr("%1 to %2 %").arg(number(interval.low * 100, 0), number(interval.high * 100, 0));
}

QString FigureWords::basis(qint64 n, const QString &interval)
{
    const QString words = u"%1 · %2"_s.arg(FigureWords::n(n), interval);
    return n < enoughAnswers ? tr("%1 · indicative").arg(words) : words;
}

QString FigureWords::fewerThan(int smallest)
{
    return tr("n < %1").arg(smallest);
}

QString FigureWords::ward(const QString &ward)
{
    return ward.isEmpty() ? tr("no ward given") : ward;
}

} // namespace accueil
